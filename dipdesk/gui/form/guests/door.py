"""The door of a ceremony: two or three letters of a name, Enter, and the guest is noted as here."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dipdesk.actions import rsvp
from dipdesk.actions.rsvp import AtDoor
from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.theme import font
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, format_time, ngettext
from dipdesk.model import Ceremony
from dipdesk.rules.rsvp import AWAITED
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

Index = QModelIndex | QPersistentModelIndex
_SIZE = QSize(720, 660)
_LARGE = 1.8
_MOST = 9
"""So many names at once; one more letter leaves fewer."""
_ID, _ABOUT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


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
        self._done: list[AtDoor] = []
        """Who came, as they were before, the last one at the end."""
        self._guests: list[AtDoor] = []
        self.box = QLineEdit(placeholderText=_("The first letters of a name"), clearButtonEnabled=True)
        self.box.setAccessibleName(self.box.placeholderText())
        self.box.setFont(_large())
        self.box.installEventFilter(self)
        self.box.textChanged.connect(lambda _text: self._find())
        self.found = QListWidget()
        self.found.setAccessibleName(_("Guests whose names fit"))
        self.found.setFont(_large())
        self.found.setItemDelegate(_NameLine(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.itemClicked.connect(lambda item: self.arrive(str(item.data(_ID))))
        self.more = secondary(wrap=False)
        self.last = plain(wrap=True)
        self.last.setFont(font("section"))
        self.sums = secondary()
        self.back_button = QPushButton(icon("undo"), _("Take the last one back"))
        self.back_button.clicked.connect(self.take_back)
        help_line = secondary(
            _("Enter: has arrived. Up and down choose. Ctrl+Z takes back. F11: whole screen.")
        )
        for part in (self.box, self.found, self.more, self.last, self.sums, self.back_button, help_line):
            self.column.addWidget(part)
        self.column.setStretchFactor(self.found, 1)
        self.add_buttons()
        with office.read() as session:
            self._guests = rsvp.door_list(session, ceremony_id)
        self._show()
        self.box.setFocus()

    def arrive(self, guest_id: str) -> None:
        """Note down that a guest is here; the box is free for the next one."""
        at = self._now()
        try:
            rsvp.arrive(self._office, guest_id, at)
        except Known as trouble:
            toast(self, trouble.sentence)
            return
        before = next(one for one in self._guests if one.guest_id == guest_id)
        self._done.append(before)
        self._put(replace(before, state="arrived", came_at=at))
        with QSignalBlocker(self.box):
            self.box.clear()
        self._show()

    def take_back(self) -> None:
        """Take back the arrival that was noted last."""
        if self._done:
            self._office.undo()
            self._put(self._done.pop())
            self._show()

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

    def _put(self, guest: AtDoor) -> None:
        """Take down what became of a guest; five hundred are not read anew for one."""
        self._guests = [guest if one.guest_id == guest.guest_id else one for one in self._guests]

    def _show(self) -> None:
        with self._office.read() as session:
            sums = rsvp.tally(session, self._ceremony_id)
        last = self._done[-1].title if self._done else ""
        self.last.setText(_("{guest} has arrived").format(guest=visible(last)) if last else "")
        here, awaited = sums.states["arrived"], sums.states["coming"] + sums.unanswered
        said = _("{here} are here, {awaited} are awaited.")
        self.sums.setText(said.format(here=here, awaited=awaited))
        self.back_button.setEnabled(bool(self._done))
        self._find()

    def _find(self) -> None:
        self.found.clear()
        guests = rsvp.fitting(self._guests, self.box.text())
        for guest in guests[:_MOST]:
            self.found.addItem(self._item(guest))
        if guests:
            self.found.setCurrentRow(0)
        elif self.box.text().strip():
            nobody = QListWidgetItem(_("Nobody on the list is called so."))
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(nobody)
        left = len(guests) - _MOST
        text = ngettext(
            "{count} more; type another letter", "{count} more; type another letter", max(left, 0)
        )
        self.more.setText(text.format(count=left))
        self.more.setVisible(left > 0)

    def _item(self, guest: AtDoor) -> QListWidgetItem:
        words = visible(guest.title)
        if guest.state == "arrived":
            at = format_time(guest.came_at.local) if guest.came_at else ""
            since, without = _("{guest} – here since {time}"), _("{guest} – here")
            words = since.format(guest=words, time=at) if at else without.format(guest=words)
        elif guest.state not in AWAITED:
            words = _("{guest} – {state}").format(guest=words, state=rsvp.state_word(guest.state))
        item = QListWidgetItem(words)
        item.setData(_ID, guest.guest_id)
        item.setData(_ABOUT, visible(guest.about))
        item.setToolTip(as_tooltip("\n".join(part for part in (guest.title, guest.about) if part)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((words, guest.about)).strip(", "))
        if guest.state == "arrived":
            item.setForeground(tokens(self).muted)
        return item


class _NameLine(QStyledItemDelegate):
    """A name in large letters, and quietly under it what tells namesakes apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        lines = QFontMetrics(option.font).height() + QFontMetrics(font("secondary")).height()
        return QSize(0, lines + SPACE[1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        panel = QStyleOptionViewItem(option)
        self.initStyleOption(panel, index)
        colours = tokens(option.palette)
        style = panel.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, panel.widget)
        painter.save()
        room = option.rect.adjusted(SPACE[1], SPACE[0], -SPACE[1], -SPACE[0])
        about = index.data(_ABOUT) or ""
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        for words, letters, colour, at in (
            (index.data(), option.font, panel.palette.text().color(), place),
            (
                about,
                font("secondary"),
                colours.muted,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            ),
        ):
            painter.setFont(letters)
            painter.setPen(colour)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, at if about else middle, shown)
        painter.restore()


def _large() -> QFont:
    made = font("text")
    made.setPointSizeF(made.pointSizeF() * _LARGE)
    return made
