"""Forms of address: known and unknown posts, capitals of each alphabet, and the opening line of a speech."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules.address import Addressee, forms, written_name
from dipdesk.rules.hitap import hitap
from dipdesk.rules.sources import shipped

ROWS = shipped("address", "forms.toml")["forms"]
FIELDS = {
    "name", "plain_name", "surname", "academic", "place", "country", "mr", "his", "sir", "title"
}  # fmt: skip


def test_a_consul_general_is_no_excellency() -> None:
    who = Addressee("consul_general", "Ivan", "Petrov", country="BG", place="Bursa", sex="m")
    turkish = forms(who, "tr")
    assert turkish.known
    assert turkish.spoken == "Sayın Başkonsolos"
    assert turkish.letter == "Sayın Başkonsolos,"
    assert turkish.envelope == "Sayın Ivan PETROV, Bulgaristan Bursa Başkonsolosu"
    assert turkish.card == "Ivan PETROV\nBulgaristan Bursa Başkonsolosu"
    english = forms(who, "en")
    assert english.envelope == "Mr Ivan Petrov, Consul General of Bulgaria in Bursa"
    assert "Excellency" not in english.envelope + english.spoken + english.letter


@pytest.mark.parametrize(
    ("title", "envelope", "card"),
    [
        ("", "The Mayor of Bonn, Eva Blau", "Mayor of Bonn"),
        ("Lord Mayor", "The Lord Mayor of Bonn, Eva Blau", "Lord Mayor of Bonn"),
        ("Lord Mayor of Bonn", "The Lord Mayor of Bonn, Eva Blau", "Lord Mayor of Bonn"),
    ],
)
def test_the_title_of_the_post_itself_wins(title: str, envelope: str, card: str) -> None:
    found = forms(Addressee("mayor", "Eva", "Blau", country="DE", place="Bonn", title_en=title), "en")
    assert found.envelope == envelope
    assert found.card.splitlines()[1] == card


def test_a_turkish_title_stands_after_the_place_with_its_ending() -> None:
    who = Addressee(
        "mayor", "Eva", "Blau", country="DE", place="Bonn", title_tr="Büyükşehir Belediye Başkanı"
    )
    assert forms(who, "tr").envelope == "Sayın Eva BLAU, Bonn Büyükşehir Belediye Başkanı"
    assert forms(replace(who, title_tr="Başkan"), "tr").envelope == "Sayın Eva BLAU, Bonn Belediye Başkanı"


def test_an_unknown_post_gets_the_neutral_form_and_says_so() -> None:
    who = Addressee("grand_vizier", "İbrahim", "Işık")
    turkish = forms(who, "tr")
    assert not turkish.known
    assert turkish.letter == turkish.spoken == turkish.envelope == "Sayın İbrahim IŞIK"
    assert turkish.card == "İbrahim IŞIK"
    assert turkish.source.said()
    assert forms(who, "en").letter == "Dear Mr/Ms Işık"
    assert forms(Addressee("grand_vizier", "Ayşe", "Işık", sex="f"), "en").letter == "Dear Ms Işık"


def test_capitals_follow_the_alphabet_of_the_name() -> None:
    assert written_name("ilker", "şişli") == "ilker ŞİŞLİ"
    assert written_name("Max", "Schmidt", "DE") == "Max SCHMIDT"
    assert written_name("Max", "Schmidt", "DE", "en") == "Max Schmidt"
    assert written_name("伟", "王", "CN") == "伟 王"
    assert written_name("محمد", "العلي", "JO") == "محمد العلي"
    assert written_name("Ayşe", "Ak", academic="Prof. Dr.") == "Prof. Dr. Ayşe AK"


def test_own_and_foreign_holders_of_a_post_differ() -> None:
    assert forms(Addressee("mayor", "A", "B"), "tr").spoken == "Sayın Başkanım"
    assert forms(Addressee("mayor", "A", "B", country="DE"), "tr").spoken == "Sayın Başkan"
    for post, ours, theirs in (
        ("metropolitan_mayor", "Sayın Başkanım", "Sayın Başkan"),
        ("deputy_mayor", "Sayın Başkan Yardımcım", "Sayın Başkan Yardımcısı"),
        ("councillor", "Sayın Üyem", "Sayın A B"),
        ("rector", "Sayın Rektörüm", "Sayın Rektör"),
    ):
        for country, spoken in (("TR", ours), ("DE", theirs)):
            assert forms(Addressee(post, "A", "B", country=country), "tr").spoken == spoken
    assert forms(Addressee("ambassador", "A", "B", country="DE"), "tr").spoken == "Ekselansları"
    assert forms(Addressee("ambassador", "A", "B", country="TR"), "tr").spoken == "Sayın Büyükelçim"


def test_what_is_not_known_leaves_no_hole() -> None:
    assert forms(Addressee("governor", "Ali", "Kaya"), "tr").envelope == "Sayın Ali KAYA, Vali"
    assert forms(Addressee("governor"), "tr").spoken == "Sayın Valim"
    assert forms(Addressee("governor"), "tr").card == "Vali"
    assert forms(Addressee("nobody"), "en").letter == ""


def test_an_academic_title_stands_once() -> None:
    who = Addressee("nobody", "Ayşe", "Ak", academic="Prof. Dr.")
    assert forms(who, "en").envelope == "Prof. Dr. Ayşe Ak"
    assert forms(who, "tr").envelope == "Sayın Prof. Dr. Ayşe AK"


def test_another_language_is_refused() -> None:
    with pytest.raises(Invalid):
        forms(Addressee("mayor"), "de")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['post']}-{row['origin']}")
def test_every_template_uses_known_fields_and_ends_with_a_simple_one(row: dict[str, object]) -> None:
    for language in ("tr", "en"):
        table = row[language]
        assert isinstance(table, dict)
        assert set(table) == {"spoken", "letter", "envelope", "card"}
        for templates in table.values():
            needed = [{f for _, f, _, _ in string.Formatter().parse(t) if f} for t in templates]
            assert all(fields <= FIELDS for fields in needed)
            assert needed[-1] <= {"name", "plain_name", "surname", "mr", "his", "sir", "place"}


@given(
    st.sampled_from([*sorted({row["post"] for row in ROWS}), "", "unknown"]),
    st.text(max_size=8),
    st.text(max_size=8),
    st.sampled_from(["", "TR", "DE", "KKTC"]),
    st.sampled_from(["tr", "en"]),
)
def test_no_form_shows_a_placeholder_of_ours(
    post: str, name: str, family: str, country: str, language: str
) -> None:
    answer = forms(Addressee(post, name, family, country=country), language)
    plain = name + family
    for text in (answer.spoken, answer.letter, answer.envelope, answer.card):
        assert "{" in plain or "{" not in text
        assert "None" in plain or "None" not in text


def test_opening_line_in_order_of_those_present() -> None:
    present = [
        Addressee("governor", "Ali", "Kaya"),
        Addressee("mayor", "Veli", "Ak"),
        Addressee("mayor", "Ayşe", "Bal"),
        Addressee("unheard_of", "Fatma", "Can"),
    ]
    answer = hitap(present, "tr")
    assert answer.line == "Sayın Valim, Sayın Başkanım, Sayın Fatma CAN ve değerli konuklar,"
    assert answer.spoken == ("Sayın Valim", "Sayın Başkanım", "", "Sayın Fatma CAN")
    assert len(answer.warnings) == 1
    assert hitap(present, "tr", longest=1).line == "Sayın Valim ve değerli konuklar,"
    assert hitap([], "en").line == "Distinguished guests,"
