"""Menus of records to choose from, such as the rooms of a hotel or the cars of a convoy."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from dipdesk.gui.literal import visible

Choice = tuple[str, str]
"""A record to choose: its id and what it is called."""


def fill(menu: QMenu, choices: Sequence[Choice], chosen: Callable[[str], None], nothing: str) -> None:
    """Put the choices into a menu; one sentence that cannot be chosen where there are none."""
    menu.clear()
    for row_id, text in choices:
        menu.addAction(as_action(text), partial(chosen, row_id))
    if not choices:
        menu.addAction(nothing).setEnabled(False)


def as_action(text: str) -> str:
    """A text as the words of a menu: letter for letter, in one line."""
    return visible(" ".join(text.split())).replace("&", "&&")
