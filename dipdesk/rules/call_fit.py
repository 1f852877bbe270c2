"""Which partners would do for an application to a funding call, and whether they are enough; pure.

What a call asks for stands in the call; that partners with whom a relation is active and whose themes are
those of the call come first is a proposal of ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dipdesk.i18n import _, country_name, fold, join_words, language, ngettext


@dataclass(frozen=True)
class Wanted:
    """What a call wants: its themes, the codes of the countries that may take part (all, if none are named),
    and of how many countries an application needs partners, with that of the applicant.
    """

    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    countries_needed: int | None = None


@dataclass(frozen=True)
class Candidate:
    """A partner that might join: ``country`` is a code or empty, ``related`` whether a relation is active."""

    key: str
    name: str
    country: str
    themes: tuple[str, ...] = ()
    related: bool = False


@dataclass(frozen=True)
class Fit:
    """A candidate with the reasons for it; ``allowed`` is False if the call does not admit its country."""

    candidate: Candidate
    shared: tuple[str, ...]
    allowed: bool
    reasons: tuple[str, ...]


def fits(wanted: Wanted, candidates: Iterable[Candidate]) -> tuple[Fit, ...]:
    """Those for whom something speaks, best first: allowed, with more themes of the call, with a relation.

    A relation alone is enough where the call admits the country.
    """
    found = [_fit(wanted, one) for one in candidates]
    told = [one for one in found if one.shared or (one.allowed and one.candidate.related)]
    return tuple(
        sorted(
            told,
            key=lambda one: (
                not one.allowed,
                -len(one.shared),
                not one.candidate.related,
                one.candidate.name,
            ),
        )
    )


def missing_countries(wanted: Wanted, home: str, chosen: Iterable[Fit]) -> int:
    """How many countries are still missing, with ``home``, the code of our own, and those of ``chosen``."""
    there = {one.candidate.country for one in chosen if one.allowed and one.candidate.country} | {home}
    return max(0, (wanted.countries_needed or 1) - len(there))


def said(wanted: Wanted, missing: int) -> str:
    """Whether the partners found are enough, if so many countries are missing; empty if it is all one."""
    if not wanted.countries_needed:
        return ""
    if missing:
        text = ngettext(
            "Partners from {count} more country are needed.",
            "Partners from {count} more countries are needed.",
            missing,
        )
        return text.format(count=missing)
    return _("There are partners from enough countries for this call.")


def barred(wanted: Wanted, home: str) -> str:
    """Why we cannot take part ourselves; empty if we can. ``home`` is the code of our own country."""
    if not wanted.countries or home in wanted.countries:
        return ""
    return _("{country} is not among the countries that may take part.").format(
        country=country_name(home, language())
    )


def _fit(wanted: Wanted, one: Candidate) -> Fit:
    themes = {fold(theme) for theme in wanted.themes}
    shared = tuple(theme for theme in one.themes if fold(theme) in themes)
    allowed = not wanted.countries or one.country in wanted.countries
    return Fit(one, shared, allowed, tuple(_reasons(one, shared, allowed)))


def _reasons(one: Candidate, shared: tuple[str, ...], allowed: bool) -> Iterator[str]:
    if not allowed:
        yield _("its country may not take part") if one.country else _("its country is not on file")
    if shared:
        yield ngettext("theme: {themes}", "themes: {themes}", len(shared)).format(
            themes=join_words(list(shared))
        )
    if one.related:
        yield _("an active relation")
