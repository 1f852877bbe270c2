"""Reading an intake form that came back: whose it is, the answers, and what is wrong with each cell.

Nothing of the office file is needed here. A form that is damaged, of something else, or of a newer version of
dipdesk is refused with a sentence; whatever is wrong with a cell is a warning with its address.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.exchange import archive
from dipdesk.exchange.cells import is_blank, is_unseen
from dipdesk.exchange.content import OLD_OFFICE, content
from dipdesk.exchange.identity import words
from dipdesk.exchange.intake.answers import Answer, CellWarning, Entry, Form
from dipdesk.exchange.intake.columns import FormColumn, column, columns
from dipdesk.exchange.intake.stamp import FORM_VERSION, Stamp, find
from dipdesk.exchange.intake.word_reader import read_word
from dipdesk.exchange.table import Table
from dipdesk.exchange.workbook import read_workbook
from dipdesk.i18n import _, format_number, join_words
from dipdesk.model.delegation import CONSENTS
from dipdesk.model.kinds import Text

_ZIPPED = b"PK\x03\x04"
_OPEN_DOCUMENT, _BEGINNING = b"application/vnd.oasis.opendocument", 200
"""What stands among the first bytes of an OpenDocument file (ISO/IEC 26300, 3.3)."""
_MOST_PEOPLE = 500
_NEEDED = ("family_name",)
_AT_LEAST = 5
"""So many of the columns a table must have to be taken for the form."""


def read_form(path: Path) -> Form:
    """The form in a file, with a warning for every cell that cannot be read; raises Invalid or Known."""
    raw = _content(path)
    word = read_word(raw, path.name)
    if word is not None:
        stamp = _checked(find(word.text), path.name)
        rows = list(_of_tables(word.tables))
    else:
        stamp = _checked(_stamp_of_workbook(raw, path.name), path.name)
        rows = list(_of_sheet(_sheet_of_form(path, raw), path.name))
    if not rows:
        raise Invalid(_("“{name}” is empty: nobody is entered in it.").format(name=path.name))
    if len(rows) > _MOST_PEOPLE:
        raise Invalid(
            _("“{name}” has more than {most} people. Part it into several forms.").format(
                name=path.name, most=format_number(_MOST_PEOPLE)
            )
        )
    entries = tuple(_read(place, answers) for place, answers in rows)
    return Form(path, stamp, _with_doubles(entries), tuple(_remarks(stamp)))


def _content(path: Path) -> bytes:
    foreign = _("“{name}” is no form of dipdesk. It has to be an XLSX or DOCX file.")
    raw = content(path, _("“{name}” is a folder. Choose the form that came back."), foreign)
    if raw.startswith(OLD_OFFICE):
        raise Invalid(
            _(
                "“{name}” is of an old form (.xls, .doc) or kept under a password."
                " Save it as XLSX or DOCX without a password."
            ).format(name=path.name)
        )
    if not raw.startswith(_ZIPPED):
        raise Invalid(foreign.format(name=path.name))
    if _OPEN_DOCUMENT in raw[:_BEGINNING]:
        raise Invalid(
            _("“{name}” is an OpenDocument file (.ods, .odt). Save it as XLSX or DOCX.").format(
                name=path.name
            )
        )
    return raw


def _stamp_of_workbook(raw: bytes, name: str) -> Stamp | None:
    """The number of the form, wherever in the workbook it stands."""
    parts = archive.parts(raw, name, lambda part: part.startswith("xl/") and part.endswith(".xml"))
    found = (find(content.decode("utf-8", "replace")) for content in parts.values())
    return next((one for one in found if one), None)


def _checked(stamp: Stamp | None, name: str) -> Stamp:
    if stamp is None:
        raise Invalid(
            _(
                "“{name}” is no form of dipdesk, or the number of the form was removed."
                " Import it as a list, or send the form anew."
            ).format(name=name)
        )
    if stamp.version > FORM_VERSION:
        raise Invalid(_("“{name}” was made by a newer version of dipdesk. Read it there.").format(name=name))
    return stamp


def _remarks(stamp: Stamp) -> Iterator[str]:
    if stamp.version < FORM_VERSION:
        yield _("The form is of an older version; columns that it does not have stay empty.")


# Rows of a workbook


def _sheet_of_form(path: Path, raw: bytes) -> Table:
    """The sheet with the questions, wherever somebody moved it; the first one if there is none."""
    first = read_workbook(path, raw)
    if _is_form(first):
        return first
    others = (read_workbook(path, raw, name) for name in first.sheets[1:])
    return next((table for table in others if _is_form(table)), first)


def _is_form(table: Table) -> bool:
    return len(_columns_of(table.header)) >= _AT_LEAST


def _of_sheet(table: Table, name: str) -> Iterator[tuple[str, dict[str, Answer]]]:
    found = _columns_of(table.header)
    missing = [column(key).title() for key in _NEEDED if key not in found]
    if missing or len(found) < _AT_LEAST:
        raise Invalid(
            _("The headings of “{name}” were changed: {columns} cannot be found. Send the form anew.").format(
                name=name, columns=join_words(missing or [one.title() for one in columns()[1:3]])
            )
        )
    for row in table.rows:
        answers = {
            key: Answer(_clean(row.cells[at]), f"{_letters(at)}{row.line}")
            for key, at in found.items()
            if at < len(row.cells) and not is_blank(row.cells[at])
        }
        if answers:
            yield _("Row {number}").format(number=format_number(row.line)), answers


def _columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Where each column of the form stands; the first of equals."""
    found: dict[str, int] = {}
    for at, heading in enumerate(header):
        for one in columns():
            if one.key not in found and one.answers_to(heading):
                found[one.key] = at
                break
    return found


