"""Tables of any entity: guessed, mapped, refused, skipped, matched with what is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.errors import Invalid
from dipdesk.exchange.csv_import import ImportResult, assign, guess, preview, read_table, run, shape, shapes
from dipdesk.i18n import installed_languages, speaking
from dipdesk.model import Note, Partner, Person, Post, Record, Visit
from dipdesk.progress import Cancelled, Progress
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.exchange.conftest import fingerprint

Written = Callable[..., Path]


def bring(office: OfficeFile, path: Path, name: str = "", *, skip: bool = False) -> ImportResult:
    return run(office, guess(read_table(path), name), skip)


def stored(office: OfficeFile, kind: type[Record]) -> list[Record]:
    with office.read() as session:
        return list(session.scalars(select(kind).order_by(kind.id)))


def reasons(result: ImportResult) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in result.refused]


def test_guesses_the_entity_by_its_headings(written: Written) -> None:
    heads = {
        "person": "Adı;Soyadı;E-posta;Telefon;Diller",
        "partner": "name_en,country,population,time zone",
        "agreement": "Partner,Kind,Signed on,Council decision on",
        "membership": "Union or network,Class,Since,Yearly dues",
        "visit": "Başlık;Başlangıç;Bitiş;Durum",
        "country": "Code,Capital,Languages",
    }
    with speaking("en"):
        found = {name: guess(read_table(written(head + "\n"))).shape.name for name, head in heads.items()}
    assert found == {name: name for name in heads}


def test_headings_are_known_in_every_language_whatever_is_spoken(written: Written) -> None:
    for kind in (one for one in shapes() if one.name not in ("sister_cities", "union_collaborations")):
        for heading_language in installed_languages():
            with speaking(heading_language):
                head = ";".join(target.title() for target in kind.targets)
            plan = guess(read_table(written(head + "\n")), kind.name)
            assert plan.columns == {target.name: place for place, target in enumerate(kind.targets)}, (
                kind.name
            )


def test_people_are_added_updated_and_known_again(office: OfficeFile, written: Written) -> None:
    head = "Ad;Soyad;E-posta;Telefon;Bildiği diller;Doğum tarihi\n"
    first = bring(
        office, written(head + "Şükrü;ILGAZ;s@ilgaz.bel.tr;+90 266 123 45 67;Türkçe, English;1970\n")
    )
    assert (first.read, first.by_entity) == (1, {"person": 1})
    (person,) = stored(office, Person)
    assert isinstance(person, Person)
    assert (person.family_name, person.languages, person.born) == ("ILGAZ", ("tr", "en"), PartialDate(1970))
    again = bring(office, written(head + "ŞÜKRÜ;Ilgaz;;0266 123;;1970-05\n"))
    assert (again.added, again.updated) == (0, 1)
    (person,) = stored(office, Person)
    assert isinstance(person, Person)
    assert (person.phone, str(person.born), person.email) == ("0266 123", "1970-05", "s@ilgaz.bel.tr")
    assert bring(office, written(head + "Şükrü;Ilgaz;;0266 123;;1970\n")).same == 1


def test_people_of_one_name_with_different_addresses_are_two(office: OfficeFile, written: Written) -> None:
    text = "given_name,family_name,email\nAyşe,Kaya,a@x.org\nAyşe,Kaya,b@x.org\n"
    assert bring(office, written(text)).added == 2
    assert bring(office, written(text)).same == 2
    nameless = bring(office, written("given_name,family_name,phone\nAyşe,Kaya,1234\n"))
    assert reasons(nameless) == [(2, "2 records in the office file could be meant. Make the name clearer.")]


def test_links_are_found_by_title_name_and_country(office: OfficeFile, written: Written) -> None:
    bring(
        office,
        written(
            "name_tr,name_en,country\nİştip,Štip,Makedonya\nTrablus,Tripoli,Libya\nTrablusşam,Tripoli,LB\n"
        ),
    )
    bring(office, written("given_name,family_name\nAyşe,Yılmaz\n"))
    text = (
        'Person,partner,Function\nayse yilmaz,STIP,mayor\nYılmaz Ayşe,"Tripoli, Lebanon",Belediye başkanı\n'
        "Ayşe YILMAZ,Tripoli (LY),\n"
    )
    assert bring(office, written(text), "post").added == 3
    with office.read() as session:
        where = [
            post.partner.name_tr for post in session.scalars(select(Post).order_by(Post.id)) if post.partner
        ]
    assert where == ["İştip", "Trablusşam", "Trablus"]
    unclear = bring(
        office, written("Person,partner\nAyşe Yılmaz,Tripoli\nNobody,Štip\nAyşe Yılmaz,Atlantis\n"), "post"
    )
    assert reasons(unclear) == [
        (2, "Several records are called “Tripoli”. Make the name clearer."),
        (3, "There is no “Nobody” among the People. Add it first."),
        (4, "There is no “Atlantis” among the Partners. Add it first."),
    ]
    assert [one.column for one in unclear.refused] == [1, 0, 1]


def test_nothing_is_stored_if_a_row_is_refused(office: OfficeFile, written: Written) -> None:
    before = fingerprint(office)
    head = "title_tr,starts,kind,partner\nİyi,2027-05-12,inbound,\nKötü,31.02.2026,inbound,\n"
    path = written(head + ",2027-05-12,,\n \u00a0 ,2027-05-12,visit,\nUzun,2027-05-12,,,fazla\n")
    result = bring(office, path)
    assert not result.stored
    assert reasons(result) == [
        (3, "There is no such day as “31.02.2026”."),
        (4, "The name is missing."),
        (
            5,
            "“visit” is not one of the choices. "
            "Choose one of: Visit to us, Visit abroad, Transit, Online meeting, International meeting.",
        ),
        (6, "The row has 5 cells, but the heading only 4."),
    ]
    assert fingerprint(office) == before
    assert office.undo_labels() == []
    skipped = bring(office, path, skip=True)
    assert (skipped.stored, skipped.added, len(skipped.refused)) == (True, 1, 4)
    assert [one.title() for one in stored(office, Visit)] == ["İyi"]
    office.undo()
    assert stored(office, Visit) == []


def test_a_needed_field_that_is_missing_is_named(office: OfficeFile, written: Written) -> None:
    result = bring(office, written("given_name,family_name\nAyşe,\n"), "person")
    assert reasons(result) == [(2, "“Family name” is missing.")]


def test_a_needed_column_that_is_missing_is_named(office: OfficeFile, written: Written) -> None:
    with pytest.raises(Invalid, match="No column is chosen for “Person”"):
        bring(office, written("partner,Since\nŠtip,2019\n"), "post")
    with pytest.raises(Invalid, match="No column of this table is known"):
        bring(office, written("x,y\n1,2\n"), "partner")


def test_rows_that_contradict_each_other_are_refused(office: OfficeFile, written: Written) -> None:
    text = "name_en,country,population\nŠtip,MK,10\nStip,MK,10\nŠTİP,MK,11\n"
    result = bring(office, written(text))
    assert reasons(result) == [
        (4, "Line 2 is about the same record and says something else for “Population”.")
    ]
    assert result.same == 1


def test_what_is_there_can_be_left_alone(office: OfficeFile, written: Written) -> None:
    bring(office, written("name_en,country,population\nŠtip,MK,10\n"))
    plan = guess(read_table(written("name_en,country,population\nŠtip,MK,11\nBitola,MK,5\n")), update=False)
    result = run(office, plan)
    assert (result.added, result.updated, result.same) == (1, 0, 1)


def test_blank_cells_leave_what_is_known(office: OfficeFile, written: Written) -> None:
    bring(office, written("name_en,country,population\nŠtip,MK,10\n"))
    assert bring(office, written("name_en,country,population\nŠtip,,\n")).same == 1


def test_columns_are_mapped_by_hand(office: OfficeFile, written: Written) -> None:
    table = read_table(written("A,B,C\nŠtip,MK,x\n"))
    plan = assign(guess(table, "partner"), ["name_en=A", "Ülke=2", "Note in nothing=C"][:2])
    assert plan.columns == {"name_en": 0, "country_id": 1}
    assert (plan.target_of(2), plan.with_column(0, "").columns) == (None, {"country_id": 1})
    assert run(office, plan).added == 1
    for pair, sentence in {
        "name_en": "not of the form",
        "colour=A": "is no field of Partners",
        "name_en=Z": "has no column “Z”. Its columns are: A, B, C",
        "name_en=4": "has no column “4”",
    }.items():
        with pytest.raises(Invalid, match=sentence):
            assign(plan, [pair])
    with pytest.raises(Invalid, match="is no kind of table"):
        shape("spaceship")
    assert (
        shape("Partners").name
        == shape("Ortaklar" if shape("partner").title() == "Ortaklar" else "partner").name
    )


def test_notes_are_about_records_that_exist(office: OfficeFile, written: Written) -> None:
    bring(office, written("name_en,country\nŠtip,MK\n"))
    (city,) = stored(office, Partner)
    text = f'headline,about,text\nWrote,partner/{city.id},"=1+1\nline"\nLost,partner/{"0" * 32},\n'
    result = bring(office, written(text), "note", skip=True)
    assert len(result.refused) == 1
    (note,) = stored(office, Note)
    assert isinstance(note, Note)
    assert (note.subject, note.text) == (f"partner/{city.id}", "=1+1\nline")


HOSTILE = [
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "<b>Ayşe</b> Yılmaz",
    '<img src="http://127.0.0.1:9/x.png"/>',
    "'; DROP TABLE partner;--",
    "Ad\u202efdp.exe",
    "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
    "Smith & Oğulları; AT&T &copy;",
    "{name} %s {0}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(office: OfficeFile, written: Written, text: str) -> None:
    cell = text.replace('"', '""')
    path = written(f'name_en,country\n"{cell}",MK\n')
    assert bring(office, path).added == 1
    (city,) = stored(office, Partner)
    assert city.title() == " ".join(text.split())
    assert bring(office, path).same == 1


def test_control_characters_never_reach_the_file(office: OfficeFile, written: Written) -> None:
    assert bring(office, written('name_en,country\n"A\x08\x1fB",MK\n')).added == 1
    assert stored(office, Partner)[0].title() == "AB"


def test_too_long_a_text_is_refused_with_its_line(office: OfficeFile, written: Written) -> None:
    result = bring(office, written(f"name_en,country\n{'Ş' * 20_000},MK\n"))
    assert reasons(result) == [(2, "This is too long: at most 300 letters fit.")]


def test_cancel_stores_nothing(office: OfficeFile, written: Written) -> None:
    plan = guess(read_table(written("name_en,country\n" + "".join(f"City {n},MK\n" for n in range(500)))))
    before = fingerprint(office)
    seen: list[tuple[int, int]] = []

    def stop_late(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == 5:
            progress.cancel()

    progress = Progress(stop_late)
    with pytest.raises(Cancelled):
        run(office, plan, progress=progress)
    assert seen[:3] == [(0, 500), (200, 500), (400, 500)]
    assert fingerprint(office) == before
    assert preview(office, plan).result.added == 500


def test_reasons_are_said_in_the_language_spoken(office: OfficeFile, written: Written) -> None:
    path = written("title_tr,starts\nKötü,31.02.2026\n")
    with speaking("tr"):
        turkish = reasons(bring(office, path))
    assert turkish[0][0] == 2
    assert turkish != reasons(bring(office, path)) or installed_languages() == ("en",)
