"""Editors of texts: a line, a page, an address on the web, yes or no."""

from typing import Any, ClassVar

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.theme import icon, row_height
from dipdesk.i18n import _
from dipdesk.model.kinds import Email, Kind, OnMap, WebAddress

_MOST_LINES = 18
_FEWEST_LINES = 3
_AROUND = 24
_ON_THE_MAP = "https://www.openstreetmap.org/?mlat={north:.5f}&mlon={east:.5f}#map=17/{north:.5f}/{east:.5f}"


class LineEditor(Editor):
    """One line of text; for every kind that is written in a line."""

    def __init__(self, kind: Kind[Any], around: Surroundings, placeholder: str = "") -> None:
        super().__init__(kind, around)
        self.line = QLineEdit()
        self.line.setMinimumHeight(row_height())
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.changed)
        self.row.addWidget(self.line)
        self.watch(self.line)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def stops(self) -> list[QWidget]:
        return [self.line]


class PageEditor(Editor):
    """Several lines of text in a box that grows with them."""

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self.page = _Page()
        self.page.textChanged.connect(self._tell)
        self.row.addWidget(self.page)
        self.watch(self.page)
        self._quiet = False

    def text(self) -> str:
        return self.page.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self._quiet = True
            self.page.setPlainText(text)
            self._quiet = False

    def stops(self) -> list[QWidget]:
        return [self.page]

    def takes_enter(self) -> bool:
        return True

    def start(self, reason: Qt.FocusReason) -> None:
        self.page.setFocus(reason)

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


class _Page(QPlainTextEdit):
    """A plain text box as high as its lines, between a few and many."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, _FEWEST_LINES), _MOST_LINES)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _AROUND)


class AddressEditor(LineEditor):
    """A web or mail address, or a position on the map, with a button that goes there."""

    def __init__(self, kind: Kind[Any], around: Surroundings, placeholder: str) -> None:
        super().__init__(kind, around, placeholder)
        self.go = QToolButton()
        self.go.setIcon(icon("forward"))
        self.go.setAccessibleName(_("Go to this address"))
        self.go.setToolTip(_("{action} (Alt+Enter)").format(action=_("Go to this address")))
        self.go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go.clicked.connect(self.follow)
        self.row.addWidget(self.go)

    def follow(self) -> None:
        try:
            value = self.value()
        except Invalid:
            return
        if target := address(self.kind, value):
            QDesktopServices.openUrl(target)


def address(kind: Kind[Any], value: Any) -> QUrl | None:
    """Where a web or mail address or a position leads; None for what is not https, http or mailto."""
    if not value:
        return None
    if isinstance(kind, OnMap):
        return QUrl(_ON_THE_MAP.format(north=value.latitude, east=value.longitude))
    if isinstance(kind, Email):
        return QUrl(f"mailto:{value}")
    if isinstance(kind, WebAddress):
        url = QUrl(value if "://" in value else f"https://{value}")
        return url if url.scheme() in ("http", "https") and url.isValid() else None
    return None


class FlagEditor(Editor):
    """A box to tick."""

    direct: ClassVar[bool] = True

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self.box = QCheckBox()
        self.box.setMinimumHeight(row_height())
        self.box.toggled.connect(self._name_state)
        self.box.clicked.connect(self._clicked)
        self.row.addWidget(self.box)
        self.row.addStretch()
        self.watch(self.box)
        self._name_state(False)

    def text(self) -> str:
        return self.kind.edit(self.box.isChecked()) or "no"

    def set_text(self, text: str) -> None:
        self.box.setChecked(bool(self.kind.parse(text)))

    def stops(self) -> list[QWidget]:
        return [self.box]

    def _name_state(self, checked: bool) -> None:
        self.box.setText(_("yes") if checked else _("no"))

    def _clicked(self) -> None:
        self.changed.emit()
        self.committed.emit()
