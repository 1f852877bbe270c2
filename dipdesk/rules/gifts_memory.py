"""Never the same gift twice: what somebody, or their body, was given before that is the same or alike.

The same are gifts of one article of the stock, and gifts of one kind whose names are alike: their words
without case, accents and order, compared with rapidfuzz's ``token_set_ratio``; 85 of 100 is alike
("Çini tabak" and "El yapımı çini tabak" 100, "Gümüş tabak" and "Çini tabak" 62).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from dipdesk.i18n import _, fold, format_date

ALIKE = 85


@dataclass(frozen=True)
class Given:
    """A gift that was, or is to be, given.

    ``names`` are what it is called, in all languages; ``where`` the visit or ceremony, empty if not known.
    """

    row_id: str
    names: tuple[str, ...]
    kind: str = ""
    article_id: str = ""
    receiver_id: str = ""
    body_id: str = ""
    day: date | None = None
    is_done: bool = True
    where: str = ""
    receiver: str = ""
    body: str = ""


@dataclass(frozen=True)
class Repeat:
    """``before`` is the same as the gift asked about, to the same person or only to the same body."""

    before: Given
    same_person: bool

    def said(self) -> str:
        """A sentence with when and where."""
        gift = self.before
        who = gift.receiver if self.same_person else gift.body
        text = _text(bool(gift.day), bool(gift.where), gift.is_done)
        day = format_date(gift.day) if gift.day else ""
        return text.format(who=who or gift.body, what=gift.names[0], day=day, where=gift.where)


def repeats(gift: Given, others: Iterable[Given]) -> tuple[Repeat, ...]:
    """The other gifts that make ``gift`` one given twice; to the same person first, the latest first."""
    found = list(_repeats(gift, others))
    found.sort(key=lambda one: one.before.day or date.min, reverse=True)
    return tuple(sorted(found, key=lambda one: not one.same_person))


def _repeats(gift: Given, others: Iterable[Given]) -> Iterator[Repeat]:
    for one in others:
        same_person = bool(gift.receiver_id) and gift.receiver_id == one.receiver_id
        same_body = bool(gift.body_id) and gift.body_id == one.body_id
        if one.row_id != gift.row_id and (same_person or same_body) and is_same(gift, one):
            yield Repeat(one, same_person)


def is_same(one: Given, two: Given) -> bool:
    """Whether two gifts are the same thing or much alike."""
    if one.article_id and one.article_id == two.article_id:
        return True
    if one.kind and two.kind and one.kind != two.kind:
        return False
    return any(_alike(a, b) for a in one.names for b in two.names)


def _alike(one: str, two: str) -> bool:
    first, second = fold(one), fold(two)
    return bool(first and second) and fuzz.token_set_ratio(first, second) >= ALIKE


def _text(has_day: bool, has_place: bool, is_done: bool) -> str:
    if not is_done:
        return _planned(has_day, has_place)
    if has_day and has_place:
        return _("{who} was given “{what}” on {day} ({where}).")
    if has_day:
        return _("{who} was given “{what}” on {day}.")
    return (
        _("{who} was given “{what}” before ({where}).")
        if has_place
        else _("{who} was given “{what}” before.")
    )


def _planned(has_day: bool, has_place: bool) -> str:
    if has_day and has_place:
        return _("“{what}” is also planned for {who} on {day} ({where}).")
    if has_day:
        return _("“{what}” is also planned for {who} on {day}.")
    return (
        _("“{what}” is also planned for {who} ({where}).")
        if has_place
        else _("“{what}” is also planned for {who}.")
    )
