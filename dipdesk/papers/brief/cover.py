"""The cover of a brief: the visit, both sides with their flags, the days."""

from collections.abc import Iterator

from dipdesk.i18n import _, format_interval
from dipdesk.model.visit import SIDES
from dipdesk.papers import copies
from dipdesk.papers.blocks import Block, Cover, Fact, Party, Picture
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.brief.options import BriefOptions
from dipdesk.papers.flags import flag_picture
from dipdesk.papers.reading import record, said


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The cover; classification, version and time stand in the document."""
    visit = dossier.visit
    yield Cover(
        title=said(visit, "title"),
        office=dossier.office_name(),
        subtitle=_("Protocol brief"),
        dates=days(dossier),
        parties=tuple(_party(dossier, side) for side in SIDES),
        facts=_distribution(dossier.options),
        logo=dossier.logo(),
        record=record(visit),
    )


def _distribution(options: BriefOptions) -> tuple[Fact, ...]:
    """The numbered list, unless the paper is one of its copies."""
    names = copies.names(options)
    if not names or options.copy is not None:
        return ()
    listed = (f"{number}. {name}" for number, name in enumerate(names, 1))
    return (Fact(_("Distribution"), "\n".join(listed)),)


def days(dossier: Dossier) -> str:
    """The days of the visit; empty if they are not fixed."""
    return format_interval(*dossier.days) if dossier.days else ""


def _party(dossier: Dossier, side: str) -> Party:
    """One side: its delegations, or whoever stands there if no delegation was made."""
    delegations = [one for one in dossier.delegations if one.side == side]
    label = dossier.visit.side_name(side)
    code = dossier.side_country(side)
    picture = flag_picture(code) if code else None
    flag = Picture(picture) if picture else None
    if len(delegations) == 1:
        one = delegations[0]
        return Party(label, dossier.delegation_name(one), dossier.country_of(one), flag)
    if delegations:
        return Party(label, "\n".join(map(dossier.delegation_name, delegations)), flag=flag)
    if side == dossier.our_side:
        return Party(label, dossier.office_name(), dossier.country_name(None), flag)
    country = dossier.country_name(dossier.visit.partner) if dossier.visit.partner else ""
    return Party(label, dossier.partner_name() or _("Not named yet"), country, flag)
