"""The settings: language, theme, size of text, backups; every choice counts at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui import theme
from dipdesk.gui.backups import described
from dipdesk.gui.cards import flourish
from dipdesk.gui.day.soon import REMINDS
from dipdesk.gui.dialog import CalmDialog, calm_buttons
from dipdesk.gui.files import Files
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, plain, secondary, section
from dipdesk.gui.looks import Looks
from dipdesk.gui.second_place_row import SecondPlaceRow
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import N_, _, fold, format_percent, installed_languages, own_name
from dipdesk.store import backup

_SIZE = QSize(640, 720)
_MODES: dict[theme.Mode, tuple[str, str]] = {
    "system": ("system", N_("As the system")),
    "light": ("light", N_("Light")),
    "dark": ("dark", N_("Dark")),
}


class SettingsDialog(CalmDialog):
    """One page of few settings, with a box to find one."""

    def __init__(self, looks: Looks, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks, self._files = looks, files
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._topics: list[tuple[QWidget, str]] = []
        self._last: QLabel | None = None
        files.backed_up.connect(self._backed_up)
        files.backup_failed.connect(self._say_backup)
        self.rebuild()

    def rebuild(self) -> None:
        """Build the page, in the language and looks of now."""
        if self._page is not None:
            self._outer.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self.setWindowTitle(_("Settings"))
        self.take_room(_SIZE)
        self._topics = []
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(headline(_("Settings")))
        column.addWidget(flourish())
        find = QLineEdit(placeholderText=_("Find a setting"), clearButtonEnabled=True)
        find.setAccessibleName(find.placeholderText())
        find.textChanged.connect(self._narrow)
        column.addWidget(find)
        column.addWidget(self._topic_list(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._outer.addWidget(self._page)
        self._page.show()
        calm_buttons(self)
        find.setFocus()

    def _topic_list(self) -> QScrollArea:
        """The topics under each other; they are scrolled where there is not room for all."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE[0], 0)
        column.setSpacing(SPACE[2])
        for topic in (self._language(), self._theme(), self._text(), self._reminders(), self._backups()):
            column.addWidget(topic)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _topic(self, title: str, words: str, *parts: QWidget) -> QWidget:
        """A titled group of settings; ``words`` are more words to find it by."""
        made = QFrame()
        made.setProperty("role", "card")
        column = QVBoxLayout(made)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(section(title))
        for part in parts:
            column.addWidget(part)
        said = [label.text() for label in made.findChildren(QLabel)]
        self._topics.append((made, fold(" ".join([title, words, *said]))))
        return made

    def _language(self) -> QWidget:
        options = [(code, own_name(code), "") for code in installed_languages()]
        row = _radios(options, self._looks.language, self._change(self._looks.speak))
        return self._topic(_("Language"), "dil language türkçe english", row)

    def _theme(self) -> QWidget:
        options = [(mode, _(label), sign) for mode, (sign, label) in _MODES.items()]
        row = _radios(options, self._looks.mode, self._change(self._looks.set_mode))
        return self._topic(_("Light or dark"), "tema theme açık koyu gece gündüz colour renk", row)

    def _text(self) -> QWidget:
        sizes = StillBox()
        sizes.setAccessibleName(_("Size of text"))
        for percent in theme.TEXT_SIZES:
            sizes.addItem(format_percent(percent), percent)
        sizes.setCurrentIndex(max(sizes.findData(self._looks.text_percent), 0))
        resize = self._change(lambda name: self._looks.set_text_percent(int(name)))
        sizes.activated.connect(lambda row: resize(str(sizes.itemData(row))))
        sizes.setMaximumWidth(sizes.sizeHint().width() + SPACE[5])
        return self._topic(_("Size of text"), "yazı boyutu büyük küçük font zoom", sizes)

    def _reminders(self) -> QWidget:
        said = _("Say what begins within the hour while the window is open")
        self.reminds = QCheckBox(_("Remind me"))
        self.reminds.setAccessibleDescription(said)
        self.reminds.setChecked(self._looks.settings.get(REMINDS, True))
        self.reminds.toggled.connect(lambda on: self._looks.settings.set(REMINDS, on))
        words = "hatırlatma uyarı anımsat reminder notification saat hour"
        return self._topic(_("Reminders"), words, self.reminds, secondary(said))

    def _backups(self) -> QWidget:
        words = "yedek backup kopya folder klasör stick usb bellek paylaşım share ikinci second"
        if self._files.office is None:
            return self._topic(_("Backups"), words, secondary(_("Open an office file to see its backups.")))
        folder = self._files.backup_folder()
        found = backup.list_backups(folder)
        last = _("Last backup: {backup}").format(backup=described(found[0])) if found else _("No backup yet.")
        self._last = plain(last, wrap=True)
        where = secondary(_("In the folder {folder}").format(folder=folder))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        now = QPushButton(icon("save"), _("Back up now"))
        now.clicked.connect(self._back_up)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._last, 1)
        line.addWidget(now)
        when = secondary(_("Written every four hours of work, and when the file is closed."))
        return self._topic(_("Backups"), words, row, where, when, SecondPlaceRow(self._files, self.rebuild))

    def _back_up(self) -> None:
        self._say_backup(_("Writing the backup …"))
        self._files.backup_wanted.emit()

    def _backed_up(self, made: Path) -> None:
        self._say_backup(_("Last backup: {backup}").format(backup=described(made)))

    def _say_backup(self, sentence: str) -> None:
        if self._last is not None:
            self._last.setText(sentence)

    def _change(self, choose: Callable[[str], None]) -> Callable[[str], None]:
        def chosen(name: str) -> None:
            place = self._topic_in_focus()
            choose(name)
            self.rebuild()
            self._return_to(place)

        return chosen

    def _topic_in_focus(self) -> int:
        """Which topic has the focus; -1 for none."""
        here = self.focusWidget()
        topics = enumerate(topic for topic, _words in self._topics)
        return next((at for at, topic in topics if here is not None and topic.isAncestorOf(here)), -1)

    def _return_to(self, place: int) -> None:
        """Put the focus on what is chosen in a topic, after the page was built anew."""
        if place < 0:
            return
        self.activateWindow()
        stops = self._topics[place][0].findChildren(QWidget)
        stops = [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        checked = (one for one in stops if isinstance(one, QRadioButton) and one.isChecked())
        if (first := next(checked, stops[0] if stops else None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, text: str) -> None:
        for topic, words in self._topics:
            topic.setVisible(all(word in words for word in fold(text).split()))


def _radios(options: Sequence[tuple[str, str, str]], chosen: str, choose: Callable[[str], None]) -> QWidget:
    """A row of radio buttons from (key, label, icon)."""
    row = QWidget()
    line = Flow(row, SPACE[4])
    group = QButtonGroup(row)
    for key, label, sign in options:
        button = QRadioButton(label)
        if sign:
            button.setIcon(icon(sign))
        button.clicked.connect(lambda checked=False, key=key: choose(key))
        group.addButton(button)
        line.addWidget(button)
        button.setChecked(key == chosen)
        if not button.isChecked() and any(one[0] == chosen for one in options):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads to the one that is chosen
    return row
