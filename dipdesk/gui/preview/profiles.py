"""The box of profiles above the choices of a paper: take one, save the present choices as one."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from dipdesk.errors import Known
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.still_box import ShortBox
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.papers import profiles
from dipdesk.papers.paper import Paper
from dipdesk.papers.profiles import Profile
from dipdesk.store.office_file import OfficeFile


class NameLine(QLineEdit):
    """The name of a new profile; Escape gives it up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ProfileBox(QWidget):
    """The profiles of one paper; what is saved are the choices that :meth:`keep` was told last."""

    chosen = Signal(object)
    """A profile was taken."""
    wanted = Signal()
    """The present choices are asked for, before they are saved: answer with :meth:`keep`."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__()
        self._office = office
        self._paper: Paper | None = None
        self._kept: tuple[tuple[str, ...], Any] | None = None
        self.box = ShortBox()
        self.box.setAccessibleName(_("Profile"))
        self.box.activated.connect(self._take)
        self.menu = QMenu(self)
        self.save_action = self.menu.addAction(icon("save"), _("Save these choices as …"), self._ask)
        self.update_action = self.menu.addAction(icon("refresh"), _("Save into this profile"), self._update)
        self.delete_action = self.menu.addAction(icon("delete"), _("Delete this profile"), self._delete)
        self.name = NameLine()
        self.name.setPlaceholderText(_("Name of the profile"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.returnPressed.connect(self._save)
        self.name.given_up.connect(self._close)
        self._trouble = secondary()
        self._asking = QWidget()
        self._lay_out()
        self._close()

    @property
    def profile(self) -> Profile | None:
        """The profile that was taken last; None if there is none."""
        found = self.box.currentData()
        return found if isinstance(found, Profile) else None

    def show_paper(self, paper: Paper, key: str = "") -> None:
        """List the profiles of a paper; the one of that key stands in the box."""
        self._paper = paper
        with self._office.read() as session:
            found = profiles.profiles(session, paper)
        self.box.clear()
        self.box.addItem(_("Own choices"), None)
        for one in found:
            if not one.is_own and self.box.count() > 1 and self.box.itemData(self.box.count() - 1).is_own:
                self.box.insertSeparator(self.box.count())
            text = one.name if one.is_own else _("{name} (proposal)").format(name=one.name)
            self.box.addItem(text, one)
            if one.key == key:
                self.box.setCurrentIndex(self.box.count() - 1)
        self._close()

    def keep(self, languages: tuple[str, ...], options: Any) -> None:
        """The present choices of the paper."""
        self._kept = languages, options

    def _take(self) -> None:
        self._enable()
        if self.profile is not None:
            self.chosen.emit(self.profile)

    def _ask(self) -> None:
        self._asking.show()
        self.name.clear()
        self.name.setFocus()

    def _save(self) -> None:
        choices = self._present()
        if choices is None or self._paper is None:
            return
        try:
            key = profiles.save(self._office, self._paper, self.name.text(), *choices)
        except Known as trouble:
            self.say(trouble.sentence)
            return
        self.show_paper(self._paper, key)
        self._tell(_("Profile saved"))

    def _update(self) -> None:
        choices, profile = self._present(), self.profile
        if choices is None or profile is None or self._paper is None:
            return
        try:
            profiles.update(self._office, profile.key, *choices)
        except Known as trouble:
            self.say(trouble.sentence)
            return
        self.show_paper(self._paper, profile.key)
        self._tell(_("Profile saved"))

    def _delete(self) -> None:
        profile = self.profile
        if profile is None or self._paper is None:
            return
        try:
            profiles.remove(self._office, profile.key)
        except Known as trouble:
            self.say(trouble.sentence)
            return
        self.show_paper(self._paper)
        self._tell(_("Profile deleted"))

    def _present(self) -> tuple[tuple[str, ...], Any] | None:
        """The choices as they stand; None if one of them is not valid."""
        self._kept = None
        self.wanted.emit()
        return self._kept

    def _tell(self, text: str) -> None:
        toast(self.window(), text, _("Undo"), self._undo)

    def _undo(self) -> None:
        self._office.undo()
        if self._paper is not None:
            self.show_paper(self._paper, self.profile.key if self.profile else "")

    def say(self, sentence: str) -> None:
        """Say below the box what is in the way."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _close(self) -> None:
        self._asking.hide()
        self.say("")
        self._enable()

    def _enable(self) -> None:
        is_own = self.profile is not None and self.profile.is_own
        self.update_action.setEnabled(is_own)
        self.delete_action.setEnabled(is_own)

    def _lay_out(self) -> None:
        more = QToolButton()
        more.setIcon(icon("more"))
        more.setToolTip(_("Save or delete profiles"))
        more.setAccessibleName(more.toolTip())
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self.box, 1)
        row.addWidget(more)
        save = QPushButton(_("Save"))
        save.clicked.connect(self._save)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.name, 1)
        asking.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(plain(_("Profile")))
        column.addLayout(row)
        column.addWidget(self._asking)
        column.addWidget(self._trouble)
