"""The plans of a brief: who sits and signs where, the rows of flags of all ceremonies, and the anthems."""

from collections.abc import Iterator

from dipdesk.i18n import _, country_name, language
from dipdesk.model.visit import SIDES
from dipdesk.papers.blocks import Block, Fact, Facts, Heading, Paragraph, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.ceremony import flag_plan, seating
from dipdesk.papers.ceremony.hall import Hall, source_line
from dipdesk.papers.reading import record
from dipdesk.rules.anthems import anthem, source


def seats(dossier: Dossier) -> Iterator[Block]:
    """The seating plans, those of signings among them, as drawings; nothing if nobody is seated.

    The list of seats is a paper of its own; what was wished and broken stays in the office.
    """
    options = seating.SeatingOptions(seats=False, public=not dossier.is_inside)
    halls = [hall for hall in dossier.halls if hall.seating_plans]
    drawn = [(hall, tuple(seating.plans(hall, options, only_seated=True))) for hall in halls]
    if any(blocks for _hall, blocks in drawn):
        yield Heading(_("Seating and signing plans"))
    for hall, blocks in drawn:
        if blocks:
            yield _about(hall)
        yield from blocks


def flags(dossier: Dossier) -> Iterator[Block]:
    """The rows of flags as drawings, with what must be fetched; nothing if there is none."""
    halls = [hall for hall in dossier.halls if hall.flag_plans]
    if halls:
        yield Heading(_("Flag plan"))
    for hall in halls:
        yield _about(hall)
        yield from flag_plan.rows(hall)
    if halls:
        yield from _anthems(dossier)


def _anthems(dossier: Dossier) -> Iterator[Block]:
    """The anthems of both sides, that of the guests first; nothing if neither is known."""
    codes = [code for side in SIDES if (code := dossier.side_country(side))]
    names = {code: name for code in codes if (name := anthem(code))}
    if not names:
        return
    yield Heading(_("Anthems"), 2)
    yield Facts(tuple(Fact(country_name(code, language()), name) for code, name in names.items()))
    yield Paragraph(source_line(source()), Tone.MUTED)


def _about(hall: Hall) -> Paragraph:
    return Paragraph(" · ".join(hall.about()), Tone.MUTED, record=record(hall.ceremony))
