"""A small office for tests and pictures: real cities, a fictional visit, long names and many scripts."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from dipdesk.model import (
    Agreement,
    Commitment,
    Country,
    Delegation,
    DelegationMember,
    Office,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    TalkingPoint,
    Visit,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store.office_file import OfficeFile

_CITIES = (
    ("Schwäbisch Hall", "Schwäbisch Hall", "DE", 41898),
    ("Şanlıurfa", "Şanlıurfa", "TR", 2170110),
    ("Gence", "Ganja", "AZ", 335600),
    ("Tiflis", "Tbilisi", "GE", 1118035),
    (
        "Kuzey Makedonya Yerel Yönetim Birimleri Birliği",
        "Association of the Units of Local Self-Government",
        "MK",
        None,
    ),
    ("Şanghay", "Shanghai", "CN", 24870895),
    ("Atina", "Athens", "GR", 643452),
    ("Novi Pazar", "Novi Pazar", "RS", 106720),
)


def fill(office: OfficeFile) -> dict[str, str]:
    """Fill an empty office file; returns the ids of the records that tests ask for."""
    with office.read() as session:
        countries = {one.code: one.id for one in session.scalars(select(Country))}
    with office.change("Sample filled") as session:
        own = session.scalars(select(Office)).one()
        own.name_en, own.province = "Municipality of Örnekkent", "Balıkesir"
        partners = [
            Partner(name_tr=tr, name_en=en, country_id=countries.get(code), population=people)
            for tr, en, code, people in _CITIES
        ]
        session.add_all(partners)
        session.flush()
        session.add_all(
            Agreement(partner_id=one.id, signed_on=PartialDate(1988 + 4 * number))
            for number, one in enumerate(partners)
        )
        people = [
            Person(
                given_name="Ayşe Nur",
                family_name="Yılmaz",
                languages=("tr", "en"),
                email="ayse@ornek.example",
            ),
            Person(given_name="Karl-Friedrich", family_name="Müller-Lüdenscheidt", languages=("de",)),
            Person(given_name="ნინო", family_name="გელაშვილი", languages=("ka",)),
            Person(given_name="王", family_name="小明", languages=("zh",)),
        ]
        session.add_all(people)
        session.flush()
        session.add(Post(person_id=people[1].id, partner_id=partners[0].id, function="mayor"))
        visit = _visit(partners[0])
        session.add(visit)
        session.flush()
        _fill_visit(session, visit, partners[0], people)
    return {"partner": partners[0].id, "person": people[0].id, "visit": visit.id, "network": partners[4].id}


def _visit(partner: Partner) -> Visit:
    begins = date.today() + timedelta(days=12)  # noqa: DTZ011
    return Visit(
        title_tr="Schwäbisch Hall heyetinin kardeş şehir ilişkisinin 25. yılı dolayısıyla ziyareti",
        title_en="Visit of the delegation of Schwäbisch Hall for the 25th year of the partnership",
        partner_id=partner.id,
        starts=begins,
        ends=begins + timedelta(days=2),
        state="confirmed",
        place="Balıkesir",
    )


def _fill_visit(session: object, visit: Visit, partner: Partner, people: list[Person]) -> None:
    guests = Delegation(visit_id=visit.id, side="guest", partner_id=partner.id)
    session.add(guests)  # type: ignore[attr-defined]
    session.flush()  # type: ignore[attr-defined]
    start = datetime.combine(visit.starts or date.today(), datetime.min.time())  # noqa: DTZ011
    session.add_all(  # type: ignore[attr-defined]
        [
            DelegationMember(delegation_id=guests.id, person_id=people[1].id, role="head"),
            DelegationMember(delegation_id=guests.id, person_id=people[2].id),
            ProgrammeItem(
                visit_id=visit.id,
                starts=Moment(start.replace(hour=10)),
                ends=Moment(start.replace(hour=11)),
                title_tr="Başkanlık makamında kabul",
                title_en="Courtesy visit to the mayor",
                place_tr="Belediye binası",
            ),
            TalkingPoint(visit_id=visit.id, text_tr="Gençlik değişimi 2028", text_en="Youth exchange 2028"),
            Commitment(
                what_tr="Kardeş okul listesi gönderilecek", partner_id=partner.id, due=date(2026, 1, 15)
            ),
            Commitment(what_tr="Fotoğraf albümü hazırlanacak", visit_id=visit.id, due=date(2031, 5, 1)),
        ]
    )
