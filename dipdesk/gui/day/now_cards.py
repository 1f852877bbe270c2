"""What is on now, what comes next, and how the day stands against its plan; to be read standing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dipdesk.gui.cards import Card
from dipdesk.gui.labels import Chip, plain, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, ngettext

_LARGE, _HUGE = 1.5, 2.4
_TOLERANCE = 5
"""So many minutes late are not worth a colour; a planning value of ours."""
_TWO_HOURS, _A_DAY = 120, 24 * 60
"""In minutes: until then something is told in minutes, and from then on in days."""


@dataclass(frozen=True)
class Shown:
    """What a card says: title, hours, place, and who takes part."""

    title: str = ""
    hours: str = ""
    place: str = ""
    who: str = ""


class ItemCard(Card):
    """One item, with a button for its one deed; ``wanted`` is emitted for it."""

    wanted = Signal()

    def __init__(self, heading: str, nothing: str) -> None:
        super().__init__(heading)
        self._nothing = nothing
        self.title = plain(wrap=True)
        self.hours, self.place, self.who = plain(wrap=True), plain(wrap=True), secondary()
        self.chip = Chip()
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit())
        for part in (self.title, self.hours, self.place, self.who):
            part.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
            self.column.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], 0)
        row.addWidget(self.button)
        row.addWidget(self.chip)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.set_large(large=False)

    def set_large(self, *, large: bool) -> None:
        """Be readable from the back of the room."""
        self.who.setFont(sized(_LARGE) if large else font("secondary"))
        self.title.setFont(sized(_HUGE if large else _LARGE, heavy=True))
        for part in (self.hours, self.place):
            part.setFont(sized(_LARGE if large else 1.0))

    def show_item(self, shown: Shown | None, deed: str, remaining: str, tone: Tone) -> None:
        """Show an item, or that there is none."""
        self.title.setText(visible(shown.title) if shown else self._nothing)
        for part, words in (
            (self.hours, shown.hours if shown else ""),
            (self.place, shown.place if shown else ""),
            (self.who, shown.who if shown else ""),
        ):
            part.setText(visible(words))
            part.setVisible(bool(words))
        self.button.setVisible(bool(shown and deed))
        self.button.setText(deed)
        self.chip.setVisible(bool(shown and remaining))
        if remaining:
            self.chip.show_state(remaining, tone, "later")


class ClockLine(QWidget):
    """The clock, how late the day is, and when it will be over."""

    def __init__(self) -> None:
        super().__init__()
        self.clock, self.zone, self.closes = plain(), secondary(wrap=False), secondary(wrap=False)
        self.chip = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        for part in (self.clock, self.zone, self.chip, self.closes):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.set_large(large=False)

    def set_large(self, *, large: bool) -> None:
        """Be readable from the back of the room."""
        self.clock.setFont(sized(_HUGE * (1.6 if large else 1), heavy=True))
        for part in (self.zone, self.closes):
            part.setFont(sized(_LARGE if large else 1.0))

    def show_time(self, clock: str, zone: str, late: int | None, closes: str) -> None:
        """Show the time and the end; ``zone`` is empty if it is that of here.

        ``late`` is in minutes, less than 0 if early; None on other days.
        """
        self.clock.setText(clock)
        self.zone.setText(zone)
        self.zone.setVisible(bool(zone))
        self.chip.setVisible(late is not None)
        if late is not None:
            self.chip.show_state(lateness(late), _tone(late))
        self.closes.setText(_("Expected end {time}").format(time=closes) if closes else "")


def lateness(late: int) -> str:
    """How late in words."""
    if late > 0:
        return ngettext("{count} minute late", "{count} minutes late", late).format(count=late)
    if late < 0:
        return ngettext("{count} minute early", "{count} minutes early", -late).format(count=-late)
    return _("On time")


def remaining(left: int | None, until: int | None) -> tuple[str, Tone]:
    """How long something goes on, or until it begins, in words and colour."""
    if left is not None:
        if left < 0:
            over = ngettext("{count} minute over", "{count} minutes over", -left).format(count=-left)
            return over, "bad" if -left > _TOLERANCE else "attention"
        return ngettext("{count} minute left", "{count} minutes left", left).format(count=left), "good"
    if until is None:
        return "", "info"
    if until < 0:
        text = ngettext(
            "should have begun {count} minute ago", "should have begun {count} minutes ago", -until
        )
        return text.format(count=-until), "bad" if -until > _TOLERANCE else "attention"
    return _until(until), "info"


def _until(minutes: int) -> str:
    """How long until something begins: in minutes within two hours, then in hours, then in days."""
    if minutes >= _A_DAY:
        days = minutes // _A_DAY
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if minutes > _TWO_HOURS:
        hours = minutes // 60
        return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours)
    return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)


def sized(factor: float, *, heavy: bool = False) -> QFont:
    """The font of texts, larger or smaller."""
    made = font("text")
    made.setPointSizeF(made.pointSizeF() * factor)
    if heavy:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _tone(late: int) -> Tone:
    return "bad" if late > 3 * _TOLERANCE else "attention" if late > _TOLERANCE else "good"
