"""Parts that the papers after a visit share: who took part, what was promised, what it cost."""

from collections.abc import Iterator

from dipdesk.actions.after_visit import LIRA, costs
from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import LANGUAGES, _
from dipdesk.model import Commitment, Expense, Record, Visit, in_language
from dipdesk.model.expense import STAGES
from dipdesk.model.kinds import Amount, Money
from dipdesk.model.visit import SIDES
from dipdesk.papers.blocks import Block, Bullets, Column, Fact, Facts, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, post_of
from dipdesk.papers.reading import day, record, said


def text_of(trip: Trip, stem: str) -> tuple[str, ...]:
    """The lines of a text of the visit, such as its minutes, in the language spoken now."""
    return lines_of(trip.visit, stem)


def lines_of(source: Record, stem: str) -> tuple[str, ...]:
    """The lines of a text of a record in the language spoken now.

    As many in every language; the last ones are empty where it was written in fewer lines than in another.
    """
    most = max(len(_lines(in_language(source, stem, code))) for code in LANGUAGES)
    own = _lines(said(source, stem))
    return (*own, *[""] * (most - len(own)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def side(trip: Trip, name: str) -> tuple[Attendance, ...]:
    """The members of one side, ``guest`` or ``host``, in order of precedence."""
    found = trip.logistics
    ids = [one.id for one in found.delegations if one.side == name]
    return tuple(member for row_id in ids for member in found.people[row_id])


def bullets(title: str, items: tuple[str, ...]) -> Iterator[Block]:
    """A heading and its lines as a list; nothing if there are none."""
    if items:
        yield Heading(title, 2)
        yield Bullets(items)


def people(trip: Trip) -> Iterator[Block]:
    """Those who took part, side by side, in order of precedence; who stayed away is said."""
    yield Heading(_("Who took part"), 2)
    rows = []
    for name in SIDES:
        for one in side(trip, name):
            note = _("Stayed away") if one.member.state == "absent" else ""
            cells = (trip.visit.side_name(name), one.person.title(), post_of(one), note)
            rows.append(Row(cells, record=record(one.member)))
    if not rows:
        yield Paragraph(_("Nobody is in the delegations."), Tone.MUTED)
        return
    has_notes = any(row.cells[3] for row in rows)
    columns = (Column(_("Side"), 1), Column(_("Name"), 2.4), Column(_("Post"), 3))
    if has_notes:
        yield Table((*columns, Column(_("Remark"), 1.2)), tuple(rows))
    else:
        yield Table(columns, tuple(Row(row.cells[:3], record=row.record) for row in rows))


def commitments(trip: Trip) -> Iterator[Block]:
    """What was promised during the visit: what, whose part, who, by when, how far."""
    yield Heading(_("Commitments"), 2)
    order = (Commitment.due.is_(None), Commitment.due)
    found = trip.all(Commitment, Commitment.visit_id == trip.visit.id, order=order)
    if not found:
        yield Paragraph(_("Nothing was promised on file."), Tone.MUTED)
        return
    owner = () if trip.public else (Column(_("Who does it"), 1.8),)
    yield Table(
        (
            Column(_("What"), 4),
            Column(_("Whose part"), 1.1),
            *owner,
            Column(_("Due by"), 1.4),
            Column(_("State"), 1.1),
        ),
        tuple(_commitment(trip, one) for one in found),
    )


def _commitment(trip: Trip, one: Commitment) -> Row:
    owner = () if trip.public else (one.owner.full_name() if one.owner else "",)
    cells = (said(one, "what"), trip.value(one, "whose"), *owner, day(one.due), trip.value(one, "state"))
    return Row(cells, record=record(one))


def money(trip: Trip) -> Iterator[Block]:
    """The lines of the costs, their sums in each currency, and what one guest cost in lira."""
    rows = trip.all(Expense, Expense.visit_id == trip.visit.id, order=(Expense.kind, Expense.day))
    yield Heading(_("Costs"), 2)
    if not rows:
        yield Paragraph(_("No cost is on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("What"), 3),
            Column(_("Kind"), 1.4),
            Column(_("Planned cost"), 1.3),
            Column(_("Spent"), 1.3),
            Column(_("In lira"), 1.4),
            Column(_("Who pays"), 1.2),
        ),
        tuple(_cost(trip, one) for one in rows),
    )
    yield Facts(tuple(_sums(trip, trip.visit)))
    yield from _gaps(trip)


def _cost(trip: Trip, one: Expense) -> Row:
    names = ("kind", "planned", "spent", "in_lira", "payer")
    return Row((said(one, "what"), *(trip.value(one, name) for name in names)), record=record(one))


def _sums(trip: Trip, visit: Visit) -> Iterator[Fact]:
    found = costs(trip.session, visit)
    if visit.budget:
        yield Fact(_("Budget"), amount(visit.budget))
    if found.planned:
        yield Fact(_("We planned"), amounts(found.planned))
    if found.spent:
        yield Fact(_("We spent"), amounts(found.spent))
    if found.lira:
        yield Fact(_("Spent in lira"), amount(Money(found.lira, LIRA)))
    for stage, sums in found.stages.items():
        yield Fact(_(STAGES[stage]), amounts(sums))
    if found.left is not None:
        short = found.left.amount < 0
        left = Money(abs(found.left.amount), found.left.currency)
        yield Fact(_("Over the budget") if short else _("Left of the budget"), amount(left))
    if found.for_each is not None:
        yield Fact(_("In lira for each head"), amount(found.for_each))


def _gaps(trip: Trip) -> Iterator[Block]:
    if gap := costs(trip.session, trip.visit).gap:
        yield Paragraph(gap, Tone.MUTED)


def amount(one: Money) -> str:
    """An amount as people read it."""
    return Amount().format(one)


def amounts(found: tuple[Money, ...]) -> str:
    """Sums of several currencies, one after another."""
    return " + ".join(amount(one) for one in found)
