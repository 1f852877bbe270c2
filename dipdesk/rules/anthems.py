"""The names of national anthems.

Source: named in ``resources/anthems/names.toml``, with its date and state.
"""

from functools import lru_cache

from dipdesk.rules.sources import Source, shipped

_FILE = "anthems", "names.toml"


def anthem(country: str) -> str:
    """The name of the anthem of a country (ISO code) at home, in Latin letters; empty if not known."""
    return str(shipped(*_FILE)["names"].get(country.upper(), ""))


@lru_cache
def source() -> Source:
    """Where the names come from."""
    return Source.read(shipped(*_FILE))
