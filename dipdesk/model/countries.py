"""Countries by code and by name."""

from dipdesk.i18n import country_name


def name(code: str, language: str) -> str:
    """The usual name of a country."""
    return country_name(code, language)


def codes() -> tuple[str, ...]:
    """Codes."""
    return ("TR", "DE", "XK", "PS", "XN")
