"""The summary of a brief: one page that can be read standing up."""

from collections.abc import Iterator

from dipdesk.i18n import LANGUAGES, _, language, ngettext
from dipdesk.model import Visit, in_language
from dipdesk.papers import gaps, partner_tables
from dipdesk.papers.blocks import Block, Bullets, Callout, Fact, Facts, Heading, Paragraph, Status, Tone
from dipdesk.papers.brief import relation, talking_points
from dipdesk.papers.brief.cover import days
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import missing, post_name, record, said

_MOST_RESULTS = 3


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Aim, results wanted, the facts one asks for first, and what is still owed."""
    visit = dossier.visit
    yield Heading(_("Summary"))
    if aim := said(visit, "aim"):
        yield Paragraph(aim, Tone.LEAD, record=record(visit))
    else:
        yield Paragraph(_("The aim of the visit has not been written down yet."), Tone.MUTED)
    if dossier.is_inside and (wanted := results(visit)):
        yield Heading(_("Results wanted"), 2)
        yield Bullets(wanted, numbered=True, record=record(visit))
    yield Heading(_("At a glance"), 2)
    yield Facts(tuple(fact for fact in _facts(dossier) if fact.text), record=record(visit))
    yield from _owed(dossier)
    if dossier.options.talking_points and dossier.is_inside:
        yield from talking_points.not_to_raise(dossier)


def results(visit: Visit) -> tuple[str, ...]:
    """The results wanted, three at most; as many in every language, marked where one is not written."""
    written = {code: _lines(in_language(visit, "results", code)) for code in LANGUAGES}
    most = max(len(lines) for lines in written.values())
    own = written.get(language(), [])
    if len(own) < most:
        gaps.note(visit, "results")
    return (*own, *[missing()] * (most - len(own)))


def _lines(text: str) -> list[str]:
    lines = (line.strip(" -•\t") for line in text.splitlines())
    return [line for line in lines if line][:_MOST_RESULTS]


def _facts(dossier: Dossier) -> Iterator[Fact]:
    visit = dossier.visit
    yield Fact(_("Dates"), days(dossier) or _("Not fixed yet"))
    yield Fact(_("Place"), visit.place)
    if visit.state in ("idea", "cancelled"):
        yield Fact(_("State"), dossier.value(visit, "state"))
    for delegation in dossier.delegations:
        yield Fact(
            dossier.visit.side_name(delegation.side),
            _head(dossier, delegation.id) or dossier.delegation_name(delegation),
            record=record(delegation),
        )
    yield Fact(_("Ceremonies"), _ceremonies(dossier))
    yield Fact(_("Lead officer"), _officer(dossier))
    yield Fact(_("Dress"), said(visit, "dress"))
    yield Fact(_("Weather"), said(visit, "weather"))
    if not dossier.options.public:
        yield Fact(_("Emergency"), visit.emergency.strip())


def _head(dossier: Dossier, delegation_id: str) -> str:
    """The head of a delegation, and how many come along."""
    people = dossier.people[delegation_id]
    if not people:
        return ""
    first = people[0]
    name = ", ".join(part for part in (first.person.title(), post_name(first.post)) if part)
    others = len(people) - 1
    if not others:
        return name
    return ngettext("{name}, and {count} other", "{name}, and {count} others", others).format(
        name=name, count=others
    )


def _officer(dossier: Dossier) -> str:
    officer = dossier.visit.officer
    return " · ".join(part for part in (officer.title(), dossier.phone(officer)) if part) if officer else ""


def _ceremonies(dossier: Dossier) -> str:
    """The ceremonies of the visit with their times, a line each."""
    timed = [(hall.ceremony.starts, hall.ceremony) for hall in dossier.halls]
    return "\n".join(f"{starts.format()} · {said(one, 'title')}" for starts, one in timed if starts)


def _owed(dossier: Dossier) -> Iterator[Block]:
    """A word about open commitments, so that nobody is surprised by them."""
    if not dossier.is_inside:
        return
    open_ones = relation.open_commitments(dossier)
    late = [one for one in open_ones if partner_tables.is_late(dossier, one)]
    if late:
        text = ngettext(
            "We are late with {count} commitment; see the history of the relation.",
            "We are late with {count} commitments; see the history of the relation.",
            len(late),
        )
        yield Callout(Status.AMBER, _("Before the talks"), text.format(count=len(late)))
    elif open_ones:
        text = ngettext(
            "{count} commitment is open; see the history of the relation.",
            "{count} commitments are open; see the history of the relation.",
            len(open_ones),
        )
        yield Callout(Status.BLUE, _("Before the talks"), text.format(count=len(open_ones)))
