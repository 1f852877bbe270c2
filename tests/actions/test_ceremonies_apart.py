"""Which ceremonies no item of the programme stands for."""

import pytest

from dipdesk.actions.ceremonies_apart import apart
from dipdesk.model import Ceremony, ProgrammeItem
from dipdesk.rules.timing import Moment

AT_TEN = "2027-05-12 10:00"


def ceremony(starts: str = AT_TEN, visit: str = "v") -> Ceremony:
    return Ceremony(id="c", visit_id=visit, starts=Moment.parse(starts) if starts else None)


def item(starts: str, ends: str = "", of: str | None = None) -> ProgrammeItem:
    begins, over = (Moment.parse(one) if one else None for one in (starts, ends))
    return ProgrammeItem(visit_id="v", starts=begins, ends=over, ceremony_id=of)


@pytest.mark.parametrize(
    "stands",
    [
        item(AT_TEN),
        item("2027-05-12 09:00 Europe/Berlin"),
        item(AT_TEN, of="c"),
        item("2027-05-12 09:30", "2027-05-12 11:00", of="c"),
    ],
    ids=["begins together", "on another clock", "names it", "holds it"],
)
def test_an_item_stands_for_a_ceremony(stands: ProgrammeItem) -> None:
    assert apart([stands], [ceremony()]) == []


@pytest.mark.parametrize(
    "other",
    [
        item("2027-05-12 10:05"),
        item("2027-05-12 09:00", "2027-05-12 11:00"),
        item(AT_TEN, of="another"),
        item("2027-05-11 17:00", "2027-05-11 18:00", of="c"),
        item("2027-05-12 09:00", AT_TEN, of="c"),
        item("", of="c"),
    ],
    ids=["later", "only lasts that long", "names another", "rehearsal", "ends before", "without hour"],
)
def test_a_ceremony_stands_by_itself(other: ProgrammeItem) -> None:
    found = ceremony()
    assert apart([other], [found]) == [found]


def test_a_ceremony_without_an_hour_wants_an_item_that_names_it() -> None:
    found = ceremony("")
    assert apart([item(""), item(AT_TEN)], [found]) == [found]
    assert apart([item(AT_TEN, of="c")], [found]) == []


def test_items_of_another_visit_stand_for_nothing() -> None:
    found = ceremony(visit="another")
    assert apart([item(AT_TEN)], [found]) == [found]
