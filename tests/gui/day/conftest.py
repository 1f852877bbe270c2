"""A visit that runs, and its day on the screen under a clock that is set by hand."""

from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from dipdesk.gui.day.page import DayPage
from dipdesk.gui.news import OfficeNews
from dipdesk.model import Delegation, DelegationMember, Partner, Person, ProgrammeItem, Task, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

PHONE = "+90 555 111 22 33"


class Watch:
    """A clock that is set by hand, in the zone of Istanbul."""

    def __init__(self) -> None:
        self.set("09:50")

    def set(self, text: str, day: str = "2027-05-12") -> None:
        self.now = Moment.parse(f"{day}T{text}").aware

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def visit_id(office: OfficeFile) -> str:
    """A visit of three days that runs, with two items on its second day, two members and a task."""
    partner, officer = (
        Partner(name_tr="Gence"),
        Person(given_name="Emsal", family_name="Sorumlu", phone=PHONE),
    )
    guest, host = Person(given_name="Elnur", family_name="Konuk"), Person(family_name="Başkan")
    with office.change("Visit") as session:
        session.add_all([partner, officer, guest, host])
        session.flush()
        visit = Visit(
            title_tr="Gence ziyareti",
            title_en="Visit of Ganja",
            starts=date(2027, 5, 11),
            ends=date(2027, 5, 13),
            partner_id=partner.id,
        )
        session.add(visit)
        session.flush()
        sides = {side: Delegation(visit_id=visit.id, side=side) for side in ("guest", "host")}
        session.add_all(sides.values())
        session.flush()
        session.add_all(
            [
                DelegationMember(delegation_id=sides["guest"].id, person_id=guest.id, role="head"),
                DelegationMember(delegation_id=sides["host"].id, person_id=host.id, role="head"),
                item(visit.id, "Kabul", "Reception", "10:00", "10:30", officer.id),
                item(visit.id, "Yemek", "Lunch", "12:00", "13:00", officer.id, takes_part="guests"),
                Task(subject=f"visit/{visit.id}", what_tr="Çiçek", due=date(2027, 5, 12)),
                Task(subject=f"visit/{visit.id}", what_tr="Sonra", due=date(2027, 5, 13)),
            ]
        )
    return visit.id


def item(
    visit_id: str, tr: str, en: str, starts: str, ends: str, officer: str, **more: object
) -> ProgrammeItem:
    return ProgrammeItem(
        visit_id=visit_id,
        title_tr=tr,
        title_en=en,
        place_tr="Konak",
        starts=Moment.parse(f"2027-05-12T{starts}"),
        ends=Moment.parse(f"2027-05-12T{ends}"),
        responsible_id=officer,
        crew_note_tr="Gizli not",
        **more,
    )


@pytest.fixture
def page(qtbot: QtBot, office: OfficeFile, news: OfficeNews, watch: Watch, visit_id: str) -> DayPage:
    made = DayPage(office, news, watch)
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.show_spot("")
    made.show()
    made.setFocus()
    return made
