"""Pictures of the day view, its presentation, the answers of guests, and the door."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from dipdesk.actions import day_view, rsvp
from dipdesk.exchange import sample
from dipdesk.gui.day.page import DayPage
from dipdesk.gui.form.guests.answers_section import AnswersSection
from dipdesk.gui.form.guests.door import DoorDialog
from dipdesk.model import Ceremony, Guest, ProgrammeItem
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.screens.calendar_screens import sampled
from tests.screens.shell_screens import _window
from tests.screens.stage import Screen, Stage

AT = Moment.parse("2027-05-12T13:20")


def _now() -> datetime:
    return AT.aware.astimezone(UTC)


def _begun(office: OfficeFile) -> None:
    """The first items are over, one runs."""
    with office.read() as session:
        items = day_view.items_of(session, sample.VISIT, AT.local.date(), AT.zone)
        people = [one.id for one in day_view.members(session, sample.VISIT, AT.local.date())]
    if items[0].began is None:
        with office.change("Begun") as session:
            for number, item in enumerate(items[:3]):
                found = session.get_one(ProgrammeItem, item.id)
                found.began = item.starts.after(4) if item.starts else None
                found.finished = item.ends.after(9) if item.ends and number < 2 else None
        for member in people[:5]:
            day_view.set_member(office, member, "arrived", AT.after(-90))


def _day(stage: Stage, *, present: bool = False) -> QWidget:
    office = sampled(stage)
    _begun(office)
    page = DayPage(office, stage.news(), _now)
    page.show_spot(sample.VISIT)
    page.present(present)
    return _window(stage, "day", page)


def _ceremony(office: OfficeFile) -> str:
    with office.read() as session:
        of = select(Ceremony.id).join(Guest, Guest.ceremony_id == Ceremony.id).order_by(Ceremony.id)
        found = session.scalars(of).first()
        guests = list(session.scalars(select(Guest).where(Guest.ceremony_id == found)))
    if all(one.state != "waiting" for one in guests):
        for number, guest in enumerate(guests[:4]):
            with office.change("Open") as session:
                session.get_one(Guest, guest.id).state = "waiting" if number == 3 else "invited"
        rsvp.note_answer(office, guests[0].id, "unreached", AT, spoke_with="Özel kalem")
    return found or ""


def _answers(stage: Stage) -> QWidget:
    office = sampled(stage)
    section = AnswersSection(office, _ceremony(office), None, lambda: AT)
    section.table.selectRow(0)
    return section


def _door(stage: Stage) -> QWidget:
    office = sampled(stage)
    dialog = DoorDialog(office, _ceremony(office), None, lambda: AT)
    dialog.box.setText("m")
    return dialog


SCREENS = [
    Screen("day-view", _day, (1280, 720), settle=300, large_text=True),
    Screen("day-presented", lambda stage: _day(stage, present=True), (1280, 720), settle=300),
    Screen("day-narrow", _day, (880, 560), settle=300),
    Screen("guest-answers", _answers, (760, 420), settle=300),
    Screen("dialog-door", _door, (720, 560), settle=300),
]
