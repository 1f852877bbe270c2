"""The ceremony year of the office: its days on the calendar, and ceremonies begun from them in good time."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.actions import plan_ceremony
from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _, lasting, speaking
from dipdesk.model import Ceremony, Country, Note, Office, Partner, Relation, Task, YearDay, entity_name
from dipdesk.rules import ceremony_year, reminders
from dipdesk.rules.ceremonies import ceremony_kind
from dipdesk.rules.ceremony_year import Coming, YearlyDay
from dipdesk.rules.countries import HOME
from dipdesk.rules.reminders import Reminder
from dipdesk.rules.sources import Wording
from dipdesk.rules.timing import Moment
from dipdesk.store.attention import Due
from dipdesk.store.dated import Dated
from dipdesk.store.office_file import OfficeFile

CALENDAR = "calendar"
"""What stands for a day of the year among what needs attention; its id is the day, as in 2027-04-23."""
_HOUR = time(10)
"""The usual hour of a ceremony whose hour nobody has said yet; a planning value of ours."""
_NOT_OURS = ("ended", "refused")
_CARRIED = ("what_tr", "what_en", "days", "owner_id", "origin", "note")


def days_of_year(session: Session) -> list[YearlyDay]:
    """All days of the office's year: of Türkiye, national days of partners' countries, and its own."""
    own = [
        _own(one) for one in session.scalars(select(YearDay).order_by(YearDay.id)) if one.month and one.day
    ]
    national = [ceremony_year.national_day(code) for code in partner_countries(session)]
    return [*ceremony_year.days_of_turkiye(), *(one for one in national if one is not None), *own]


def partner_countries(session: Session) -> list[str]:
    """The codes of the countries abroad in which there is a partner that we still have a relation with."""
    over = select(Relation.partner_id).where(Relation.state.in_(_NOT_OURS), Relation.partner_id.is_not(None))
    found = session.scalars(
        select(Country.code)
        .join(Partner, Partner.country_id == Country.id)
        .where(Country.code != HOME, Partner.id.not_in(over))
        .distinct()
        .order_by(Country.code)
    )
    return list(found)


def said(session: Session, day: YearlyDay) -> str:
    """What a day is called in the language spoken now: a national day with its country."""
    name = day.name.said()
    if day.sort != "national":
        return name
    return _("{country}: {day}").format(country=country_called(session, day.country), day=name)


def dated(session: Session, first: date, last: date) -> list[Dated]:
    """The days of the year that fall between two days, for the calendar."""
    return [
        Dated("year", "year_day" if day.record else "", day.record or day.key, said(session, day), on, on)
        for on, day in ceremony_year.on_days(days_of_year(session), first, last)
    ]


def days_due(session: Session, today: date) -> list[Due]:
    """The days of the year whose ceremony should be begun by now and is not."""
    near = ceremony_year.coming(days_of_year(session), today)
    begun = _begun(session, near)
    return [_due(session, one, today) for one in near if not _is_begun(one, begun)]


def is_prepared(session: Session, day: YearlyDay, on: date) -> bool:
    """Whether there is a ceremony for a day of the year on that date."""
    one = Coming(on, day)
    return _is_begun(one, _begun(session, [one]))


def prepare(office: OfficeFile, day: YearlyDay, on: date, origin: object = None) -> str:
    """Begin the ceremony of a day of the year and plan it as is usual for its kind; returns its id.

    Place, tasks and notes of the last ceremony of the same name are carried over; all of it is one step.
    Raises Known if that day has a ceremony already.
    """
    with office.change(lasting(N_("Ceremony begun: {day}"), day=day.name.said()), origin=origin) as session:
        if is_prepared(session, day, on):
            raise Known(_("There is a ceremony for this day already."))
        made = _ceremony(session, day, on)
        session.add(made)
        before = last_time(session, day, on)
        if before is not None:
            _carry_over(session, before, made, on)
        if (kind := ceremony_kind(made.kind)) is not None:
            session.flush()
            session.add_all(plan_ceremony.usual_parts(session, made, kind))
        return made.id


def last_time(session: Session, day: YearlyDay, on: date) -> Ceremony | None:
    """The latest ceremony of the same name before ``on``; None if there is none."""
    names = {day.name.said(code) for code in LANGUAGES} - {""}
    called = or_(Ceremony.title_tr.in_(names), Ceremony.title_en.in_(names))
    found = session.scalars(select(Ceremony).where(called).order_by(Ceremony.id))
    earlier = [(one.starts, one) for one in found if one.starts is not None and one.starts.local.date() < on]
    return max(earlier, key=lambda pair: pair[0].local)[1] if earlier else None


def find(session: Session, key: str) -> YearlyDay | None:
    """The day of the year with this key, or this id of the office's own record."""
    return next((one for one in days_of_year(session) if key in (one.key, one.record) and key), None)


