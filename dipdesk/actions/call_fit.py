"""Who could join an application to a funding call: the partners on file, judged by the rule."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import language
from dipdesk.model import Agreement, Country, FundingCall, Partner, Relation
from dipdesk.rules import call_fit
from dipdesk.rules.call_fit import Candidate, Fit, Wanted
from dipdesk.rules.countries import HOME

_ACTIVE = "active"


@dataclass(frozen=True)
class Joining:
    """Who could join, best first, and what is to be said of the whole: why we may not, how many countries
    are missing, and whether that is enough.
    """

    partners: tuple[Fit, ...]
    barred: str
    missing: int
    enough: str


def of(session: Session, call_id: str) -> Joining | None:
    """Judge all partners for a call; None if it is gone."""
    call = session.get(FundingCall, call_id)
    if call is None:
        return None
    wanted = Wanted(call.themes, call.countries, call.countries_needed)
    found = call_fit.fits(wanted, _candidates(session))
    missing = call_fit.missing_countries(wanted, HOME, found)
    return Joining(found, call_fit.barred(wanted, HOME), missing, call_fit.said(wanted, missing))


def _candidates(session: Session) -> list[Candidate]:
    """All partners with their themes and those of their agreements; municipalities of our own union not."""
    ours = select(Relation.partner_id).where(Relation.state == _ACTIVE, Relation.municipality_id.is_(None))
    related = set(session.scalars(ours))
    themes: dict[str, tuple[str, ...]] = {}
    for partner_id, words in session.execute(select(Agreement.partner_id, Agreement.themes)):
        themes[partner_id or ""] = (*themes.get(partner_id or "", ()), *(words or ()))
    codes = {row.id: row.code for row in session.execute(select(Country.id, Country.code))}
    spoken = language()
    return [
        Candidate(
            one.id,
            one.name(spoken),
            codes.get(one.country_id or "", ""),
            tuple(dict.fromkeys((*(one.themes or ()), *themes.get(one.id, ())))),
            one.id in related,
        )
        for one in session.scalars(select(Partner).where(Partner.kind != "member").order_by(Partner.id))
    ]
