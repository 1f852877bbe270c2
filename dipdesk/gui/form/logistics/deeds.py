"""Doing something to a visit's logistics from its page: the way back, and what stood in the way."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.wrapped import visible
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.store.office_file import OfficeFile

Choice = tuple[str, str]
"""A record to choose: its id and what it is called."""


def do(over: QWidget, office: OfficeFile, act: Callable[[], object]) -> bool:
    """Do it and offer the way back; False with a sentence if it cannot be done."""
    steps = len(office.undo_labels())
    try:
        act()
    except (Known, Invalid) as trouble:
        toast(over.window(), trouble.sentence)
        return False
    if len(office.undo_labels()) > steps:
        toast(over.window(), office.undo_label, _("Undo"), office.undo)
    return True


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
