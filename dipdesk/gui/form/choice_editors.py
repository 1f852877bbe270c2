"""Editors of what is chosen from a list: choices and time zones."""

from abc import abstractmethod
from typing import Any

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.gui.form.swatches import is_colour, swatch_icon
from dipdesk.i18n import _, fold, zone_name
from dipdesk.model.kinds import Choice, Kind
from dipdesk.rules.timing import zones

_ZONES_SHOWN = 12


class SuggestEditor(Editor):
    """A line with suggestions, whose text the kind reads."""

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self.line = SuggestLine(self.suggestions)
        self.line.textEdited.connect(self.changed)
        self.line.picked.connect(self._picked)
        self.line.passed.connect(self.finished)
        self.row.addWidget(self.line)
        self.watch(self.line)

    @abstractmethod
    def suggestions(self, typed: str) -> list[Suggestion]:
        """What may be meant by ``typed``."""

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def stops(self) -> list[QWidget]:
        return [self.line]

    def offer(self) -> None:
        self.line.show_all()

    def _picked(self, key: str, text: str) -> None:
        self.line.setText(text)
        self.changed.emit()


class ChoiceEditor(SuggestEditor):
    """One of a few; a click shows them all."""

    kind: Choice

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._is_colour = is_colour(kind)
        self._swatch = QAction(self)
        if self._is_colour:
            self.line.addAction(self._swatch, QLineEdit.ActionPosition.LeadingPosition)
            self.line.textChanged.connect(self._show_swatch)
            self._show_swatch("")

    def set_value(self, value: Any) -> None:
        self.set_text(self.around.labels(self.kind).get(value) or self.kind.edit(value))

    def value(self) -> Any:
        typed = fold(self.text().strip())
        called = self.around.labels(self.kind)
        return next((code for code, label in called.items() if fold(label) == typed), None) or super().value()

    def _show_swatch(self, text: str) -> None:
        """Show the colour of the word that stands in the line."""
        code = next((code for code in self.kind.options if self.kind.label(code) == text), "")
        self._swatch.setIcon(swatch_icon(code))
        self._swatch.setVisible(bool(code))

    def suggestions(self, typed: str) -> list[Suggestion]:
        called = self.around.labels(self.kind)
        found = [
            Suggestion(
                code,
                called.get(code) or self.kind.label(code),
                swatch_icon(code) if self._is_colour else QIcon(),
            )
            for code in self.kind.options
        ]
        if not typed.strip() and not self.kind.required:
            found.append(Suggestion("", _("(none)")))
        return matching(found, typed)

    def _picked(self, key: str, text: str) -> None:
        super()._picked(key, text if key else "")


class ZoneEditor(SuggestEditor):
    """A time zone, found by its city or by what it is called."""

    def suggestions(self, typed: str) -> list[Suggestion]:
        return zone_suggestions(typed)

    def _picked(self, key: str, text: str) -> None:
        super()._picked(key, key)


def zone_suggestions(typed: str) -> list[Suggestion]:
    """Time zones whose name holds ``typed``, with what people call them."""
    wanted = fold(typed.strip().replace(" ", "_"))
    found = [zone for zone in sorted(zones()) if wanted in fold(zone) and "/" in zone]
    found.sort(key=lambda zone: (not _city(zone).startswith(wanted), not zone.startswith("Europe/")))
    return [Suggestion(zone, f"{zone} – {zone_name(zone)}") for zone in found[:_ZONES_SHOWN]]


def _city(zone: str) -> str:
    return fold(zone.rpartition("/")[2])
