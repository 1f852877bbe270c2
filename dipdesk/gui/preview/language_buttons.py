"""In which language a paper is made: one of them, or both."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import LANGUAGES, _, own_name
from dipdesk.papers.registry import Paper

_BOTH = ",".join(LANGUAGES)


class LanguageButtons(QWidget):
    """One button for each language, and one for both, where the paper can be had in them."""

    chosen = Signal(str)
    """The codes of the languages that were chosen, parted by commas."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        names = {code: own_name(code) for code in LANGUAGES}
        names[_BOTH] = ""
        for code, name in names.items():
            button = QRadioButton(name)
            button.setProperty("codes", code)
            button.clicked.connect(lambda checked=False, code=code: self.chosen.emit(code))
            self._buttons.addButton(button)
            column.addWidget(button)

    def show_paper(self, paper: Paper, languages: tuple[str, ...]) -> None:
        """Show the languages of a paper, with ``languages`` chosen."""
        for button in self._buttons.buttons():
            codes = str(button.property("codes")).split(",")
            button.setVisible(set(codes) <= set(paper.languages))
            button.setChecked(tuple(codes) == languages)
            if len(codes) > 1:
                button.setText(_both(paper))


def _both(paper: Paper) -> str:
    """How a paper shows both languages."""
    text = _("{first}, then {second}") if paper.apart else _("{first} and {second} together")
    return text.format(first=own_name(LANGUAGES[0]), second=own_name(LANGUAGES[1]))
