"""Writing the intake form of a visit, as a workbook or as a Word document, by the ending of the file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.intake.columns import BETWEEN, GROUPS, FormColumn, asked
from dipdesk.exchange.intake.document import Asked, FormDocument, form_document
from dipdesk.exchange.intake.known import known_people
from dipdesk.exchange.intake.stamp import FORM_VERSION, Stamp
from dipdesk.exchange.intake.words import FormWords, both
from dipdesk.i18n import LANGUAGES, N_, _, format_interval, speaking
from dipdesk.model import Office, Visit
from dipdesk.saving import save
from dipdesk.saving.form_workbook import FormHead, FormSheet, form_workbook
from dipdesk.store.office_file import OfficeFile

ROWS = 40
"""So many people find room in a workbook."""
PEOPLE = 12
"""So many find room in a Word document; a table can be copied for more."""
ENDINGS = (".xlsx", ".docx")
Questions = Sequence[FormColumn]
People = Sequence[Sequence[str]]
"""The answers that are known already, a row for each person in the order of the questions."""
_GROUPS = tuple(GROUPS)
_SHEET = N_("Delegation")
_HOW = N_("How to fill it in")
_NOTICE = N_("Privacy notice")
_NUMBER = N_("Number of the form, please leave it: {stamp}")


def write_form(office: OfficeFile, visit_id: str, path: Path, language: str) -> None:
    """Write the form of a visit to ``path`` (.xlsx or .docx), ``language`` first. Raises Invalid or Known."""
    if language not in LANGUAGES:
        raise Invalid(_("The form can be written in Turkish or English only."), "language")
    if path.suffix.lower() not in ENDINGS:
        raise Invalid(_("Write the form to a file that ends in .xlsx or .docx."), "path")
    with office.read() as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit is no longer in the office file."))
        questions = asked(guests=visit.their_side == "guest")
        known = known_people(session, visit, questions, language)
        words = [replace(_words(session, visit, code), is_filled=bool(known)) for code in both(language)]
        lines = _lines(visit, words, Stamp(FORM_VERSION, visit.id, language))
    with speaking(language):
        is_sheet = path.suffix.lower() == ".xlsx"
        made = (_workbook if is_sheet else _document)(words, lines, questions, known)
    save(made, path)


def _words(session: Session, visit: Visit, code: str) -> FormWords:
    with speaking(code):
        office = session.scalars(select(Office)).one()
        return FormWords(code, office.title(), visit.title(), visit.their_side == "guest")


def _lines(visit: Visit, words: list[FormWords], stamp: Stamp) -> list[str]:
    """What stands above the questions: title, visit with its days, how many, and the number of the form."""
    first = words[0]
    with speaking(first.language):
        last = max(visit.ends or visit.starts, visit.starts) if visit.starts else None
        days = format_interval(visit.starts, last) if visit.starts and last else ""
        number = _(_NUMBER).format(stamp=stamp.text())
    titles = BETWEEN.join(dict.fromkeys(one.title for one in words))
    visits = BETWEEN.join(dict.fromkeys(one.visit for one in words))
    return [titles, " · ".join(part for part in (visits, days) if part), first.office, number]


def _workbook(words: list[FormWords], lines: list[str], questions: Questions, known: People) -> bytes:
    language = words[0].language
    heads = [
        FormHead(one.heading(language), one.width, one.choices(), _GROUPS.index(one.group))
        for one in questions
    ]
    sheet = FormSheet(_(_SHEET), lines, heads, ROWS, known, _(_HOW), _notes(words))
    return form_workbook(sheet, words[0].office)


def _document(words: list[FormWords], lines: list[str], questions: Questions, known: People) -> bytes:
    language = words[0].language
    named = [Asked(one.heading(language), _hint(one)) for one in questions]
    person = N_("Person {number}")
    names = [_(person).format(number=number) for number in range(1, max(PEOPLE, len(known) + 2) + 1)]
    return form_document(
        FormDocument(tuple(lines), tuple(_notes(words)), tuple(names), tuple(named), language, known)
    )


def _hint(one: FormColumn) -> str:
    """What can be chosen, where one cannot choose from a list."""
    return " · ".join(one.choices())


def _notes(words: list[FormWords]) -> list[str]:
    """How to fill it in and the privacy notice, in one language after the other."""
    lines: list[str] = []
    for one in words:
        with speaking(one.language):
            lines += [f"# {_(_HOW)}", *one.instructions, "", f"# {_(_NOTICE)}", *one.notice, ""]
    return lines
