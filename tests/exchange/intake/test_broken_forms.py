"""Forms with mistakes: each cell says what is wrong; nothing is stored before somebody confirms it."""

import zipfile
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.intake.plan import plan, with_person
from dipdesk.exchange.intake.proposal import NEW
from dipdesk.exchange.intake.reading import read_form
from dipdesk.exchange.intake.storing import store
from dipdesk.exchange.intake.writing import write_form
from dipdesk.model import DelegationMember, Partner, Person, Post, Visit
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove
from tests.exchange.intake.forms import DAY, changed, filled, put, visit, written

BROKEN = (
    {
        "family_name": "Muster",
        "given_name": "Eva",
        "passport_until": "31.02.2026",
        "phone": "call me",
        "arrival_at": "noon",
        "role": "Boss",
        "languages": "Klingon",
        "email": "eva at home",
    },
    {"given_name": "Nobody", "phone": "+49 1"},
    {"family_name": "Muster", "given_name": "Eva", "meals": "no nuts", "needs_interpreter": "maybe"},
)


def test_every_broken_cell_is_named(office: OfficeFile, tmp_path: Path) -> None:
    form = read_form(filled(office, visit(office), tmp_path / "form.xlsx", BROKEN))
    found = {(one.place, one.key) for one in form.warnings}
    assert found == {
        ("G7", "languages"),
        ("K7", "role"),
        ("M7", "phone"),
        ("N7", "email"),
        ("P7", "arrival_at"),
        ("Y7", "passport_until"),
        ("Row 8", "family_name"),
        ("L9", "needs_interpreter"),
        ("S9", "meals"),
        ("B9", "family_name"),
    }
    said = {one.place: one.sentence for one in form.warnings}
    assert said["Y7"] == "There is no such day as “31.02.2026”."
    assert "Write it like +90 266 123 45 67" in said["M7"]
    assert "Head of delegation" in said["K7"]
    assert said["S9"] == "Kept only if “Needs may be kept” is answered with “Given”. It is left out."
    assert said["B9"] == "The same person as in Row 7; both become one."


def test_nothing_is_stored_until_confirmed_and_then_only_what_is_sound(
    office: OfficeFile, tmp_path: Path
) -> None:
    visit_id = visit(office)
    before = office.undo_label
    made = plan(office, read_form(filled(office, visit_id, tmp_path / "form.xlsx", BROKEN)))
    assert made.forecast() == "1 member is added. 1 row is refused."
    assert office.undo_label == before
    store(office, made, DAY)
    with office.read() as session:
        (member,) = session.scalars(select(DelegationMember))
        assert (member.phone, member.meals, member.passport_until) == ("", "", None)
        (person,) = session.scalars(select(Person))
        assert (person.family_name, person.email) == ("Muster", "")


def test_a_document_names_person_and_question(office: OfficeFile, tmp_path: Path) -> None:
    form = read_form(filled(office, visit(office), tmp_path / "form.docx", BROKEN))
    assert "Person 1, “Phone during the visit”" in {one.place for one in form.warnings}


def test_known_people_are_found_and_left_as_they_are(office: OfficeFile, tmp_path: Path) -> None:
    visit_id = visit(office)
    known = Person(family_name="Muster", given_name="Eva", academic="Dr.")
    like = Person(family_name="Mustermann", given_name="Ewa")
    put(office, known, like)
    with office.read() as session:
        city = session.scalars(select(Partner)).one().id
    put(office, Post(person_id=known.id, partner_id=city, function="mayor", title_en="Mayor"))
    people = (
        {"family_name": "MUSTER", "given_name": "Eva", "academic": "Prof.", "post_title": "Head of Culture"},
        {"family_name": "Mustermann", "given_name": "Eva", "post_at": "New Institute"},
    )
    made = plan(office, read_form(filled(office, visit_id, tmp_path / "form.xlsx", people)))
    first, second = made.rows
    assert first.person_id == known.id
    post, title = first.notes
    assert post.said().startswith("H7: On file is “Dr. Eva MUSTER · Mayor · Beispielburg”. This one is added")
    assert title.said().startswith("A7: On file is “Dr.”, and it stays.")
    assert second.person_id == NEW
    assert "May be Ewa MUSTERMANN" in second.notes[0].sentence
    chosen = with_person(office, made, 1, like.id)
    assert chosen.rows[1].person_id == like.id
    store(office, chosen, DAY)
    with office.read() as session:
        assert len(list(session.scalars(select(Person)))) == 2
        assert {one.name_tr for one in session.scalars(select(Partner))} == {"Beispielburg"}


def test_two_of_one_name_are_asked_about(office: OfficeFile, tmp_path: Path) -> None:
    visit_id = visit(office)
    put(
        office, Person(family_name="Muster", given_name="Eva"), Person(family_name="Muster", given_name="Eva")
    )
    people = ({"family_name": "Muster", "given_name": "Eva"},)
    (row,) = plan(office, read_form(filled(office, visit_id, tmp_path / "form.xlsx", people))).rows
    assert row.person_id == NEW
    assert len(row.candidates) == 2
    assert "Choose who is meant" in row.notes[0].sentence


HOSTILE = (
    "=cmd|'/c calc'!A1",
    "+90 532 000 00 00",
    "-2+3",
    "@SUM(1+1)",
    "<b>Ayşe</b>",
    "'; DROP TABLE person;--",
    "Ad\u202efdp.exe",
    "a" + "\u0301" * 100,
    "&#x110000;",
    "{office}{0}",
)


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_hostile_cells_are_texts(office: OfficeFile, tmp_path: Path, ending: str) -> None:
    people = [{"family_name": text, "note": text} for text in HOSTILE]
    made = plan(office, read_form(filled(office, visit(office), tmp_path / f"form.{ending}", people)))
    store(office, made, DAY)
    with office.read() as session:
        names = {one.family_name for one in session.scalars(select(Person))}
    clean = {text.replace("\u202e", "") for text in HOSTILE}
    assert len(names) == len(HOSTILE)
    assert {name for name in names if len(name) < 100} <= clean


