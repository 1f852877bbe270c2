"""Gifts of a file: what to mind, the stock, giving from it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from dipdesk.actions import gift_advice, gift_giving
from dipdesk.model import (
    Country,
    Delegation,
    DelegationMember,
    Gift,
    GiftArticle,
    GiftCustom,
    GiftLimit,
    Partner,
    Person,
    Post,
    Record,
    StockMove,
    Visit,
    shipped_id,
)
from dipdesk.model.kinds import Money
from dipdesk.rules import legal_reminders
from dipdesk.store import gift_stock, legal_due
from dipdesk.store.attention import due_soon
from dipdesk.store.gift_stock import Level
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.rows import named_by, read_rows, shows_second

DAY = date(2027, 5, 12)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def city(office: OfficeFile, code: str = "CN") -> Partner:
    with office.read() as session:
        country = session.scalars(select(Country).where(Country.code == code)).one().id
    made = Partner(name_tr="Şehir", country_id=country)
    put(office, made)
    return made


def minded(office: OfficeFile, gift: Gift) -> gift_advice.Minded:
    with office.read() as session:
        found = gift_advice.of(session, gift.id)
    assert found is not None
    return found


def test_a_gift_from_abroad_over_the_limit_of_the_office(office: OfficeFile) -> None:
    body = city(office)
    gift = Gift(
        direction="received",
        state="done",
        day=DAY,
        what_tr="Vazo",
        giver_body_id=body.id,
        value=Money(Decimal(400000), "TRY"),
        value_source="invoice",
    )
    put(office, gift)
    assert "hand_in" not in {one.duty for one in minded(office, gift).advice}
    put(office, GiftLimit(valid_from=date(2027, 1, 1), wage=Money(Decimal(35000), "TRY"), source="RG"))
    (found,) = [one for one in minded(office, gift).advice if one.duty == "hand_in"]
    assert found.day == date(2027, 6, 12)
    assert "RG" in found.reason


def test_abroad_the_days_run_from_the_return(office: OfficeFile) -> None:
    visit = Visit(title_tr="Gezi", kind="outbound", starts=DAY, ends=date(2027, 5, 15))
    put(office, visit)
    gift = Gift(direction="received", state="done", day=DAY, what_tr="Vazo", visit_id=visit.id)
    put(office, gift)
    (found,) = [one for one in minded(office, gift).advice if one.duty == "valuation"]
    assert found.day == date(2027, 5, 25)


def test_given_before_and_customs(office: OfficeFile) -> None:
    body, person = city(office), Person(family_name="Wang", given_name="Yi")
    put(office, person)
    put(office, Post(person_id=person.id, partner_id=body.id))
    old = Gift(
        direction="given",
        state="done",
        day=date(2024, 3, 1),
        what_tr="Masa saati",
        kind="clock",
        receiver_id=person.id,
    )
    new = Gift(direction="given", what_tr="Gümüş masa saati", kind="clock", receiver_id=person.id)
    off = Gift(
        direction="given", state="cancelled", what_tr="Masa saati", kind="clock", receiver_id=person.id
    )
    put(office, old, new, off)
    found = minded(office, new)
    assert [one.said() for one in found.repeats] == ["Yi Wang was given “Masa saati” on 1 March 2024."]
    assert found.country == "CN"
    assert "Clocks (Chinese culture)" in [one.name.said() for one in found.notes]
    assert minded(office, off).is_empty
    with office.read() as session:
        assert gift_advice.of(session, "0" * 32) is None


def test_the_office_has_the_last_word_on_customs(office: OfficeFile) -> None:
    body = city(office)
    gift = Gift(direction="given", what_tr="Duvar saati", kind="clock", receiver_body_id=body.id, pieces=1)
    put(office, gift)
    with office.change("customs") as session:
        shipped = session.get_one(GiftCustom, shipped_id("gift_custom", "clock_chinese"))
        shipped.text_tr = shipped.text_en = "Olur."
        session.add(GiftCustom(name_tr="Her yerde", text_tr="Sor.", not_in=("DE",)))
        session.add(GiftCustom(name_tr="Başka yerde", text_tr="Yok.", countries=("DE",)))
        session.add(GiftCustom(name_tr="Duvar", text_tr="Ad.", countries=("CN",), words=("DUVAR",)))
        session.add(GiftCustom(name_tr="Beş", text_tr="Beş.", countries=("CN",), pieces=5))
    said = [one.text.said("tr") for one in minded(office, gift).notes]
    assert {"Olur.", "Sor.", "Ad."} <= set(said)
    assert not {"Yok.", "Beş."} & set(said)


def test_the_stock_is_what_came_in_less_what_went_out(office: OfficeFile) -> None:
    plate, other = GiftArticle(name_tr="Tabak", at_first=2), GiftArticle(name_tr="Kitap")
    put(office, plate, other)
    put(
        office,
        StockMove(article_id=plate.id, day=DAY, pieces=3),
        StockMove(article_id=plate.id, day=DAY, pieces=-1, reason="lost"),
        Gift(what_tr="a", state="done", article_id=plate.id, pieces=2),
        Gift(what_tr="b", state="planned", article_id=plate.id, pieces=None),
        Gift(what_tr="c", state="cancelled", article_id=plate.id, pieces=9),
    )
    with office.read() as session:
        assert gift_stock.level(session, plate.id) == Level(4, 2, 1)
        assert gift_stock.level(session, other.id) == Level()
        assert set(gift_stock.levels(session)) == {plate.id}


@pytest.mark.parametrize(
    ("level", "warning"),
    [(Level(3, 1, 1), ""), (Level(1, 0, 2), "1 are missing"), (Level(0, 1), "More were given")],
)
def test_a_level_below_zero_is_said(level: Level, warning: str) -> None:
    assert level.warning().startswith(warning)
    assert bool(level.warning()) == bool(warning)
    assert level.is_short == bool(warning)


def test_giving_from_stock_fills_the_register(office: OfficeFile) -> None:
    body = city(office)
    mayor, guest = Person(family_name="Örnek"), Person(family_name="Muster", given_name="Eva")
    plate = GiftArticle(
        name_tr="Tabak", name_en="Plate", kind="ceramics", price=Money(Decimal(4200), "TRY"), price_on=DAY
    )
    visit = Visit(title_tr="Ziyaret", partner_id=body.id, starts=DAY)
    put(office, mayor, guest, plate, visit)
    theirs = Delegation(visit_id=visit.id, side="guest", partner_id=body.id)
    put(office, Post(person_id=mayor.id, function="mayor"), theirs, Gift(what_tr="x", number="2027/14"))
    put(office, DelegationMember(delegation_id=theirs.id, person_id=guest.id, role="head"))
    with office.read() as session:
        (receiver,) = gift_giving.receivers(session, visit.id)
        (choice,) = gift_giving.choices(session)
    assert (receiver.body_id, choice.level) == (body.id, Level())
    made = gift_giving.give(office, visit.id, plate.id, receiver)
    with office.read() as session:
        gift = session.get(Gift, made)
        assert gift is not None
        assert (gift.number, gift.what_en, gift.kind, gift.day) == ("2027/15", "Plate", "ceramics", DAY)
        assert (gift.giver_id, gift.receiver_id, gift.receiver_body_id) == (mayor.id, guest.id, body.id)
        assert gift.value == gift.in_lira == plate.price
    assert office.undo_label == "Gift from stock: Plate"
    assert gift_giving.give(office, visit.id, "0" * 32, None) == ""


@pytest.mark.parametrize(
    ("taken", "expected"),
    [((), "2027/1"), (("2027/9", "2027/10", "2026/99", "x", "2027/7a"), "2027/11")],
)
def test_the_next_number(taken: tuple[str, ...], expected: str) -> None:
    assert gift_giving.following(2027, taken) == expected


def test_the_page_and_the_attention_list_agree(office: OfficeFile) -> None:
    body, home = city(office), city(office, "TR")
    abroad = Visit(title_tr="Gezi", kind="outbound", starts=DAY, ends=date(2027, 5, 15))
    put(office, body, home, abroad)
    kept = {"direction": "received", "state": "done", "day": DAY}
    put(
        office,
        GiftLimit(valid_from=date(2027, 1, 1), wage=Money(Decimal(35000), "TRY")),
        Gift(**kept, what_tr="a", giver_body_id=body.id, in_lira=Money(Decimal(400000), "TRY")),
        Gift(**kept, what_tr="b", giver_body_id=home.id, visit_id=abroad.id),
        Gift(**kept, what_tr="c", visit_id=abroad.id, value=Money(Decimal(5), "EUR")),
        Gift(**kept, what_tr="d", giver_body_id=body.id, returned_on=DAY),
        Gift(**{**kept, "state": "planned"}, what_tr="e"),
    )
    today = date(2027, 5, 20)
    due = {(one.row_id, one.sort, one.day) for one in due_soon(office.raw, today, legal_due.READERS)}
    with office.read() as session:
        expected = {
            (gift.id, one.sort, one.day)
            for gift in session.scalars(select(Gift))
            for case in [gift_advice.case(session, gift)]
            for one in legal_reminders.of_gift(case, gift_advice.limit_of(session, case), today)
            if one.day and one.day <= today + timedelta(days=180)
        }
    assert due == expected
    assert {sort for _id, sort, _day in due} == {"hand_in", "valuation"}
    assert len(due) == 3


def test_the_list_of_articles_tells_the_stock(office: OfficeFile) -> None:
    plate = GiftArticle(name_tr="Tabak")
    put(office, plate)
    put(office, StockMove(article_id=plate.id, day=DAY, pieces=5), Gift(what_tr="b", article_id=plate.id))
    with office.read() as session:
        (row,) = read_rows(session, GiftArticle, ("name_tr",), [plate.id])
    assert row.second == "5 in stock, 1 of them planned, 4 free"
    assert {"gift", "stock_move"} <= named_by(GiftArticle)
    assert shows_second(GiftArticle)
    put(office, Gift(what_tr="c", article_id=plate.id, pieces=9))
    with office.read() as session:
        assert gift_stock.level(session, plate.id).said() == "5 in stock, 10 planned"
