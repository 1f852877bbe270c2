"""The programme of the sample visit: read as it is, moved by two hours, cut, filled and undone."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from dipdesk.actions import programme_changes as changes
from dipdesk.actions import programme_days, visit_programme
from dipdesk.actions.clashes import clashes_of
from dipdesk.actions.programme_days import Asked
from dipdesk.actions.story import record_id
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.errors import Invalid
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import ProgrammeItem, TakingPart, Travel, Visit
from dipdesk.model.kinds import Position
from dipdesk.rules.programme_ripple import shift
from dipdesk.rules.programme_stop import EARLIEST, LINKED
from dipdesk.rules.programme_troubles import NOT_THERE, QUIET, sentence
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove

ZONE = "Europe/Istanbul"
ARRIVAL, TALKS, DINNER = (record_id("programme_item", key) for key in ("01", "07", "09"))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[OfficeFile]:
    with sample.create(tmp_path / "sample.dipdesk") as office:
        yield office


def programme(office: OfficeFile, visit: str = sample.VISIT) -> VisitProgramme:
    with office.read() as session:
        found = visit_programme.read(session, visit)
    assert found is not None
    return found


def test_moving_the_arrival_by_two_hours_ripples_and_shows_two_clashes(told: OfficeFile) -> None:
    before = programme(told)
    assert all(one.kind in QUIET for one in before.troubles())
    found = shift(before.stops, ARRIVAL, 120)
    assert changes.keep(told, found, before.titles[ARRIVAL])
    after = programme(told)
    moved = [one for one in after.stops if one != next(two for two in before.stops if two.id == one.id)]
    assert len(moved) == 7
    assert [one.kind for one in after.troubles() if one.kind not in QUIET] == ["overlap", "overlap"]
    assert told.undo_label.endswith("6 items follow")
    told.undo()
    assert programme(told).stops == before.stops


def test_what_begins_before_its_people_are_there_is_told_like_any_other_clash(told: OfficeFile) -> None:
    with told.change("later") as session:
        travel = session.get_one(Travel, record_id("travel", "b_in"))
        assert travel.arrives is not None
        travel.arrives = travel.arrives.after(120)
    with speaking("en"):
        late = programme(told)
        said = [sentence(one, late.titles) for one in late.troubles() if one.kind == NOT_THERE]
        with told.read() as session:
            found = clashes_of(session, session.get_one(Visit, sample.VISIT))
        assert said == [one.sentence for one in found if one.kind == NOT_THERE]
    assert len(said) == 3
    follows = shift(late.stops, ARRIVAL, 30)
    assert NOT_THERE not in {one.kind for one in late.came(follows)}, "it was so before"
    with told.change("there") as session:
        session.get_one(Travel, record_id("travel", "b_in")).arrives = travel.arrives.after(-120)
    there = programme(told)
    earlier = shift(there.stops, ARRIVAL, -60, with_fixed=True)
    assert NOT_THERE in {one.kind for one in there.came(earlier)}


def test_the_step_says_whether_an_item_was_moved_or_takes_longer_or_shorter(told: OfficeFile) -> None:
    dinner = programme(told).by_id[DINNER].stop
    for wanted, word in (
        (changes.ending(dinner, dinner.minutes + 30), "lengthened"),
        (changes.beginning(dinner, 15), "shortened"),
        (changes.nudged(dinner, 15), "moved"),
    ):
        assert changes.keep(
            told, changes.proposed(programme(told).stops, wanted, rest_follows=False), "Dinner"
        )
        assert told.undo_label == f"Programme: Dinner {word}"
        told.undo()


def test_nothing_to_keep_and_what_is_gone(told: OfficeFile) -> None:
    now = programme(told)
    steps = len(told.undo_labels())
    assert not changes.keep(told, shift(now.stops, ARRIVAL, 0), "")
    assert len(told.undo_labels()) == steps
    found = shift(now.stops, DINNER, 30)
    with told.change("gone") as session:
        remove(session, session.get_one(ProgrammeItem, DINNER))
    with pytest.raises(Invalid):
        changes.keep(told, found, "")
    assert not changes.set_timing(told, DINNER, LINKED)
    assert not changes.set_text(told, DINNER, "title_tr", "Yemek")
    with told.read() as session:
        assert visit_programme.read(session, "x" * 32) is None


def test_days_and_texts_in_both_languages(told: OfficeFile) -> None:
    now = programme(told)
    assert now.days == (date(2027, 5, 12), date(2027, 5, 13), date(2027, 5, 14))
    entry = now.by_id[TALKS]
    assert entry.titles == {"tr": "Heyetler arası görüşme", "en": "Meeting between the delegations"}
    with speaking("tr"):
        assert programme(told).titles[TALKS] == "Heyetler arası görüşme"
    with told.change("a day before") as session:
        session.get_one(ProgrammeItem, ARRIVAL).starts = Moment(datetime(2027, 5, 10, 8))  # noqa: DTZ001
    assert programme(told).days[0] == date(2027, 5, 10)
    assert next(one.kind for one in programme(told).troubles() if one.first == ARRIVAL) == "day"


def test_groups_are_the_members_that_belong_to_them(told: OfficeFile) -> None:
    with told.change("who") as session:
        session.get_one(ProgrammeItem, TALKS).takes_part = "heads"
        session.get_one(ProgrammeItem, DINNER).takes_part = "named"
        session.add(TakingPart(item_id=DINNER, member_id=record_id("delegation_member", "h1")))
    now = programme(told)
    assert len(now.by_id[TALKS].stop.who.members) == 2
    assert len(now.by_id[DINNER].stop.who.members) == 1


def test_what_is_dropped_snaps_and_waits_for_its_hour(told: OfficeFile) -> None:
    stop = programme(told).by_id[TALKS].stop
    assert stop.timing == LINKED
    dropped = changes.snapped(stop, date(2027, 5, 13), 9 * 60 + 13, ZONE)
    assert (str(dropped.starts), dropped.timing) == ("2027-05-13T09:15 Europe/Istanbul", EARLIEST)
    assert changes.snapped(stop, date(2027, 5, 12), 16 * 60, ZONE) is stop
    assert (
        str(changes.snapped(stop, date(2027, 5, 12), 3000, ZONE).starts) == "2027-05-12T23:55 Europe/Istanbul"
    )
    assert changes.ending(stop, -40).minutes == 5
    assert changes.beginning(stop, 500).minutes == 5
    assert changes.nudged(stop, minutes=-15, days=1).starts.local == datetime(2027, 5, 13, 15, 45)  # noqa: DTZ001


def test_a_new_item_follows_the_one_above(told: OfficeFile) -> None:
    stop = programme(told).by_id[TALKS].stop
    assert changes.after(stop) == {
        "starts": stop.ends,
        "ends": stop.ends.after(30) if stop.ends else None,
        "timing": LINKED,
    }


def test_only_what_is_asked_for(told: OfficeFile) -> None:
    now = programme(told)
    day = now.days[0]
    assert programme_days.about(now, day, Asked()) == programme_days.DayWords((), ())
    assert programme_days.fasts(now, Asked(prayers=True)).fasts == {}
    words = programme_days.about(now, day, Asked(sun=True, prayers=True))
    assert [one.label for one in words.marks] == [
        "Fajr",
        "Sunrise",
        "Dhuhr",
        "Asr",
        "Sunset",
        "Maghrib",
        "Isha",
    ]
    with told.change("nowhere") as session:
        told_office = session.get_one(Visit, sample.VISIT)
        told_office.kind = "outbound"
        assert told_office.partner is not None
        told_office.partner.position = None
        for one in session.query(ProgrammeItem).filter_by(visit_id=sample.VISIT):
            one.position = None
    assert programme_days.about(programme(told), day, Asked(sun=True, prayers=True)).marks == ()
    with told.change("somewhere") as session:
        session.get_one(ProgrammeItem, ARRIVAL).position = Position(52.5, 13.4)
    assert len(programme_days.about(programme(told), day, Asked(sun=True)).marks) == 2
