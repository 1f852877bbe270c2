"""Who is looked after: duties without a person, interpreters that are missing, visas that are not there yet.

A proposal of ours. An interpreter serves a member if they have a language in common; where nobody wrote
down the languages of one of them, the interpreter is believed to do. How long before an arrival a visa is
asked for stands in ``resources/visas/planning.toml``, with its source.
"""

from collections.abc import Iterator
from datetime import date

from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _, format_date, join_words, language_name
from dipdesk.rules.clashes_plan import Duty, Event, Finding, Journey, Plan, Stay, Traveller, instant, start_of
from dipdesk.rules.clashes_said import people, span
from dipdesk.rules.sources import Source, shipped

_VISAS = "visas", "planning.toml"
_NEEDED = N_(
    "The arrival is on {day}, and nobody applied for the visa yet: {who}."
    " Write the invitation letter for the visa, and let them apply."
)
_APPLIED = N_(
    "The arrival is on {day}, and the visa is applied for, but not granted yet: {who}."
    " Ask the consulate, or plan without them."
)
_NO_PASSPORT = N_(
    "The arrival is on {day}, a visa is needed, and no passport number is on file: {who}."
    " Ask them for their passport."
)
_MISSING = (("needed", _NEEDED), ("applied", _APPLIED), ("passport", _NO_PASSPORT))


def empty_duties(plan: Plan) -> Iterator[Finding]:
    """Duties that nobody does."""
    for one in plan.duties:
        if not one.person:
            if one.starts:
                text = _("Nobody is named for the duty “{duty}” ({when}).")
                sentence = text.format(duty=one.what, when=span(one.starts, one.ends))
            else:
                sentence = _("Nobody is named for the duty “{duty}”.").format(duty=one.what)
            at = instant(one.starts) if one.starts else start_of(None)
            yield Finding("duty_empty", sentence, (one.id,), frozenset({one.visit}), at)


def no_interpreter(plan: Plan) -> Iterator[Finding]:
    """Items where people talk and somebody who needs an interpreter has none with a common language."""
    members = {one.id: one for one in plan.travellers}
    interpreting = [one for one in plan.duties if one.kind == "interpreter" and one.person]
    for event in plan.events:
        present = [members[one] for one in sorted(event.members) if one in members] if event.spoken else []
        voices = [one.interprets for one in present if one.interprets]
        unheard = [
            one
            for one in present
            if one.needs_interpreter and not any(_shares(one.languages, voice) for voice in voices)
        ]
        duties = [one for one in interpreting if _serves(one, event)] if unheard else []
        alone = [
            one
            for one in unheard
            if not any(
                duty.member in ("", one.id) and _shares(one.languages, duty.languages) for duty in duties
            )
        ]
        if alone:
            yield _alone(plan, event, alone)


def visas(plan: Plan) -> Iterator[Finding]:
    """Visas that are not granted and passports that are missing shortly before an arrival, by its day.

    Nothing without the day that it is in the plan, nor after the arrival.
    """
    if plan.today is None:
        return
    journeys = {one.id: one for one in plan.journeys}
    for stay in plan.stays:
        found: dict[tuple[date, str], list[Traveller]] = {}
        for one in plan.travellers:
            day = _arrival_day(one, stay, journeys)
            if not one.guest or one.visit != stay.id or day is None or plan.today > day:
                continue
            for what, _text in _MISSING:
                if _lacks(one, what) and (day - plan.today).days <= visa_days(what):
                    found.setdefault((day, what), []).append(one)
        for (day, what), who in found.items():
            named = people(plan.names, (one.person for one in who))
            sentence = _(dict(_MISSING)[what]).format(day=format_date(day), who=named)
            records = tuple(one.id for one in who)
            yield Finding(f"visa_{what}", sentence, records, frozenset({stay.id}), start_of(day))


def visa_days(what: str) -> int:
    """How many days before an arrival it is told that ``what`` is missing: needed, applied or passport.

    Raises Invalid if the shipped file says no number.
    """
    found = shipped(*_VISAS).get(f"{what}_days")
    if not isinstance(found, int):
        raise Invalid(_("A whole number is expected."), f"visas.{what}_days")
    return found


def visa_source() -> Source:
    """Where the days before an arrival are from."""
    return Source.read(shipped(*_VISAS), "visas")


def _lacks(one: Traveller, what: str) -> bool:
    if what == "passport":
        return one.visa in ("needed", "applied") and not one.has_passport
    return one.visa == what


def _arrival_day(one: Traveller, stay: Stay, journeys: dict[str, Journey]) -> date | None:
    """The day somebody arrives: that of the own journey, else the first day of the visit."""
    own = journeys.get(one.arrival)
    moment = (own.arrives or own.leaves) if own else None
    return moment.local.date() if moment else stay.starts


def _alone(plan: Plan, event: Event, alone: list[Traveller]) -> Finding:
    """Who has nobody to interpret, and from which languages, each by its first one."""
    tongues = sorted({language_name(one.languages[0]) for one in alone if one.languages})
    who = people(plan.names, (one.person for one in alone))
    named = {"what": event.what, "when": span(event.starts, event.ends), "who": who}
    if tongues:
        text = _("No interpreter at “{what}” ({when}): {who} ({languages}).")
        sentence = text.format(languages=join_words(tongues), **named)
    else:
        sentence = _("No interpreter at “{what}” ({when}): {who}.").format(**named)
    records = event.id, *(one.id for one in alone)
    return Finding("no_interpreter", sentence, records, frozenset({event.visit}), instant(event.starts))


def _serves(duty: Duty, event: Event) -> bool:
    """Whether a duty covers an item: it is for the item, for its time, or for the whole visit."""
    if duty.visit != event.visit:
        return False
    if duty.event:
        return duty.event == event.id
    if duty.starts is None:
        return True
    ends = instant(duty.ends) if duty.ends else instant(duty.starts)
    return instant(duty.starts) <= instant(event.starts) and instant(event.ends or event.starts) <= ends


def _shares(own: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not own or not others or bool(set(own) & set(others))
