"""One record of everything at least, to go out and come in again, and two of one name."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    Cue,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    FlagPlan,
    FlagShown,
    FlagStock,
    FundingCall,
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
    Project,
    ProjectPartner,
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
    Speech,
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
    shipped_id,
)
from dipdesk.model.kinds import Money, Position
from dipdesk.rules.timing import Moment, PartialDate

EVIL = '=HYPERLINK("http://x")\nsecond; line, "quoted"'


def everything(session: Session) -> None:
    """Add the records."""
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
    signed = Agreement(partner_id=city.id, kind="goodwill", signed_on=PartialDate(2015, 11, 21), note="'=x")
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
        Cue(item_id=item.id, role="kitchen", minutes=-10, text_tr="Tabaklar sıcak"),
        Speech(title_tr="Açılış", occasion="", text_tr=EVIL),
        Slot(visit_id=visit.id, topic_tr="Su", starts=when),
        StockMove(article_id=article.id, day=date(2027, 1, 2), pieces=-3),
        Gift(number="2027/1", what_tr="Tabak", article_id=article.id, visit_id=visit.id),
        Gift(number="2027/2", what_tr="Tabak", direction="received"),
        FundingCall(name_tr="Çağrı", deadline=date(2027, 3, 1), countries=("TR", "DE")),
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
    project = Project(title_tr="Proje", lead_id=twin.id, grant=Money(Decimal(7), "EUR"))
    relation = Relation(
        partner_id=city.id, class_id=shipped_id("relation_class", "goodwill"), since=PartialDate(2015)
    )
    letters = [
        Contact(headline="Mektup", day=date(2026, 1, 5), partner_id=one, text=EVIL)
        for one in (city.id, twin.id)
    ]
    return [
        relation,
        project,
        ProjectPartner(project_id=project.id, partner_id=city.id, part=Money(Decimal(3), "EUR")),
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
