"""Who is looked after: duties without a person, interpreters that are missing.

A proposal of ours. An interpreter serves a member if they have a language in common; where nobody wrote
down the languages of one of them, the interpreter is believed to do.
"""

from collections.abc import Iterator

from dipdesk.i18n import _, join_words, language_name
from dipdesk.rules.clashes_plan import Duty, Event, Finding, Plan, Traveller, instant, start_of
from dipdesk.rules.clashes_said import people, span


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
