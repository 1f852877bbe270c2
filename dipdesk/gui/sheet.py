"""The style sheet: what a palette cannot say (``resources/windows.qss``), in the colours of a theme."""

from functools import lru_cache
from string import Template

from dipdesk import paths
from dipdesk.gui.tokens import RADIUS, Tokens

_TONES = ("good", "attention", "bad", "info", "dormant", "accent")
_ICON = 16
"""The side of icons beside words, in pixels."""
_ENTRY = 26
"""The height of an entry of a box of choices, in pixels."""
_CHIP = Template("""
*[role="chip"][tone="$tone"] { background: $ground; }
*[role="chip"][tone="$tone"] QLabel { color: $ink; }
""")


@lru_cache
def _rules() -> Template:
    return Template(paths.resources("windows.qss").read_text(encoding="utf-8"))


def style_sheet(colours: Tokens, signs: dict[str, str], percent: int) -> str:
    """The rules in the colours of a theme, for text of ``percent`` of its usual size.

    ``signs`` names the picture files of the small signs.
    """
    names = colours.names()
    chips = [_CHIP.substitute(tone=tone, ground=names[f"{tone}_soft"], ink=names[tone]) for tone in _TONES]
    sizes = {"icon": _ICON * percent // 100, "row": _ENTRY * percent // 100}
    return "\n".join([_rules().substitute(names, radius=RADIUS, **sizes, **signs), *chips])
