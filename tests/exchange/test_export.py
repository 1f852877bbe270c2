"""What goes out comes in again: CSV of any list, JSON of the whole file."""

import csv
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dipdesk.errors import Known
from dipdesk.exchange import csv_export, json_export, xlsx_export
from dipdesk.exchange.cells import visible
from dipdesk.exchange.csv_import import guess, read_table, run
from dipdesk.exchange.shapes import entity_shapes
from dipdesk.i18n import speaking
from dipdesk.model import (
    Agreement,
    AgreementText,
    ApprovalStep,
    Benefit,
    CardLayout,
    Ceremony,
    ChainStep,
    Commitment,
    Contact,
    Country,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    FlagPlan,
    FlagShown,
    FlagStock,
    Gift,
    GiftArticle,
    GiftLimit,
    Guest,
    GuestMove,
    Invitation,
    Leave,
    LetterTemplate,
    Lodging,
    Membership,
    Note,
    OwnSection,
    PaperProfile,
    Partner,
    Passenger,
    Payment,
    Person,
    Phase,
    Placing,
    Post,
    PrecedenceList,
    PrecedencePost,
    ProgrammeItem,
    Record,
    Relation,
    Ride,
    Room,
    RoomChange,
    Score,
    Seat,
    SeatingPlan,
    SeatingTable,
    SeatWish,
    Signatory,
    Slot,
    StockMove,
    Tag,
    Tagging,
    TakingPart,
    TalkingPoint,
    Task,
    Tie,
    Travel,
    Vehicle,
    Visit,
    YearDay,
    entities,
    entity_name,
    fields,
    shipped_id,
)
from dipdesk.model.kinds import Money, Position
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.saving.cells import mark, unmark
from dipdesk.store.office_file import OfficeFile
from tests.exchange.conftest import SISTER_CITIES

EVIL = '=HYPERLINK("http://x")\nsecond; line, "quoted"'


@pytest.fixture
def full(office: OfficeFile) -> OfficeFile:
    """An office with a record of everything, and two of one name."""
    with office.change("Everything") as session:
        land = session.scalars(select(Country).where(Country.code == "MK")).one().id
        city = Partner(
            name_tr="İştip",
            name_en="Štip",
            country_id=land,
            position=Position(41.74583, 22.19583),
            population=43652,
            themes=("su", "gençlik"),
            phone="+389 32 226 600",
            note_tr=EVIL,
            website="www.stip.gov.mk",
        )
        twin = Partner(name_tr="İştip", kind="institution", country_id=land)
        person = Person(
            family_name="-Yılmaz", given_name="@Ayşe", languages=("tr", "mk"), born=PartialDate(1970, 5)
        )
        other = Person(family_name="-Yılmaz", given_name="@Ayşe", email="a@b.org")
        visit = Visit(title_tr="Ziyaret", partner_id=city.id, starts=date(2027, 5, 12), officer_id=other.id)
        party = Delegation(visit_id=visit.id, name_tr="Heyet", partner_id=twin.id)
        tag = Tag(name="+acil")
        session.add_all([city, twin, person, other, visit, party, tag])
        session.flush()
        post = Post(
            person_id=person.id, partner_id=city.id, function="mayor", since=PartialDate(2019), acting=True
        )
        signed = Agreement(
            partner_id=city.id, kind="goodwill", signed_on=PartialDate(2015, 11, 21), note="'=x"
        )
        member = Membership(partner_id=twin.id, dues=Money(Decimal("1250.50"), "EUR"), votes=True)
        session.add_all([post, signed, member])
        session.add_all(_of_agreements(city, twin, person, signed))
        session.add_all(_of_memberships(member, other))
        session.add_all(_of_ceremonies(visit, person, other))
        guest = DelegationMember(delegation_id=party.id, person_id=person.id, post_id=post.id, place=2)
        item = ProgrammeItem(
            visit_id=visit.id, title_tr="Kabul", starts=Moment.parse("12.05.2027 10:00 Europe/Skopje")
        )
        session.add_all([guest, item])
        session.flush()
        session.add_all(_of_visits(visit, person, guest, item))
        session.add_all(
            [
                Agreement(partner_id=city.id, kind="goodwill", signed_on=PartialDate(2020)),
                TalkingPoint(visit_id=visit.id, text_tr="Su", kind="own"),
                Commitment(what_tr="Rapor", partner_id=twin.id, due=date(2027, 6, 1)),
                Note(headline="Not", text=EVIL, subject=f"partner/{city.id}"),
                Tagging(tag_id=tag.id, subject=f"visit/{visit.id}"),
            ]
        )
    return office


