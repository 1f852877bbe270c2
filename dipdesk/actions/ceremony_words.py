"""What is said and written at a ceremony: addresses, cards, the opening line, the order of speeches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from dipdesk.actions.attendance import home_code
from dipdesk.actions.guest_order import Attendee
from dipdesk.model import Person, Post
from dipdesk.rules.address import Addressee, Forms, forms
from dipdesk.rules.hitap import Hitap, hitap
from dipdesk.rules.standing_in import forms_standing_in, speech_order

_INSTITUTION = "institution"


@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks, with the place in the order of speeches from 1."""

    attendee: Attendee
    place: int


def addressee(person: Person, post: Post | None) -> Addressee:
    """A person in a post as the forms of address see them."""
    return Addressee(
        post.function if post else "",
        person.given_name,
        person.family_name,
        person.academic,
        cast(Literal["", "f", "m"], person.sex or ""),
        home_code(person, post),
        _place(post),
        post.title_tr if post else "",
        post.title_en if post else "",
    )


def card_title(one: Attendee, language: str) -> str:
    """What stands below the name on a card: the post, its body, and the office stood in for; a line each."""
    lines = forms_of(one, language).card.splitlines()[1:]
    if one.post is None:
        return "\n".join(lines)
    usual = one.post.post_name(language)
    lines = lines or [usual]
    partner = one.post.partner
    if partner is not None and partner.kind == _INSTITUTION and not _place(one.post):
        lines.insert(1, partner.name(language))
    return "\n".join(line for line in lines if line)


def _place(post: Post | None) -> str:
    """The city or body of a post; of a consulate its seat, of other institutions nothing."""
    if post is None or post.partner is None:
        return ""
    if post.partner.kind != _INSTITUTION:
        return post.partner.title()
    return post.partner.seat if "consul" in post.function else ""


def forms_of(one: Attendee, language: str) -> Forms:
    """How to address a guest; the card of somebody who stands in says for which office."""
    who = addressee(one.person, one.post)
    stands_for, capacity = one.guest.stands_for, one.guest.capacity
    if stands_for is None or capacity not in ("acting", "representing"):
        return forms(who, language)
    office = stands_for.post_name(language)
    return forms_standing_in(who, cast(Literal["acting", "representing"], capacity), office, language)


def opening_line(attendees: Sequence[Attendee], language: str) -> Hitap:
    """The opening line for those really there: the arrived if any have arrived, else all who come."""
    there = [one for one in attendees if one.guest.state == "arrived"] or list(attendees)
    named = [one for one in there if one.guest.role != "interpreter"]
    return hitap([addressee(one.person, one.post) for one in named], language)


def speakers(attendees: Sequence[Attendee]) -> tuple[Speaker, ...]:
    """Those who speak, in the order of speeches: the junior first, the highest last."""
    speaking = {one.guest.id: one for one in attendees if one.guest.speaks}
    line = speech_order(list(speaking))
    return tuple(Speaker(speaking[guest_id], number) for number, guest_id in enumerate(line, 1))
