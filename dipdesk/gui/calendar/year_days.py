"""Days of the year and public holidays for the calendar; the holidays come one country after the other."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from dipdesk.actions import calendar_holidays, calendar_year
from dipdesk.store.dated import Dated
from dipdesk.store.office_file import News, OfficeFile

_TOUCHED = ("partner", "relation", "year_day", "country")


class YearDays(QObject):
    """Keeps the days of each year that was asked for."""

    grown = Signal()
    """More public holidays are known."""

    def __init__(self, office: OfficeFile, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._days: dict[int, list[Dated]] = {}
        self._holidays: dict[tuple[int, str], list[Dated]] = {}
        self._countries: list[tuple[str, str]] | None = None
        self._wanted: list[tuple[int, tuple[str, str]]] = []
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._load_one)

    def between(self, first: date, last: date) -> list[Dated]:
        """What is known between two days; what is missing is loaded, and then ``grown`` is emitted."""
        years = range(first.year, last.year + 1)
        for year in years:
            if year not in self._days:
                with self._office.read() as session:
                    self._days[year] = calendar_year.dated(session, date(year, 1, 1), date(year, 12, 31))
        if self._countries is None:
            with self._office.read() as session:
                self._countries = calendar_holidays.holiday_countries(session)
        self._wanted = [
            (year, country)
            for year in years
            for country in self._countries
            if (year, country[0]) not in self._holidays
        ]
        if self._wanted:
            self._next.start()
        kept = [one for year in years for one in self._days[year]]
        kept += [one for (year, _code), found in self._holidays.items() if year in years for one in found]
        return [one for one in kept if one.first <= last and one.last >= first]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing of what was asked for last."""
        return not self._wanted

    def preparable(self, here: Iterable[Dated]) -> set[str]:
        """The rows of those days of the year whose ceremony is not begun yet."""
        found = set()
        with self._office.read() as session:
            for one in here:
                day = calendar_year.find(session, one.row_id) if one.sort == "year" else None
                if day is None or not day.ceremony:
                    continue
                if not calendar_year.is_prepared(session, day, one.first):
                    found.add(one.row_id)
        return found

    def forget(self, news: News) -> None:
        """Read anew what a change may have touched."""
        if news.touches(*_TOUCHED):
            self._days, self._countries = {}, None

    def _load_one(self) -> None:
        if self._wanted:
            year, (code, name) = self._wanted.pop(0)
            found = calendar_holidays.holidays_of(code, name, date(year, 1, 1), date(year, 12, 31))
            self._holidays[year, code] = [one for one in found if one.first.year == year]
        if not self._wanted:
            self._next.stop()
            self.grown.emit()
