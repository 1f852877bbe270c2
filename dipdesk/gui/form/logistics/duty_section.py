"""The duties of a visit: who serves it, each person's hours in a row."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from dipdesk.actions.visit_logistics import VisitLogistics
from dipdesk.gui.form.logistics.part import LogisticsPart
from dipdesk.gui.form.logistics.timeline import Bar, DutyTimeline
from dipdesk.gui.form.logistics.words import span
from dipdesk.gui.form.text_rows import Line
from dipdesk.i18n import _, language, language_name, sort_key
from dipdesk.model import Duty
from dipdesk.model.service import DUTIES
from dipdesk.store.office_file import OfficeFile


class DutySection(LogisticsPart):
    """A drawing of everybody's hours, and below it the duties by person and time."""

    kind = Duty

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("Duties"), _("Interpreters, escorts, photographers: who serves whom, when.")
        heads = _("Who"), _("Duty"), _("When"), _("Where"), _("For whom"), _("Languages")
        super().__init__(office, visit_id, words, heads, parent)
        self.table.keep_whole([2])
        self.timeline = DutyTimeline(self)
        self.timeline.wanted.connect(self.select)
        self._column.insertWidget(self._column.indexOf(self.table), self.timeline)
        self.refresh()

    def lines(self, logistics: VisitLogistics) -> Iterator[Line]:
        spoken = language()
        line = sorted(logistics.duties, key=lambda one: sort_key(one.order_text(), spoken))
        self.timeline.show_bars([bar for one in line if (bar := _bar(one)) is not None])
        for one in line:
            starts = one.starts or (one.item.starts if one.item else None)
            ends = one.ends if one.starts else one.ends or (one.item.ends if one.item else None)
            yield Line(
                one.id,
                (
                    _name(one),
                    _kind(one),
                    span(starts, ends),
                    one.item.title() if one.item else "",
                    one.member.title() if one.member else "",
                    ", ".join(language_name(code) for code in one.languages or ()),
                ),
                one.note,
            )


def _name(one: Duty) -> str:
    return one.person.title() if one.person else _("nobody yet")


def _kind(one: Duty) -> str:
    return _(DUTIES[one.kind]) if one.kind in DUTIES else ""


def _bar(one: Duty) -> Bar | None:
    """The hours of a duty as they are drawn; None if nobody knows them."""
    starts = one.starts or (one.item.starts if one.item else None)
    ends = one.ends if one.starts else one.ends or (one.item.ends if one.item else None)
    if starts is None:
        return None
    last = ends.local if ends and ends.local > starts.local else starts.local
    words = " · ".join(filter(None, (_kind(one), one.item.title() if one.item else "", span(starts, ends))))
    return Bar(one.id, one.person_id or "", _name(one), starts.local, last, words)
