"""A small guide for those who travel: emergency numbers of the place, words of courtesy of the other side."""

from collections.abc import Iterator

from dipdesk.i18n import _, country_name, language
from dipdesk.papers import courtesies
from dipdesk.papers.blocks import Block, Fact, Facts, Heading, Paragraph, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.ceremony.hall import source_line
from dipdesk.papers.reading import record
from dipdesk.rules import emergency
from dipdesk.rules.countries import HOME


def emergencies(dossier: Dossier) -> Iterator[Block]:
    """The numbers of the country, and those of the visit unless the summary has them."""
    code = _where(dossier)
    rows = tuple(Fact(_(emergency.HELP[name]), number) for name, number in emergency.numbers(code).items())
    own = "" if dossier.options.public or dossier.options.summary else dossier.visit.emergency.strip()
    if not rows and not own:
        return
    yield Heading(_("Emergency numbers"))
    if own:
        yield Paragraph(own, record=record(dossier.visit))
    if rows:
        yield Heading(country_name(code, language()), 2)
        yield Facts(rows)
        yield Paragraph(source_line(emergency.source()), Tone.MUTED)


def _where(dossier: Dossier) -> str:
    """The country in which the visit takes place; empty for a meeting on the screen or an unknown one."""
    if dossier.visit.kind in ("inbound", "transit"):
        return HOME
    partner = dossier.visit.partner
    is_there = dossier.visit.kind != "online" and partner and partner.country
    return partner.country.code if is_there and partner and partner.country else ""


def greetings(dossier: Dossier) -> Iterator[Block]:
    """The words of courtesy in the languages of the partner's country; nothing if none are known."""
    yield from courtesies.blocks(dossier.visit.partner, 1)
