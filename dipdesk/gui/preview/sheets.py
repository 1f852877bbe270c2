"""The pages of a paper under each other, drawn as soon as they come into view."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dipdesk.gui.preview.page_sheet import PageSheet
from dipdesk.gui.preview.rendering import Print
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.papers.pdf import Place

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXELS = 96 / 72
"""Pixels for a point at a zoom of 1."""
_WIDEST = 1.6
Draw = Callable[[Print, int, float], None]


class Sheets(QScrollArea):
    """Shows a print; ``draw`` is asked for pictures, which come back through ``show_picture``."""

    turned = Signal(int, int)
    """The page in view and how many there are, from 1."""

    chosen = Signal(str)
    """The record behind a place on the paper: ``entity/id``."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(_("Pages of the paper"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw = draw
        self._print: Print | None = None
        self._zoom = 0.0
        self._sheets: list[PageSheet] = []
        self._place = -1
        ground = QWidget()
        ground.setProperty("role", "ground")
        self._ground = ground
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        self._column.setSpacing(SPACE[3])
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(ground)
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def zoom(self) -> float:
        """How large paper is shown; 1 is its own size, at 0 the width of the window decides."""
        return self._zoom

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def has_picture(self, number: int) -> bool:
        """Whether the page ``number`` (from 0) is drawn already."""
        return self._sheets[number].is_drawn

    def show_glimpse(self, made: Print, picture: QImage, scale: float) -> None:
        """Show the page that a print has ``only``, drawn already with ``scale`` pixels for a point."""
        self._change_to(made)
        if made.only is not None:
            sheet = self._sheets[made.only - 1]
            sheet.wants(scale)
            sheet.show_picture(picture)
        self._look()

    def show_print(self, made: Print) -> None:
        """Show another print, at the same place if it is long enough.

        If its pages have the same sizes, each stays as it is until its picture comes.
        """
        self._change_to(made)
        self._look()

    def _change_to(self, made: Print) -> None:
        is_alike = self._print is not None and self._print.sizes == made.sizes
        self._print, self._place = made, -1
        if is_alike:
            for number, sheet in enumerate(self._sheets, 1):
                sheet.follow(_on_page(made, number))
        else:
            self._lay_out(made)

    def _lay_out(self, made: Print) -> None:
        """Put a sheet for every page where those of the earlier print were."""
        place = self.verticalScrollBar().value()
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        self._sheets = [self._sheet(size, number, made) for number, size in enumerate(made.sizes, 1)]
        for number, sheet in enumerate(self._sheets):
            sheet.setAccessibleName(
                _("Page {number} of {count}").format(number=number + 1, count=len(self._sheets))
            )
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._resize()
        self._ground.adjustSize()
        self.verticalScrollBar().setValue(place)

    def show_picture(self, made: Print, number: int, picture: QImage) -> None:
        """Put a picture on its page, if it is still of the print that is shown."""
        if made is self._print:
            self._sheets[number].show_picture(picture)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at another size; 0 fits them to the width."""
        self._zoom = zoom
        self._resize()
        self._look()

    def step_zoom(self, step: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        now = self._scale() / _PIXELS
        sizes = [size for size in ZOOMS if (size > now + 0.01 if step > 0 else size < now - 0.01)]
        if sizes:
            self.set_zoom(min(sizes) if step > 0 else max(sizes))

    def go_to(self, number: int) -> None:
        """Scroll to a page, from 1."""
        if 1 <= number <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[number - 1].y() - SPACE[3])

    def step_place(self, step: int) -> None:
        """Frame the next place that leads to a record (1), or the one before (-1), and bring it into view."""
        places = self._print.places if self._print else ()
        if not places:
            return
        self._mark(None)
        self._place = min(max(self._place + step, 0), len(places) - 1)
        place = places[self._place]
        self._mark(place)
        box = self._sheets[place.page - 1].box(place).toRect()
        corner = self._sheets[place.page - 1].mapTo(self._ground, box.center())
        self.ensureVisible(corner.x(), corner.y(), box.width() // 2, box.height() // 2 + SPACE[5])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl with the arrows goes from place to place, Enter opens the record behind it."""
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_ctrl and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_place(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._print and self._place >= 0:
            self.chosen.emit(self._print.places[self._place].record)
        else:
            super().keyPressEvent(event)

    def _mark(self, place: Place | None) -> None:
        for number, sheet in enumerate(self._sheets, 1):
            sheet.mark(place if place is not None and place.page == number else None)

    def _sheet(self, size: tuple[float, float], number: int, made: Print) -> PageSheet:
        sheet = PageSheet(size, _on_page(made, number))
        sheet.chosen.connect(lambda place: self.chosen.emit(place.record))
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._resize()
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _scale(self) -> float:
        if self._zoom or self._print is None:
            return (self._zoom or 1.0) * _PIXELS
        widest = max((width for width, _height in self._print.sizes), default=1.0)
        room = self.viewport().width() - 2 * SPACE[4]
        return min(max(room / widest, 0.3), _WIDEST * _PIXELS)

    def _resize(self) -> None:
        for sheet in self._sheets:
            sheet.set_scale(self._scale())

    def _look(self) -> None:
        """Ask for the pictures of the pages in view and near it, and say which page is in view."""
        view = self._view()
        near = view.adjusted(0, -view.height() // 2, 0, view.height() // 2)
        scale = self.scale
        for number, sheet in enumerate(self._sheets):
            if self._print is None or self._print.only not in (None, number + 1):
                continue
            if sheet.geometry().intersects(near) and sheet.wants(scale):
                self._draw(self._print, number, scale)
        self.turned.emit(self.here, len(self._sheets))

    @property
    def scale(self) -> float:
        """How many pixels a point of paper takes."""
        return self._scale() * self.devicePixelRatioF()

    @property
    def here(self) -> int:
        """The page in view, from 1; 0 if there is none."""
        middle = self._view().top() + self._view().height() // 3
        below = (i for i, sheet in enumerate(self._sheets, 1) if sheet.geometry().bottom() >= middle)
        return next(below, min(len(self._sheets), 1))

    def _view(self) -> QRect:
        return QRect(QPoint(0, self.verticalScrollBar().value()), self.viewport().size())


def _on_page(made: Print, number: int) -> tuple[Place, ...]:
    """The places on a page, from 1."""
    return tuple(one for one in made.places if one.page == number)
