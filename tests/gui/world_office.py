"""An office with relations all over the world, for tests and pictures of the map and of the figures."""

from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from sqlalchemy import select

from dipdesk.model import (
    Agreement,
    Benefit,
    Contact,
    Country,
    Membership,
    Office,
    Partner,
    Payment,
    Relation,
    RelationClass,
    Visit,
    gazetteer,
    shipped_id,
)
from dipdesk.model.kinds import Money, Position
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile

CITIES = (
    ("Schwäbisch Hall", "", "DE", "sister_city", "active", 1989),
    ("Tbilisi", "Tiflis", "GE", "sister_city", "active", 1996),
    ("Ganja", "Gence", "AZ", "sister_city", "dormant", 2003),
    ("Shanghai", "Şanghay", "CN", "sister_city", "active", 1989),
    ("Houston", "", "US", "sister_city", "active", 1986),
    ("Odesa", "Odessa", "UA", "sister_city", "active", 1997),
    ("Novi Pazar", "", "RS", "friendship", "active", 2011),
    ("Sarajevo", "Saraybosna", "BA", "sister_city", "active", 1997),
    ("Skopje", "Üsküp", "MK", "sister_city", "active", 2003),
    ("Athens", "Atina", "GR", "friendship", "in_talks", 2024),
    ("Rhodes", "Rodos", "GR", "contact", "idea", 2025),
    ("Kazan", "", "RU", "sister_city", "suspended", 2009),
    ("Almaty", "Almatı", "KZ", "cooperation", "approved", 2021),
    ("Bishkek", "Bişkek", "KG", "sister_city", "active", 1995),
    ("Medan", "", "ID", "goodwill", "dormant", 2012),
    ("Rio de Janeiro", "", "BR", "project", "ended", 1998),
    ("Havana", "Havana", "CU", "friendship", "refused", 2016),
    ("Kyrenia", "Girne", "XN", "sister_city", "active", 1994),
    ("Ramallah", "", "PS", "sister_city", "active", 2012),
    ("Suva", "", "FJ", "contact", "idea", 2026),
    ("Jakarta", "Cakarta", "ID", "sister_city", "active", 2007),
    ("Barcelona", "Barselona", "ES", "joint_board", "active", 1997),
    ("Bălți", "", "MD", "friendship", "active", 2018),
    ("Prishtina", "Priştine", "XK", "sister_city", "active", 2010),
)
UNKNOWN = "Yerinibilmediğimizçokuzunadlıbirkentin Belediyeler Birliği"


def fill(office: OfficeFile) -> dict[str, str]:
    """Fill an empty office with :data:`CITIES` and what goes with them; ids of partners by English name."""
    with office.change("World filled") as session:
        own = session.scalars(select(Office)).one()
        own.position = Position(39.65, 27.88)
        partners = {name: _partner(name, turkish, code) for name, turkish, code, *_rest in CITIES}
        session.add_all(partners.values())
        session.add(Partner(name_tr=UNKNOWN, country_id=shipped_id("country", "MK")))
        session.add(Partner(name_en="Ulm", country_id=shipped_id("country", "DE")))
        for name, _turkish, _code, kind, state, year in CITIES:
            own_id = partners[name].id
            session.add(
                Relation(
                    partner_id=own_id,
                    class_id=shipped_id("relation_class", kind),
                    state=state,
                    since=PartialDate(year),
                )
            )
            if kind in ("sister_city", "friendship", "goodwill"):
                session.add(Agreement(partner_id=own_id, kind=kind, signed_on=PartialDate(year, 5)))
        _life(session, partners)
    return {name: one.id for name, one in partners.items()}


def _partner(name: str, turkish: str, code: str) -> Partner:
    place = gazetteer.find(name, code)
    assert place is not None, name
    return Partner(
        name_en=name,
        name_tr=turkish or name,
        country_id=shipped_id("country", code),
        position=Position(place.latitude, place.longitude),
    )


def _life(session: object, partners: dict[str, Partner]) -> None:
    """Contacts, visits, memberships, dues and benefits."""
    records: list[object] = [
        Contact(headline="Mektup", day=date(2026, 3, 4), partner_id=partners["Tbilisi"].id),
        Contact(headline="Arama", day=date(2021, 3, 4), partner_id=partners["Ganja"].id),
        Visit(
            title_tr="Ziyaret",
            partner_id=partners["Schwäbisch Hall"].id,
            kind="inbound",
            state="done",
            starts=date(2025, 6, 1),
            ends=date(2025, 6, 3),
        ),
        Visit(
            title_tr="Gezi",
            partner_id=partners["Shanghai"].id,
            kind="outbound",
            state="done",
            starts=date(2024, 9, 1),
        ),
    ]
    network = Partner(
        name_en="Union of Black Sea Capitals", kind="network", country_id=shipped_id("country", "RO")
    )
    membership = Membership(partner_id=network.id, member_class="full", since=PartialDate(2002))
    records += [network, membership]
    for year, amount, lira in ((2024, "2500", "98000"), (2025, "2500", "117500"), (2026, "2750.50", None)):
        records.append(
            Payment(
                membership_id=membership.id,
                year=year,
                amount=_money(amount, "EUR"),
                paid_on=date(year, 4, 1) if lira else None,
                in_lira=_money(lira, "TRY") if lira else None,
            )
        )
    records.append(
        Benefit(
            membership_id=membership.id,
            what_tr="Hibe",
            day=PartialDate(2025),
            value=_money("12000", "EUR"),
        )
    )
    session.add_all(records)  # type: ignore[attr-defined]


def _money(amount: str, currency: str) -> Money:
    return Money(Decimal(amount), currency)


def crowd(office: OfficeFile, count: int) -> None:
    """Add ``count`` partners spread over all lands, each with a relation of some class and state."""
    with office.change("Crowd") as session:
        classes = [one.id for one in session.scalars(select(RelationClass))]
        countries = [one.id for one in session.scalars(select(Country))]
        states = cycle(("active", "dormant", "active", "ended", "in_talks"))
        for number, state in enumerate(islice(states, count)):
            latitude, longitude = (number * 37.37) % 115 - 45, (number * 97.31) % 340 - 165
            partner = Partner(
                name_tr=f"Kent {number}",
                country_id=countries[number % len(countries)],
                position=Position(latitude, longitude),
            )
            session.add(partner)
            session.add(
                Relation(
                    partner_id=partner.id,
                    class_id=classes[number % len(classes)],
                    state=state,
                    since=PartialDate(1960 + number % 66),
                )
            )
