"""How a relation fares: who wrote and visited last, whose turn it is, and whether it is good or dormant.

The ledger follows the practice that a call is answered by a return call: after a visit to us it is our
turn to visit, after a letter from us their turn to write. A relation is dormant when nothing happened for
as many months as the office says and no visit is planned. When else it needs attention is a proposal of ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dipdesk.i18n import _, format_date, ngettext
from dipdesk.rules.spans import whole_months

Way = Literal["in", "out", "both"]
"""From them, from us, or both at once."""
Side = Literal["us", "them", ""]
Word = Literal["good", "attention", "dormant", "ended"]

_OVER = ("ended", "refused")
_QUIET_MONTHS = 12
"""So many months without a contact need attention, if the office does not say less."""


@dataclass(frozen=True)
class Passage:
    """A contact or a visit: its day and its way."""

    day: date
    way: Way


@dataclass(frozen=True)
class Pledge:
    """An open commitment: whose part it is (us, them, both) and by when."""

    whose: str
    due: date | None = None


@dataclass(frozen=True)
class Facts:
    """What is on file of a relation. Contacts and visits are past ones; ``begun`` is the day on which
    it began or something was signed last.

    ``unanswered`` are the ways of contacts whose answer is overdue; ``ends`` is the end of an agreement that
    does not renew itself; ``dormant_months`` is the office's rule, None for no rule.
    """

    state: str = ""
    begun: date | None = None
    contacts: Sequence[Passage] = ()
    visits: Sequence[Passage] = ()
    next_visit: date | None = None
    pledges: Sequence[Pledge] = ()
    unanswered: Sequence[str] = ()
    review: date | None = None
    ends: date | None = None
    dormant_months: int | None = None


@dataclass(frozen=True)
class Account:
    """One line of the ledger: how often each side came forward, who did so last, and whose turn it is."""

    ours: int = 0
    theirs: int = 0
    last: date | None = None
    last_by: Way | None = None
    turn: Side = ""


@dataclass(frozen=True)
class Promises:
    """The open commitments of one side, and how many of them are late."""

    open: int = 0
    late: int = 0


@dataclass(frozen=True)
class Health:
    """The answer; ``reasons`` are sentences in the language spoken now.

    ``ours`` and ``theirs`` are the open commitments; months are None if nothing is on file.
    """

    word: Word
    reasons: tuple[str, ...]
    contacts: Account
    visits: Account
    ours: Promises
    theirs: Promises
    months_since_contact: int | None
    months_since_visit: int | None


def health(facts: Facts, today: date) -> Health:
    """Judge a relation as of ``today``."""
    contacts, visits = account(facts.contacts), account(facts.visits)
    touched = max((one.last for one in (contacts, visits) if one.last), default=None)
    found = Health(
        word="good",
        reasons=(),
        contacts=contacts,
        visits=visits,
        ours=_promises(facts.pledges, "us", today),
        theirs=_promises(facts.pledges, "them", today),
        months_since_contact=_months(touched, today),
        months_since_visit=_months(visits.last, today),
    )
    word, reasons = _judged(facts, found, today)
    return replace(found, word=word, reasons=reasons)


def account(passages: Sequence[Passage]) -> Account:
    """The ledger of contacts or of visits; one of both sides at once settles it."""
    ordered = sorted(passages, key=lambda one: one.day)
    last = ordered[-1] if ordered else None
    turns: dict[Way, Side] = {"in": "us", "out": "them", "both": ""}
    return Account(
        ours=sum(one.way != "in" for one in ordered),
        theirs=sum(one.way != "out" for one in ordered),
        last=last.day if last else None,
        last_by=last.way if last else None,
        turn=turns[last.way] if last else "",
    )


def is_dormant(facts: Facts, today: date) -> bool:
    """Whether the office's rule finds the relation dormant, or the office says so itself."""
    quiet = _quiet_months(facts, today)
    if facts.state == "dormant":
        return True
    rule = facts.dormant_months
    return bool(rule) and quiet is not None and quiet >= (rule or 0) and facts.next_visit is None


