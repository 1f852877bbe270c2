"""Labels: texts that are never taken for markup, headlines, and chips for states."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.theme import font, icon_side
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.gui.tones import TONE_ICONS, Tone


def plain(text: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows ``text`` letter for letter."""
    label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
    label.setText(text)
    return label


def headline(text: str = "") -> QLabel:
    """The title of a page."""
    return _heading(text, 1)


def section(text: str = "") -> QLabel:
    """The title of a section of a page."""
    return _heading(text, 2)


def _heading(text: str, level: int) -> QLabel:
    label = plain(text, wrap=True)
    label.setFont(font("headline" if level == 1 else "section"))
    label.setAccessibleDescription("heading")
    return label


def secondary(text: str = "", *, wrap: bool = True) -> QLabel:
    """A quiet text: an explanation, a place, a date."""
    label = plain(text, wrap=wrap)
    label.setFont(font("secondary"))
    label.setProperty("role", "muted")
    return label


def chip(text: str, tone: Tone = "dormant", icon_name: str = "") -> QWidget:
    """A state as a word with an icon on a soft ground of its colour."""
    made = Chip()
    made.show_state(text, tone, icon_name)
    return made


class Chip(QWidget):
    """A state as a word with an icon; see :func:`chip`."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._picture = QLabel()
        self._word = plain()
        self._word.setFont(font("secondary"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[1], 2, SPACE[1], 2)
        row.setSpacing(SPACE[0])
        row.addWidget(self._picture)
        row.addWidget(self._word)

    def show_state(self, text: str, tone: Tone, icon_name: str = "") -> None:
        """Show ``text`` in the colour of ``tone`` with its icon, or the one named."""
        colour: QColor = getattr(tokens(self), tone)
        self.setProperty("tone", tone)
        self._word.setText(text)
        self._picture.setPixmap(
            icon(icon_name or TONE_ICONS[tone], colour).pixmap(icon_side(14), icon_side(14))
        )
        self.setAccessibleName(text)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            for part in (self, self._word):
                part.style().unpolish(part)
                part.style().polish(part)
