"""Invitation cards of a ceremony: one for each guest or couple, with a slip to answer on if wished."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from dipdesk.actions.ceremony_words import addressee, forms_of
from dipdesk.actions.guest_order import Attendee
from dipdesk.actions.heads import head_of
from dipdesk.i18n import N_, _, format_date, format_time, join_words, language
from dipdesk.model import Ceremony
from dipdesk.model.kinds import Flag, Text
from dipdesk.papers import gaps
from dipdesk.papers.blocks import (
    Align,
    Block,
    Boxed,
    Document,
    Figure,
    Ink,
    Leaves,
    Line,
    Paragraph,
    Rect,
    Shape,
    Tone,
)
from dipdesk.papers.cards import choices
from dipdesk.papers.cards.bearer import Bearer, drawn
from dipdesk.papers.cards.people import post_said, spoken
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record
from dipdesk.papers.style import MILLIMETRE, PAGE_HEIGHT, PAGE_WIDTH
from dipdesk.rules.address import forms
from dipdesk.rules.card_layouts import Element

CARD = 148.5
"""The height of a card, in millimetres: two stand on A4."""
_WIDE = 210.0
_EDGE = 22.0
_ROOM = _WIDE - 2 * _EDGE


@dataclass(frozen=True)
class InvitationOptions(Marks):
    """Who is invited by whom, and whether a slip to answer on is printed below."""

    side: str = choices.side()
    host: str = option(
        Text(long=True),
        N_("Invited by"),
        "",
        group=SHOWN,
        hint=N_("Name and post, a line each; left empty, the head of our office"),
    )
    slip: bool = option(Flag(), N_("Slip to answer on"), True, group=SHOWN)


@dataclass(frozen=True)
class Invitation(Hall):
    """A ceremony to which guests are invited."""

    options: InvitationOptions

    def host(self) -> str:
        """Who invites: name and post, a line each."""
        if self.options.host:
            return self.options.host
        post = head_of(self.session, None, self.today)
        if post is None or post.person is None:
            return self.office_name()
        return lines(post.person.title(), post_said(post))

    def when(self) -> str:
        """Day and time; that it is not fixed is noted as a gap."""
        starts = self.ceremony.starts
        if starts is None:
            gaps.missed(self.ceremony, "Starts")
            return ""
        return f"{format_date(starts.local.date(), 'full')} · {format_time(starts.local)}"

    def answer(self) -> str:
        """Until when and where to answer."""
        by = self.ceremony.answer_by
        until = _("Please answer by {day}.").format(day=format_date(by)) if by else _("Please answer.")
        return lines(until, self.phone())

    def phone(self) -> str:
        """The number of whoever sees to the ceremony, else of the office; none in a public version."""
        officer = self.ceremony.officer
        number = self.value(officer, "phone") if officer else ""
        return number or self.value(self.office, "phone")

    def companions(self, one: Attendee) -> list[Attendee]:
        """Who is asked on the card of a guest: the companions, and the spouse who is a guest too."""
        others = [other for other in self.order.attendees if other.guest.id != one.guest.id]
        return [
            other
            for other in others
            if other.guest.companion_of_id == one.guest.id or _are_couple(one, other)
        ]

    def asked(self) -> list[Attendee]:
        """The guests who get a card of their own: neither hosts nor those on the card of somebody else."""
        hosts = {one.guest.id for one in self.order.attendees if one.guest.role == "host"}
        found: list[Attendee] = []
        named: set[str] = set(hosts)
        for one in self.order.attendees:
            with_host = any(_are_couple(one, host) for host in self.order.attendees if host.guest.id in hosts)
            if one.guest.id in named or one.guest.companion_of_id or with_host:
                continue
            named |= {other.guest.id for other in self.companions(one)}
            if self.options.side in ("", one.guest.side):
                found.append(one)
        return found


def build(session: Session, ceremony: Ceremony, options: InvitationOptions, occasion: Occasion) -> Document:
    """The invitation cards of a ceremony."""
    invitation = Invitation(session, occasion, options.public, ceremony, options)
    title = _("Invitation cards")
    return invitation.document(title, title, options, "open", tuple(_blocks(invitation)))


def _blocks(invitation: Invitation) -> Iterator[Block]:
    options = invitation.options
    guests = invitation.asked()
    if not guests:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
    cards = tuple(_card(invitation, one) for one in guests)
    half = CARD * MILLIMETRE
    places = ((0.0, 0.0),) if options.slip else ((0.0, 0.0), (0.0, half))
    yield Leaves(cards, width=PAGE_WIDTH, height=PAGE_HEIGHT, places=places, cut=not options.slip)


def _card(invitation: Invitation, one: Attendee) -> Figure:
    shapes = [*_invitation(invitation, one)]
    height = CARD
    if invitation.options.slip:
        height = 2 * CARD
        cut = CARD * MILLIMETRE
        shapes += [Line(0, cut, PAGE_WIDTH, cut, Ink.LINE, 0.35, dashed=True), *_slip(invitation, one)]
    return Figure(PAGE_WIDTH, height * MILLIMETRE, tuple(shapes), record=record(one.guest))


def _invitation(invitation: Invitation, one: Attendee) -> Iterator[Shape]:
    """The card itself, from the logo down to dress and answer."""
    ceremony, third = invitation.ceremony, _ROOM / 3
    yield from _logo(invitation)
    yield _text((_EDGE, 26, _ROOM, 9), invitation.office_name(), 10, ink=Ink.MUTED)
    yield _text((_EDGE, 37, _ROOM, 18), _names(invitation, one), 14, bold=True)
    event = spoken(ceremony, "title")
    wish = _("We should be honoured by your presence at “{event}”.").format(event=event)
    yield _text((_EDGE, 57, _ROOM, 16), wish, 12.5)
    yield _text((_EDGE, 75, _ROOM, 11), invitation.when(), 11.5, bold=True, ink=Ink.ACCENT)
    yield _text((_EDGE, 87, _ROOM, 10), spoken(ceremony, "place"), 11)
    yield _text((_EDGE, 99, _ROOM, 20), invitation.host(), 11)
    rule = 122 * MILLIMETRE
    yield Line(_EDGE * MILLIMETRE, rule, (_EDGE + _ROOM) * MILLIMETRE, rule)
    dress = spoken(ceremony, "dress")
    said = _("Dress: {dress}").format(dress=dress) if dress else ""
    yield _text((_EDGE, 124, third, 16), said, 9, align=Align.LEFT)
    yield _text((_EDGE + third, 124, 2 * third, 16), invitation.answer(), 9, align=Align.RIGHT)


def _logo(invitation: Invitation) -> Iterator[Shape]:
    place = Element("logo", (_WIDE - 16) / 2, 9, 16, 16)
    yield from drawn(place, Bearer(lambda _kind: ""), invitation.logo(), invitation.occasion.alphabet)


def _are_couple(one: Attendee, other: Attendee) -> bool:
    """Whether two guests come with one another, as one of them says."""
    return one.guest.spouse_id == other.guest.id or other.guest.spouse_id == one.guest.id


def _names(invitation: Invitation, one: Attendee) -> str:
    """How a guest is addressed, together with whom the card asks too."""
    others = [_name(invitation, other) for other in invitation.companions(one)]
    guest = _name(invitation, one)
    if not others:
        return guest
    return _("{guest}\nand {companions}").format(guest=guest, companions=join_words(others))


def _answers(is_alone: bool) -> tuple[str, ...]:
    """What can be ticked on the slip."""
    if is_alone:
        return _("I shall attend."), _("I am sorry that I cannot attend."), _("In my place comes:")
    return (
        _("We shall attend together."),
        _("I shall attend alone."),
        _("We are sorry that we cannot attend."),
    )


def _name(invitation: Invitation, one: Attendee) -> str:
    """How a guest is addressed; a public version does not tell whether a man or a woman is asked."""
    if invitation.public:
        return forms(replace(addressee(one.person, one.post), sex=""), language()).envelope
    return forms_of(one, language()).envelope


def _slip(invitation: Invitation, one: Attendee) -> Iterator[Shape]:
    """The slip to answer on, below the card."""
    top = CARD
    yield _text((_EDGE, top + 10, _ROOM, 13), _("Answer"), 14, bold=True, ink=Ink.ACCENT)
    about = lines(spoken(invitation.ceremony, "title"), invitation.when())
    yield _text((_EDGE, top + 24, _ROOM, 19), about, 10.5)
    companions = invitation.companions(one)
    names = join_words([who.person.title() for who in (one, *companions)])
    yield _text((_EDGE, top + 45, _ROOM, 9), names, 12, bold=True)
    for number, words in enumerate(_answers(not companions)):
        y = top + 57 + number * 13
        yield Rect(_EDGE * MILLIMETRE, (y + 1.5) * MILLIMETRE, 4 * MILLIMETRE, 4 * MILLIMETRE, ink=Ink.MUTED)
        yield _text((_EDGE + 8, y, 70, 7), words, 11, align=Align.LEFT)
    if not companions:
        rule = (top + 57 + 2 * 13 + 7) * MILLIMETRE
        yield Line((_EDGE + 80) * MILLIMETRE, rule, (_EDGE + _ROOM) * MILLIMETRE, rule, Ink.MUTED)
    yield _text((_EDGE, top + 108, _ROOM, 16), invitation.answer(), 9.5, ink=Ink.MUTED)


def _text(
    place: tuple[float, float, float, float],
    words: str,
    size: float,
    *,
    bold: bool = False,
    align: Align = Align.CENTRE,
    ink: Ink = Ink.TEXT,
) -> Boxed:
    """A text in a rectangle whose lengths are millimetres."""
    x, y, width, height = (length * MILLIMETRE for length in place)
    return Boxed(x, y, width, height, words, size, bold, align, ink)
