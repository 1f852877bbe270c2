"""The first page: open, make or try an office file; the files used last; the language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from dipdesk.gui import tongue
from dipdesk.gui.cards import Card, SheetPage, clear, flourish
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.recent import Recent
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, installed_languages, own_name

_SIGN = 56


class WelcomePage(SheetPage):
    """What one sees without an office file, and can come back to."""

    wanted = Signal(str)
    """The action with this id is wanted."""
    file_wanted = Signal(Path)
    """This office file is to be opened."""

    def __init__(self, recent: Recent, *, is_open: bool) -> None:
        super().__init__()
        self._recent = recent
        self.content.addLayout(self._head())
        self.content.addSpacing(SPACE[1])
        grid = QGridLayout()
        grid.setSpacing(SPACE[3])
        grid.addWidget(self._begin(is_open), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._files_column(), 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.content.addLayout(grid)
        self.content.addStretch(1)

    def small_button(self, name: str) -> QToolButton:
        """The small button of that name, the latest if it was made anew; raises IndexError."""
        return [one for one in self.findChildren(QToolButton) if one.accessibleName() == name][-1]

    def _head(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(icon("office", tokens(self).accent).pixmap(_SIGN, _SIGN))
        words = QVBoxLayout()
        words.setSpacing(SPACE[0])
        words.addWidget(headline("dipdesk"))
        words.addWidget(flourish())
        words.addWidget(
            secondary(
                _("The external relations and protocol office of a municipality, in one file on a laptop.")
            )
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(sign)
        row.addLayout(words, 1)
        for code in installed_languages():
            row.addWidget(self._language_button(code), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _language_button(self, code: str) -> QToolButton:
        button = QToolButton()
        button.setText(own_name(code))
        button.setCheckable(True)
        button.setChecked(code == tongue.spoken())
        button.clicked.connect(lambda: self.wanted.emit(f"language.{code}"))
        return button

    def _begin(self, is_open: bool) -> Card:
        card = Card(_("Begin"))
        for name, sign, text, detail in (
            ("file.new", "new", _("New office file …"), _("For a municipality or a union of municipalities")),
            ("file.open", "open", _("Open …"), _("An office file on this computer or in a shared folder")),
            (
                "file.sample",
                "star",
                _("Open the sample office"),
                _("A fictional office with real sister cities, to try everything"),
            ),
        ):
            card.add_row(sign, text, lambda name=name: self.wanted.emit(name), detail)  # type: ignore[misc]
        if is_open:
            card.add_row(
                "import",
                _("Import a list …"),
                lambda: self.wanted.emit("file.import"),
                _("Sister cities, people or any table from Excel or CSV"),
            )
        return card

    def _files_column(self) -> QVBoxLayout:
        self._files = QVBoxLayout()
        self._fill_files()
        return self._files

    def _fill_files(self) -> None:
        clear(self._files)
        card = Card(_("Used last"))
        files = self._recent.files()
        for path in files:
            card.column.addLayout(self._file_row(card, path))
        if not files:
            card.say(_("The office files you open will stand here."))
        self._files.addWidget(card)

    def _file_row(self, card: Card, path: Path) -> QHBoxLayout:
        pinned = self._recent.is_pinned(path)
        row = QHBoxLayout()
        row.setSpacing(0)
        there = path.is_file()
        detail = str(path.parent) if there else _("No longer there: {folder}").format(folder=path.parent)
        button = card.add_row("office", path.stem, lambda: self.file_wanted.emit(path), detail)
        button.setEnabled(there)
        row.addWidget(button, 1)
        row.addWidget(
            self._small(
                "starred" if pinned else "star",
                _("Keep “{name}” at the top").format(name=path.stem),
                lambda: self._recent.pin(path, not pinned),
                checked=pinned,
            )
        )
        row.addWidget(
            self._small(
                "close",
                _("Take “{name}” off this list").format(name=path.stem),
                lambda: self._recent.remove(path),
            )
        )
        return row

    def _small(self, sign: str, name: str, act: Callable[[], None], *, checked: bool = False) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, tokens(self).accent if checked else None))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)

        def done() -> None:
            act()
            self._fill_files()

        button.clicked.connect(done)
        return button