def _of_visits(visit: Visit, person: Person, member: DelegationMember, item: ProgrammeItem) -> list[Record]:
    """What belongs to visits, with two of a kind where that may be; what others point at first."""
    when = Moment.parse("12.05.2027 09:00 Europe/Istanbul")
    hotel = Lodging(visit_id=visit.id, name="Otel")
    room = Room(lodging_id=hotel.id, number="101", beds=2)
    car = Vehicle(plate="34 AB 123")
    ride = Ride(visit_id=visit.id, starts=when, vehicle_id=car.id)
    article = GiftArticle(name_tr="Tabak", price=Money(Decimal("10.50"), "EUR"))
    return [
        hotel,
        car,
        ride,
        article,
        room,
        RoomChange(member_id=member.id, starts=date(2027, 5, 13), room_id=room.id),
        Travel(visit_id=visit.id, number="TK 1", leaves=when),
        Travel(visit_id=visit.id, direction="departure", number="TK 2"),
        Passenger(ride_id=ride.id, member_id=member.id, place=1),
        Duty(visit_id=visit.id, person_id=person.id, kind="escort", starts=when, languages=("de",)),
        TakingPart(item_id=item.id, member_id=member.id),
        Slot(visit_id=visit.id, topic_tr="Su", starts=when),
        StockMove(article_id=article.id, day=date(2027, 1, 2), pieces=-3),
        Gift(number="2027/1", what_tr="Tabak", article_id=article.id, visit_id=visit.id),
        Gift(number="2027/2", what_tr="Tabak", direction="received"),
        GiftLimit(valid_from=date(2027, 1, 1), wage=Money(Decimal(30000), "TRY")),
        Expense(visit_id=visit.id, what_tr="Otel", planned=Money(Decimal(5), "EUR")),
        YearDay(title_tr="Kurtuluş", month=9, day=9),
        OwnSection(visit_id=visit.id, title_tr="Basın", text_tr=EVIL),
        PaperProfile(name_tr="Başkan", paper_name="Brifing"),
        CardLayout(name_tr="Yaka kartı", use="badge"),
        LetterTemplate(name_tr="Mektup", about="visit", text_tr=EVIL),
    ]


def _of_agreements(city: Partner, twin: Partner, person: Person, signed: Agreement) -> list[Record]:
    """What belongs to agreements, relations and ties, with two of a kind where that may be."""
    relation = Relation(
        partner_id=city.id, class_id=shipped_id("relation_class", "goodwill"), since=PartialDate(2015)
    )
    letters = [
        Contact(headline="Mektup", day=date(2026, 1, 5), partner_id=one, text=EVIL)
        for one in (city.id, twin.id)
    ]
    return [
        relation,
        Relation(partner_id=city.id, class_id=relation.class_id, municipality_id=twin.id),
        Relation(partner_id=twin.id, state="idea"),
        Score(relation_id=relation.id, criterion_id=shipped_id("criterion", "aim"), points=0),
        AgreementText(agreement_id=signed.id, languages=("tr", "mk"), authentic=True, text=EVIL),
        AgreementText(agreement_id=signed.id, languages=("en",)),
        Signatory(agreement_id=signed.id, person_id=person.id),
        ApprovalStep(subject=f"agreement/{signed.id}", step="committee_report", day=PartialDate(2014)),
        ApprovalStep(subject=f"agreement/{signed.id}", name_tr="Kendi adımımız", skipped="-"),
        ChainStep(chain="renewal", step="opinion", name_tr="Görüş", usual_days=0),
        Leave(person_id=person.id, starts=date(2027, 5, 1), ends=date(2027, 5, 9)),
        Tie(partner_id=city.id, kind="twin", other_id=twin.id, since=PartialDate(1998)),
        *letters,
        Contact(headline="Yanıt", day=date(2026, 2, 1), refers_id=letters[0].id),
    ]


