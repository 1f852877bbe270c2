"""Papers that were exported, and which of them would be different today: the only module that compares them.

An exported paper is remembered by digests of its parts and by the kinds of records it was read from. To
check it, it is built again as of the time it was made and compared part by part; what changed since in the
records it was read from tells why.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.i18n import N_, _, lasting
from dipdesk.model import Exported, entity_name
from dipdesk.papers import making
from dipdesk.papers.blocks import Block, Cuts, Document, in_line
from dipdesk.papers.causes import Cause, Shown, causes
from dipdesk.papers.options import packed as packed_options
from dipdesk.papers.options import unpacked as unpacked_options
from dipdesk.papers.paper import Paper
from dipdesk.papers.parts import COLOUR, FRONT, Part, packed, parts, unpacked
from dipdesk.papers.watching import Reads, watched
from dipdesk.rules import receivers
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.store import titles
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.since import touched_since

Finder = Callable[[str], Paper]
"""Gives the kind of paper of a name, or raises Known: ``registry.paper``."""
_UNNAMED = {FRONT: N_("First page"), COLOUR: N_("Colours")}
"""What parts without a heading are called."""
_CURRENT = Exported.superseded.is_not(True)
APART = frozenset({entity_name(Exported)})
"""What the papers themselves leave behind makes none of them stale."""


@dataclass(frozen=True)
class Order:
    """What is exported: a paper about a record with choices, in one or two languages, as a file."""

    paper: Paper
    subject_id: str
    options: Any
    languages: tuple[str, ...]
    form: str


@dataclass(frozen=True)
class Made:
    """A paper that was built to be exported, and what it was read from."""

    order: Order
    document: Document
    reads: str


@dataclass(frozen=True)
class Difference:
    """A part that would be different: ``change`` is changed, added or removed."""

    part: Part
    change: str
    title: str


@dataclass(frozen=True)
class Staleness:
    """How an exported paper stands to the office file; ``trouble`` says why it cannot be made any more.

    ``more`` causes are left out of ``causes``.
    """

    exported_id: str
    differences: tuple[Difference, ...] = ()
    causes: tuple[Cause, ...] = ()
    trouble: str = ""
    more: int = 0

    @property
    def is_stale(self) -> bool:
        """Whether the paper would be different today."""
        return bool(self.differences or self.trouble)


def make(office: OfficeFile, order: Order) -> Made:
    """Build a paper and see what it is read from; raises Known as ``making.build`` does."""
    with office.read() as session, watched(session) as seen:
        made_at = making.now(session)
        document = making.built(
            session, order.paper, order.subject_id, order.options, order.languages, made_at
        )
    return Made(order, document, seen.packed())


def remember(
    office: OfficeFile,
    made: Made,
    target: Path,
    receiver: str = "",
    pages: Mapping[str, int] | None = None,
) -> str:
    """Note down that a paper was written to ``target``; returns the id of the note.

    ``pages`` are the pages of its headings, counted from 1. It is no step that could be taken back.
    Earlier exports of the same paper are marked as replaced, and what the same file held before.
    """
    label = lasting(N_("“{paper}” exported"), paper=lasting(made.order.paper.label))
    with office.change(label, undoable=False) as session:
        note = _note(made, target, pages or {})
        note.receiver = receiver or _receiver(made.order.options)
        for earlier in _same(session, note):
            earlier.superseded, note.follows_id = True, note.follows_id or earlier.id
            note.receiver = note.receiver or earlier.receiver
        for overwritten in session.scalars(select(Exported).where(_CURRENT, Exported.file == note.file)):
            overwritten.superseded = True
        session.add(note)
        return note.id


def current(session: Session) -> list[Exported]:
    """The exported papers that none replaced, the latest first."""
    return list(session.scalars(select(Exported).where(_CURRENT).order_by(Exported.stamp.desc())))


def order_of(note: Exported, find: Finder) -> Order:
    """How the paper was made, to make it again; raises Known if there is no such paper any more."""
    known = find(note.paper)
    subject_id = (note.subject or "").partition("/")[2]
    return Order(
        known,
        subject_id,
        unpacked_options(known.options, note.options),
        tuple(note.languages.split(",")),
        note.form,
    )


def check(session: Session, note: Exported, find: Finder) -> Staleness:
    """Whether an exported paper would be different today, in which parts, and why."""
    made_at = datetime.fromisoformat(note.stamp)
    reads = Reads.unpacked(note.reads)
    touched = [one for one in touched_since(session, made_at) if one.entity not in APART]
    if _tells_of_papers(note, find) or not any(reads.asked(one.entity) for one in touched):
        return Staleness(note.id)
    try:
        order = order_of(note, find)
        with watched(session) as seen:
            document = making.built(
                session, order.paper, order.subject_id, order.options, order.languages, made_at
            )
    except (Known, Invalid) as trouble:
        return Staleness(note.id, trouble=str(trouble))
    differences = _differences(session, unpacked(note.parts), parts(document, note.form))
    if not differences:
        return Staleness(note.id)
    behind = [
        one for one in touched if (one.entity, one.row_id) in seen.rows or reads.held(one.entity, one.row_id)
    ]
    found, more = causes(session, behind, made_at, Shown(order.languages, seen.fields))
    return Staleness(note.id, differences, found, more=more)


def since_before(session: Session, note: Exported, find: Finder) -> Staleness:
    """What an exported paper changed in the one that it replaced; nothing if it replaced none."""
    before = session.get(Exported, note.follows_id) if note.follows_id else None
    if before is None or _tells_of_papers(note, find):
        return Staleness(note.id)
    return Staleness(note.id, _differences(session, unpacked(before.parts), unpacked(note.parts)))


def _tells_of_papers(note: Exported, find: Finder) -> bool:
    """Whether it is a paper about exported papers, which stands for the moment when it was made."""
    try:
        return find(note.paper).of_papers
    except Known:
        return False


def only_changed(document: Document, staleness: Staleness) -> Document:
    """The paper with those cards only that changed or came; the whole paper if it has no cards."""
    wanted = {one.part.name for one in staleness.differences if one.change != "removed"}
    cards = iter([one for one in parts(document) if one.is_card])
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Cuts):
            kept = tuple(card for card in block.cards if next(cards).name in wanted)
            blocks.append(replace(block, cards=kept))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def has_cards(staleness: Staleness) -> bool:
    """Whether it is cards that changed."""
    return any(one.part.is_card for one in staleness.differences)


def _note(made: Made, target: Path, pages: Mapping[str, int]) -> Exported:
    order, document = made.order, made.document
    made_at = document.made_at
    assert isinstance(made_at, datetime)
    found = (replace(one, page=pages.get(one.name, 0)) for one in parts(document, order.form))
    zone = getattr(made_at.tzinfo, "key", "") or USUAL_ZONE
    return Exported(
        name=in_line(document.title),
        made_at=Moment(made_at.replace(tzinfo=None, second=0, microsecond=0), zone),
        file=str(target),
        version=document.version,
        subject=_subject(order),
        paper=order.paper.name,
        languages=",".join(order.languages),
        form=order.form,
        options=packed_options(order.options),
        stamp=made_at.isoformat(),
        parts=packed(found),
        reads=made.reads,
    )


def _receiver(options: Any) -> str:
    """Whom the copy is for, if it was made for somebody."""
    return receivers.receiver(options.receiver).name.said() if options.receiver else ""


def _subject(order: Order) -> str | None:
    """The record it is about; of several entities the paper may be about, the first stands for all."""
    return f"{order.paper.subjects[0]}/{order.subject_id}" if order.paper.subjects else None


def _same(session: Session, note: Exported) -> list[Exported]:
    """Earlier exports of the same paper in the same languages with the same choices."""
    alike = ("paper", "subject", "languages", "form", "options")
    same = (getattr(Exported, name) == getattr(note, name) for name in alike)
    return list(session.scalars(select(Exported).where(_CURRENT, *same)))


def _differences(session: Session, before: Iterable[Part], now: Iterable[Part]) -> tuple[Difference, ...]:
    old, new = {one.name: one for one in before}, {one.name: one for one in now}
    found = [
        (part, "changed" if name in old else "added")
        for name, part in new.items()
        if name not in old or old[name].digest != part.digest
    ]
    found += [(part, "removed") for name, part in old.items() if name not in new]
    paged = (
        (replace(part, page=old[part.name].page) if part.name in old else part, how) for part, how in found
    )
    return tuple(Difference(part, how, _title(session, part)) for part, how in paged)


def _title(session: Session, part: Part) -> str:
    """What a part is called: a card by the record it is about."""
    if not part.record:
        return _(_UNNAMED[part.name]) if part.name in _UNNAMED else part.name
    name, _slash, row_id = part.record.partition("/")
    return titles.title_of(session, name, row_id)


def described(staleness: Staleness) -> dict[str, Any]:
    """The answer as plain values, for the command line."""
    return asdict(staleness)
