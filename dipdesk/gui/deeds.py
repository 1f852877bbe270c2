"""Doing something to the office from a page: the way back, and what stood in the way."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.store.office_file import OfficeFile


def do(
    over: QWidget,
    office: OfficeFile,
    act: Callable[[], object],
    then: Callable[[], object] = lambda: None,
    nothing: str = "",
) -> bool:
    """Do it and offer the way back; False with a sentence if it cannot be done.

    ``then`` follows what was done, before anything is said; ``nothing`` is said where nothing changed.
    """
    steps = len(office.undo_labels())
    try:
        act()
    except (Known, Invalid) as trouble:
        toast(over.window(), trouble.sentence)
        return False
    then()
    if len(office.undo_labels()) > steps:
        toast(over.window(), office.undo_label, _("Undo"), office.undo)
    elif nothing:
        toast(over.window(), nothing)
    return True
