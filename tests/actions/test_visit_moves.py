"""A visit is postponed: its parts follow at the same hours, what is done stays, one step, nothing twice."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from dipdesk.actions import visit_moves
from dipdesk.actions.visit_moves import VisitMove
from dipdesk.actions.visit_parts import DAYS, PARTS
from dipdesk.errors import Known
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Gift,
    Guest,
    Invitation,
    Lodging,
    Person,
    Phase,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    RoomChange,
    Slot,
    Speech,
    Task,
    Travel,
    Visit,
)
from dipdesk.model.kinds import Money
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile
from dipdesk.store.removal import remove

VISIT = f"{'visit':x<32}"
WAS, NOW = date(2026, 11, 22), date(2027, 2, 15)
AWAY = "Europe/Berlin"


def at(words: str, zone: str = "Europe/Istanbul") -> Moment:
    return Moment(datetime.fromisoformat(words.replace(" ", "T")), zone)


def key(name: str) -> str:
    return f"{name:x<32}"


@pytest.fixture
def planned(office: OfficeFile) -> OfficeFile:
    """A visit of three days with a part of every sort, each with one that is done."""
    with office.change("a visit") as session:
        session.add(Visit(id=VISIT, title_tr="Ziyaret", starts=WAS, ends=date(2026, 11, 24)))
        session.add_all(_parts())
    return office


def _parts() -> Iterator[Record]:
    own = {"visit_id": VISIT}
    talks, over = at("2026-11-22 10:00"), at("2026-11-22 08:00")
    yield ProgrammeItem(
        id=key("talks"),
        title_tr="Görüşme",
        starts=talks,
        ends=talks.after(90),
        ceremony_id=key("dinner"),
        **own,
    )
    yield ProgrammeItem(id=key("over"), title_tr="Karşılama", starts=over, began=over, **own)
    yield Ceremony(id=key("dinner"), title_tr="Yemek", starts=talks, answer_by=date(2026, 11, 10), **own)
    yield Ceremony(id=key("off"), title_tr="Tören", starts=talks, state="cancelled", **own)
    yield Phase(id=key("toast"), ceremony_id=key("dinner"), title_tr="Söz", starts=talks.after(60))
    yield Task(id=key("cards"), subject=f"ceremony/{key('dinner')}", what_tr="Kart", days=-2)
    yield Person(id=key("ada"), family_name="Ada")
    yield Guest(id=key("guest"), ceremony_id=key("dinner"), person_id=key("ada"))
    yield Invitation(guest_id=key("guest"), way="letter")
    yield Travel(
        id=key("plane"),
        number="TK 1",
        leaves=at("2026-11-22 02:30", AWAY),
        arrives=at("2026-11-22 07:30"),
        **own,
    )
    yield Travel(id=key("made"), number="TK 2", arrives=at("2026-11-21 07:30"), **own)
    yield Delegation(id=key("they"), side="guest", **own)
    yield DelegationMember(
        id=key("member"),
        delegation_id=key("they"),
        person_id=key("ada"),
        arrival_id=key("made"),
        state="arrived",
    )
    yield Ride(id=key("ride"), starts=at("2026-11-22 09:00"), **own)
    yield Ride(id=key("ridden"), starts=at("2026-11-22 07:40"), item_id=key("over"), **own)
    yield Duty(id=key("duty"), person_id=key("ada"), starts=at("2026-11-23 09:00"), **own)
    yield Lodging(id=key("hotel"), name="Otel", **own)
    yield Room(id=key("room"), lodging_id=key("hotel"), number="1")
    yield RoomChange(
        id=key("change"), member_id=key("member"), room_id=key("room"), starts=date(2026, 11, 23)
    )
    yield Slot(id=key("speech"), topic_tr="Konuşma", starts=at("2026-11-24 09:00"), **own)
    yield Slot(id=key("spoken"), topic_tr="Panel", starts=at("2026-11-22 09:00"), result_tr="İyi", **own)
    yield Task(id=key("call"), subject=f"visit/{VISIT}", what_tr="Ara", due=date(2026, 11, 20))
    yield Task(id=key("called"), subject=f"visit/{VISIT}", what_tr="Ara", due=WAS, done_on=WAS)
    yield Task(id=key("listed"), subject=f"visit/{VISIT}", what_tr="Liste", days=-10, due=date(2026, 11, 12))
    yield Speech(id=key("word"), title_tr="Söz", day=WAS, ceremony_id=key("dinner"))
    yield Speech(id=key("held"), title_tr="Söz", day=WAS, state="held", **own)
    yield Speech(id=key("model"), title_tr="Söz", day=WAS, state="model", **own)
    yield Gift(id=key("plate"), what_tr="Tabak", day=WAS, **own)
    yield Gift(id=key("book"), what_tr="Kitap", day=WAS, state="done", **own)
    yield Expense(id=key("cost"), what_tr="Otel", day=WAS, **own)
    yield Expense(id=key("paid"), what_tr="Uçak", day=WAS, spent=Money(Decimal(1), "TRY"), **own)


def days(office: OfficeFile) -> dict[str, str]:
    """The first day or hour of everything, by its name, and more of some."""
    kinds: tuple[type[Any], ...] = (*DAYS, Phase)
    names = ("leaves", "arrives", "starts", "due", "day")
    with office.read() as session:
        return {
            one.id.rstrip("x"): next(
                (str(value) for name in names if (value := getattr(one, name, None))), ""
            )
            for kind in kinds
            for one in session.query(kind)
        }


def postpone(office: OfficeFile, first: date | None = NOW) -> News:
    heard: list[News] = []
    stop = office.listen(heard.append)
    with office.change("later") as session:
        session.get_one(Visit, VISIT).starts = first
    stop()
    return heard[-1]


def offer(office: OfficeFile, news: News) -> VisitMove:
    found = visit_moves.moved(news)
    assert found is not None
    with office.read() as session:
        move = visit_moves.offered(session, *found)
    assert move is not None
    return move


def test_everything_that_is_not_done_follows_in_one_step_at_the_same_hours(planned: OfficeFile) -> None:
    before = days(planned)
    move = offer(planned, postpone(planned))
    assert {part.key: (len(part.moving), part.done) for part in move.parts} == {
        "programme": (1, 1), "journeys": (1, 1), "rides": (1, 1), "duties": (1, 0), "ceremonies": (1, 1),
        "rooms": (1, 0), "slots": (1, 1), "tasks": (1, 1), "speeches": (1, 1), "gifts": (1, 1),
        "costs": (1, 1),
    }  # fmt: skip
    assert "11 parts" in move.said()
    assert visit_moves.keep(planned, move, NOW, PARTS)
    now = days(planned)
    assert {name: now[name] for name in now if now[name] != before[name]} == {
        "talks": "2027-02-15T10:00 Europe/Istanbul",
        "dinner": "2027-02-15T10:00 Europe/Istanbul",
        "toast": "2027-02-15T11:00 Europe/Istanbul",
        "plane": "2027-02-15T02:30 Europe/Berlin",
        "ride": "2027-02-15T09:00 Europe/Istanbul",
        "duty": "2027-02-16T09:00 Europe/Istanbul",
        "change": "2027-02-16",
        "speech": "2027-02-17T09:00 Europe/Istanbul",
        "call": "2027-02-13",
        "cards": "2027-02-13",
        "listed": "2027-02-05",
        "word": "2027-02-15",
        "plate": "2027-02-15",
        "cost": "2027-02-15",
    }
    with planned.read() as session:
        assert session.get_one(Ceremony, key("dinner")).answer_by == date(2027, 2, 3)
        assert session.get_one(Visit, VISIT).ends == date(2027, 2, 17), "it had stayed before the first"
        assert str(session.get_one(Travel, key("plane")).arrives) == "2027-02-15T07:30 Europe/Istanbul"
    assert planned.undo_label == "Ziyaret moved to 15 February 2027"
    planned.undo()
    assert days(planned) == {**before, "listed": before["listed"]}


def test_what_is_not_chosen_stays(planned: OfficeFile) -> None:
    before = days(planned)
    move = offer(planned, postpone(planned))
    assert visit_moves.keep(planned, move, NOW, {"gifts"})
    after = days(planned)
    assert {name for name in after if after[name] != before[name]} == {"plate", "listed"}
    assert not visit_moves.keep(planned, move, NOW, ())


def test_the_days_move_too_where_they_did_not_yet(planned: OfficeFile) -> None:
    with planned.read() as session:
        move = visit_moves.read(session, VISIT)
    assert move is not None
    assert move.was == WAS
    assert not visit_moves.keep(planned, move, WAS, PARTS)
    assert visit_moves.keep(planned, move, NOW, PARTS)
    with planned.read() as session:
        visit = session.get_one(Visit, VISIT)
        assert (visit.starts, visit.ends) == (NOW, date(2027, 2, 17))
    assert days(planned)["talks"].startswith("2027-02-15T10:00")
    with pytest.raises(Known):
        visit_moves.keep(planned, move, date(9999, 12, 31), PARTS)


def test_parts_left_behind_are_brought_along_later(planned: OfficeFile) -> None:
    with planned.change("they leave the evening before") as session:
        session.get_one(Travel, key("plane")).leaves = at("2026-11-21 23:30", AWAY)
    postpone(planned, date(2026, 12, 20))
    news = postpone(planned)
    assert offer(planned, news).was == date(2026, 11, 22)
    with planned.read() as session:
        move = visit_moves.read(session, VISIT)
    assert move is not None
    assert (move.was, move.first) == (date(2026, 11, 22), NOW)


def test_what_came_or_moved_since_does_not_move_again(planned: OfficeFile) -> None:
    found = visit_moves.moved(postpone(planned))
    assert found is not None
    heard: list[News] = []
    planned.listen(heard.append)
    with planned.change("by hand") as session:
        session.get_one(ProgrammeItem, key("talks")).starts = at("2027-02-15 11:00")
        session.get_one(Duty, key("duty")).note = "Yeni"
        session.add(Gift(id=key("new"), what_tr="Yeni", day=NOW, visit_id=VISIT))
    left = visit_moves.settled(heard[-1])
    assert left == {key("talks"), key("new")}
    with planned.read() as session:
        move = visit_moves.offered(session, *found, left)
    assert move is not None
    assert not left & {one.row_id for one in move.chosen(PARTS)}


def test_hours_that_the_clocks_skip_are_told(planned: OfficeFile) -> None:
    move = offer(planned, postpone(planned, date(2027, 3, 28)))
    assert [
        (title, "does not exist" in said) for title, said in move.questions(date(2027, 3, 28), PARTS)
    ] == [("TK 1", True)]
    assert move.questions(date(2027, 3, 28), {"programme"}) == ()


def test_who_was_asked_for_the_old_day_is_told(planned: OfficeFile) -> None:
    move = offer(planned, postpone(planned))
    with planned.read() as session:
        assert visit_moves.asked_already(session, move, PARTS) == (("Yemek", 1),)
        assert visit_moves.asked_already(session, move, {"programme"}) == ()


def test_nothing_is_offered_where_nothing_would_move(planned: OfficeFile) -> None:
    def is_offered(first: date | None) -> bool:
        found = visit_moves.moved(postpone(planned, first))
        if found is None:
            return False
        with planned.read() as session:
            return visit_moves.offered(session, *found) is not None

    with planned.change("a typing error") as session:
        session.get_one(Visit, VISIT).starts = date(2025, 11, 22)
    assert not is_offered(WAS)
    assert not is_offered(None)
    assert is_offered(NOW)
    with planned.change("done") as session:
        session.get_one(Visit, VISIT).state = "done"
    assert not is_offered(date(2027, 2, 16))
    planned.undo()
    news: list[News] = []
    planned.listen(news.append)
    planned.undo()
    assert visit_moves.moved(news[-1]) is None
    with planned.change("nothing is left") as session:
        session.get_one(Visit, VISIT).starts = None
        for kind in (
            Speech,
            RoomChange,
            Duty,
            Ride,
            Gift,
            Slot,
            Task,
            Expense,
            ProgrammeItem,
            Ceremony,
            Travel,
        ):
            for one in session.query(kind):
                remove(session, one)
    assert not is_offered(NOW)


def test_what_clashes_on_the_new_days_is_told(planned: OfficeFile) -> None:
    with planned.change("another visit") as session:
        session.add(Visit(id=key("other"), title_tr="Başka", starts=NOW, ends=NOW))
        taken = at("2027-02-16 09:00")
        session.add(Duty(visit_id=key("other"), person_id=key("ada"), starts=taken, ends=taken.after(60)))
        session.get_one(Duty, key("duty")).ends = at("2026-11-23 10:00")
    move = offer(planned, postpone(planned))
    with planned.read() as session:
        found = visit_moves.clashes_that_come(session, move, NOW, PARTS)
    assert [one.kind for one in found] == ["person_twice"]
    with planned.read() as session:
        assert not visit_moves.clashes_that_come(session, move, NOW, {"programme"})
    assert days(planned)["duty"].startswith("2026-11-23")
