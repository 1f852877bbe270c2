"""Which sections the page of an entity has after its fields; hand-made ones are entered here."""

from itertools import chain

from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.belongings import NOTES, TASKS, FileList, TagLine, carries
from dipdesk.gui.form.chapters import Chapter, Maker, Section
from dipdesk.gui.form.later import Later
from dipdesk.gui.form.related import related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.visit import chapters
from dipdesk.model import Agreement, Membership, Record, entity_name
from dipdesk.store.office_file import OfficeFile

__all__ = [
    "Maker",
    "Section",
    "chapters_for",
    "make_chapter",
    "modules",
    "sections_for",
]


_BY_HAND: dict[str, tuple[Maker, ...]] = {
    "agreement": (Later("chain.section", "ChainSection", (Agreement,)),),
    "card_layout": (Later("cards.section", "CardSection"),),
    "ceremony": (
        Later("ceremony.order_section", "OrderSection"),
        Later("guests.answers_section", "AnswersSection"),
        Later("ceremony.running_section", "RunningSection"),
        Later("ceremony.seat_section", "SeatSection"),
        Later("ceremony.flag_section", "FlagSection"),
    ),
    "funding_call": (Later("story.call_fit", "CallFitSection"),),
    "gift": (Later("gifts.advice_section", "AdviceSection"),),
    "gift_article": (Later("gifts.stock_section", "StockSection"),),
    "letter_template": (Later("letter_words", "LetterWords"),),
    "membership": (Later("chain.section", "ChainSection", (Membership,)),),
    "partner": (
        Later("story.health", "HealthSection", ("partner",)),
        Later("story.ties", "TiesSection"),
        Later("story.in_post", "InPostSection"),
    ),
    "person": (Later("calendar_files.section", "person_calendar"),),
    "programme_item": (Later("ceremony.talks_section", "TalksSection"),),
    "relation": (Later("story.health", "HealthSection", ("relation",)), Later("scores.sheet", "ScoreSheet")),
}
"""Hand-made sections by entity, in their order; they stand between the fields and the lists."""
_CHAPTERS = {"visit": chapters.VISIT}
"""Pages that are told in chapters; hand-made sections of theirs are entered there, by chapter."""
_WITH_TASKS = ("ceremony", "project", "funding_call")
"""Entities with a plain list of what must be ready."""
_LEADING = ("agreement", "card_layout", "gift", "gift_article", "membership", "programme_item")
"""Entities whose hand-made sections are what one looks for: they stand beneath the first fields."""
_AFTER_LISTS: dict[str, tuple[Maker, ...]] = {"partner": (Later("story.timeline", "TimelineSection"),)}
"""Hand-made sections that stand after the lists."""


def sections_for(kind: type[Record]) -> tuple[Maker, ...]:
    """The hand-made sections of an entity's page."""
    return _BY_HAND.get(entity_name(kind), ())


def modules() -> tuple[str, ...]:
    """The modules of all hand-made sections, to load them before they are needed."""
    told = [one for chapter in chapters.VISIT for one in (*chapter.leading, *chapter.makers, *chapter.last)]
    every = [*told, *chain.from_iterable([*_BY_HAND.values(), *_AFTER_LISTS.values()])]
    return tuple(dict.fromkeys(one.path for one in every if isinstance(one, Later)))


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
