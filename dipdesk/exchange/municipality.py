"""Whose list it is: the municipality that a list is about when no column of it says so.

A union brings the lists of many municipalities into one file, and most are named only in the name of
their file: ``cekmekoy_kardes_sehirler_2025.xlsx``.
"""

import re
from pathlib import Path

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import words
from dipdesk.exchange.mapping import ImportPlan
from dipdesk.exchange.profile import place_of, without
from dipdesk.i18n import _
from dipdesk.rules.sources import shipped
from dipdesk.store.office_file import OfficeFile

TARGET = "municipality"
_METROPOLITAN = "buyuksehir"
_BREAKS = re.compile(r"[\W_]+|\d+")


def is_open(plan: ImportPlan) -> bool:
    """Whether the list could say whose it is, but no column does."""
    return TARGET not in plan.columns and any(one.name == TARGET for one in plan.shape.targets)


def proposed(office: OfficeFile, plan: ImportPlan) -> str:
    """The municipality by the name of the file, for a union; empty means the office itself."""
    if not is_open(plan) or office.office().kind != "union":
        return ""
    return named_after(plan.table.path)


def named_after(path: Path) -> str:
    """The municipality that a file is named after, with the letters of its name; empty if there is none."""
    said = shipped("imports", "sister_cities.toml")["files"]["words"]
    rest = without(_BREAKS.sub(" ", path.stem), tuple(said))
    bare = " ".join(word for word in rest.split() if word != _METROPOLITAN)
    place = place_of(bare, "TR") if bare else None
    if place is None or words(place.name) != bare:
        kept = (word for word in _BREAKS.sub(" ", path.stem).split() if words(word) in rest.split())
        return " ".join(kept)
    return f"{place.name} Büyükşehir" if bare != rest else place.name


def with_municipality(plan: ImportPlan, name: str) -> ImportPlan:
    """The plan for the list of that municipality; raises Invalid if the list says itself whose it is."""
    if not is_open(plan):
        raise Invalid(_("This list says itself whose it is, or is not one of a municipality."))
    return plan.with_given(TARGET, name.strip())
