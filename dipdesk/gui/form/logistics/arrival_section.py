"""The arrival board on a visit's page: journeys with who is on board, who meets them, which cars wait."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from dipdesk.actions.visit_logistics import VisitLogistics
from dipdesk.gui.form.logistics.part import LogisticsPart
from dipdesk.gui.form.logistics.words import clock_there, everybody, people, way
from dipdesk.gui.form.text_rows import Line
from dipdesk.i18n import _
from dipdesk.model import Travel, field_of
from dipdesk.model.travel import DIRECTIONS, MEANS
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import own_zone

_HOURS = ("leaves", "arrives")


class ArrivalSection(LogisticsPart):
    """Journeys of arrival first, then those on the way, then departures, each by time."""

    kind = Travel

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("Arrivals and departures"), _("Flights and other journeys; members travel with one each.")
        heads = (
            _("Direction"),
            *(field_of(Travel, name).title() for name in _HOURS),
            _("Journey"),
            _("Way"),
            _("Who"),
            _("Met or seen off by"),
        )
        super().__init__(office, visit_id, words, heads, parent)
        self.table.keep_whole(range(1, 1 + len(_HOURS)))
        self.refresh()

    def lines(self, logistics: VisitLogistics) -> Iterator[Line]:
        for one in logistics.journeys:
            aboard = logistics.aboard(one)
            unmet = one.direction == "arrival" and bool(aboard) and one.met_by is None
            yield Line(
                one.id,
                (
                    _(DIRECTIONS.get(one.direction, "")) if one.direction else "",
                    *self._hours(one),
                    one.number or _means(one),
                    way(one.origin, one.destination) or "–",
                    people(aboard) or "–",
                    one.met_by.title() if one.met_by else _("nobody yet") if unmet else "–",
                ),
                everybody(aboard),
                "attention" if unmet else None,
            )

    def _hours(self, one: Travel) -> tuple[str, str]:
        """When it leaves and gets there, by the clocks of those places; the same day once."""
        with self._office.read() as session:
            zone = own_zone(session)
        return clock_there(one.leaves, zone), clock_there(one.arrives, zone, one.leaves)


def _means(one: Travel) -> str:
    return _(MEANS[one.means]) if one.means in MEANS else ""
