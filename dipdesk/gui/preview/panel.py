"""The left side of the page of papers: which paper, about what, in which languages, with what in it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, section
from dipdesk.gui.preview.gap_list import GapList
from dipdesk.gui.preview.language_buttons import LanguageButtons
from dipdesk.gui.preview.letter_deed import OPTION as LETTER
from dipdesk.gui.preview.letter_deed import LetterDeed
from dipdesk.gui.preview.letter_list import LetterList
from dipdesk.gui.preview.options import OptionsForm
from dipdesk.gui.preview.profiles import ProfileBox
from dipdesk.gui.preview.subject_box import SubjectBox, entity_of, fitting
from dipdesk.gui.settings import Settings
from dipdesk.gui.still_box import ShortBox
from dipdesk.gui.tab_order import lead_on
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import LANGUAGES, _
from dipdesk.model import entity
from dipdesk.papers.copies import Copied, names
from dipdesk.papers.gaps import Gap
from dipdesk.papers.masking import refusals
from dipdesk.papers.options import Offered, offered
from dipdesk.papers.profiles import Profile
from dipdesk.papers.registry import FORMATS, Paper, papers
from dipdesk.store.office_file import OfficeFile


class Panel(QWidget):
    """What is chosen; the paper, its languages and the format are remembered."""

    changed = Signal()
    """Something was chosen."""
    export_wanted = Signal()
    """The paper is to be written to the disk."""
    copies_wanted = Signal()
    """Every copy of the distribution list is to be written."""
    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(self, office: OfficeFile, settings: Settings) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
        self._office, self._settings = office, settings
        self._papers = ShortBox()
        self._papers.setAccessibleName(_("Paper"))
        self._about = plain()
        self._subjects = SubjectBox(office)
        self.profiles = ProfileBox(office)
        self._languages = LanguageButtons()
        self._languages.chosen.connect(self._speak)
        self._formats = ShortBox()
        self._formats.setAccessibleName(_("Format"))
        self.gaps = GapList()
        self.letters = LetterList()
        self._export = QPushButton(icon("export", "on_accent"), _("Export …"))
        self._export.setProperty("role", "primary")
        self.copies = QPushButton(_("Export every copy …"))
        self.copies.setProperty("role", "link")
        self.copies.clicked.connect(self.copies_wanted)
        self.changed.connect(self._show_copies)
        self._form: OptionsForm | None = None
        self._deed: LetterDeed | None = None
        self._list_papers()
        self._build()
        self._show_paper()
        self._papers.activated.connect(self._choose_paper)
        self._subjects.chosen.connect(self._choose_subject)
        self.profiles.chosen.connect(self._choose_profile)
        self.profiles.wanted.connect(self._offer_choices)
        self.gaps.opened.connect(self.opened)
        self.letters.opened.connect(self.opened)
        self._formats.activated.connect(lambda _row: self._settings.set("paper.format", self.kind))
        self._export.clicked.connect(self.export_wanted)

    @property
    def paper(self) -> Paper:
        """The paper that is made."""
        name = self._papers.currentData()
        return next(one for one in papers() if one.name == name)

    @property
    def subject(self) -> str:
        """The id of the record it is about; empty if there is none, or if it is about the whole office."""
        return self._subjects.subject if self.paper.subjects else ""

    @property
    def lacks_subject(self) -> bool:
        """Whether there is nothing that the paper could be about."""
        return bool(self.paper.subjects) and not self.subject

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of the paper."""
        codes = tuple(self._settings.get(self._spoken, LANGUAGES[0]).split(","))
        return codes if set(codes) <= set(self.paper.languages) else self.paper.languages[:1]

    @property
    def _spoken(self) -> str:
        """Where the languages of the paper are remembered; each paper has its own."""
        return f"paper.languages.{self.paper.name}"

    @property
    def kind(self) -> str:
        """The format of the file, one of those of the paper."""
        return str(self._formats.currentData())

    def options(self) -> Any:
        """The options of the paper; raises Invalid."""
        assert self._form is not None
        return self._form.value()

    def subject_title(self) -> str:
        """What the record is called in the language spoken now; empty for a paper about the whole office."""
        with self._office.read() as session:
            found = (session.get(entity(name), self.subject) for name in self.paper.subjects if self.subject)
            return next((one.title() for one in found if one is not None), "")

    def choose(self, subject: str) -> None:
        """Choose the record with this id and the paper wanted last, or one that fits if that does not.

        Without a record (empty), the paper wanted last if it is about the whole office.
        """
        if not subject:
            self._choose_of_office()
            return
        record = entity_of(self._office, {name for one in papers() for name in one.subjects}, subject)
        if record is None:
            return
        wanted = self._settings.get("paper.name", self.paper.name)
        paper = fitting((*(one for one in papers() if one.name == wanted), self.paper, *papers()), record)
        if paper is not None and paper.name != self.paper.name:
            self._papers.setCurrentIndex(self._papers.findData(paper.name))
        self._show_paper(subject)
        self.changed.emit()

    def _choose_of_office(self) -> None:
        wanted = self._settings.get("paper.name", self.paper.name)
        is_of_office = any(one.name == wanted and not one.subjects for one in papers())
        if is_of_office and wanted != self.paper.name:
            self._papers.setCurrentIndex(self._papers.findData(wanted))
            self._show_paper()
            self.changed.emit()

    def allow_export(self, is_ready: bool) -> None:
        """Whether there is a paper to export."""
        self._export.setEnabled(is_ready)
        self.copies.setEnabled(is_ready)

    def _list_papers(self) -> None:
        """List all papers, those about the same together."""
        groups: dict[tuple[str, ...], list[Paper]] = {}
        for one in papers():
            groups.setdefault(one.subjects[:1], []).append(one)
        for members in groups.values():
            if self._papers.count():
                self._papers.insertSeparator(self._papers.count())
            for one in members:
                sign = entity(one.subjects[0]).icon if one.subjects else "office"
                self._papers.addItem(icon(sign), one.title(), one.name)
        self._papers.setMaxVisibleItems(self._papers.count())
        kept = self._papers.findData(self._settings.get("paper.name", ""))
        self._papers.setCurrentIndex(max(kept, 0))

    def _choose_paper(self) -> None:
        self._settings.set("paper.name", self.paper.name)
        self._show_paper()
        self.changed.emit()

    def _show_paper(self, subject: str = "") -> None:
        """Show what can be chosen for the paper."""
        paper = self.paper
        self._subjects.show_paper(paper, subject)
        self.profiles.show_paper(paper)
        labels = [_(entity(name).label[0]) for name in paper.subjects]
        self._about.setText(labels[0] if len(labels) == 1 else _("About"))
        self._subjects.setAccessibleName(self._about.text())
        for part in (self._about, self._subjects):
            part.setVisible(bool(paper.subjects))
        self._languages.show_paper(paper, self.languages)
        self._formats.clear()
        for kind in paper.formats:
            self._formats.addItem(_(FORMATS[kind]), kind)
        self._formats.setCurrentIndex(max(self._formats.findData(self._settings.get("paper.format", "")), 0))
        self._show_form(paper)

    def _show_copies(self) -> None:
        """Offer to export all copies at once if there is a list of them."""
        try:
            options = self.options()
        except Invalid:
            return
        self.copies.setVisible(isinstance(options, Copied) and bool(names(options)) and options.copy is None)

    def _choose_profile(self, profile: Profile) -> None:
        """Take over the languages and choices of a profile."""
        if self._form is not None:
            self._settings.set(self._spoken, ",".join(profile.languages))
            self._languages.show_paper(self.paper, self.languages)
            self._form.choose(profile.options(self.paper))

    def _offer_choices(self) -> None:
        """Tell the profiles what is chosen, unless something typed is not valid."""
        try:
            self.profiles.keep(self.languages, self.options())
        except Invalid as trouble:
            self.profiles.say(str(trouble))

    def _choose_subject(self) -> None:
        found = self._offered(self.paper)
        if self._form is None or (found and self._deed is None):
            self._show_form(self.paper)
        else:
            self._form.offer(found)
            self._show_deed()
        self.changed.emit()

    def _offered(self, paper: Paper) -> Offered:
        """What the office file offers for a paper about the record that is chosen."""
        names = set(paper.subjects)
        subject = entity_of(self._office, names, self.subject) if self.subject else None
        if subject is None:
            return {}
        with self._office.read() as session:
            return offered(paper.options, session, subject)

    def _show_deed(self) -> None:
        """Let one copy and edit the letter that is chosen, if the paper is written from one."""
        if self._form is not None and self._deed is not None:
            self._deed.show_letter(self._form.chosen(LETTER))

    def _show_form(self, paper: Paper) -> None:
        found = self._offered(paper)
        earlier, self._form = self._form, OptionsForm(paper.options, found)
        self._form.grey_out("receiver", refusals(paper))
        self._deed = None
        if LETTER in found:
            self._deed = LetterDeed(self._office)
            self._deed.opened.connect(self.opened)
            self._form.put_below(LETTER, self._deed)
            self._form.changed.connect(self._show_deed)
            self._show_deed()
        self._form.changed.connect(self.changed)
        if earlier is None:
            self._column.insertWidget(self._column.count() - 1, self._form)
        else:
            self._column.replaceWidget(earlier, self._form)
            earlier.hide()
            earlier.deleteLater()
        self._show_copies()
        self._lead_on()

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show what is missing for the paper."""
        self.gaps.show_gaps(gaps)
        self._lead_on()

    def _lead_on(self) -> None:
        """Let Tab lead from what exports through what was made later, before it goes on to the pages."""
        if self._form is not None:
            lead_on(self.copies, (self.letters, self.gaps, self._form))

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[3], SPACE[4])
        column.setSpacing(SPACE[1])
        column.addWidget(section(_("Paper")))
        column.addWidget(self._papers)
        column.addWidget(self._about)
        column.addWidget(self._subjects)
        column.addWidget(self.profiles)
        column.addSpacing(SPACE[1])
        column.addWidget(section(_("Language of the paper")))
        column.addWidget(self._languages)
        column.addSpacing(SPACE[1])
        column.addWidget(section(_("Format")))
        column.addWidget(self._formats)
        column.addSpacing(SPACE[1])
        column.addWidget(self._export)
        column.addWidget(self.copies)
        column.addWidget(self.letters)
        column.addWidget(self.gaps)
        column.addSpacing(SPACE[2])
        column.addStretch(1)

    def _speak(self, code: str) -> None:
        self._settings.set(self._spoken, code)
        self.changed.emit()
