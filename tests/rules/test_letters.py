"""The language of letters: what stands for a value, what does not, and what the checker finds."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import Case, speaking
from dipdesk.rules.letter_templates import PARTS, letter_keys, read_letter, shipped_letter
from dipdesk.rules.letters import (
    SUFFIXES,
    Finding,
    Placeholder,
    Stray,
    filled,
    findings,
    nearest,
    paragraphs,
    pieces,
    plain,
)
from dipdesk.rules.suffixed import suffixed

KNOWN = ("visit.partner.name", "visit.starts", "partner.name", "office.name", "office.province")
TEXTS = st.text()


class Values:
    """Says what it is given; ``begun`` holds the names that began a sentence."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.begun: list[str] = []

    def value(self, name: str, begins: bool) -> str:
        self.begun += [name] if begins else []
        return self._values.get(name, "")

    def gap(self, name: str) -> str:
        return f"[… {name}]"


def test_a_text_has_plain_parts_placeholders_and_stray_braces() -> None:
    found = list(pieces("Sayın {{x}} { visit.starts |’de} ile {partner.name}{ ve }"))
    assert found[:2] == ["Sayın {x} ", Placeholder(" visit.starts |’de", "visit.starts", "'de")]
    assert found[2:] == [
        " ile ",
        Placeholder("partner.name", "partner.name"),
        Placeholder(" ve ", "ve"),
    ]
    assert list(pieces("a } b {")) == ["a ", Stray("}"), " b ", Stray("{")]


def test_paragraphs_are_lines_that_are_not_empty() -> None:
    assert paragraphs("\n bir \n\n  \niki\r\nüç") == ("bir", "iki", "üç")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{visit.partner.name} {partner.name|'e} {office.province|caps}", ()),
        ("{visit.partner.nam}", (Finding(1, "unknown", "{visit.partner.nam}", "{visit.partner.name}"),)),
        ("a\n\nb {Visit.Starts|'de}", (Finding(2, "unknown", "{Visit.Starts|'de}", "{visit.starts|'de}"),)),
        ("{name}", (Finding(1, "unknown", "{name}", "{office.name}"),)),
        ("{partner.name|'ya}", (Finding(1, "suffix", "{partner.name|'ya}", "{partner.name|'e}"),)),
        ("{partner.name|nin}", (Finding(1, "suffix", "{partner.name|nin}", "{partner.name|'in}"),)),
        ("{partner.name|big}", (Finding(1, "suffix", "{partner.name|big}", "{partner.name}"),)),
        ("{ortakkk}", (Finding(1, "unknown", "{ortakkk}"),)),
        ("{}", (Finding(1, "unknown", "{}"),)),
        ("x { y", (Finding(1, "brace", "{"),)),
    ],
)
def test_the_checker_names_paragraph_and_placeholder_and_proposes(
    text: str, wanted: tuple[Finding, ...]
) -> None:
    assert findings(text, KNOWN, "tr") == wanted


def test_a_turkish_suffix_stands_in_turkish_texts_only() -> None:
    assert findings("{partner.name|'e}", KNOWN, "en") == (Finding(1, "foreign", "{partner.name|'e}"),)
    assert findings("{partner.name|caps}", KNOWN, "en") == ()
    assert filled("{partner.name|'e}", Values({"partner.name": "Kars"}), "en") == "Kars"


def test_a_finding_is_a_sentence() -> None:
    with speaking("en"):
        said = [one.said() for one in findings("{partner.nme}\n{q}\n{\n{office.name|'z}", KNOWN, "tr")]
    assert said == [
        "Paragraph 1: “{partner.nme}” is not known. Did you mean “{partner.name}”?",
        "Paragraph 2: “{q}” is not known.",
        "Paragraph 3: the brace “{” stands alone. Double it if it is a sign.",
        "Paragraph 4: “{office.name|'z}” is not known. Did you mean “{office.name}”?",
    ]


@pytest.mark.parametrize(
    ("name", "case", "wanted"),
    [
        ("Ankara", Case.DATIVE, "Ankara'ya"),
        ("Kars", Case.DATIVE, "Kars'a"),
        ("Şişli", Case.GENITIVE, "Şişli'nin"),
        ("Bakü", Case.DATIVE, "Bakü'ye"),
        ("Beyoğlu", Case.DATIVE, "Beyoğlu'na"),
        ("Kuşadası", Case.LOCATIVE, "Kuşadası'nda"),
        ("Zeytinburnu", Case.GENITIVE, "Zeytinburnu'nun"),
        ("Örnekkent Belediyesi", Case.DATIVE, "Örnekkent Belediyesine"),
        ("Örnekkent Belediyesi", Case.GENITIVE, "Örnekkent Belediyesinin"),
        ("Örnekkent Belediyesi", Case.INSTRUMENTAL, "Örnekkent Belediyesiyle"),
        ("Dış İlişkiler Müdürlüğü", Case.ABLATIVE, "Dış İlişkiler Müdürlüğünden"),
        ("İZMİR VALİLİĞİ", Case.DATIVE, "İZMİR VALİLİĞİNE"),
        ("Şehirler Ağı", Case.ACCUSATIVE, "Şehirler Ağını"),
        ("Kültür Vakfı", Case.LOCATIVE, "Kültür Vakfında"),
        ("12–14 Mayıs 2027", Case.LOCATIVE, "12–14 Mayıs 2027'de"),
        ("", Case.DATIVE, ""),
    ],
)
def test_suffixes_of_places_and_bodies(name: str, case: Case, wanted: str) -> None:
    assert suffixed(name, case) == wanted


