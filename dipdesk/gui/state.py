"""What can be done now, and what the status bar says."""

from typing import TYPE_CHECKING

from dipdesk.gui import tongue
from dipdesk.gui.menus import RECENT, fill_recent
from dipdesk.gui.page import ListedPage, RecordsPage
from dipdesk.gui.papered import PAPERED
from dipdesk.gui.trail import Spot
from dipdesk.i18n import _, format_time
from dipdesk.store import agenda

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


def conditions(desk: "Desk") -> set[str]:
    """Under which conditions actions can be done now; the words of the table of actions."""
    page, office, preview = desk.page, desk.office, desk.pages.preview
    row_id = page.row_id if isinstance(page, ListedPage) else ""
    found = {
        "office": desk.files.held is not None,
        "undo": office is not None and bool(office.undo_label),
        "redo": office is not None and bool(office.redo_label),
        "back": desk.trail.has_back,
        "forward": desk.trail.has_forward,
        "list": isinstance(page, ListedPage),
        "record": bool(row_id),
        "visit": bool(row_id) and desk.trail.here == Spot("visit", row_id),
        "agreement": bool(row_id) and desk.trail.here == Spot("agreement", row_id),
        "papered": bool(row_id) and desk.trail.here is not None and desk.trail.here.place in PAPERED,
        "paper": preview is not None and page is preview and preview.is_ready,
    }
    return {name for name, is_so in found.items() if is_so}


def show(desk: "Desk") -> None:
    """Bring actions, their names and the status bar up to date."""
    commands, held = desk.window.commands, desk.files.held
    commands.allow(conditions(desk))
    undo = desk.office.undo_label if desk.office else ""
    redo = desk.office.redo_label if desk.office else ""
    commands.name("edit.undo", _("Undo: {step}").format(step=undo) if undo else _("Undo"))
    commands.name("edit.redo", _("Redo: {step}").format(step=redo) if redo else _("Redo"))
    commands.check(f"theme.{desk.looks.mode}")
    commands.check(f"language.{tongue.spoken()}")
    fill_recent(desk.window.menus[RECENT], desk.recent.files(), desk.files.open)
    desk.window.navigation.set_open(held is not None)
    desk.window.show_status(str(held.path) if held else "", _saved(desk))


def _saved(desk: "Desk") -> str:
    if isinstance(desk.page, RecordsPage) and desk.page.is_typed:
        return _("Being typed: not saved yet")
    held = desk.files.held
    if held is None:
        return ""
    if held.saved_at is None:
        return _("Everything is saved")
    with held.looking_up() as raw:
        at = held.saved_at.astimezone(agenda.clocks(raw))
    return _("Saved {time}").format(time=format_time(at))
