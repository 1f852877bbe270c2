"""Which sections the page of an entity has after its fields; hand-made ones are entered here."""

from functools import partial

from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.belongings import NOTES, TASKS, FileList, TagLine, carries
from dipdesk.gui.form.calendar_files.section import person_calendar
from dipdesk.gui.form.ceremony.flag_section import FlagSection
from dipdesk.gui.form.ceremony.order_section import OrderSection
from dipdesk.gui.form.ceremony.running_section import RunningSection
from dipdesk.gui.form.ceremony.seat_section import SeatSection
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.chapters import Chapter, Maker, Section
from dipdesk.gui.form.gifts.advice_section import AdviceSection
from dipdesk.gui.form.gifts.stock_section import StockSection
from dipdesk.gui.form.guests.answers_section import AnswersSection
from dipdesk.gui.form.letter_words import LetterWords
from dipdesk.gui.form.related import related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.scores.sheet import ScoreSheet
from dipdesk.gui.form.story.health import HealthSection
from dipdesk.gui.form.story.in_post import InPostSection
from dipdesk.gui.form.story.ties import TiesSection
from dipdesk.gui.form.story.timeline import TimelineSection
from dipdesk.gui.form.visit import chapters
from dipdesk.model import Agreement, Membership, Record, entity_name
from dipdesk.store.office_file import OfficeFile

__all__ = [
    "Maker",
    "Section",
    "chapters_for",
    "make_chapter",
    "sections_for",
]


_BY_HAND: dict[str, tuple[Maker, ...]] = {
    "agreement": (partial(ChainSection, Agreement),),
    "ceremony": (OrderSection, AnswersSection, RunningSection, SeatSection, FlagSection),
    "gift": (AdviceSection,),
    "gift_article": (StockSection,),
    "letter_template": (LetterWords,),
    "membership": (partial(ChainSection, Membership),),
    "partner": (partial(HealthSection, "partner"), TiesSection, InPostSection),
    "person": (person_calendar,),
    "relation": (partial(HealthSection, "relation"), ScoreSheet),
}
"""Hand-made sections by entity, in their order; they stand between the fields and the lists."""
_CHAPTERS = {"visit": chapters.VISIT}
"""Pages that are told in chapters; hand-made sections of theirs are entered there, by chapter."""
_WITH_TASKS = ("ceremony",)
"""Entities with a plain list of what must be ready."""
_LEADING = ("agreement", "gift", "gift_article", "membership")
"""Entities whose hand-made sections are what one looks for: they stand beneath the first fields."""
_AFTER_LISTS: dict[str, tuple[Maker, ...]] = {"partner": (TimelineSection,)}
"""Hand-made sections that stand after the lists."""


def sections_for(kind: type[Record]) -> tuple[Maker, ...]:
    """The hand-made sections of an entity's page."""
    return _BY_HAND.get(entity_name(kind), ())


def chapters_for(kind: type[Record]) -> tuple[Chapter, ...]:
    """The chapters of an entity's page; the page of one piece has one."""
    name = entity_name(kind)
    return _CHAPTERS.get(name) or (
        Chapter(
            "",
            kind.label[0],
            leading=sections_for(kind) if name in _LEADING else (),
            makers=() if name in _LEADING else sections_for(kind),
            belongings=True,
            last=_AFTER_LISTS.get(name, ()),
        ),
    )


def make_chapter(
    office: OfficeFile, kind: type[Record], row_id: str, chapter: Chapter, leading: bool, parent: QWidget
) -> list[QWidget]:
    """The leading or the other sections of one chapter; the first has the lists that no other has."""
    if leading:
        return [maker(office, row_id, parent) for maker in chapter.leading]
    told = chapters_for(kind)
    is_first = chapter.key == told[0].key
    made = [maker(office, row_id, parent) for maker in chapter.makers]
    elsewhere = {name for one in told[1:] for name in one.lists}
    for one in related(kind):
        if one.kind in chapter.lists or (is_first and one.kind not in elsewhere):
            made.append(RelatedList(office, one, row_id, parent=parent))
    if chapter.belongings:
        made += _belongings(office, kind, row_id, parent)
    return [*made, *(maker(office, row_id, parent) for maker in chapter.last)]


def _belongings(office: OfficeFile, kind: type[Record], row_id: str, parent: QWidget) -> list[QWidget]:
    """Tasks, notes, files and tags, as far as the entity has them."""
    subject = f"{entity_name(kind)}/{row_id}"
    made: list[QWidget] = []
    if entity_name(kind) in _WITH_TASKS:
        made.append(RelatedList(office, TASKS, subject, parent=parent))
    if carries(kind):
        made += [
            RelatedList(office, NOTES, subject, parent=parent),
            FileList(office, subject, parent),
            TagLine(office, subject, parent),
        ]
    return made
