"""Whom a new journey, room or cost is for: asked below its fields, kept in the same step."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout
from sqlalchemy.orm import Session

from dipdesk.actions import for_several
from dipdesk.actions.after_visit import sums
from dipdesk.actions.for_several import Traveller
from dipdesk.actions.trip_costs import each
from dipdesk.actions.visit_logistics_deeds import give_seats
from dipdesk.gui.form.asking.chosen_people import ChosenPeople
from dipdesk.gui.form.asking.question import Question
from dipdesk.i18n import _, ngettext
from dipdesk.model import Expense, Record, Ride, Room, Travel, Vehicle, field_of
from dipdesk.model.kinds import Money
from dipdesk.model.travel import BEDS
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

Values = Mapping[str, object]


class _PeopleQuestion(Question):
    """People to be ticked, and a sentence on what comes of it; hidden where there is nobody."""

    def __init__(self, office: OfficeFile, title: str) -> None:
        super().__init__()
        self._office = office
        self._held: dict[str, object] = {}
        self.people = ChosenPeople(title, self)
        self.people.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.people)

    @abstractmethod
    def offered(self, session: Session, values: Values) -> Sequence[Traveller]:
        """Who can be chosen while the form holds these values."""

    def outcome(self) -> str:
        """What comes of the present choice, as a sentence."""
        return ""

    def heed(self, values: Values) -> None:
        self._held = dict(values)
        with self._office.read() as session:
            found = self.offered(session, values)
        self.people.show_people(found)
        self.setVisible(bool(found))
        said = self.outcome() if found else ""
        self.people.said.set_text(said, muted=True)
        self.people.said.setVisible(bool(said))
        self.people.list.setAccessibleDescription(said)

    def is_answered(self) -> bool:
        return self.people.by_hand


class JourneyQuestion(_PeopleQuestion):
    """Who makes a journey of arrival or departure: at first all who have none that way."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(office, _("Who travels with it"))

    def offered(self, session: Session, values: Values) -> Sequence[Traveller]:
        direction = str(values.get("direction") or field_of(Travel, "direction").initial)
        return for_several.for_journey(session, str(values.get("visit_id") or ""), direction)

    def keep(self, session: Session, made: Record) -> None:
        if isinstance(made, Travel):
            for_several.take_along(session, made, self.people.chosen())


class RideQuestion(_PeopleQuestion):
    """Who rides in a car; how many seats that leaves."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(office, _("Who rides in it"))

    def offered(self, session: Session, values: Values) -> Sequence[Traveller]:
        starts = values.get("starts")
        at = starts if isinstance(starts, Moment) else None
        return for_several.for_ride(session, str(values.get("visit_id") or ""), at)

    def outcome(self) -> str:
        chosen = len(self.people.chosen())
        with self._office.read() as session:
            car = session.get(Vehicle, self._held["vehicle_id"]) if self._held.get("vehicle_id") else None
        seats = car.seats if car is not None else None
        if seats is None or not chosen:
            return ""
        if chosen > seats:
            text = ngettext(
                "There is only {seats} seat for guests, and {count} people are ticked.",
                "There are only {seats} seats for guests, and {count} people are ticked.",
                seats,
            )
        else:
            text = ngettext(
                "{count} of {seats} seat for guests is taken.",
                "{count} of {seats} seats for guests are taken.",
                seats,
            )
        return text.format(count=chosen, seats=seats)

    def keep(self, session: Session, made: Record) -> None:
        if isinstance(made, Ride):
            give_seats(session, made.id, self.people.chosen())


class RoomQuestion(_PeopleQuestion):
    """Who sleeps in a new room; more rooms like it are made where it has not beds for all."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(office, _("Who sleeps in it"))

    def offered(self, session: Session, values: Values) -> Sequence[Traveller]:
        return for_several.for_room(session, str(values.get("lodging_id") or ""))

    def outcome(self) -> str:
        kind = str(self._held.get("kind", field_of(Room, "kind").initial))
        beds = self._held.get("beds") or BEDS.get(kind) or 1
        size = beds if isinstance(beds, int) else 1
        chosen = self.people.chosen()
        rooms = len(for_several.shares(chosen, size))
        if not rooms:
            return _("Tick several people for as many rooms of this kind as they need.")
        if rooms == 1:
            text = ngettext("One room for {count} person.", "One room for {count} people.", len(chosen))
            return text.format(count=len(chosen))
        if size == 1:
            return ngettext("{count} room, one for each.", "{count} rooms, one for each.", rooms).format(
                count=rooms
            )
        text = ngettext("{count} room with {beds} beds.", "{count} rooms with {beds} beds each.", rooms)
        return text.format(count=rooms, beds=size)

    def keep(self, session: Session, made: Record) -> None:
        if isinstance(made, Room):
            for_several.share_rooms(session, made, self.people.chosen())


class ForWhomQuestion(_PeopleQuestion):
    """For whom a cost is: for the delegation as a whole, or a line for each who is chosen."""

    replaces = frozenset({"member_id"})

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(office, _("Who it is for"))

    def offered(self, session: Session, values: Values) -> Sequence[Traveller]:
        return for_several.for_cost(session, str(values.get("visit_id") or ""))

    def values(self) -> Values:
        chosen = self.people.chosen()
        return {"member_id": chosen[0]} if chosen else {}

    def outcome(self) -> str:
        chosen = self.people.chosen()
        if not chosen:
            return self._whole()
        with self._office.read() as session:
            amounts = for_several.planned_for(session, self._held, chosen)
        return _lines(len(chosen), amounts)

    def _whole(self) -> str:
        """A line for all of them, and what that is for each head."""
        planned, heads = self._held.get("planned"), len(self.people.items())
        if not isinstance(planned, Money):
            return _("One line for the delegation as a whole; tick people for a line each.")
        text = ngettext(
            "One line for the delegation as a whole; for {count} person {amount}.",
            "One line for the delegation as a whole; for each of {count} people {amount}.",
            heads,
        )
        return text.format(count=heads, amount=_said(each(planned, heads)))

    def keep(self, session: Session, made: Record) -> None:
        if isinstance(made, Expense):
            for_several.share_cost(session, made, self.people.chosen())


def _lines(count: int, amounts: Sequence[Money | None]) -> str:
    """How many lines there will be, of how much, and what that makes together."""
    known, totals = [one for one in amounts if one is not None], sums(amounts)
    if len(known) < count or len(totals) != 1:
        return ngettext("{count} line.", "{count} lines, one for each.", count).format(count=count)
    text = ngettext("{count} line of {amount}.", "{count} lines of {amount}, together {total}.", count)
    if len(set(known)) > 1:
        text = ngettext("{count} line, {total}.", "{count} lines, together {total}.", count)
    return text.format(count=count, amount=_said(known[0]), total=_said(totals[0]))


def _said(amount: Money) -> str:
    return field_of(Expense, "planned").kind.format(amount)
