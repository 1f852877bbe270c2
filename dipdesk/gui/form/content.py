"""What the page of a record shows of it, read in one go."""

from dataclasses import dataclass
from typing import Any

from dipdesk.gui.form.facts import Fact, State, country_code, facts, states
from dipdesk.gui.form.stand_ins import stand_ins
from dipdesk.i18n import _
from dipdesk.model import Record, fields
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import in_words, own_words


@dataclass(frozen=True)
class Content:
    """Title, flag, chips and facts of the head; and by field its value, that in words, and its remark."""

    title: str
    code: str
    states: list[State]
    facts: list[Fact]
    values: dict[str, Any]
    shown: dict[str, str]
    remarks: dict[str, str]


def read(office: OfficeFile, kind: type[Record], row_id: str) -> Content | None:
    """What is shown of a record; None if it is no longer there."""
    with office.read() as session:
        record = session.get(kind, row_id)
        if record is None:
            return None
        values = {one.name: getattr(record, one.name) for one in fields(kind)}
        shown = {
            one.name: own_words(record, one.name) or in_words(session, one.kind, values[one.name])
            for one in fields(kind)
        }
        return Content(
            record.title() or _("(without a name)"),
            country_code(session, record),
            states(record),
            [*facts(record, session), *stand_ins(record, session)],
            values,
            shown,
            record.remarks(),
        )
