"""Which field somebody is in: a field is stored when the focus leaves it, wherever to."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.gui.form.cell import FieldCell


class CellWatch(QObject):
    """Follows the focus through ``cells``; Enter goes from each to the next that is shown."""

    def __init__(self, cells: Sequence[FieldCell], parent: QObject) -> None:
        super().__init__(parent)
        self._cells = tuple(cells)
        for cell in self._cells:
            cell.passed.connect(lambda done=cell: self._go_on(done))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def commit(self) -> bool:
        """Store what is typed anywhere; False if one of the fields cannot be stored."""
        stored = [cell.commit() for cell in self._cells]
        return all(stored)

    def wrong(self) -> FieldCell | None:
        """The first field that says what is wrong with it."""
        return next((cell for cell in self._cells if cell.problem), None)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        left, entered = self._cell_of(old), self._cell_of(new)
        if left is None or left is entered or not left.isVisible():
            return
        if new is None:
            if QApplication.activeWindow() is None:
                left.commit()
        else:
            left.leave()

    def _go_on(self, done: FieldCell) -> None:
        shown = [cell for cell in self._cells if not cell.isHidden() and cell.isVisible()]
        following = shown[shown.index(done) + 1 :] if done in shown else []
        if following:
            following[0].begin(Qt.FocusReason.TabFocusReason)
        else:
            done.focusNextPrevChild(True)

    def _cell_of(self, widget: QWidget | None) -> FieldCell | None:
        """The field that a widget belongs to, also from inside a popup or a dialog it opened."""
        while widget is not None:
            if isinstance(widget, FieldCell) and widget in self._cells:
                return widget
            widget = widget.parentWidget()
        return None
