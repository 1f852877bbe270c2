"""The page of one record: its head, its fields in groups, what belongs to it, and its history."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from dipdesk.errors import Known
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.chapters import Chapters
from dipdesk.gui.form.content import Content, read
from dipdesk.gui.form.drafts import Drafts, draft_path
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.group import FieldGroup, stem
from dipdesk.gui.form.headline import Headline
from dipdesk.gui.form.history_section import HistorySection
from dipdesk.gui.form.new_record import new_record, surroundings_of
from dipdesk.gui.form.page_area import PageArea
from dipdesk.gui.form.parts import enter_first, go_on, put_last
from dipdesk.gui.form.sections import chapters_for, make_chapter
from dipdesk.gui.form.storing import store_field
from dipdesk.gui.form.turned import Turned
from dipdesk.gui.form.watch import CellWatch
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.papered import PAPERED
from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import N_, _
from dipdesk.model import Field, Record, entity_name, fields
from dipdesk.model.hours import refusal
from dipdesk.model.kinds import Flag, Link, Text
from dipdesk.model.record import needed_in_one_language
from dipdesk.store.office_file import News, OfficeFile

__all__ = ["RecordPage", "new_record"]

_PAPERS = ("papers", N_("Papers"), "papers")
_ACTIONS: dict[str, tuple[str, str, str]] = {
    **dict.fromkeys(PAPERED, _PAPERS),
    "visit": ("brief", N_("Brief"), "papers"),
}
"""The main action of an entity: its name, its word and its icon."""
_WIDEST, _WIDEST_TABLES = 120, 165
"""Letters of width that a page takes at most, and one of chapters, which are full of tables."""


class RecordPage(QWidget):
    """Shows and edits one record; every field that is left is stored at once, as a step of its own."""

    opened = Signal(str, str)
    """Another record shall be shown: its entity and id."""
    action = Signal(str)
    """The main action was asked for, such as ``brief``."""
    gone = Signal()
    """The record is no longer there."""
    typing = Signal(bool)
    """Something is being typed that is not stored yet, or no longer."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        row_id: str,
        settings: Settings,
        news: OfficeNews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._kind = kind
        self.row_id = row_id
        self._is_gone = self._was_typing = False
        content = self._read()
        around = surroundings_of(office, kind, row_id)
        self._body = self._make_body()
        name, word, picture = _ACTIONS.get(entity_name(kind), ("", "", ""))
        self.headline = Headline(name, _(word), picture, self._body)
        self.cells: dict[str, FieldCell] = {}
        self._turned = Turned(settings, entity_name(kind), row_id)
        self.chapters = Chapters(
            chapters_for(kind),
            self._group_titles(),
            partial(self._make_group, around=around, content=content),
            partial(make_chapter, office, kind, row_id),
            self._body,
        )
        self.chapters.turn(self._turned.key)
        self.groups = self.chapters.groups
        self.drafts = Drafts(draft_path(office.office().id, entity_name(kind), row_id), self)
        self._watch = CellWatch(list(self.cells.values()), self)
        self.history = HistorySection(office, kind, row_id, settings, self._body)
        self._connect()
        self._lay_out()
        self._show(content)
        self._bring_back()
        news.changed.connect(self._on_news)

    def commit(self) -> bool:
        """Store what is typed but not stored yet; False if a field cannot be stored and says why."""
        return self._watch.commit()

    @property
    def sections(self) -> list[QWidget]:
        """The sections that stand on the page so far; those of other chapters come when they are needed."""
        return self.chapters.sections

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return any(cell.is_typed for cell in self.cells.values())

    def field_in_focus(self) -> str:
        """The name of the field that has the focus; empty for none."""
        here = QApplication.focusWidget()
        inside = (name for name, cell in self.cells.items() if here is not None and cell.isAncestorOf(here))
        return next(inside, "")

    def focus_first(self, name: str = "") -> None:
        """Put the focus on the field called ``name``, or else on the first field or list that is shown."""
        cell = self.cells.get(name)
        if cell is not None and cell.isVisible():
            cell.focus_value()
        else:
            enter_first([*self.chapters.parts[1:], self.chapters.strip, self.history])

    def go_on(self, step: int) -> None:
        """Put the focus into the next part of the page (1), or the one before (-1)."""
        if self.commit():
            go_on([*self.chapters.parts, self.history], self._area, step)

    def turn(self, step: int) -> None:
        """Show the next chapter of the page (1), or the one before (-1)."""
        if self.commit():
            self.chapters.step(step)

    def refresh(self) -> None:
        """Read the record again; what somebody is typing stays."""
        self._show(self._read())
        self.chapters.refresh()
        self.history.refresh()

    # Reading and storing

    def _read(self) -> Content | None:
        return read(self._office, self._kind, self.row_id)

    def _store(self, cell: FieldCell, value: Any) -> str:
        record = self._kind, self.row_id
        held = {name: one.value for name, one in self.cells.items()}
        refused = refusal(held, cell.field.name, value)
        if refused:
            return refused
        if cell.field.name in self._kind(**{**held, cell.field.name: value}).unsaid():
            return needed_in_one_language()
        try:
            if not store_field(self._office, record, cell.field, value, self, cell.editor.keep):
                self._show(None)
        except Known as trouble:
            return trouble.sentence
        return ""

    def _on_news(self, news: News) -> None:
        if self._is_gone:
            return
        self._area.hold()
        own = (entity_name(self._kind), self.row_id) in news.rows
        if own or news.touches(*self._leads_to()):
            self._show(self._read())
        if not self._is_gone:
            self.chapters.hear(news)
            if self.history.concerns(news):
                self.history.refresh()

    def _leads_to(self) -> list[str]:
        """The entities whose records this page names."""
        named = [one.kind.target for one in fields(self._kind) if isinstance(one.kind, Link)]
        return [*named, "post", "visit", "agreement", "leave"]

    def _show(self, content: Content | None) -> None:
        if content is None:
            if not self._is_gone:
                self._is_gone = True
                self.drafts.clear()
                self.setEnabled(False)
                self.gone.emit()
            return
        self.headline.show_record(content.title, content.code, content.states, content.facts)
        for name, cell in self.cells.items():
            cell.set_value(content.values[name], content.shown[name], content.remarks.get(name, ""))
            if content.shown[name]:
                self._group_of(cell).unfold(cell)

    # What is typed and not stored

    def _bring_back(self) -> None:
        """Show what was typed into the fields before the program ended without warning."""
        for name, draft in self.drafts.found().items():
            cell = self.cells.get(name)
            if cell is None or self._is_gone:
                self.drafts.drop(name)
                continue
            self._group_of(cell).unfold(cell)
            self.chapters.turn(self.chapters.holding(self._group_of(cell)))
            cell.bring_back(draft.text, draft.said())

    def _typed(self, cell: FieldCell) -> None:
        was_typing, self._was_typing = self._was_typing, True
        self.drafts.keep(cell.field.name, cell.editor.draft())
        if not was_typing:
            self.typing.emit(True)

    def _settled(self, cell: FieldCell) -> None:
        self.drafts.drop(cell.field.name)
        if self._was_typing and not self.is_typed:
            self._was_typing = False
            self.typing.emit(False)

    def _to_strip(self) -> None:
        """Show a chapter from its beginning."""
        top = self.chapters.strip.mapTo(self._body, QPoint(0, 0)).y()
        bar = self._area.verticalScrollBar()
        bar.setValue(min(bar.value(), top))

    def _reveal(self, cell: FieldCell) -> None:
        """Scroll to what is said beneath a cell, where its text is longer than the window."""
        self._area.ensureWidgetVisible(cell.words.note, 0, SPACE[3])

    # Building

    def _make_body(self) -> QWidget:
        """The paper that everything stands on, in its scroll area, before anything stands on it."""
        self._area = PageArea(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        return self._area.ground

    def _group_titles(self) -> list[str]:
        """The groups in their order; fields without one stand in the first, which needs no heading."""
        titles = list(dict.fromkeys(one.group for one in fields(self._kind)))
        return [titles[0], *(title for title in titles[1:] if title)]

    def _make_group(self, title: str, around: Surroundings, content: Content | None) -> FieldGroup:
        is_first = title == self._group_titles()[0]
        group = FieldGroup("" if is_first else _(title), self._body)
        own = [one for one in fields(self._kind) if not one.technical]
        mine = [one for one in own if one.group == title or (is_first and not one.group)]
        cells = [FieldCell(one, around, self._store, group) for one in mine]
        self.cells |= {cell.field.name: cell for cell in cells}
        group.fill(cells, [cell for cell in cells if not self._is_shown(cell.field, content)])
        return group

    def _is_shown(self, field: Field, content: Content | None) -> bool:
        """Whether a field stands on the page from the start: needed, usual, filled in, or waiting."""
        usual = {*self._kind.columns}
        twins = {one.name for one in fields(self._kind) if stem(one) and stem(one) == stem(field)}
        filled = content is not None and any(content.shown[name] for name in {field.name, *twins})
        waits = isinstance(field.kind, Text) and field.group in self.chapters.waiting
        is_usual = bool(usual & {field.name, *twins})
        return field.asked or isinstance(field.kind, Flag) or is_usual or filled or waits

    def _group_of(self, cell: FieldCell) -> FieldGroup:
        return next(group for group in self.groups if cell in group.cells)

    def _connect(self) -> None:
        self.headline.opened.connect(self.opened)
        self.headline.action.connect(self.action)
        for cell in self.cells.values():
            cell.opened.connect(self.opened)
            cell.typed.connect(lambda at=cell: self._typed(at))
            cell.settled.connect(lambda at=cell: self._settled(at))
            cell.told.connect(lambda at=cell: QTimer.singleShot(0, at, lambda: self._reveal(at)))
        self.chapters.opened.connect(self.opened)
        self.chapters.turned.connect(self._turned.keep)
        self.chapters.turned.connect(lambda _key: QTimer.singleShot(0, self, self._to_strip))
        self.chapters.turned.connect(lambda: put_last(self.history, self.chapters.parts))

    def _lay_out(self) -> None:
        """Put everything into one column; it is a widget of its own so that heights follow its width."""
        sheet = QWidget(self._body)
        letters = _WIDEST_TABLES if len(chapters_for(self._kind)) > 1 else _WIDEST
        sheet.setMaximumWidth(letters * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        for part in (self.headline, self.chapters, self.history):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(SPACE[3], SPACE[4], SPACE[4], SPACE[5])
        row.addWidget(sheet, 100)
        row.addStretch(1)
