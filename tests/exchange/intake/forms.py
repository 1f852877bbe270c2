"""Forms filled in as a partner does: by writing into the workbook, or into the tables of the document."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from dipdesk.exchange.intake import writing
from dipdesk.exchange.intake.columns import columns
from dipdesk.model import Country, Delegation, Partner, Record, Visit
from dipdesk.saving import form_workbook
from dipdesk.store.office_file import OfficeFile

DAY = date(2027, 5, 12)
PEOPLE: tuple[Mapping[str, str], ...] = (
    {
        "family_name": "İŞçioğlu",
        "given_name": "Iğdır Çağrı",
        "post_title": "Bürgermeisterin",
        "role": "Head of delegation",
        "phone": "+49 30 123 45 67",
        "email": "i.iscioglu@example.org",
        "languages": "Turkish, German",
        "arrival_number": "ÖR 1722",
        "arrival_at": "12.05.2027 11:20",
        "passport_until": "05.03.2030",
        "privacy_consent": "Given",
        "meals": "vegetarian",
        "step_free": "yes",
    },
    {
        "family_name": "محمد",
        "given_name": "سلمان",
        "post_title": "نائب رئيس البلدية",
        "arrival_number": "ÖR1722",
        "arrival_at": "12.05.2027 11:20",
    },
    {"family_name": "王", "given_name": "毅", "post_title": "副市长", "name_own": "王毅", "note": "=1+1"},
)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def visit(office: OfficeFile) -> str:
    """A visit of a delegation from Germany."""
    with office.read() as session:
        country = session.query(Country).filter_by(code="DE").one().id
    city = Partner(name_tr="Beispielburg", country_id=country)
    put(office, city)
    made = Visit(title_tr="Ziyaret", title_en="Visit", partner_id=city.id, starts=DAY, ends=DAY)
    put(office, made)
    put(office, Delegation(visit_id=made.id, side="guest", partner_id=city.id))
    return str(made.id)


def written(office: OfficeFile, visit_id: str, path: Path, language: str = "en") -> Path:
    """The empty form of a visit."""
    writing.write_form(office, visit_id, path, language)
    return path


def filled(
    office: OfficeFile, visit_id: str, path: Path, people: Sequence[Mapping[str, str]] = PEOPLE
) -> Path:
    """The form in English with these people, as a workbook or a document by the ending."""
    written(office, visit_id, path)
    if path.suffix == ".docx":
        return _filled_document(path, people)
    keep = form_workbook.form_workbook

    def with_people(form: form_workbook.FormSheet, author: str = "") -> bytes:
        rows = [[one.get(column.key, "") for column in columns()] for one in people]
        return keep(replace(form, filled=rows), author)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "form_workbook", with_people)
        return written(office, visit_id, path)


def _filled_document(path: Path, people: Sequence[Mapping[str, str]]) -> Path:
    document = docx.Document(str(path))
    for table, person in zip(document.tables, people, strict=False):
        for row, column in zip(table.rows, columns(), strict=True):
            row.cells[1].text = person.get(column.key, "")
    document.save(str(path))
    return path


def changed(path: Path, old: bytes, new: bytes) -> Path:
    """The same file with bytes of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as target:
        for one in archive.namelist():
            target.writestr(one, archive.read(one).replace(old, new))
    path.write_bytes(made.getvalue())
    return path
