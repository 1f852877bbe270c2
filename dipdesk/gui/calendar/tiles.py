"""How one thing is drawn in the calendar: a soft ground by its sort, its icon, its hour and its title."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from dipdesk.gui.icons import icon
from dipdesk.gui.literal import visible
from dipdesk.gui.places import icon_of
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import Tokens
from dipdesk.i18n import _, format_interval, format_time
from dipdesk.store.dated import OVER, SORTS, Dated

_COLOURS = {
    "visit": "accent",
    "programme": "info",
    "ceremony": "attention",
    "travel": "dormant",
    "task": "good",
    "commitment": "good",
    "agreement": "bad",
    "approval": "accent",
    "answer": "attention",
    "review": "good",
    "deadline": "bad",
    "dues": "bad",
    "leave": "dormant",
    "year": "attention",
    "holiday": "dormant",
    "abroad": "dormant",
}
_ICONS = {
    "programme": "programme",
    "dues": "payment",
    "year": "star",
    "holiday": "flag",
    "abroad": "flag",
    "leave": "later",
    "travel": "travel",
}
_GAP = 4


def icon_name(one: Dated) -> str:
    """The icon of its sort."""
    return _ICONS.get(one.sort) or icon_of(one.entity)


def colour(colours: Tokens, one: Dated) -> tuple[QColor, QColor]:
    """The colour of its sort and the soft ground of it."""
    name = _COLOURS[one.sort]
    return getattr(colours, name), getattr(colours, f"{name}_soft")


def hours(one: Dated) -> str:
    """From when to when on the clock; empty if it lasts all day."""
    if one.starts is None:
        return ""
    if one.ends is None or one.ends == one.starts:
        return format_time(one.starts)
    return f"{format_time(one.starts)}–{format_time(one.ends)}"


def words(one: Dated) -> str:
    """All that a tooltip or a screen reader says about it."""
    days = format_interval(one.first, one.last) if one.first != one.last else ""
    sort = _(SORTS[one.sort])
    return "\n".join(
        part
        for part in (visible(one.title), visible(one.note), days, hours(one), visible(one.place), sort)
        if part
    )


def draw(
    painter: QPainter, box: QRectF, one: Dated, colours: Tokens, *, lit: bool = False, tall: bool = False
) -> None:
    """Draw one thing into its box; ``tall`` lets the title use several lines."""
    strong, soft = colour(colours, one)
    painter.setPen(strong if lit else Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(box, 3, 3)
    painter.fillRect(QRectF(box.left(), box.top() + 1, 3, box.height() - 2), strong)
    side = min(icon_side(14), int(box.height()) - 2)
    left = box.left() + 3 + _GAP
    if box.width() > 4 * side > 0:
        painter.drawPixmap(
            int(left),
            int(box.top() + (2 if tall else (box.height() - side) / 2)),
            picture(icon_name(one), strong.name(), side),
        )
        left += side + _GAP
    painter.setPen(colours.muted if one.state in OVER else colours.ink)
    room = QRectF(left, box.top(), box.right() - left - _GAP, box.height())
    if tall and box.height() > 2 * painter.fontMetrics().height():
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        flags |= Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        painter.save()
        room.setHeight(whole_lines(painter.fontMetrics(), room.height()))
        painter.setClipRect(room)
        painter.drawText(room, int(flags), _line(one))
        painter.restore()
    else:
        text = elided(painter.fontMetrics(), _line(one), int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def whole_lines(metrics: QFontMetrics, height: float) -> int:
    """How high the lines are that find room whole: half a line cannot be read."""
    return int(height // metrics.lineSpacing()) * metrics.lineSpacing()


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text, cut with three dots where there is no room."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=128)
def picture(name: str, colour_name: str, side: int) -> QPixmap:
    """An icon in a colour; kept, as the same few are drawn again and again."""
    return icon(name, QColor(colour_name)).pixmap(side, side)


def _line(one: Dated) -> str:
    text = visible(one.title).replace("\n", " ")
    return f"{format_time(one.starts)} {text}" if one.starts is not None else text