def _letters(place: int) -> str:
    """The letters of a column of a sheet: A, B … Z, AA."""
    text, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


# Tables of a document


def _of_tables(tables: list[list[list[str]]]) -> Iterator[tuple[str, dict[str, Answer]]]:
    number = 0
    for table in tables:
        asked = {key: cells[1] for cells in table if len(cells) > 1 and (key := _asked(cells[0]))}
        if "family_name" not in asked:
            continue
        number += 1
        person = _("Person {number}").format(number=format_number(number))
        answers = {
            key: Answer(
                _clean(text),
                _("{person}, “{field}”").format(person=person, field=column(key).title()),
            )
            for key, text in asked.items()
            if not is_blank(text)
        }
        if answers:
            yield person, answers


def _asked(cell: str) -> str:
    """The column that a question is about; its first line is the heading, what can be chosen follows."""
    heading = cell.strip().partition("\n")[0]
    return next((one.key for one in columns() if words(heading) and one.answers_to(heading)), "")


# Values


def _clean(text: str) -> str:
    """A cell without what cannot be seen at its ends and without control characters."""
    return "".join(char for char in text if char in "\n\t" or not is_unseen(char)).strip()


def _read(place: str, answers: Mapping[str, Answer]) -> Entry:
    values: dict[str, Any] = {}
    warnings: list[CellWarning] = []
    for one in columns():
        answer = answers.get(one.key)
        if answer is None:
            continue
        try:
            values[one.key] = one.read(answer.text)
        except Invalid as error:
            warnings.append(CellWarning(answer.place, one.key, f"{error.sentence} {_remedy(one)}".strip()))
    warnings += _without_consent(values, answers)
    entry = Entry(place, answers, values, tuple(warnings))
    if entry.is_refused and not any(one.key == "family_name" for one in warnings):
        missing = CellWarning(
            place, "family_name", _("The family name is missing; this row cannot be stored.")
        )
        entry = Entry(place, answers, values, (*warnings, missing))
    return entry


def _remedy(one: FormColumn) -> str:
    """What can be done about a cell that cannot be read, where the sentence about it does not say so."""
    return _("Correct the cell, or leave it empty.") if type(one.kind) is Text else ""


def _without_consent(values: dict[str, Any], answers: Mapping[str, Answer]) -> list[CellWarning]:
    """Leave out what may be kept only with consent, and say so."""
    if values.get("privacy_consent") == "yes":
        return []
    found = []
    for one in columns():
        if one.needs_consent and values.pop(one.key, None):
            sentence = _("Kept only if “{field}” is answered with “{answer}”. It is left out.").format(
                field=column("privacy_consent").title(), answer=_(CONSENTS["yes"])
            )
            found.append(CellWarning(answers[one.key].place, one.key, sentence))
    return found


def _with_doubles(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """A warning where two rows name the same person."""
    seen: dict[str, str] = {}
    found = []
    for one in entries:
        name = one.name_key
        if name and name in seen:
            sentence = _("The same person as in {place}; both become one.").format(place=seen[name])
            warning = CellWarning(one.place_of("family_name"), "family_name", sentence)
            one = Entry(one.place, one.answers, one.values, (*one.warnings, warning))
        seen.setdefault(name, one.place)
        found.append(one)
    return tuple(found)
