"""The change sheet: what is different in papers that were handed out, to go with their new versions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Exported
from dipdesk.model.kinds import Text
from dipdesk.papers import exported
from dipdesk.papers.blocks import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Tone,
)
from dipdesk.papers.exported import Difference, Finder, Staleness
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks, option
from dipdesk.papers.reading import Reading, head, lines, record

_CHANGES = {
    "changed": N_("{part}: changed"),
    "added": N_("{part}: new"),
    "removed": N_("{part}: no longer there"),
}
_ON_PAGE = {
    "changed": N_("{part}, page {page}: changed"),
    "added": N_("{part}, page {page}: new"),
    "removed": N_("{part}, page {page}: no longer there"),
}


@dataclass(frozen=True)
class ChangeOptions(Marks):
    """Whose papers are looked at.

    A copy for a receiver tells of no other papers than theirs, and not why they are different.
    """

    handed_to: str = option(
        Text(), N_("Only papers given to"), "", hint=N_("Left empty, all papers that were exported")
    )


def builder(
    find: Finder,
) -> Callable[[Session, None, ChangeOptions, Occasion], Document]:
    """What builds the change sheet; ``find`` gives the kinds of papers by name."""

    def build(session: Session, _subject: None, options: ChangeOptions, occasion: Occasion) -> Document:
        reading = Reading(session, occasion, options.public)
        title = _("Change sheet")
        return reading.document(title, title, options, "office", _blocks(reading, options, find))

    return build


def said(difference: Difference) -> str:
    """A difference in a line, with its page where that is known."""
    texts = _ON_PAGE if difference.part.page else _CHANGES
    return _(texts[difference.change]).format(part=difference.title, page=difference.part.page)


def _blocks(reading: Reading, options: ChangeOptions, find: Finder) -> Iterator[Block]:
    yield from head(reading, _("Change sheet"), _("What is different in papers that were handed out."))
    stale = list(_changed(reading.session, options, find))
    if not stale:
        yield Paragraph(_("All papers that were exported are up to date."), Tone.MUTED)
    for note, found in stale:
        yield KeepTogether((Heading(note.name, 2), _facts(note), *_what(found)))
        if options.is_inside:
            yield from _why(found)


def _changed(session: Session, options: ChangeOptions, find: Finder) -> Iterator[tuple[Exported, Staleness]]:
    """The papers that would be different today, and new versions with what they changed in those before."""
    for note in exported.current(session):
        if options.handed_to in ("", note.receiver) and _is_of(options.receiver, note, find):
            found = exported.check(session, note, find)
            if not found.is_stale:
                found = exported.since_before(session, note, find)
            if found.is_stale:
                yield note, found


def _is_of(receiver: str, note: Exported, find: Finder) -> bool:
    """Whether a paper was a copy for that receiver; of the office (empty) are all."""
    return not receiver or exported.order_of(note, find).options.receiver == receiver


def _facts(note: Exported) -> Facts:
    when = note.made_at.format() if note.made_at else ""
    rows = [(_("Made at"), when), (_("Version"), note.version), (_("Given to"), note.receiver)]
    return Facts(tuple(Fact(label, text) for label, text in rows if text), record=record(note))


def _what(found: Staleness) -> Iterator[Block]:
    if found.trouble:
        yield Paragraph(found.trouble, Tone.WARNING)
    elif found.differences:
        yield Bullets(tuple(said(one) for one in found.differences))


def _why(found: Staleness) -> Iterator[Block]:
    if found.causes:
        rest = ngettext("and {count} more", "and {count} more", found.more).format(count=found.more)
        said_causes = (one.sentence() for one in found.causes)
        yield Paragraph(lines(_("Why:"), *said_causes, rest if found.more else ""), Tone.MUTED)
