"""Pictures of the shell: pages, dialogs, bars and cards of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dipdesk.__main__ import late
from dipdesk.gui.about import AboutDialog
from dipdesk.gui.backups import BackupsDialog
from dipdesk.gui.files import Files
from dipdesk.gui.frame import Frame
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.looks import Looks
from dipdesk.gui.new_office import NewOfficeDialog
from dipdesk.gui.palette.card import Palette
from dipdesk.gui.palette.sources import CommandSource, RecordSource
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.progress_card import ProgressCard
from dipdesk.gui.recent import Recent
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.steps import StepsDialog
from dipdesk.gui.toast import toast
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.trouble import Troubles, bug_box
from dipdesk.gui.welcome import WelcomePage
from dipdesk.gui.window import Window
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _
from dipdesk.model import entity
from dipdesk.store import backup
from tests.screens.stage import Screen, Stage


def _window(stage: Stage, place: str, page: QWidget, *, is_open: bool = True) -> Frame:
    frame = Frame(stage.settings)
    window = Window(frame, stage.settings)
    window.furnish()
    window.commands.allow({"office", "list", "undo", "back"} if is_open else set())
    window.navigation.set_open(is_open)
    window.navigation.show_place(place)
    window.show_page(page)
    window.show_status(str(stage.office.path) if is_open else "", _("Everything is saved") if is_open else "")
    page.setFocus()
    frame.furniture = window  # type: ignore[attr-defined]
    return frame


def _welcome(stage: Stage) -> QWidget:
    recent = Recent(stage.settings)
    recent.opened(Path("/home/dis-iliskiler/Belgeler/Silinen büro.dipdesk"))
    recent.opened(stage.empty.path)
    recent.opened(stage.office.path)
    recent.pin(stage.office.path, True)
    return _window(stage, "welcome", WelcomePage(recent, is_open=False), is_open=False)


def _today(stage: Stage) -> QWidget:
    return _window(stage, "today", TodayPage(stage.office.held))


def _today_empty(stage: Stage) -> QWidget:
    return _window(stage, "today", TodayPage(stage.empty.held))


def papers_page(stage: Stage, subject: str = "") -> QWidget:
    """The page of papers in the window, with a paper about the record with the id ``subject``."""
    stand_in = Frame(stage.settings)
    troubles = Troubles(Window(stand_in, stage.settings).message, stand_in)
    page = PreviewPage(stage.office, stage.settings, stage.news(), Jobs(stand_in), troubles)
    page.stand_in = stand_in  # type: ignore[attr-defined]
    if subject:
        page.choose(subject)
    return _window(stage, "papers", page)


def _files(stage: Stage) -> Files:
    frame = Frame(stage.settings)
    jobs = Jobs(frame)
    files = Files(
        frame, jobs, Troubles(Window(frame, stage.settings).message, frame), Recent(stage.settings), late()
    )
    files.held, files.office = stage.office.held, stage.office
    stage.settings.keep = frame  # type: ignore[attr-defined]
    return files


def _backups(stage: Stage) -> QWidget:
    files = _files(stage)
    dialog = BackupsDialog(files)
    dialog._backed_up(backup.write(stage.office.raw, stage.office.path, files.backup_folder()))
    return dialog


def _settings(stage: Stage) -> QWidget:
    looks = Looks(stage.app, stage.settings, lambda: True, stage.settings)
    return SettingsDialog(looks, _files(stage))


def _palette(stage: Stage, text: str) -> QWidget:
    frame = _window(stage, "today", QWidget())
    records = RecordSource(stage.office, Recent(stage.settings), lambda spot: None, lambda name, values: None)
    made = Palette(records.find, _("Go to …   @ people   # partners   > commands"), frame)
    return _opened(frame, made, text)


def _opened(frame: Frame, made: Palette, text: str = "") -> Frame:
    frame.resize(1280, 720)
    frame.show()
    made.open()
    made._line.setText(text)
    return frame


def _go(stage: Stage) -> QWidget:
    return _palette(stage, "sch")


def _go_empty(stage: Stage) -> QWidget:
    recent = Recent(stage.settings)
    recent.saw(Spot("partner", stage.ids["network"]))
    recent.saw(Spot("visit", stage.ids["visit"]))
    return _palette(stage, "")


def _commands(stage: Stage) -> QWidget:
    frame = _window(stage, "today", QWidget())
    commands = CommandSource(frame.furniture.commands, lambda name: None)  # type: ignore[attr-defined]
    made = Palette(commands.find, _("What would you like to do?"), frame)
    return _opened(frame, made)


def _workspace(entity_name: str, shown: str = "") -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        page = Workspace(stage.office, entity(entity_name), stage.settings, stage.news())
        frame = _window(stage, entity_name, page)
        frame.resize(1280, 720)
        frame.show()
        page.show_record(stage.ids[shown] if shown else "")
        return frame

    return make


def _message(stage: Stage) -> QWidget:
    frame = _today(stage)
    assert isinstance(frame, Frame)
    frame.furniture.message.say(  # type: ignore[attr-defined]
        _("The disk is full or cannot be written. Nothing was changed. Make room and try again.")
    )
    frame.resize(1280, 720)
    frame.show()
    toast(
        frame, _("Deleted: {name}").format(name="Karl-Friedrich MÜLLER-LÜDENSCHEIDT"), _("Undo"), lambda: None
    )
    card = ProgressCard(frame, _("Setting the paper"))
    card._above = 120
    card.appear()
    return frame


SCREENS = [
    Screen("welcome", _welcome, large_text=True),
    Screen("today", _today, large_text=True),
    Screen("today-empty", _today_empty),
    Screen("papers", papers_page, settle=2500, large_text=True),
    Screen("window-partners", _workspace("partner"), settle=200, large_text=True),
    Screen("window-partner", _workspace("partner", "network"), settle=300),
    Screen("window-visit", _workspace("visit", "visit"), settle=300, large_text=True),
    Screen("window-person", _workspace("person", "person"), settle=300),
    Screen("message", _message),
    Screen("dialog-new-office", lambda stage: NewOfficeDialog(), (560, 400), large_text=True),
    Screen("dialog-settings", _settings, (640, 700), large_text=True),
    Screen("dialog-shortcuts", lambda stage: ShortcutsDialog(), (560, 640), large_text=True),
    Screen("dialog-steps", lambda stage: StepsDialog(stage.office), (520, 420), large_text=True),
    Screen("dialog-backups", _backups, (600, 480), large_text=True),
    Screen("dialog-about", lambda stage: AboutDialog(), (460, 260), large_text=True),
    Screen("dialog-bug", lambda stage: bug_box("ValueError"), (460, 200), large_text=True),
    Screen("palette-go", _go, large_text=True),
    Screen("palette-recent", _go_empty),
    Screen("palette-commands", _commands),
]
