"""The register of agreements and memberships: all of them in order, with state, term, numbers and totals."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_date, format_number, language, sort_key
from dipdesk.model import Agreement, Country, Membership, Partner
from dipdesk.model.agreement import AGREEMENT_KINDS, AGREEMENT_STATES
from dipdesk.model.kinds import Choice, Flag
from dipdesk.model.membership import MEMBERSHIP_CLASSES, MEMBERSHIP_STATES
from dipdesk.papers.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading, dated, day, head, lines, record, term
from dipdesk.papers.sections import Section, written
from dipdesk.rules.timing import PartialDate

_ORDERS = {"day": N_("By day"), "partner": N_("By partner")}
_LATEST = PartialDate(9999)
Listed = TypeVar("Listed", Agreement, Membership)


@dataclass(frozen=True)
class RegisterOptions(Marks):
    """The order and the parts of the register."""

    order: str = option(Choice(_ORDERS, required=True), N_("Order"), "day", group=SECTIONS)
    agreements: bool = option(Flag(), N_("Agreements"), True, group=SECTIONS)
    memberships: bool = option(Flag(), N_("Memberships"), True, group=SECTIONS)
    totals: bool = option(Flag(), N_("Totals"), True, group=SECTIONS)


@dataclass(frozen=True)
class Register(Reading):
    """What the register holds, in its order."""

    agreements: tuple[Agreement, ...]
    memberships: tuple[Membership, ...]


def build(session: Session, _subject: None, options: RegisterOptions, occasion: Occasion) -> Document:
    """The register of the whole office."""
    kept = [*session.query(Country), *session.query(Partner)]
    reading = Reading(session, occasion, options.public)
    agreements = _ordered(reading, reading.all(Agreement), options.order, lambda one: one.signed_on)
    memberships = _ordered(reading, reading.all(Membership), options.order, lambda one: one.since)
    register = Register(session, occasion, options.public, tuple(agreements), tuple(memberships))
    about = _("As of {day}").format(day=format_date(reading.today))
    title = _("Register of agreements and memberships")
    blocks = (*head(reading, title, about), *written(_SECTIONS, options, register))
    kept.clear()
    return reading.document(title, _("Register of agreements"), options, "office", blocks)


def _ordered(
    reading: Reading, found: list[Listed], order: str, began: Callable[[Listed], PartialDate | None]
) -> list[Listed]:
    """By the day of signing or joining, else of the council decision; or by the name of the partner."""
    alphabet = reading.occasion.alphabet

    def place(one: Listed) -> tuple[bytes, PartialDate]:
        name = sort_key(one.partner.name(alphabet), alphabet) if order == "partner" and one.partner else b""
        return name, began(one) or one.council_date or _LATEST

    return sorted(found, key=place)


def _agreements(register: Register) -> Iterator[Block]:
    yield Heading(_("Agreements"), 2)
    if not register.agreements:
        yield Paragraph(_("No agreement is on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("No."), 0.6, Align.RIGHT),
            Column(_("Partner"), 2.5),
            Column(_("Agreement"), 2.15),
            Column(_("Signed and term"), 1.8),
            Column(_("Council decision"), 2.0),
            Column(_("Ministry permission"), 2.9),
            Column(_("State"), 1.6),
        ),
        tuple(_agreement(register, number, one) for number, one in enumerate(register.agreements, 1)),
    )


def _agreement(register: Register, number: int, one: Agreement) -> Row:
    act = register.value(one, "act") if one.act != "new" else ""
    return Row(
        (
            format_number(number),
            _partner(register, one),
            lines(one.kind_name(), act),
            lines(day(one.signed_on), one.signed_at, _term(one)),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
            register.value(one, "state"),
        ),
        record=record(one),
    )


def _partner(register: Register, one: Agreement | Membership) -> str:
    """The partner, its country, and whose it is in a union."""
    if one.partner is None:
        return register.whose(one.municipality)
    name, country = one.partner.name(language()), register.country_name(one.partner)
    return lines(", ".join(part for part in (name, country) if part), register.whose(one.municipality))


def _term(one: Agreement) -> str:
    """When it ends, and whether it renews itself."""
    if one.renews_itself:
        end = _("renews itself after {day}").format(day=day(one.ends_on)) if one.ends_on else ""
        return end or _("renews itself")
    return _("until {day}").format(day=day(one.ends_on)) if one.ends_on else ""


def _memberships(register: Register) -> Iterator[Block]:
    yield Heading(_("Memberships"), 2)
    if not register.memberships:
        yield Paragraph(_("No membership is on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("No."), 0.6, Align.RIGHT),
            Column(_("Union or network"), 2.7),
            Column(_("Class"), 1.4),
            Column(_("Duration"), 1.9),
            Column(_("Council decision"), 1.9),
            Column(_("Ministry permission"), 2.9),
            Column(_("Yearly dues"), 1.6, Align.RIGHT),
            Column(_("State"), 1.2),
        ),
        tuple(_membership(register, number, one) for number, one in enumerate(register.memberships, 1)),
    )


def _membership(register: Register, number: int, one: Membership) -> Row:
    return Row(
        (
            format_number(number),
            _partner(register, one),
            register.value(one, "member_class"),
            term(one.since, one.until),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
            register.value(one, "dues"),
            register.value(one, "state"),
        ),
        record=record(one),
    )


def _totals(register: Register) -> Iterator[Block]:
    """How many of each kind and state."""
    if not register.agreements and not register.memberships:
        return
    agreements = [(one.kind, one.state) for one in register.agreements]
    memberships = [(one.member_class, one.state) for one in register.memberships]
    tables = []
    if agreements:
        tables.append(_cross(_("Agreements"), agreements, AGREEMENT_KINDS, AGREEMENT_STATES))
    if memberships:
        tables.append(_cross(_("Memberships"), memberships, MEMBERSHIP_CLASSES, MEMBERSHIP_STATES))
    yield KeepTogether((Heading(_("Totals"), 2), *tables))


def _cross(
    name: str, pairs: Sequence[tuple[str, str]], rows: Mapping[str, str], columns: Mapping[str, str]
) -> Block:
    """Kinds down, states across; only what there is."""
    counts = Counter(pairs)
    kinds = [code for code in (*rows, "") if any(pair[0] == code for pair in counts)]
    states = [code for code in (*columns, "") if any(pair[1] == code for pair in counts)]
    lined = [
        (
            _(rows[kind]) if kind else _("Not said"),
            *(format_number(counts[kind, state]) if counts[kind, state] else "–" for state in states),
            format_number(sum(counts[kind, state] for state in states)),
        )
        for kind in kinds
    ]
    sums = [sum(counts[kind, state] for kind in kinds) for state in states]
    total = (_("Total"), *map(format_number, sums), format_number(len(pairs)))
    heads = [_(columns[state]) if state else _("Not said") for state in states]
    numbers = [Column(one, 1.2, Align.RIGHT) for one in (*heads, _("Total"))]
    return Table((Column(name, 2.6), *numbers), (*map(Row, lined), Row(total, strong=True)))


_SECTIONS = (
    Section("agreements", _agreements),
    Section("memberships", _memberships),
    Section("totals", _totals),
)
