"""The arrival of the sample visit moves: what follows, what clashes then, and when nothing is offered."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from dipdesk.actions import arrival_moves
from dipdesk.actions.arrival_moves import ArrivalMove
from dipdesk.actions.clashes import clashes_of
from dipdesk.actions.story import record_id
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile

MAIN, LATE, RAIL = (record_id("travel", key) for key in ("b_in", "b_in_late", "b_in_rail"))
ABROAD = record_id("travel", "n_in")


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    with sample.create(tmp_path_factory.mktemp("sample") / "sample.dipdesk") as office:
        yield office


@pytest.fixture
def told(lived_in: OfficeFile) -> Iterator[OfficeFile]:
    """The sample as it is told; every step of a test is taken back after it."""
    yield lived_in
    while lived_in.undo():
        pass


def move(office: OfficeFile, travel_id: str, minutes: int) -> ArrivalMove | None:
    """The journey arrives so much later; what follows it, as the news of the change tells."""
    heard: list[News] = []
    stop = office.listen(heard.append)
    with office.change("later") as session:
        travel = session.get_one(Travel, travel_id)
        assert travel.arrives is not None
        travel.arrives = travel.arrives.after(minutes)
    stop()
    found = arrival_moves.moved(heard[-1])
    assert found is not None
    assert found[0] == travel_id
    with office.read() as session:
        return arrival_moves.read(session, *found)


def test_two_hours_later_the_programme_follows_and_two_clashes_are_shown(told: OfficeFile) -> None:
    found = move(told, MAIN, 120)
    assert found is not None
    with speaking("en"):
        assert found.said() == (
            "ÖR 1722 · Berlin – Örnekkent now arrives at 13:20 instead of 11:20."
            " Move 7 items of the programme with it? 4 cars and duties go along."
        )
    follows = found.foresee()
    assert len(follows.moves) == 7
    assert [one.kind for one in follows.came] == ["overlap", "overlap"]
    with told.read() as session:
        clashes = arrival_moves.clashes_that_come(session, found, follows)
    assert {one.kind for one in clashes} == {"ride_too_early", "duty_too_early", "partly_there"}
    with told.read() as session:
        assert session.get_one(ProgrammeItem, follows.moves[0].stop.id).starts != follows.moves[0].stop.starts
    served = found.services(follows)
    assert all(one.id.startswith(("ride/", "duty/")) for one in served)
    with told.read() as session:
        left = arrival_moves.clashes_that_come(session, found, follows, served)
    assert [one.kind for one in left] == ["partly_there"], "the walk now goes on when the late group lands"
    steps = len(told.undo_labels())
    assert arrival_moves.keep(told, found, follows, served)
    assert len(told.undo_labels()) == steps + 1
    told.undo()
    with told.read() as session:
        again = arrival_moves.read(session, MAIN, found.was)
    assert again is not None
    assert again.programme.stops == found.programme.stops


def test_a_programme_that_does_not_follow_is_told_to_begin_before_the_arrival(told: OfficeFile) -> None:
    assert move(told, MAIN, 120) is not None
    with told.read() as session, speaking("en"):
        clashes = clashes_of(session, session.get_one(Visit, sample.VISIT))
    early = [one.sentence for one in clashes if one.kind == "not_there"]
    assert [one.partition("”")[0] for one in early] == [
        "“Welcome at the airport",
        "“Transfer to the hotel",
        "“Working lunch",
    ]


def test_with_what_is_fixed_the_whole_day_moves(told: OfficeFile) -> None:
    found = move(told, MAIN, 120)
    assert found is not None
    day = found.now.local.date()
    moved = {one.stop.id for one in found.foresee(with_fixed=True).moves}
    assert moved == {one.id for one in found.programme.stops if one.day == day}


@pytest.mark.parametrize("travel_id", [RAIL, LATE])
def test_only_cars_and_duties_go_along_where_the_programme_follows_another_arrival(
    told: OfficeFile, travel_id: str
) -> None:
    found = move(told, travel_id, 60)
    assert found is not None
    assert not found.foresee().moves
    served = found.services(found.foresee())
    assert "car" in found.said()
    assert {one.starts for one in served} == {one.was.after(60) for one in served}
    before = len(told.undo_labels())
    assert arrival_moves.keep(told, found, found.foresee(), served)
    assert len(told.undo_labels()) == before + 1


def test_why_each_goes_along_is_said(told: OfficeFile) -> None:
    found = move(told, LATE, 60)
    assert found is not None
    with speaking("en"):
        said = [one.reason for one in found.services(found.foresee())]
    assert said == [
        "For Li FAN, who arrives then.",
        "Takes on those who arrive then: Aysel NÜMUNƏ, Jan PRZYKŁAD, and Li FAN.",
    ]


def test_abroad_the_flight_in_the_programme_moves_too(told: OfficeFile) -> None:
    found = move(told, ABROAD, 45)
    assert found is not None
    moves = found.foresee().moves
    assert [(str(one.stop.starts), one.minutes) for one in moves][:2] == [
        ("2027-10-13T08:25 Europe/Istanbul", 45),
        ("2027-10-13T12:00 Asia/Tbilisi", 45),
    ]


def test_nothing_is_offered_for_a_visit_that_is_over(told: OfficeFile) -> None:
    with told.change("over") as session:
        session.get_one(Visit, sample.VISIT).state = "done"
    assert move(told, MAIN, 120) is None


def test_only_a_person_moving_one_arrival_counts(told: OfficeFile) -> None:
    heard: list[News] = []
    stop = told.listen(heard.append)
    with told.change("two of them") as session:
        for travel_id in (MAIN, LATE):
            travel = session.get_one(Travel, travel_id)
            assert travel.arrives is not None
            travel.arrives = travel.arrives.after(30)
    assert arrival_moves.moved(heard[-1]) is None
    told.undo()
    assert heard[-1].is_replay
    with told.change("one, with the programme") as session:
        session.get_one(Travel, MAIN).arrives = Moment(datetime(2027, 5, 12, 13))  # noqa: DTZ001
        session.get_one(ProgrammeItem, record_id("programme_item", "01")).phone = "1"
    assert arrival_moves.moved(heard[-1]) is None
    told.undo()
    assert arrival_moves.moved(heard[-1]) is None
    with told.change("leaves") as session:
        session.get_one(Travel, MAIN).leaves = None
    assert arrival_moves.moved(heard[-1]) is None
    stop()