def test_values_take_their_suffix_and_missing_ones_are_marked() -> None:
    values = Values({"partner.name": "Şişli", "office.province": "İzmir"})
    paragraph = "{partner.name|'in} – {office.province|caps} VALİLİĞİNE, {visit.starts|'de}. {yok}"
    assert filled(paragraph, values, "tr") == "Şişli'nin – İZMİR VALİLİĞİNE, [… visit.starts]. [… yok]"
    assert values.begun == ["partner.name", "yok"]


@pytest.mark.parametrize("hostile", ["<b>x</b>", "{office.name}", "a & b", "=1+1", "{{", "}", "%s {0}"])
def test_what_stands_in_a_value_is_never_read_again(hostile: str) -> None:
    values = Values({"partner.name": hostile, "office.name": "SECRET"})
    assert filled("-{partner.name}-", values, "tr") == f"-{hostile}-"


@pytest.mark.parametrize(
    ("before", "wanted"),
    [("", True), ("Bitti. ", True), ("“Bitti.” ", True), ("Amaç: ", True), ("bir ", False), ("Dr.", False)],
)
def test_a_sentence_begins_after_its_end(before: str, wanted: bool) -> None:
    values = Values({"partner.name": "x"})
    filled(f"{before}{{partner.name}}", values, "tr")
    assert bool(values.begun) is wanted


def test_a_page_full_of_placeholders_is_filled_and_told_in_short() -> None:
    text = "".join(f"{{{number:x}}}" for number in range(2_000))
    assert len(findings(text, [f"visit.partner.name{number}" for number in range(60)], "tr")) == 20
    assert filled(text, Values({}), "tr").count("…") == 2_000


@given(TEXTS)
def test_a_text_that_is_made_plain_comes_out_as_it_is(text: str) -> None:
    assert findings(plain(text), KNOWN, "tr") == ()
    line = text.replace("\n", " ")
    assert filled(plain(line), Values({}), "tr") == line


@given(TEXTS)
def test_any_text_can_be_checked_and_filled(text: str) -> None:
    for found in findings(text, KNOWN, "tr"):
        assert 1 <= found.paragraph <= len(paragraphs(text))
        assert found.placeholder in text
        assert found.said()
    for paragraph in paragraphs(text):
        assert isinstance(filled(paragraph, Values({}), "tr"), str)


@given(st.sampled_from(KNOWN), st.sampled_from([*SUFFIXES, "caps", ""]), TEXTS)
def test_known_names_are_never_found_wrong(name: str, setting: str, around: str) -> None:
    placeholder = f"{{{name}|{setting}}}" if setting else f"{{{name}}}"
    assert findings(plain(around) + placeholder, KNOWN, "tr") == ()


@given(st.sampled_from(KNOWN), st.data())
def test_one_letter_too_few_is_proposed_back(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    misspelt = name[:at] + name[at + 1 :]
    assert findings(f"{{{misspelt}}}", KNOWN, "tr")[0].proposal == f"{{{nearest(misspelt, KNOWN)}}}"
    if misspelt != "partner.name":
        assert nearest(misspelt, KNOWN) in KNOWN


@pytest.mark.parametrize("key", letter_keys())
def test_a_shipped_letter_has_all_parts_in_both_languages_and_says_where_it_is_from(key: str) -> None:
    letter = shipped_letter(key)
    assert set(letter.wordings) == {"tr", "en"}
    assert letter.source.said()
    assert letter.source.date
    for code in ("tr", "en"):
        assert letter.name.said(code)
        assert letter.written_for.said(code)
        wording = letter.wording(code)
        assert wording.concerning
        assert wording.addressee
        assert len(paragraphs(wording.text)) >= 2
    counts = {len(letter.wording(code).enclosures.splitlines()) for code in ("tr", "en")}
    assert len(counts) == 1
    assert all(isinstance(wording.part(part), str) for wording in letter.wordings.values() for part in PARTS)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"colour": "red"}, "x"),
        ({"about": ""}, "x.about"),
        ({"tr": {"text": "one"}}, "x.tr.text"),
        ({"tr": {"text": [" "]}}, "x.tr.text"),
        ({"tr": {"concerning": 3}}, "x.tr.concerning"),
        ({"tr": {"subject": "y"}}, "x.tr"),
        ({"tr": "y"}, "x.tr"),
        ({"state": "sure"}, "x.state"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    good = {"name": "x", "about": "visit", "written_for": "x", "state": "verified", "source": "x"}
    assert read_letter("x", good).about == "visit"
    with pytest.raises(Invalid) as trouble:
        read_letter("x", {**good, **change})
    assert trouble.value.place == place
