"""Countries as protocol sees them: codes with their other spellings, and names with those that CLDR lacks.

Northern Cyprus has the code XN (also written KKTC or TRNC), Kosovo XK, Palestine PS.
"""

from functools import lru_cache

from dipdesk import i18n
from dipdesk.errors import Invalid
from dipdesk.i18n import _, sort_key
from dipdesk.rules.sources import Wording, shipped

_NO_COUNTRIES = frozenset({"EU", "UN", "EZ", "ZZ", "QO"})


@lru_cache
def canonical(code: str) -> str:
    """The one code of a country: ``KKTC`` → ``XN``; raises Invalid if it is no country."""
    known = shipped("flags", "names.toml")
    plain = known["aliases"].get(code.upper(), code.upper())
    is_code = len(plain) == 2 and plain.isascii() and plain.isalpha() and plain not in _NO_COUNTRIES
    if plain in known["names"] or (is_code and i18n.country_name(plain, "en") != plain):
        return str(plain)
    raise Invalid(_("“{code}” is not a country code of two letters.").format(code=code))


def country_name(code: str, language: str = "") -> str:
    """The name of a country, in the language spoken now if none is named; raises Invalid if it is none."""
    return _name(code, language or i18n.language())


@lru_cache(maxsize=2048)
def _name(code: str, language: str) -> str:
    plain = canonical(code)
    own = shipped("flags", "names.toml")["names"].get(plain)
    return Wording.read(own).said(language) if own else i18n.country_name(plain, language)


def alphabetical(codes: list[str], language: str) -> list[str]:
    """Country codes in the order of their names in the alphabet of ``language``."""
    return sorted(codes, key=lambda code: (sort_key(country_name(code, language), language), code))


def recognition_differs(code: str) -> bool:
    """Whether not every state recognises this one, so that its flag should be asked about."""
    return canonical(code) in shipped("flags", "names.toml")["recognition"]["codes"]
