"""What each action of the table does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.actions.agreement_acts import ACTS
from dipdesk.errors import Invalid, Known
from dipdesk.gui import papered, theme
from dipdesk.gui.about import AboutDialog
from dipdesk.gui.dialogs import Dialogs
from dipdesk.gui.file_verbs import FileVerbs
from dipdesk.gui.focus import ask_for_menu, focus_inside, stay_near
from dipdesk.gui.form.chain.step_store import begin_act
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.page import Parted
from dipdesk.gui.palette.card import Palette
from dipdesk.gui.palette.sources import AnythingSource, CommandSource, RecordSource
from dipdesk.gui.places import DAY
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.steps import StepsDialog
from dipdesk.gui.table import deeds
from dipdesk.gui.taken_along import may_go
from dipdesk.gui.toast import toast
from dipdesk.gui.trail import Spot
from dipdesk.gui.trouble import log_folder
from dipdesk.gui.visit_verbs import VisitVerbs, shown_visit
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _
from dipdesk.model import entity, entity_name
from dipdesk.store.office_file import OfficeFile

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


class Verbs(QObject):
    """Does the actions for one desk."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._frame = desk.window.frame
        self._families: dict[str, Callable[[str], None]] = {
            "place": desk.go_to_place,
            "language": desk.looks.speak,
            "theme": desk.looks.set_mode,
            "follow": self._follow,
        }
        self._dialogs = Dialogs(desk, self)
        self._files = FileVerbs(desk, self._dialogs, self)
        self._visits = VisitVerbs(desk, self)
        self._table = self._verbs()

    def _verbs(self) -> dict[str, Callable[[], object]]:
        """What is done for each action that is not of a family."""
        desk = self._desk
        return {
            **self._files.table(),
            **self._visits.table(),
            **self._ways(),
            "app.settings": self._settings,
            "app.quit": self._frame.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.steps": self._steps,
            "edit.find": self._find,
            "record.new": self._new_record,
            "record.delete": self.delete,
            "record.copy": self._duplicate,
            "record.next": lambda: self._neighbour(1),
            "record.previous": lambda: self._neighbour(-1),
            "record.next_part": lambda: self._go_on(1),
            "record.previous_part": lambda: self._go_on(-1),
            "record.next_chapter": lambda: self._turn(1),
            "record.previous_chapter": lambda: self._turn(-1),
            "paper.brief": self._brief,
            "paper.about": self._papers,
            "paper.export": self._export,
            "calendar.export": lambda: desk.late.calendar_file()(self._office, None, self._frame),
            "text.larger": lambda: desk.looks.resize(1),
            "text.smaller": lambda: desk.looks.resize(-1),
            "text.normal": lambda: desk.looks.set_text_percent(theme.TEXT_SIZES[0]),
            "view.list": self._turn_list,
            "view.refresh": self._refresh,
            "help.shortcuts": lambda: self._dialogs.open(ShortcutsDialog(self._frame)),
            "help.log": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))),
            "help.about": lambda: self._dialogs.open(AboutDialog(self._frame)),
        }

    def _ways(self) -> dict[str, Callable[[], object]]:
        """The actions that only go somewhere."""
        return {
            "go.anywhere": self._go_anywhere,
            "go.commands": self._go_commands,
            "go.back": lambda: self._desk.go_back(-1),
            "go.forward": lambda: self._desk.go_back(1),
            "go.day": self._day,
            "go.pane": self._next_pane,
            "go.menu": ask_for_menu,
        }

    def do(self, action: str) -> None:
        """Do the action with this id; what is known to go wrong is said in the bar."""
        family, _dot, what = action.partition(".")
        try:
            if family in self._families:
                self._families[family](what)
            else:
                self._table[action]()
        except (Known, Invalid) as trouble:
            self._desk.troubles.handle(trouble)

    def names(self) -> set[str]:
        """The ids of the actions that are not of a family."""
        return set(self._table)

    def knows(self, action: str) -> bool:
        """Whether there is something to do for this id."""
        return action in self._table or action.partition(".")[0] in self._families

    @property
    def _office(self) -> OfficeFile:
        assert self._desk.office is not None
        return self._desk.office

    # Records

    def add(self, name: str) -> None:
        """Make a new record of the entity ``name`` and show it."""
        if self._desk.commit() and (row_id := new_record(self._office, entity(name), None, self._frame)):
            self._desk.go(Spot(name, row_id))
            page = self._desk.page
            if isinstance(page, Workspace) and page.record is not None:
                page.record.focus_first()

    def _new_record(self) -> None:
        if isinstance(page := self._desk.page, Workspace):
            self.add(entity_name(page.kind))

    def delete(self) -> None:
        """Delete the records chosen in the list, or the one that is shown; a toast offers the way back."""
        page = self._desk.page
        if not isinstance(page, Workspace):
            return
        if page.list.isAncestorOf(_focused()) and page.list.selected_ids():
            page.list.delete()
        elif (row_id := page.row_id) and may_go(self._frame, self._office, page.kind, [row_id]):
            place = page.list.model.position(row_id)
            page.show_record("")
            if label := deeds.delete(self._office, page.kind, [row_id]):
                self._desk.forget(row_id)
                page.enter_near(place or 0)
                toast(self._frame, label, _("Undo"), self.undo)

    def _duplicate(self) -> None:
        if isinstance(page := self._desk.page, Workspace) and self._desk.commit():
            if entity_name(page.kind) == "visit":
                self._visits.copy(page.row_id)
            else:
                page.list.duplicate()

    def _follow(self, act: str) -> None:
        """Renew, amend or terminate the agreement that is shown, and show what was begun."""
        page = self._desk.page
        if not isinstance(page, Workspace) or not page.row_id or not self._desk.commit():
            return
        wanted = next(one for one in ACTS if one == act)
        if made := begin_act(self._office, page.row_id, wanted):
            self._desk.go(Spot("agreement", made))
            toast(self._frame, self._office.undo_label, _("Undo"), self.undo)

    def _neighbour(self, step: int) -> None:
        if isinstance(page := self._desk.page, Workspace):
            page.list.neighbour(step)

    def _go_on(self, step: int) -> None:
        if isinstance(page := self._desk.page, Workspace) and page.record is not None:
            page.record.go_on(step)

    def _turn(self, step: int) -> None:
        if isinstance(page := self._desk.page, Workspace) and page.record is not None:
            page.record.turn(step)

    def _find(self) -> None:
        if isinstance(page := self._desk.page, Workspace):
            if page.is_folded:
                page.go_to_list()
            page.list.focus_filter()

    def _turn_list(self) -> None:
        if isinstance(page := self._desk.page, Workspace):
            page.turn_list()

    # Steps

    def undo(self) -> None:
        """Take the last step back and say so."""
        here = QApplication.focusWidget()
        if self._desk.commit() and (step := self._office.undo()):
            stay_near(here)
            self._desk.refresh_state()
            toast(self._frame, _("Undone: {step}").format(step=step), _("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was taken back, and say so."""
        here = QApplication.focusWidget()
        if self._desk.commit() and (step := self._office.redo()):
            stay_near(here)
            self._desk.refresh_state()
            toast(self._frame, _("Done again: {step}").format(step=step), _("Undo"), self.undo)

    def _steps(self) -> None:
        if self._desk.commit():
            self._dialogs.open(StepsDialog(self._office, self._frame))

    # Papers

    def _brief(self) -> None:
        if isinstance(page := self._desk.page, Workspace) and page.row_id:
            papered.show(self._desk, "brief", page.row_id)

    def _papers(self) -> None:
        page = self._desk.page
        if isinstance(page, Workspace) and page.record is not None and self._desk.commit():
            name = entity_name(page.kind)
            papered.offer(self._desk, name, page.record.row_id, page.record.headline.anchor())

    def act(self, name: str) -> None:
        """Do the main action of the record that is shown."""
        if name == "brief":
            self._brief()
        elif name == "papers":
            self._papers()

    def _export(self) -> None:
        if (preview := self._desk.pages.preview) is not None:
            preview.export()

    # Going

    def _go_commands(self) -> None:
        commands = CommandSource(self._desk.window.commands, self.do)
        Palette(commands.find, _("What would you like to do?"), self._frame).open()

    def _go_anywhere(self) -> None:
        self._desk.commit()  # what is refused stays as it was typed, and says why
        commands = CommandSource(self._desk.window.commands, self.do)
        records = RecordSource(self._office, self._desk.recent, self._desk.go, self._add_named)
        hint = _("Go to …   @ people   # partners   > commands")
        Palette(AnythingSource(commands, records).find, hint, self._frame).open()

    def _add_named(self, name: str, values: dict[str, object]) -> None:
        if row_id := new_record(self._office, entity(name), values, self._frame):
            self._desk.go(Spot(name, row_id))

    def _day(self) -> None:
        """Show the day of the visit that is shown, else of the one that runs today."""
        self._desk.go(Spot(DAY, shown_visit(self._desk)))

    def _next_pane(self) -> None:
        page = self._desk.page
        window = self._desk.window
        panes: list[QWidget] = [window.navigation, *([window.offer] if window.offer.isVisible() else [])]
        panes += page.parts() if isinstance(page, Parted) else [page] if page else []
        here = next((i for i, pane in enumerate(panes) if pane.isAncestorOf(_focused())), -1)
        following = panes[(here + 1) % len(panes)]
        if following is window.navigation:
            window.navigation.focus_list()
        else:
            focus_inside(following)

    def _refresh(self) -> None:
        if isinstance(page := self._desk.page, Workspace):
            page.list.refresh()
        self._desk.refresh_state()

    def _settings(self) -> None:
        self._dialogs.open(SettingsDialog(self._desk.looks, self._desk.files, self._frame))


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()