def test_no_cell_of_the_form_is_a_formula(office: OfficeFile, tmp_path: Path) -> None:
    path = filled(office, visit(office), tmp_path / "form.xlsx", [{"family_name": "=1+1", "phone": "=A1"}])
    with zipfile.ZipFile(path) as archive:
        content = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in content
    assert b"hyperlink" not in content


def test_foreign_and_damaged_files_are_refused(office: OfficeFile, tmp_path: Path) -> None:
    visit_id = visit(office)
    path = filled(office, visit_id, tmp_path / "form.xlsx")
    cases: list[tuple[Path, str]] = []
    text = tmp_path / "text.xlsx"
    text.write_text("family name;phone", encoding="utf-8")
    cases.append((text, "is no form of dipdesk"))
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(path.read_bytes()[:-300])
    cases.append((cut, "is damaged"))
    foreign = changed(filled(office, visit_id, tmp_path / "foreign.xlsx"), b"dipdesk-intake", b"other-form")
    cases.append((foreign, "number of the form was removed"))
    newer = changed(
        filled(office, visit_id, tmp_path / "newer.xlsx"), b"dipdesk-intake/1", b"dipdesk-intake/9"
    )
    cases.append((newer, "newer version"))
    renamed = changed(filled(office, visit_id, tmp_path / "renamed.xlsx"), b"Family name", b"Clan")
    changed(renamed, "Soyadı".encode(), b"Stamm")
    cases.append((renamed, "headings of “renamed.xlsx” were changed"))
    evil = filled(office, visit_id, tmp_path / "evil.docx")
    changed(evil, b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document')
    cases.append((evil, "reaches for other files"))
    for broken, sentence in cases:
        with pytest.raises(Invalid, match=sentence):
            read_form(broken)
    for missing, sentence in ((tmp_path / "none.xlsx", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises(Known, match=sentence):
            read_form(missing)


def test_a_form_of_another_visit_is_not_mixed_up(office: OfficeFile, tmp_path: Path) -> None:
    form = read_form(filled(office, visit(office), tmp_path / "form.xlsx"))
    with pytest.raises(Known, match="sent for another visit: “Visit”"):
        plan(office, form, "0" * 32)
    with office.change("Gone") as session:
        remove(session, session.scalars(select(Visit)).one())
    with pytest.raises(Known, match="not in this office file"):
        plan(office, form)
    with pytest.raises(Known, match="no longer"):
        written(office, form.stamp.visit_id, tmp_path / "x.xlsx")


@pytest.mark.parametrize(("name", "language"), [("form.pdf", "en"), ("form.xlsx", "de")])
def test_only_known_formats_and_languages_are_written(
    office: OfficeFile, tmp_path: Path, name: str, language: str
) -> None:
    with pytest.raises(Invalid):
        write_form(office, visit(office), tmp_path / name, language)


def test_refused_consent_deletes_what_is_on_file(office: OfficeFile, tmp_path: Path) -> None:
    visit_id = visit(office)
    eva = {"family_name": "Muster", "given_name": "Eva"}
    given = {**eva, "meals": "no nuts", "step_free": "yes", "privacy_consent": "Given"}
    store(office, plan(office, read_form(filled(office, visit_id, tmp_path / "a.xlsx", [given]))), DAY)
    refused = {**eva, "privacy_consent": "Refused"}
    made = plan(office, read_form(filled(office, visit_id, tmp_path / "b.xlsx", [refused])))
    assert [one.said() for one in made.warnings] == [
        "AB7: Consent is refused: the needs that are on file are deleted."
    ]
    store(office, made, DAY)
    with office.read() as session:
        (member,) = session.scalars(select(DelegationMember))
        assert (member.meals, member.step_free, member.privacy_consent) == ("", False, "no")


def test_the_sheet_is_found_wherever_it_was_moved(office: OfficeFile, tmp_path: Path) -> None:
    path = filled(office, visit(office), tmp_path / "form.xlsx")
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml")
    sheets = book.partition(b"<sheets>")[2].partition(b"</sheets>")[0]
    first, second, third = (part + b"/>" for part in sheets.split(b"/>") if part)
    changed(path, b"<sheets>" + sheets, b"<sheets>" + second + first + third)
    assert len(read_form(path).entries) == 3


READ = (
    "word/document.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "[Content_Types].xml",
)
"""The parts of the files that are read."""


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_spoiled_files_are_read_or_refused_with_a_sentence(
    office: OfficeFile, tmp_path: Path, ending: str
) -> None:
    whole = filled(office, visit(office), tmp_path / f"form.{ending}")
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = Random(7)
    spoiled = tmp_path / f"spoiled.{ending}"
    said = []
    read = [one for one in parts if one in READ]
    for _number in range(60):
        name = chance.choice(read)
        content = bytearray(parts[name])
        for _change in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        with zipfile.ZipFile(spoiled, "w") as archive:
            for one, part in parts.items():
                archive.writestr(one, bytes(content) if one == name else part)
        try:
            plan(office, read_form(spoiled))
        except (Invalid, Known) as trouble:
            said.append(trouble.sentence)
    assert len(said) > 5
    assert all(said)