def _of_memberships(member: Membership, person: Person) -> list[Record]:
    return [
        Seat(membership_id=member.id, role_tr="Başkan", person_id=person.id, since=PartialDate(2020)),
        Seat(membership_id=member.id, role_tr="Başkan", since=PartialDate(2024)),
        Payment(membership_id=member.id, year=2025, amount=Money(Decimal("2500"), "EUR")),
        Payment(membership_id=member.id, year=2026, amount=Money(Decimal("2500"), "EUR")),
        Benefit(membership_id=member.id, what_tr="Eğitim", day=PartialDate(2025, 10)),
        Benefit(membership_id=member.id, what_tr="Eğitim", day=PartialDate(2026)),
    ]


def _of_ceremonies(visit: Visit, one: Person, two: Person) -> list[Record]:
    ceremony = Ceremony(title_tr="İmza", kind="signing", visit_id=visit.id)
    guests = [Guest(ceremony_id=ceremony.id, person_id=person.id) for person in (one, two)]
    own = PrecedenceList(name_tr="Kendi listemiz", based_on="municipality")
    plan = SeatingPlan(ceremony_id=ceremony.id, name_tr="Masa", layout="hall")
    row = FlagPlan(ceremony_id=ceremony.id, name_tr="Giriş")
    first, second = guests[0].id, guests[1].id
    return [
        *(ceremony, *guests, own, plan, row),
        Ceremony(title_tr="İmza", kind="signing"),
        GuestMove(ceremony_id=ceremony.id, guest_id=first, before_id=second, reason="-"),
        PrecedencePost(list_id=own.id, rank=1, function="mayor"),
        PrecedencePost(list_id=own.id, rank=2, title_tr="Muhtar"),
        SeatingTable(plan_id=plan.id, name="1", seats=8),
        Placing(plan_id=plan.id, seat="1/1", guest_id=first),
        Placing(plan_id=plan.id, seat="1/2", blocked=True),
        SeatWish(ceremony_id=ceremony.id, guest_id=first, other_id=second),
        FlagShown(plan_id=row.id, code="TR"),
        Invitation(guest_id=first, way="phone", at=Moment.parse("01.05.2027 09:30 Europe/Istanbul")),
        Invitation(guest_id=first, way="letter"),
        FlagStock(code="TR", number=4),
        Phase(ceremony_id=ceremony.id, title_tr="İstiklal Marşı", place=1),
        Task(subject=f"ceremony/{ceremony.id}", what_tr="Kalem", due=date(2027, 5, 1)),
    ]


@pytest.mark.parametrize(
    ("form", "spoken", "reading"), [(csv_export, "tr", "en"), (xlsx_export, "en", "tr")], ids=["csv", "xlsx"]
)
def test_every_list_comes_back_to_the_same_records(
    full: OfficeFile, tmp_path: Path, form: Any, spoken: str, reading: str
) -> None:
    for kind in (shape.kind for shape in entity_shapes()):
        path = tmp_path / entity_name(kind)
        with speaking(spoken):
            written = form.export(full, kind, path)
        assert written > 0, kind
        with speaking(reading):
            result = run(full, guess(read_table(path), entity_name(kind)))
        assert (result.read, result.same, result.refused) == (written, written, ()), kind


@pytest.mark.parametrize("form", [csv_export, xlsx_export])
def test_a_list_fills_an_empty_office_with_the_same(full: OfficeFile, tmp_path: Path, form: Any) -> None:
    path = tmp_path / "people"
    with speaking("tr"):
        form.export(full, Person, path)
        before = contents(full, Person)
        full.undo()
        assert contents(full, Person) == []
        assert run(full, guess(read_table(path))).added == 2
    assert contents(full, Person) == before


def contents(office: OfficeFile, kind: type[Record]) -> list[dict[str, Any]]:
    with office.read() as session:
        rows = session.scalars(select(kind))
        return sorted(({one.name: getattr(row, one.name) for one in fields(kind)} for row in rows), key=repr)


def test_spreadsheets_get_what_they_expect(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with speaking("tr"):
        csv_export.export(full, Partner, path, columns=("phone", "name_en", "note_tr"))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert len(rows[0]) == 3
    assert ["+389 32 226 600", "Štip", f"'{EVIL}"] in rows
    assert raw.endswith(b"\r\n")
    csv_export.export(full, Partner, path, columns=("name_en",))
    assert path.read_bytes()[3:].splitlines()[0] == b"Name in English"


def test_a_workbook_holds_nothing_but_text(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    assert xlsx_export.export(full, Partner, path, columns=("phone", "note_tr")) == 2
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in archive.namelist() if "rels" in name and "sheet" in name]
    assert "<f>" not in sheet
    assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) == {"s"}
    table = read_table(path)
    assert table.header == ("Phone", "City note in Turkish")
    assert ("+389 32 226 600", EVIL) in [row.cells for row in table.rows]


