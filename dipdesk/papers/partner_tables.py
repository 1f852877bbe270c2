"""Tables of what we have with a partner: agreements, memberships, visits, commitments, all by day."""

from collections.abc import Sequence

from dipdesk.actions import timeline
from dipdesk.i18n import _, format_interval
from dipdesk.model import Agreement, Commitment, Membership, Project, Visit
from dipdesk.papers.blocks import Column, Row, Table
from dipdesk.papers.reading import Reading, dated, day, lines, record, said
from dipdesk.rules.timing import PartialDate

_NEVER = PartialDate(1)


def latest_first(found: Sequence[Agreement]) -> list[Agreement]:
    """Agreements by the day of signing, else of the council decision; those without a day last."""
    return sorted(found, key=lambda one: one.signed_on or one.council_date or _NEVER, reverse=True)


def agreements(reading: Reading, found: Sequence[Agreement]) -> Table:
    """What was signed, with both permissions."""
    return Table(
        (
            Column(_("Agreement"), 3.4),
            Column(_("Signed"), 1.7),
            Column(_("Council decision"), 1.7),
            Column(_("Ministry permission"), 2.8),
        ),
        tuple(_agreement(reading, one) for one in found),
    )


def _agreement(reading: Reading, one: Agreement) -> Row:
    return Row(
        (
            lines(one.kind_name(), one.act_name(), reading.whose(one.municipality), said(one, "subject")),
            lines(day(one.signed_on) or reading.value(one, "state"), one.signed_at),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
        ),
        record=record(one),
    )


def memberships(reading: Reading, found: Sequence[Membership]) -> Table:
    """Our places in a body, with both permissions."""
    return Table(
        (
            Column(_("Class"), 2.4),
            Column(_("Since"), 2),
            Column(_("Council decision"), 2.4),
            Column(_("Ministry permission"), 2.4),
        ),
        tuple(_membership(reading, one) for one in found),
    )


def _membership(reading: Reading, one: Membership) -> Row:
    return Row(
        (
            reading.value(one, "member_class"),
            day(one.since),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
        ),
        record=record(one),
    )


def visits(reading: Reading, found: Sequence[Visit]) -> Table:
    """When who visited whom."""
    return Table(
        (Column(_("When"), 2.4), Column(_("Visit"), 5), Column(_("Kind"), 2)),
        tuple(
            Row((when(one), said(one, "title"), reading.value(one, "kind")), record=record(one))
            for one in found
        ),
    )


def projects(reading: Reading, found: Sequence[Project]) -> Table:
    """What we do together, from when to when, and how far it is."""
    return Table(
        (Column(_("Joint project"), 5), Column(_("When"), 2.4), Column(_("State"), 2)),
        tuple(
            Row((said(one, "title"), when(one), reading.value(one, "state")), record=record(one))
            for one in found
        ),
    )


def when(of: Visit | Project) -> str:
    """The days of a visit or project; empty if none is fixed."""
    first, last = of.starts or of.ends, of.ends or of.starts
    return format_interval(min(first, last), max(first, last)) if first and last else ""


def is_late(reading: Reading, one: Commitment) -> bool:
    """Whether an open commitment should have been kept by the day the paper is made."""
    return one.state == "open" and one.due is not None and one.due < reading.today


def commitments(reading: Reading, found: Sequence[Commitment]) -> Table:
    """What was promised, who does it, and by when."""
    return Table(
        (Column(_("What was promised"), 5), Column(_("Who does it"), 2.4), Column(_("By"), 2)),
        tuple(
            Row(
                (said(one, "what"), one.owner.full_name() if one.owner else "", _due(reading, one)),
                record=record(one),
            )
            for one in found
        ),
    )


def _due(reading: Reading, one: Commitment) -> str:
    due = day(one.due)
    return _("{day} – late").format(day=due) if is_late(reading, one) else due


def story(reading: Reading, partner_id: str, most: int = 0) -> Table | None:
    """Everything with a day, the newest first, ``most`` lines if that is not 0; None if there is nothing."""
    found = timeline.timeline(reading.session, partner_id)
    if not found:
        return None
    return Table(
        (Column(_("Day"), 1.8), Column(_("What happened"), 4.4), Column(_("More"), 4)),
        tuple(
            Row((one.day.format("medium"), one.text, one.detail), record=f"{one.entity}/{one.row_id}")
            for one in found[: most or None]
        ),
    )
