"""What an action is, and the menus."""

from dataclasses import dataclass

from dipdesk.i18n import N_

OFFICE = "office"
"""The condition that an office file is open."""


@dataclass(frozen=True)
class Action:
    """One thing that can be done.

    ``label`` is a source text; ``words`` are further Turkish and English words by which the palette finds
    it; ``also`` are source texts of what it is called elsewhere, such as on a button. ``needs`` are the
    conditions under which it can be done: ``office`` (a file is open), ``list``, ``record``, ``visit``,
    ``agreement``, ``undo``, ``redo``, ``back``, ``forward``, ``papered`` (a record that papers can be
    about), ``paper``. ``choice`` groups actions of which one is on.
    """

    id: str
    label: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    words: str = ""
    needs: tuple[str, ...] = ()
    choice: str = ""
    in_toolbar: bool = False
    starts_section: bool = False
    also: tuple[str, ...] = ()


MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("record", N_("&Record")),
    ("go", N_("&Go")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)
"""The menus from left to right; further entries of ``go`` are the places."""
