"""The left side of the page of papers: which paper, about what, in which languages, with what in it."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget
from sqlalchemy import select

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, plain, section
from dipdesk.gui.preview.gap_list import GapList
from dipdesk.gui.preview.options import OptionsForm
from dipdesk.gui.settings import Settings
from dipdesk.gui.still_box import ShortBox
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import LANGUAGES, _, own_name
from dipdesk.model import Visit
from dipdesk.papers.registry import FORMATS, Paper, papers
from dipdesk.store.office_file import OfficeFile

_BOTH = ",".join(LANGUAGES)


class Panel(QWidget):
    """What is chosen; the languages are remembered."""

    changed = Signal()
    """Something was chosen."""
    export_wanted = Signal()
    """The paper is to be written to the disk."""

    def __init__(self, office: OfficeFile, settings: Settings) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
        self._office, self._settings = office, settings
        self._subjects = ShortBox()
        self._subjects.setAccessibleName(_("Visit"))
        self._languages = QButtonGroup(self)
        self._form = OptionsForm(self.paper.options)
        self._form.changed.connect(self.changed)
        self._formats = ShortBox()
        self._formats.setAccessibleName(_("Format"))
        self.gaps = GapList()
        self._export = QPushButton(icon("export", tokens(self).on_accent), _("Export …"))
        self._export.setProperty("role", "primary")
        self._export.clicked.connect(self.export_wanted)
        self._fill_subjects()
        self._fill_formats()
        self._subjects.currentIndexChanged.connect(self.changed)
        self._build()

    @property
    def paper(self) -> Paper:
        """The paper that is made."""
        return papers("visit")[0]

    @property
    def subject(self) -> str:
        """The id of the record it is about; empty if there is none."""
        return str(self._subjects.currentData() or "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of the paper."""
        code = self._settings.get("paper.languages", LANGUAGES[0])
        return tuple(code.split(",")) if set(code.split(",")) <= set(LANGUAGES) else LANGUAGES[:1]

    @property
    def kind(self) -> str:
        """The format of the file, one of those of the paper."""
        return str(self._formats.currentData())

    def options(self) -> Any:
        """The options of the paper; raises Invalid."""
        return self._form.value()

    def subject_title(self) -> str:
        """What the record is called."""
        return self._subjects.currentText()

    def choose(self, subject: str) -> None:
        """Choose the record with this id."""
        self._fill_subjects()
        self._subjects.setCurrentIndex(max(self._subjects.findData(subject), 0))

    def allow_export(self, is_ready: bool) -> None:
        """Whether there is a paper to export."""
        self._export.setEnabled(is_ready)

    def _fill_subjects(self) -> None:
        kept = self.subject
        self._subjects.blockSignals(True)
        self._subjects.clear()
        ahead = 0
        with self._office.read() as session:
            for place, visit in enumerate(session.scalars(select(Visit).order_by(Visit.starts.desc()))):
                self._subjects.addItem(icon("visit"), visit.title(), visit.id)
                if visit.ends is not None and visit.ends >= datetime.now().astimezone().date():
                    ahead = place
        self._subjects.setCurrentIndex(max(self._subjects.findData(kept), 0) if kept else ahead)
        self._subjects.blockSignals(False)
        self._subjects.setEnabled(self._subjects.count() > 0)

    def _fill_formats(self) -> None:
        for kind in self.paper.formats:
            self._formats.addItem(_(FORMATS[kind]), kind)
        self._formats.setCurrentIndex(max(self._formats.findData(self._settings.get("paper.format", "")), 0))
        self._formats.activated.connect(lambda _row: self._settings.set("paper.format", self.kind))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[3], SPACE[4])
        column.setSpacing(SPACE[1])
        column.addWidget(headline(self.paper.title()))
        column.addSpacing(SPACE[1])
        column.addWidget(plain(_("Visit")))
        column.addWidget(self._subjects)
        column.addSpacing(SPACE[1])
        column.addWidget(section(_("Language of the paper")))
        self._add_languages(column)
        column.addSpacing(SPACE[1])
        column.addWidget(section(_("Format")))
        column.addWidget(self._formats)
        column.addSpacing(SPACE[1])
        column.addWidget(self._export)
        column.addWidget(self.gaps)
        column.addSpacing(SPACE[2])
        column.addWidget(self._form)
        column.addStretch(1)

    def _add_languages(self, column: QVBoxLayout) -> None:
        both = _("{first} and {second}, side by side")
        names = {code: own_name(code) for code in LANGUAGES}
        names[_BOTH] = both.format(first=own_name(LANGUAGES[0]), second=own_name(LANGUAGES[1]))
        for code, name in names.items():
            button = QRadioButton(name)
            button.setChecked(code == ",".join(self.languages))
            button.clicked.connect(lambda checked=False, code=code: self._speak(code))
            self._languages.addButton(button)
            column.addWidget(button)

    def _speak(self, code: str) -> None:
        self._settings.set("paper.languages", code)
        self.changed.emit()
