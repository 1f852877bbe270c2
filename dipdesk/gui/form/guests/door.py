"""The door of a ceremony: two or three letters of a name, Enter, and the guest is noted as here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from dipdesk.actions import rsvp
from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.wrapped import visible
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, format_time
from dipdesk.model import Ceremony, Guest
from dipdesk.rules.rsvp import UNANSWERED
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(720, 560)
_LARGE = 1.8
_ID = Qt.ItemDataRole.UserRole


class DoorDialog(Dialog):
    """A box, the names that fit, and who came last; F11 fills the screen, Ctrl+Z takes the last one back."""

    def __init__(
        self, office: OfficeFile, ceremony_id: str, parent: QWidget | None, now: Callable[[], Moment]
    ) -> None:
        with office.read() as session:
            ceremony = session.get(Ceremony, ceremony_id)
            title = ceremony.title() if ceremony else ""
        super().__init__(_("At the door: {ceremony}").format(ceremony=title), parent, _SIZE)
        self._office, self._ceremony_id, self._now = office, ceremony_id, now
        self._done: list[str] = []
        self.box = QLineEdit(placeholderText=_("The first letters of a name"), clearButtonEnabled=True)
        self.box.setAccessibleName(self.box.placeholderText())
        self.box.setFont(_large())
        self.box.installEventFilter(self)
        self.box.textChanged.connect(lambda _text: self._find())
        self.found = QListWidget()
        self.found.setAccessibleName(_("Guests whose names fit"))
        self.found.setFont(_large())
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.itemClicked.connect(lambda item: self.arrive(str(item.data(_ID))))
        self.last = plain(wrap=True)
        self.last.setFont(font("section"))
        self.sums = secondary()
        self.back_button = QPushButton(icon("undo"), _("Take the last one back"))
        self.back_button.clicked.connect(self.take_back)
        help_line = secondary(
            _("Enter: has arrived. Up and down choose. Ctrl+Z takes back. F11: whole screen.")
        )
        for part in (self.box, self.found, self.last, self.sums, self.back_button, help_line):
            self.column.addWidget(part)
        self.column.setStretchFactor(self.found, 1)
        self.add_buttons()
        self._find()
        self.box.setFocus()

    def arrive(self, guest_id: str) -> None:
        """Note down that a guest is here; the box is free for the next one."""
        try:
            rsvp.arrive(self._office, guest_id, self._now())
        except Known as trouble:
            toast(self, trouble.sentence)
            return
        self._done.append(guest_id)
        self.box.clear()
        self._find()

    def take_back(self) -> None:
        """Take back the arrival that was noted last."""
        if self._done:
            self._done.pop()
            self._office.undo()
            self._find()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif event.key() in steps and self.found.count():
            row = self.found.currentRow() + steps[Qt.Key(event.key())]
            self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.hasFocus():
            if (item := self.found.currentItem()) is not None:
                self.arrive(str(item.data(_ID)))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ctrl+Z in the box takes back an arrival, not a letter."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if event.type() == QEvent.Type.KeyPress:
                self.take_back()
            return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        self.found.clear()
        with self._office.read() as session:
            guests = rsvp.at_door(session, self._ceremony_id, self.box.text())
            for guest in guests:
                self.found.addItem(self._item(guest))
            sums = rsvp.tally(session, self._ceremony_id)
            last = session.get(Guest, self._done[-1]) if self._done else None
            self.last.setText(_("{guest} has arrived").format(guest=last.title()) if last else "")
        if guests:
            self.found.setCurrentRow(0)
        elif self.box.text().strip():
            nobody = QListWidgetItem(_("Nobody on the list is called so."))
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(nobody)
        here = sums.states["arrived"]
        said = _("{here} are here, {awaited} are awaited.")
        self.sums.setText(said.format(here=here, awaited=sums.states["coming"] + sums.unanswered))
        self.back_button.setEnabled(bool(self._done))

    def _item(self, guest: Guest) -> QListWidgetItem:
        words = visible(guest.title())
        if guest.state == "arrived":
            at = format_time(guest.came_at.local) if guest.came_at else ""
            words = _("{guest} – here since {time}").format(guest=words, time=at) if at else words
        elif guest.state not in (*UNANSWERED, "coming"):
            words = _("{guest} – {state}").format(guest=words, state=rsvp.state_word(guest))
        item = QListWidgetItem(words)
        item.setData(_ID, guest.id)
        item.setSizeHint(QSize(0, round(row_height() * _LARGE)))
        if guest.state == "arrived":
            item.setForeground(tokens(self).muted)
        return item


def _large() -> QFont:
    made = font("text")
    made.setPointSizeF(made.pointSizeF() * _LARGE)
    return made
