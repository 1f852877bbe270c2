"""The chapters of a long page: a strip to choose from, below it the fields and sections of one chapter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dipdesk.gui.form.group import FieldGroup
from dipdesk.gui.form.strip import MOST_KEYS, ChapterStrip
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import N_, _
from dipdesk.store.office_file import News, OfficeFile

CHAPTERS = N_("Chapters of this record")


class Section(Protocol):
    """A part of a record's page below its fields; a widget too."""

    @property
    def opened(self) -> SignalInstance:
        """Emitted with entity and id of a record that shall be shown."""

    def refresh(self) -> None:
        """Read again what it shows."""

    def concerns(self, news: News) -> bool:
        """Whether a change may show in it."""


Maker = Callable[[OfficeFile, str, QWidget], QWidget]
"""Makes a section, a widget that is a :class:`Section`, from office, id of the record, and parent."""


@dataclass(frozen=True)
class Chapter:
    """One chapter: its key, its title and the groups of fields in it (source texts), and its sections.

    ``leading`` stand beneath the first group, ``makers`` beneath all, ``last`` at the end; ``lists`` are
    entities of related lists. ``belongings`` is whether tasks, notes, files and tags stand here. Groups and
    lists that no chapter names stand in the first. In an ``open`` chapter empty texts wait to be written
    instead of hiding behind “Add …”.
    """

    key: str
    title: str
    groups: tuple[str, ...] = ()
    leading: tuple[Maker, ...] = ()
    makers: tuple[Maker, ...] = ()
    lists: tuple[str, ...] = ()
    belongings: bool = False
    last: tuple[Maker, ...] = ()
    open: bool = False


class Chapters(QWidget):
    """The strip and the chapter that is turned to; what stands in a chapter is made when it is needed.

    ``titles`` name the groups of fields (source texts) and ``group`` makes one; ``make`` makes the leading
    (true) or the other sections of a chapter. All is made in the order of reading, so that Tab follows it.
    """

    opened = Signal(str, str)
    turned = Signal(str)
    """Another chapter is shown: its key."""

    def __init__(
        self,
        chapters: Sequence[Chapter],
        titles: Sequence[str],
        group: Callable[[str], FieldGroup],
        make: Callable[[Chapter, bool, QWidget], list[QWidget]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chapters = tuple(chapters)
        self._titles = tuple(titles)
        self._make_group = group
        self._groups: dict[str, FieldGroup] = {}
        self._make = make
        self._sheets: dict[str, QWidget] = {}
        self._parts: dict[str, list[QWidget]] = {}
        self._sections: dict[str, list[QWidget]] = {}
        self._stale: set[QWidget] = set()
        self._key: str | None = None
        self.strip = ChapterStrip([_(one.title) for one in self._chapters], _(CHAPTERS), self)
        self.strip.turned.connect(self._chosen)
        self.strip.setVisible(len(self._chapters) > 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[3])
        self._column.addWidget(self.strip)
        self._add_keys()

    @property
    def key(self) -> str:
        """The chapter that is shown."""
        return self._key or ""

    @property
    def sections(self) -> list[QWidget]:
        """The sections of all chapters that were made so far, in the order of the chapters."""
        return [one for chapter in self._chapters for one in self._sections.get(chapter.key, ())]

    @property
    def parts(self) -> list[QWidget]:
        """The strip, and the groups and sections of the chapter that is shown."""
        return [self.strip, *self._parts.get(self.key, ())]

    @property
    def groups(self) -> list[FieldGroup]:
        """The groups of fields in their order; those of other chapters are made now, and wait hidden."""
        waiting = [self._group(title) for title in self._titles if title not in self._groups]
        for group in waiting:
            group.hide()
        return [self._groups[title] for title in self._titles]

    @property
    def waiting(self) -> set[str]:
        """The groups whose empty texts wait to be written."""
        return {title for one in self._chapters if one.open for title in one.groups}

    def holding(self, group: FieldGroup) -> str:
        """The key of the chapter that holds a group of fields."""
        title = next((name for name, one in self._groups.items() if one is group), "")
        return self._chapter_of(title).key

    def _chapter_of(self, title: str) -> Chapter:
        return next((one for one in self._chapters if title in one.groups), self._chapters[0])

    def turn(self, key: str) -> None:
        """Show the chapter with this key; the first if there is none."""
        chapter = next((one for one in self._chapters if one.key == key), self._chapters[0])
        if chapter.key == self._key:
            return
        if self._has_focus():  # before the rest is hidden, else it would go astray
            self.strip.setFocus(Qt.FocusReason.TabFocusReason)
        if self._key is not None:
            self._sheets[self._key].hide()
        self._key = chapter.key
        if chapter.key not in self._sheets:
            self._build(chapter)
        self._freshen()
        self._sheets[chapter.key].show()
        self.strip.show_place(self._chapters.index(chapter))
        self.turned.emit(chapter.key)

    def step(self, step: int) -> None:
        """Show the next chapter (1) or the one before (-1), round and round."""
        place = [one.key for one in self._chapters].index(self.key) + step
        self._go_to(self._chapters[place % len(self._chapters)].key)

    def refresh(self) -> None:
        """Read all again: what is shown now, the rest when it is turned to."""
        self._stale.update(self.sections)
        self._freshen()

    def hear(self, news: News) -> None:
        """Bring up to date what a change may show in: what is shown now, the rest when it is turned to."""
        self._stale.update(one for one in self.sections if one.concerns(news))  # type: ignore[attr-defined]
        self._freshen()

    def _freshen(self) -> None:
        for section in self._sections.get(self.key, ()):
            if section in self._stale:
                self._stale.discard(section)
                section.refresh()  # type: ignore[attr-defined]

    def _build(self, chapter: Chapter) -> None:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        titles = [title for title in self._titles if self._chapter_of(title) is chapter]
        groups = [self._group(title) for title in titles[:1]]
        leading = self._make(chapter, True, sheet)
        groups += [self._group(title) for title in titles[1:]]
        others = self._make(chapter, False, sheet)
        self._parts[chapter.key] = [*groups[:1], *leading, *groups[1:], *others]
        self._sections[chapter.key] = [*leading, *others]
        for part in self._parts[chapter.key]:
            column.addWidget(part)
        for group in groups:
            group.show()
        for section in self._sections[chapter.key]:
            section.opened.connect(self.opened)  # type: ignore[attr-defined]
        self._column.addWidget(sheet)
        self._sheets[chapter.key] = sheet

    def _group(self, title: str) -> FieldGroup:
        if title not in self._groups:
            self._groups[title] = self._make_group(title)
        return self._groups[title]

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        sheet = self._sheets.get(self.key)
        return sheet is not None and focused is not None and sheet.isAncestorOf(focused)

    def _go_to(self, key: str) -> None:
        """Turn to a chapter and take a focus that is on the page to the strip: the way on begins there."""
        self.turn(key)
        page, focused = self.parentWidget(), QApplication.focusWidget()
        if page is not None and focused is not None and page.isAncestorOf(focused):
            self.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, place: int) -> None:
        if self._key is not None:
            self.turn(self._chapters[place].key)

    def _add_keys(self) -> None:
        told = self._chapters[:MOST_KEYS] if len(self._chapters) > 1 else ()
        for place, chapter in enumerate(told, 1):
            made = QShortcut(QKeySequence(f"Alt+{place}"), self)
            made.activated.connect(lambda key=chapter.key: self._go_to(key))
