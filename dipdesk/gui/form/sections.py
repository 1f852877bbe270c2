"""Which sections the page of an entity has after its fields; hand-made ones are entered here."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.belongings import NOTES, TASKS, FileList, TagLine, carries
from dipdesk.gui.form.ceremony.flag_section import FlagSection
from dipdesk.gui.form.ceremony.order_section import OrderSection
from dipdesk.gui.form.ceremony.running_section import RunningSection
from dipdesk.gui.form.ceremony.seat_section import SeatSection
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.letter_words import LetterWords
from dipdesk.gui.form.related import related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.scores.sheet import ScoreSheet
from dipdesk.gui.form.story.health import HealthSection
from dipdesk.gui.form.story.in_post import InPostSection
from dipdesk.gui.form.story.ties import TiesSection
from dipdesk.gui.form.story.timeline import TimelineSection
from dipdesk.model import Agreement, Membership, Record, Visit, entity_name
from dipdesk.store.office_file import News, OfficeFile


class Section(Protocol):
    """A part of a record's page below its fields; a widget too."""

    @property
    def opened(self) -> SignalInstance:
        """Emitted with entity and id of a record that shall be shown."""

    def refresh(self) -> None:
        """Read again what it shows."""

    def concerns(self, news: News) -> bool:
        """Whether a change may show in it."""


Maker = Callable[[OfficeFile, str, QWidget], QWidget]
"""Makes a section, a widget that is a :class:`Section`, from office, id of the record, and parent."""

_BY_HAND: dict[str, tuple[Maker, ...]] = {
    "agreement": (partial(ChainSection, Agreement),),
    "ceremony": (OrderSection, RunningSection, SeatSection, FlagSection),
    "letter_template": (LetterWords,),
    "membership": (partial(ChainSection, Membership),),
    "partner": (partial(HealthSection, "partner"), TiesSection, InPostSection),
    "relation": (partial(HealthSection, "relation"), ScoreSheet),
    "visit": (DelegationsSection, partial(ChainSection, Visit)),
}
"""Hand-made sections by entity, in their order; they stand between the fields and the lists."""
_WITH_TASKS = ("ceremony", "visit")
"""Entities with a list of what must be ready."""
_LEADING = ("agreement", "membership")
"""Entities whose hand-made sections are what one looks for: they stand beneath the first fields."""
_AFTER_LISTS: dict[str, tuple[Maker, ...]] = {"partner": (TimelineSection,)}
"""Hand-made sections that stand after the lists."""


def sections_for(kind: type[Record]) -> tuple[Maker, ...]:
    """The hand-made sections of an entity's page."""
    return _BY_HAND.get(entity_name(kind), ())


def make_leading(office: OfficeFile, kind: type[Record], row_id: str, parent: QWidget) -> list[QWidget]:
    """The sections of the page of one record that stand beneath its first fields."""
    makers = sections_for(kind) if entity_name(kind) in _LEADING else ()
    return [maker(office, row_id, parent) for maker in makers]


def make_sections(office: OfficeFile, kind: type[Record], row_id: str, parent: QWidget) -> list[QWidget]:
    """All other sections of the page of one record, in their order."""
    makers = () if entity_name(kind) in _LEADING else sections_for(kind)
    made: list[QWidget] = [maker(office, row_id, parent) for maker in makers]
    made += [RelatedList(office, one, row_id, parent=parent) for one in related(kind)]
    subject = f"{entity_name(kind)}/{row_id}"
    if entity_name(kind) in _WITH_TASKS:
        made.append(RelatedList(office, TASKS, subject, parent=parent))
    if carries(kind):
        made += [
            RelatedList(office, NOTES, subject, parent=parent),
            FileList(office, subject, parent),
            TagLine(office, subject, parent),
        ]
    return made + [maker(office, row_id, parent) for maker in _AFTER_LISTS.get(entity_name(kind), ())]