def _own(record: YearDay) -> YearlyDay:
    assert record.month is not None
    assert record.day is not None
    return YearlyDay(
        "",
        record.month,
        record.day,
        Wording(tuple((code, _named(record, code)) for code in LANGUAGES)),
        "own",
        record.since or 0,
        record.ceremony_kind or "",
        lead_days=ceremony_year.LEAD_DAYS if record.lead_days is None else record.lead_days,
        record=record.id,
    )


def _named(record: YearDay, code: str) -> str:
    with speaking(code):
        return record.title()


def country_called(session: Session, code: str) -> str:
    """What the office calls a country."""
    country = session.scalar(select(Country).where(Country.code == code))
    return country.title() if country is not None else code


def _begun(session: Session, days: Iterable[Coming]) -> Mapping[date, list[tuple[str, set[str]]]]:
    """By date the kinds and titles of the ceremonies that are on file for the dates of ``days``."""
    wanted = {one.on for one in days}
    found: dict[date, list[tuple[str, set[str]]]] = {}
    told = (Ceremony.starts, Ceremony.kind, Ceremony.title_tr, Ceremony.title_en)
    for starts, kind, *titles in session.execute(select(*told).where(Ceremony.starts.is_not(None))):
        if starts is not None and starts.local.date() in wanted:
            found.setdefault(starts.local.date(), []).append((kind, {one for one in titles if one}))
    return found


def _is_begun(one: Coming, begun: Mapping[date, list[tuple[str, set[str]]]]) -> bool:
    kind, titles = one.day.ceremony, {one.day.name.said(code) for code in LANGUAGES}
    return any(titles & named or (kind and kind == of) for of, named in begun.get(one.on, ()))


def _due(session: Session, one: Coming, today: date) -> Due:
    count = one.day.years(one.on.year)
    text = _("It falls on {day}; its ceremony is not begun yet.")
    if count:
        text = _("It falls on {day}, {count} years on; its ceremony is not begun yet.")
    reminder = Reminder("ceremony", one.on, reminders.urgency(one.on, today), text, (("count", count),))
    return Due(CALENDAR, one.on.isoformat(), said(session, one.day), "", "", reminder)


def _ceremony(session: Session, day: YearlyDay, on: date) -> Ceremony:
    own = session.scalars(select(Office)).one()
    record = session.get(YearDay, day.record) if day.record else None
    local = datetime.combine(on, _HOUR)
    return Ceremony(
        title_tr=day.name.said("tr"),
        title_en=day.name.said("en"),
        kind=day.ceremony,
        starts=Moment(local, own.zone),
        partner_id=record.partner_id if record else None,
    )


def _carry_over(session: Session, before: Ceremony, made: Ceremony, on: date) -> None:
    """Last time's place, people and note, and the tasks that were made by hand or changed."""
    for name in ("place_tr", "place_en", "officer_id", "dress_tr", "dress_en", "rain_tr", "rain_en", "note"):
        setattr(made, name, getattr(before, name))
    held = before.starts.local.date() if before.starts else on
    if before.starts is not None:
        made.starts = Moment(datetime.combine(on, before.starts.local.time()), before.starts.zone)
    subject = f"{entity_name(Ceremony)}/{before.id}"
    for task in session.scalars(select(Task).where(Task.subject == subject).order_by(Task.id)):
        days = task.days if task.days is not None else (task.due - held).days if task.due else None
        again = Task(subject=f"{entity_name(Ceremony)}/{made.id}", due=_shifted(on, days))
        for name in _CARRIED:
            setattr(again, name, getattr(task, name))
        again.days = days
        session.add(again)
    for note in session.scalars(select(Note).where(Note.subject == subject).order_by(Note.id)):
        about = f"{entity_name(Ceremony)}/{made.id}"
        session.add(Note(headline=note.headline, day=note.day, text=note.text, subject=about))


def _shifted(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)
