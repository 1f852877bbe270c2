"""Emergency numbers of countries.

Source: named in ``resources/emergency/numbers.toml``, with its date and state.
"""

from functools import lru_cache

from dipdesk.i18n import N_
from dipdesk.rules.sources import Source, shipped

HELP = {
    "general": N_("All emergencies"),
    "police": N_("Police"),
    "ambulance": N_("Ambulance"),
    "fire": N_("Fire brigade"),
}
_FILE = "emergency", "numbers.toml"


def numbers(country: str) -> dict[str, str]:
    """The numbers of a country (ISO code) by the keys of ``HELP``, in their order; empty if not known."""
    known = shipped(*_FILE)["numbers"].get(country, {})
    return {name: str(known[name]) for name in HELP if name in known}


@lru_cache
def source() -> Source:
    """Where the numbers come from."""
    return Source.read(shipped(*_FILE))
