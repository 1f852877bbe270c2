"""Search: what finds what, hostile texts, numbers that stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk import paths
from dipdesk.i18n import speak
from dipdesk.model import Note, Partner, Person, Visit
from dipdesk.store import going, opening, search
from dipdesk.store.office_file import OfficeFile

PEOPLE = {
    "isparta": Person(id="1" * 32, given_name="Ayşe", family_name="Ispartalı"),
    "sukru": Person(id="2" * 32, given_name="Şükrü", family_name="Çağlayan", email="sukru@ornek.example"),
    "lodz": Person(id="3" * 32, given_name="Łukasz", family_name="Łódźki"),
    "istanbul": Person(id="4" * 32, given_name="İnci", family_name="İstanbullu", phone="+90 555 123 45 67"),
    "wang": Person(id="5" * 32, given_name="Yi", family_name="Wang", name_own="王毅"),
}
HOSTILE = (
    '"', '""', "NEAR(", "NEAR(a b)", "a AND", "OR", "NOT x", "*", "a*", "kolon:x", "title:x", "-x", "(", ")",
    "^a", "{a b}", "+", "\x00", "a\x00b", "\ud800", "'; DROP TABLE contact;--", "%", "_", "\\", "🙂",
    "a" * 70_000, " ".join(f"w{place}" for place in range(5_000)), "\u202e",
    "a" + "\u0301" * 5_000, "½", "ﬁ", "١٢٣",
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    folder = tmp_path_factory.mktemp("search")
    speak("tr")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "data", lambda: folder)
        with opening.create(folder / "o.dipdesk", "Örnek") as opened:
            with opened.change("people") as session:
                session.add_all(PEOPLE.values())
            yield opened


def found(office: OfficeFile, text: str, limit: int = 50) -> list[str]:
    with office.read() as session:
        return [one.row_id for one in going.targets(session.connection(), text, limit)]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("ısparta", "isparta"),
        ("ISPARTA", "isparta"),
        ("isparta", "isparta"),
        ("İSPARTALI", "isparta"),
        ("sukru", "sukru"),
        ("Şükrü", "sukru"),
        ("ŞÜKRÜ", "sukru"),
        ("caglayan sukru", "sukru"),
        ("ÇAĞ şük", "sukru"),
        ("sukru@ornek", "sukru"),
        ("lodz", "lodz"),
        ("Łódź", "lodz"),
        ("ŁÓD", "lodz"),
        ("İSTANBUL", "istanbul"),
        ("istanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("I\u0307stanbul", "istanbul"),
        ("i\u0307nci", "istanbul"),
        ("+90 555 123", "istanbul"),
        ("王", "wang"),
    ],
)
def test_finds_whatever_the_case_and_accents(office: OfficeFile, typed: str, who: str) -> None:
    assert found(office, typed) == [PEOPLE[who].id]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_no_errors(office: OfficeFile, text: str) -> None:
    assert isinstance(found(office, text), list)


@pytest.mark.parametrize("text", ["", "  ", '"', "*", "%", "_", "(", "\x00", "🙂"])
def test_a_text_without_a_word_finds_nothing(office: OfficeFile, text: str) -> None:
    assert search.query(text) == ""
    assert found(office, text) == []


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_searched_without_error(office: OfficeFile, text: str) -> None:
    assert isinstance(found(office, text), list)


@settings(max_examples=60, deadline=None)
@given(name=st.text(min_size=1, max_size=30), cut=st.integers(1, 30))
def test_what_is_stored_is_found_by_its_beginning(office: OfficeFile, name: str, cut: int) -> None:
    """Every word of a name, and every beginning of its first word, finds it."""
    words = search.words(name)
    person = Person(family_name=name)
    with office.read() as session:
        session.add(person)
        session.flush()
        search.update(session.connection(), [person])
        if words:
            hits = session.connection().exec_driver_sql(
                "SELECT id FROM search JOIN finder ON num = search.rowid WHERE search MATCH ?",
                (search.query(f"{name} {words[0][:cut]}"),),
            )
            assert person.id in [row[0] for row in hits]


def test_names_come_before_mentions(office: OfficeFile) -> None:
    with office.change("x") as session:
        named = Partner(name_tr="Zirve")
        session.add_all([Note(headline="Toplantı", text="Zirve konuşuldu"), named])
    try:
        assert found(office, "zirve")[0] == named.id
        assert len(found(office, "zirve")) == 2
        assert len(found(office, "zirve", limit=1)) == 1
    finally:
        office.undo()
    assert found(office, "zirve") == []


def test_both_languages_find_it(office: OfficeFile) -> None:
    with office.change("x") as session:
        session.add(Partner(name_tr="Münih", name_en="Munich"))
    try:
        assert found(office, "munih") == found(office, "munich") != []
    finally:
        office.undo()


def test_a_change_is_found_and_the_old_words_are_not(office: OfficeFile) -> None:
    visit = Visit(title_tr="Bahar ziyareti")
    with office.change("x") as session:
        session.add(visit)
    with office.change("x") as session:
        session.get_one(Visit, visit.id).title_tr = "Güz ziyareti"
    assert found(office, "bahar") == []
    assert found(office, "guz") == [visit.id]
    office.undo()
    assert found(office, "bahar") == [visit.id]
    office.undo()
    assert found(office, "bahar") == found(office, "guz") == []


def test_numbers_stay_when_words_change_and_the_file_is_compacted(office: OfficeFile) -> None:
    def numbers() -> dict[str, int]:
        return dict(office.raw.execute("SELECT id, num FROM finder").fetchall())

    before = numbers()
    with office.change("x") as session:
        session.get_one(Person, PEOPLE["wang"].id).family_name = "Wáng"
    office.raw.execute("VACUUM")
    assert numbers() == before
    assert found(office, "wang") == [PEOPLE["wang"].id]
    office.undo()


def test_numbers_lie_in_the_span_of_their_entity(office: OfficeFile) -> None:
    first, last = search.span(Person)
    placed = office.raw.execute("SELECT num FROM finder JOIN person USING (id)").fetchall()
    assert len(placed) == len(PEOPLE)
    assert all(first < row[0] <= last for row in placed)
    spans = {search.span(kind) for kind in (Person, Partner, Visit, Note)}
    assert len(spans) == 4


def test_index_and_finder_hold_the_same_rows(office: OfficeFile, tmp_path: Path) -> None:
    finder = {row[0] for row in office.raw.execute("SELECT num FROM finder").fetchall()}
    index = {row[0] for row in office.raw.execute("SELECT rowid FROM search").fetchall()}
    assert finder == index
