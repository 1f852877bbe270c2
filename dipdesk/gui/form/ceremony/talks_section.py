"""The seating of an item of the programme: both sides of talks seated, the way to plan and ceremony."""

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from dipdesk.actions import bilateral_table
from dipdesk.gui import deeds
from dipdesk.gui.form.ceremony.part import Part
from dipdesk.gui.form.ceremony.seat_section import open_plan
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.i18n import _
from dipdesk.model import ProgrammeItem, SeatingPlan, entity_name
from dipdesk.store.office_file import News, OfficeFile


class TalksSection(Part):
    """Shows only where there is something to seat: at talks, and at what is a ceremony."""

    def __init__(self, office: OfficeFile, item_id: str, parent: QWidget | None = None) -> None:
        belongs = _("Counterparts opposite each other at the table, the heads in the middle.")
        super().__init__(office, item_id, (_("Seating"), belongs), parent)
        self._item_id = item_id
        self._visit_id = self._ceremony = self._plan_id = ""
        self.seat_button = self.button("seat", _("Seat both sides"), self.seat)
        self.seat_button.setToolTip(_("Put counterparts opposite each other at the table of the talks"))
        self.show_button = self.button("forward", _("Show the seating"), self._show_seating)
        self.ceremony_button = self.button("ceremony", _("Open the ceremony"), self._open_ceremony)
        self.told = Wrapped(parent=self)
        self.told.setContentsMargins(INSET, 0, 0, 0)
        self.told.hide()
        self._column.addWidget(self.told)
        self.refresh()

    def refresh(self) -> None:
        """Read what the item is, and what there is of its ceremony."""
        with self._office.read() as session:
            item = session.get(ProgrammeItem, self._item_id)
            self._visit_id = (item.visit_id if item else None) or ""
            self._ceremony = (item.ceremony_id if item else None) or ""
            plans = select(SeatingPlan.id).where(SeatingPlan.ceremony_id == self._ceremony)
            self._plan_id = session.scalars(plans.order_by(SeatingPlan.layout != "bilateral")).first() or ""
            is_talks = item is not None and bilateral_table.is_talks(item)
        self.seat_button.setVisible(is_talks)
        self.show_button.setVisible(bool(self._plan_id))
        self.ceremony_button.setVisible(bool(self._ceremony))
        self.told.setVisible(bool(self.told.text()) and bool(self._plan_id))
        self._empty.setVisible(is_talks and not self._plan_id)
        self.setVisible(is_talks or bool(self._ceremony))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("programme_item", self._item_id) in news.rows or news.touches("ceremony", "seating_plan")

    def seat(self) -> None:
        """Seat both sides at these talks, and say what became of it."""
        record = f"{entity_name(ProgrammeItem)}/{self._item_id}"
        found: list[bilateral_table.Seated] = []

        def act() -> None:
            found.append(bilateral_table.seat_both_sides(self._office, self._visit_id, record))

        if deeds.do(self, self._office, act) and found:
            self.told.set_text(found[0].said())
            self.refresh()

    def _show_seating(self) -> None:
        open_plan(self._office, self._plan_id, self.window())

    def _open_ceremony(self) -> None:
        self.opened.emit("ceremony", self._ceremony)