def test_a_text_too_long_for_a_cell_is_not_cut(full: OfficeFile, tmp_path: Path) -> None:
    with full.change("Long") as session:
        session.add(Note(headline="Uzun", text="ş" * 40_000))
    path = tmp_path / "t.xlsx"
    with pytest.raises(Known, match="A text of “Uzun” is longer than a workbook can hold"):
        xlsx_export.export(full, Note, path)
    assert not path.exists()
    csv_export.export(full, Note, path.with_suffix(".csv"))
    result = run(full, guess(read_table(path.with_suffix(".csv")), "note"))
    assert (result.same, result.read) == (2, 2)


def test_rows_go_out_in_the_order_asked_for(full: OfficeFile, tmp_path: Path) -> None:
    run(full, guess(read_table(SISTER_CITIES)))
    with full.read() as session:
        ids = [
            row.id for row in session.scalars(select(Partner)) if row.name_en in ("Bilma", "Ahlat", "Cairo")
        ]
    path = tmp_path / "t.csv"
    assert csv_export.export(full, Partner, path, rows=ids[::-1], columns=("name_en",)) == 3
    assert [row.cells[0] for row in read_table(path).rows] == ["Cairo", "Bilma", "Ahlat"]


def test_a_file_is_there_whole_or_not_at_all(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old")
    for target, sentence in {
        tmp_path / "none" / "t.csv": "There is no folder",
        tmp_path: "There is no folder",
        full.path: "is the name of an office file",
    }.items():
        with pytest.raises(Known, match=sentence):
            csv_export.export(full, Partner, target)
    csv_export.export(full, Partner, path)
    assert path.read_bytes() != b"old"
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix in (".csv", ".part")) == ["t.csv"]


def test_json_holds_every_record_by_its_fields(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    written = json_export.export(full, path, sensitive=True)
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["format"], document["version"]) == ("dipdesk", 1)
    assert document["office"] == "Balıkesir Büyükşehir"
    assert list(document["records"]) == [entity_name(kind) for kind in entities()]
    assert sum(map(len, document["records"].values())) == written
    for kind in entities():
        for row in document["records"][entity_name(kind)]:
            read = {one.name: one.kind.from_json(row[one.name]) for one in fields(kind)}
            with full.read() as session:
                record = session.get_one(kind, row["id"])
                assert read == {one.name: getattr(record, one.name) for one in fields(kind)}
    assert json_export.export(full, path, [Tag]) == 1
    assert list(json.loads(path.read_text(encoding="utf-8"))["records"]) == ["tag"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-2+3", "'-2+3"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("'=1", "''=1"),
        ("+90 532 000 00 00", "+90 532 000 00 00"),
        ("+1+1", "'+1+1"),
        ("'ayn", "'ayn"),
        ("Štip", "Štip"),
        ("", ""),
    ],
)
def test_formulas_are_marked_and_phone_numbers_are_not(text: str, marked: str) -> None:
    assert mark(text) == marked
    assert unmark(marked) == text


@given(st.text())
def test_marks_come_off_again(text: str) -> None:
    assert unmark(mark(text)) == text
    assert not mark(text).startswith(("=", "-", "@", "\t", "\r"))


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("Ad\u202efdp\u200b.exe\n👩‍⚕️") == "Ad⟨202E⟩fdp⟨200B⟩.exe\n👩‍⚕️"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headline=TEXTS.filter(lambda text: text.strip() != ""),
    text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
)
def test_any_text_survives_the_round_trip(
    office: OfficeFile, written: Callable[..., Path], tmp_path: Path, headline: str, text: str
) -> None:
    kinds = {one.name: one.kind for one in fields(Note)}
    try:
        values = {"headline": kinds["headline"].parse(headline), "text": kinds["text"].parse(text)}
    except ValueError:
        return
    path = tmp_path / "notes.csv"
    with office.change("Note") as session:
        session.add(Note(**values))
    csv_export.export(office, Note, path)
    before = contents(office, Note)
    assert run(office, guess(read_table(path), "note")).same == 1
    office.undo()
    assert run(office, guess(read_table(path), "note")).added == 1
    assert contents(office, Note) == before
    office.undo()
