"""The keys of pages that are worked without the mouse, for the list of shortcuts."""

from dipdesk.gui.action import Action
from dipdesk.i18n import N_

DAY_KEYS = (
    Action("day.step", N_("Begin an item, or end it"), keys=("Space",), words="başlat bitir begin end"),
    Action("day.next", N_("Begin the next item while one is on"), keys=("B",), words="sıradaki next"),
    Action("day.note", N_("Quick note"), keys=("N",), words="not note"),
    Action("day.promise", N_("Quick commitment"), keys=("C",), words="taahhüt söz promise"),
    Action("day.members", N_("Who is where"), keys=("M",), words="üye heyet members"),
    Action("day.phones", N_("Phones"), keys=("P",), words="telefon numara number"),
    Action("day.turn", N_("Day before or after"), keys=("Left", "Right"), words="gün önce sonra"),
    Action("day.present", N_("Presentation"), keys=("F11",), words="sunum projeksiyon projector"),
)
"""What the keys do on the page of a running day."""
CALENDAR_KEYS = (
    Action("calendar.month", N_("Month"), keys=("M",), words="ay"),
    Action("calendar.week", N_("Week"), keys=("W",), words="hafta"),
    Action("calendar.day", N_("Day"), keys=("D",), words="gün"),
    Action("calendar.list", N_("List"), keys=("L",), words="liste"),
    Action("calendar.today", N_("Today"), keys=("T", "Home"), words="bugün"),
    Action("calendar.new", N_("New on this day"), keys=("N", "Ins"), words="yeni ekle add"),
    Action("calendar.turn", N_("Earlier or later"), keys=("PgUp", "PgDown"), words="önceki sonraki"),
    Action("calendar.hours", N_("Through the hours"), keys=("Ctrl+Up", "Ctrl+Down"), words="saat hours"),
)
"""What the keys do on the page of the calendar."""