def _quiet_months(facts: Facts, today: date) -> int | None:
    """Months since the last contact or visit, else since the relation began; None if neither is known."""
    days = [one.day for one in (*facts.contacts, *facts.visits)] or ([facts.begun] if facts.begun else [])
    return max(whole_months(max(days), today), 0) if days else None


def _judged(facts: Facts, found: Health, today: date) -> tuple[Word, tuple[str, ...]]:
    if facts.state in _OVER:
        return "ended", (_("The relation is over."),)
    concerns = tuple(_concerns(facts, found, today))
    if is_dormant(facts, today):
        return "dormant", (_dormant_because(facts, today), *concerns)
    quiet = _quiet(facts, found, today)
    if concerns or quiet:
        return "attention", (*quiet, *concerns)
    return "good", tuple(_comforts(facts, found))


def _dormant_because(facts: Facts, today: date) -> str:
    months = _quiet_months(facts, today)
    if facts.state == "dormant":
        return _("The office has put it down as dormant.")
    if facts.contacts or facts.visits:
        text = ngettext(
            "There was no contact for {months} month; the office's rule is {rule}.",
            "There was no contact for {months} months; the office's rule is {rule}.",
            months or 0,
        )
    else:
        text = ngettext(
            "Nothing is on file since the last signing, {months} month ago; the office's rule is {rule}.",
            "Nothing is on file since the last signing, {months} months ago; the office's rule is {rule}.",
            months or 0,
        )
    return text.format(months=months, rule=facts.dormant_months)


def _quiet(facts: Facts, found: Health, today: date) -> tuple[str, ...]:
    """Why it is quiet, though not dormant yet."""
    months = found.months_since_contact
    if months is None:
        return () if facts.next_visit else (_("No contact is on file."),)
    least = min(_QUIET_MONTHS, max((facts.dormant_months or 2 * _QUIET_MONTHS) // 2, 1))
    if months < least or facts.next_visit:
        return ()
    text = ngettext(
        "The last contact was {months} month ago.", "The last contact was {months} months ago.", months
    )
    return (text.format(months=months),)


def _concerns(facts: Facts, found: Health, today: date) -> Iterator[str]:
    """What should be seen to."""
    if facts.state == "suspended":
        yield _("The relation is suspended.")
    for count, sentence in (
        (found.ours.late, _our_part_is_late),
        (found.theirs.late, _their_part_is_late),
        (sum(way != "out" for way in facts.unanswered), _we_owe_an_answer),
        (sum(way == "out" for way in facts.unanswered), _they_owe_an_answer),
    ):
        if count:
            yield sentence(count)
    if facts.review and facts.review < today:
        yield _("The review was due on {day}.").format(day=format_date(facts.review))
    if facts.ends:
        text = _("An agreement ended on {day}.") if facts.ends < today else _("An agreement ends on {day}.")
        yield text.format(day=format_date(facts.ends))


def _comforts(facts: Facts, found: Health) -> Iterator[str]:
    """What is well."""
    months = found.months_since_contact
    if months is not None:
        text = ngettext(
            "The last contact was less than {months} month ago.",
            "The last contact was less than {months} months ago.",
            months + 1,
        )
        yield text.format(months=months + 1)
    if facts.next_visit:
        yield _("The next visit is on {day}.").format(day=format_date(facts.next_visit))
    yield _("Nothing is late.")


def _our_part_is_late(count: int) -> str:
    text = ngettext("{count} commitment of ours is late.", "{count} commitments of ours are late.", count)
    return text.format(count=count)


def _their_part_is_late(count: int) -> str:
    text = ngettext("{count} commitment of theirs is late.", "{count} commitments of theirs are late.", count)
    return text.format(count=count)


def _we_owe_an_answer(count: int) -> str:
    return ngettext("We owe {count} answer.", "We owe {count} answers.", count).format(count=count)


def _they_owe_an_answer(count: int) -> str:
    return ngettext("They owe us {count} answer.", "They owe us {count} answers.", count).format(count=count)


def _promises(pledges: Sequence[Pledge], whose: str, today: date) -> Promises:
    mine = [one for one in pledges if (one.whose or "us") in (whose, "both")]
    return Promises(len(mine), sum(one.due is not None and one.due < today for one in mine))


def _months(day: date | None, today: date) -> int | None:
    return max(whole_months(day, today), 0) if day else None
