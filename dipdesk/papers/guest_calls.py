"""Lists for the phone and for the door: who has not answered yet, and whom to let in."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import rsvp
from dipdesk.actions.rsvp import Asked
from dipdesk.i18n import N_, _, format_date, ngettext, sort_key
from dipdesk.model import Ceremony
from dipdesk.model.invitation import ANSWERS, WAYS
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Column, Document, Paragraph, Row, Table, Tone
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, post_name, record
from dipdesk.rules.rsvp import TAKES_PLACE


@dataclass(frozen=True)
class CallOptions(Marks):
    """Whom the list holds."""

    everybody: bool = option(Flag(), N_("Also those who have answered"), False, group=SHOWN)


@dataclass(frozen=True)
class DoorOptions(Marks):
    """What stands beside the names."""

    posts: bool = option(Flag(), N_("Posts"), True, group=SHOWN)


def build(session: Session, ceremony: Ceremony, options: CallOptions, occasion: Occasion) -> Document:
    """The list for calling guests who have not answered."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Call list")
    return hall.document(title, title, options, "office", (*hall.head(title), *_calls(hall, options)))


def check_in(session: Session, ceremony: Ceremony, options: DoorOptions, occasion: Occasion) -> Document:
    """The list for the door, by the alphabet, with a box for each guest."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Check-in list")
    return hall.document(title, title, options, "office", (*hall.head(title), *_door(hall, options)))


def _calls(hall: Hall, options: CallOptions) -> Iterator[Block]:
    found = rsvp.asked(hall.session, hall.ceremony.id)
    listed = [one for one in found if one.is_open or options.everybody]
    if hall.ceremony.answer_by:
        text = _("Answers are wanted by {day}.")
        yield Paragraph(text.format(day=format_date(hall.ceremony.answer_by)))
    if not listed:
        words = _("Everybody has answered.") if found else _("Nobody has been invited yet.")
        yield Paragraph(words, Tone.MUTED)
        return
    columns = [Column(_("Guest"), 2.4)]
    columns += [] if options.public else [Column(_("Phone"), 1.6), Column(_("Last tried"), 2)]
    columns += [Column(_("Answer"), 1.4), Column(_("Spoke with"), 1.4)]
    yield Table(tuple(columns), tuple(_call(one, options) for one in listed))
    text = ngettext("{count} guest", "{count} guests", len(listed))
    yield Paragraph(text.format(count=len(listed)), Tone.MUTED)


def _call(one: Asked, options: CallOptions) -> Row:
    person = one.guest.person
    cells = [lines(one.guest.title(), post_name(one.post))]
    if not options.public:
        cells += [person.phone if person else "", _tried(one)]
    return Row(
        (*cells, "" if one.is_open else rsvp.state_word(one.guest.state), ""), record=record(one.guest)
    )


def _tried(one: Asked) -> str:
    if not one.attempts:
        return ""
    last = one.attempts[0]
    answer = _(ANSWERS[last.answer]) if last.answer in ANSWERS and last.answer != "none" else ""
    way = _(WAYS[last.way]) if last.way in WAYS else ""
    return lines(way, last.at.format() if last.at else "", answer)


def _door(hall: Hall, options: DoorOptions) -> Iterator[Block]:
    alphabet = hall.occasion.alphabet
    found = [one for one in rsvp.asked(hall.session, hall.ceremony.id) if one.guest.state in TAKES_PLACE]
    found.sort(key=lambda one: (sort_key(one.guest.order_text(), alphabet), one.guest.id))
    if not found:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
        return
    columns = [Column("☐", 0.3), Column(_("Guest"), 3), Column(_("With"), 1.6), Column(_("Hour"), 0.8)]
    yield Table(tuple(columns), tuple(_entry(one, options) for one in found))
    text = ngettext("{count} guest", "{count} guests", len(found))
    yield Paragraph(text.format(count=len(found)), Tone.MUTED)


def _listed(one: Asked) -> str:
    """A guest as somebody at the door looks for him or her."""
    return one.guest.person.listed() if one.guest.person else one.guest.title()


def _entry(one: Asked, options: DoorOptions) -> Row:
    name = lines(_listed(one), post_name(one.post) if options.posts else "")
    brings = one.host.title() if one.host else f"+{one.companions}" if one.companions else ""
    here = one.guest.came_at.local.strftime("%H:%M") if one.guest.came_at else ""
    return Row(("☐" if not here else "☑", name, brings, here), record=record(one.guest))
