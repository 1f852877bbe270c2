"""May we sign? What is missing, what came in the wrong order, and what is due when; it warns, never blocks.

Source: the chains in ``resources/approval/``. Red: a step the law requires before signing is missing or
came after it, or one that the office itself requires. Amber: something is incomplete, out of order, left out
or rests on an unverified source. Green: nothing is missing. Dates known in part are out of order only if no
day they can mean is in order. Of a trip, which ends in a departure, nothing is missing before its day has
passed, and it is in order only when nothing is to come.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_date
from dipdesk.rules.chains import Chain, Step
from dipdesk.rules.sources import Source
from dipdesk.rules.timing import PartialDate

Light = Literal["green", "amber", "red"]
Finding = tuple[bool | None, str]
"""Whether it makes the light red (or else amber; None for neither), and a sentence."""


@dataclass(frozen=True)
class Recorded:
    """What is on file of one step; ``skipped`` is the reason why it was left out, empty if it was not."""

    step: str
    date: PartialDate | None = None
    number: str = ""
    skipped: str = ""


@dataclass(frozen=True)
class Incomplete:
    """A recorded step that lacks its ``date`` or its ``number``."""

    step: str
    lacks: str


@dataclass(frozen=True)
class OutOfOrder:
    """``step`` came before the step ``before``, which it should follow."""

    step: str
    before: str


@dataclass(frozen=True)
class Due:
    """The last day on which a step should be done."""

    step: str
    by: date


@dataclass(frozen=True)
class StepSource:
    """Where a step of the chain comes from."""

    step: str
    source: Source


@dataclass(frozen=True)
class Approval:
    """The answer; ``because`` says in sentences, in the language spoken now, what made the light."""

    may_sign: Light
    missing: tuple[str, ...]
    incomplete: tuple[Incomplete, ...]
    out_of_order: tuple[OutOfOrder, ...]
    due: tuple[Due, ...]
    because: tuple[str, ...]
    sources: tuple[StepSource, ...]


def approval(
    chain: Chain, records: Sequence[Recorded], today: date, wanted_signing: date | None = None
) -> Approval:
    """Judge ``records`` against ``chain`` as of ``today``; raises Invalid if a step is recorded twice."""
    file = _file(records)
    done = {key: record for key, record in file.items() if _is_done(record, today)}
    missing = [step for step in chain.steps if step.required and step.key not in done]
    incomplete = list(_incomplete(chain, done))
    disordered = list(_out_of_order(chain, done))
    due = list(_due(chain, file, done, wanted_signing))
    late = [one for one in due if one.by < today]
    to_come = [one for one in due if chain.is_trip and one.by >= today]
    told = {one.step for one in (*late, *to_come)}
    findings = [
        *_about_left_out(chain),
        *_about_late(chain, late, missing),
        *_about_missing(chain, [step for step in missing if step.key not in told], file),
        *_about_to_come(chain, to_come),
        *_about_order(chain, disordered),
        *_about_incomplete(chain, incomplete),
        *_about_vague(chain, done, disordered),
        *_about_sources(chain),
    ]
    weights = [weight for weight, _text in findings if weight is not None]
    light: Light = "red" if any(weights) else "amber" if weights else "green"
    said = [] if weights else [_("Every step the law requires is there, in order.")]
    return Approval(
        may_sign=light,
        missing=tuple(step.key for step in missing),
        incomplete=tuple(incomplete),
        out_of_order=tuple(disordered),
        due=tuple(due),
        because=(*said, *(text for _weight, text in findings)),
        sources=tuple(StepSource(step.key, step.source) for step in chain.steps),
    )


def _file(records: Sequence[Recorded]) -> dict[str, Recorded]:
    file: dict[str, Recorded] = {}
    for i, record in enumerate(records):
        if record.step in file:
            text = _("The step “{step}” is recorded twice.").format(step=record.step)
            raise Invalid(text, f"steps[{i}].step")
        file[record.step] = record
    return file


def _is_done(record: Recorded, today: date) -> bool:
    """Whether the step was taken: neither skipped nor planned for a day to come."""
    planned = record.date is not None and record.date.first_day() > today
    return not record.skipped.strip() and not planned


def _incomplete(chain: Chain, done: Mapping[str, Recorded]) -> Iterator[Incomplete]:
    for step in chain.steps:
        record = done.get(step.key)
        if record and "date" in step.needs and record.date is None:
            yield Incomplete(step.key, "date")
        if record and "number" in step.needs and not record.number.strip():
            yield Incomplete(step.key, "number")


def _pairs(chain: Chain, done: Mapping[str, Recorded]) -> Iterator[tuple[str, PartialDate, str, PartialDate]]:
    """Every dated step with every dated step it should follow."""
    for step in chain.steps:
        for earlier in step.follows:
            late, early = done.get(step.key), done.get(earlier)
            if late and early and late.date and early.date:
                yield step.key, late.date, earlier, early.date


def _out_of_order(chain: Chain, done: Mapping[str, Recorded]) -> Iterator[OutOfOrder]:
    for step, late, earlier, early in _pairs(chain, done):
        if late.last_day() < early.first_day():
            yield OutOfOrder(step, earlier)


def _due(
    chain: Chain, file: Mapping[str, Recorded], done: Mapping[str, Recorded], wanted: date | None
) -> Iterator[Due]:
    """Steps still to be taken, counted back from the day of signing; terms that run from a step."""
    signed = next((step for step in chain.steps if step.phase == "signing" and step.key in done), None)
    steps = [step for step in chain.steps if step.phase != "after"]
    latest = max((i for i, step in enumerate(steps) if step.key in done), default=-1)
    for i, step in enumerate(steps):
        open_step = step.phase == "before" and step.key not in file
        if open_step and wanted and signed is None and (i > latest or step.required):
            later = sum(after.usual_days for after in steps[i + 1 :])
            yield Due(step.key, wanted - timedelta(days=later))
        elif open_step and step.within_days and i > latest:
            yield from _within(step, done)


def _within(step: Step, done: Mapping[str, Recorded]) -> Iterator[Due]:
    """The end of a term that runs from the step this one follows."""
    for earlier in step.follows:
        record = done.get(earlier)
        if record and record.date and record.date.exact:
            yield Due(step.key, record.date.exact + timedelta(days=step.within_days))


def _name(chain: Chain, key: str) -> str:
    step = chain.step(key)
    return step.name.said() if step else key


def _about_left_out(chain: Chain) -> Iterator[tuple[bool, str]]:
    for step in chain.left_out:
        if step.required and chain.is_trip:
            text = _("The office left out {step} although the law requires it before departure ({source}).")
            yield False, text.format(step=step.name.said(), source=step.source.said())
        elif step.required:
            text = _("The office left out {step} although the law requires it before signing ({source}).")
            yield False, text.format(step=step.name.said(), source=step.source.said())


def _about_late(chain: Chain, late: Sequence[Due], missing: Sequence[Step]) -> Iterator[Finding]:
    """The steps that should be done by now: first what is missing, which weighs; the others are only told."""
    wanting = {step.key: step for step in missing}
    for item in sorted(late, key=lambda one: one.step not in wanting):
        step, day = wanting.get(item.step), format_date(item.by)
        if step is not None:
            said = _lacking(step, chain).format(step=step.name.said(), source=step.source.said())
            yield step.binding, " ".join((said, _("It should have been done by {day}.").format(day=day)))
        else:
            text = _("{step} should have been done by {day}.")
            yield None, text.format(step=_name(chain, item.step), day=day)


def _about_missing(
    chain: Chain, missing: Sequence[Step], file: Mapping[str, Recorded]
) -> Iterator[tuple[bool, str]]:
    for step in missing:
        record = file.get(step.key)
        named = {"step": step.name.said(), "source": step.source.said()}
        if record and record.skipped.strip():
            text = _skipped(step, chain)
            yield step.binding and not step.may_skip, text.format(reason=record.skipped.strip(), **named)
        elif record and record.date:
            text = _("{step} is planned for {day} and not there yet ({source}).")
            yield step.binding, text.format(day=record.date.format(), **named)
        else:
            yield step.binding, _lacking(step, chain).format(**named)


def _about_to_come(chain: Chain, to_come: Sequence[Due]) -> Iterator[tuple[bool, str]]:
    """The steps before a departure that are still to be taken, with their last day."""
    for item in to_come:
        text = _("{step} is still to come, by {day}.")
        yield False, text.format(step=_name(chain, item.step), day=format_date(item.by))


def _skipped(step: Step, chain: Chain) -> str:
    if step.may_skip:
        return _("{step} was skipped, for which the law knows another way: {reason} ({source}).")
    if chain.is_trip and step.binding and not step.own:
        return _("{step} was skipped although the law requires it before departure: {reason} ({source}).")
    if step.own:
        return _("{step} was skipped although the office requires it before signing: {reason} ({source}).")
    if step.binding:
        return _("{step} was skipped although the law requires it before signing: {reason} ({source}).")
    return _("{step} was skipped; whether the law requires it here is not verified: {reason} ({source}).")


def _lacking(step: Step, chain: Chain) -> str:
    if chain.is_trip and step.binding and not step.own:
        return _("{step} is missing; the law requires it before departure ({source}).")
    if chain.is_trip and step.own:
        return _("{step} is missing; the office requires it before departure ({source}).")
    if step.own:
        return _("{step} is missing; the office requires it before signing ({source}).")
    if step.binding:
        return _("{step} is missing; the law requires it before signing ({source}).")
    return _("{step} is missing; whether the law requires it here is not verified ({source}).")


def _about_order(chain: Chain, disordered: Sequence[OutOfOrder]) -> Iterator[tuple[bool, str]]:
    for pair in disordered:
        late, early = chain.step(pair.step), chain.step(pair.before)
        red = bool(late and late.phase == "signing" and early and early.binding)
        text = _("{step} came before {before}, which it should follow.")
        yield red, text.format(step=_name(chain, pair.step), before=_name(chain, pair.before))


def _about_incomplete(chain: Chain, incomplete: Sequence[Incomplete]) -> Iterator[tuple[bool, str]]:
    for gap in incomplete:
        text = {
            "date": _("{step}: the date is not recorded."),
            "number": _("{step}: the number is not recorded."),
        }
        yield False, text[gap.lacks].format(step=_name(chain, gap.step))


def _about_vague(
    chain: Chain, done: Mapping[str, Recorded], disordered: Sequence[OutOfOrder]
) -> Iterator[tuple[bool, str]]:
    """Dates known in part that do not say which step came first."""
    for step, late, earlier, early in _pairs(chain, done):
        if late.first_day() < early.last_day() and OutOfOrder(step, earlier) not in disordered:
            text = _("The dates do not say whether {step} came after {before}.")
            yield False, text.format(step=_name(chain, step), before=_name(chain, earlier))


def _about_sources(chain: Chain) -> Iterator[tuple[bool, str]]:
    """Required steps, or the whole chain, that rest on a source nobody has verified."""
    sources = [chain.source, *(step.source for step in chain.steps if step.required)]
    for source in dict.fromkeys(source for source in sources if source.state != "verified"):
        text = {
            "unverified": _("Not verified: {source}."),
            "conflicting": _("Sources conflict: {source}."),
        }[source.state]
        yield False, text.format(source=source.said())
