"""Public holidays for the calendar, country by country; apart, as they take a while to load."""

from datetime import date

from sqlalchemy.orm import Session

from dipdesk.actions.calendar_year import country_called, partner_countries
from dipdesk.i18n import _
from dipdesk.rules import ceremony_year, public_holidays
from dipdesk.rules.countries import HOME
from dipdesk.store.dated import Dated


def holiday_countries(session: Session) -> list[tuple[str, str]]:
    """Whose public holidays matter, by code and name: our own country's and those of partners'."""
    return [(code, country_called(session, code)) for code in (HOME, *partner_countries(session))]


def holidays_of(code: str, name: str, first: date, last: date) -> list[Dated]:
    """The public holidays of a country between two days, for the calendar.

    Those of our own country that are days of the year as well are left out.
    """
    home = {(one.month, one.day) for one in ceremony_year.days_of_turkiye()} if code == HOME else set()
    sort, text = "holiday" if code == HOME else "abroad", _("{country}: {day}")
    return [
        Dated(sort, "", f"{code}.{one.first}", text.format(country=name, day=one.name), one.first, one.last)
        for one in public_holidays.public_holidays(code, first, last)
        if (one.first.month, one.first.day) not in home
    ]
