"""What the papers about gifts have in common: which gifts, and how their entries are said."""

from collections.abc import Callable, Sequence
from datetime import date

from dipdesk.i18n import _, format_number, language
from dipdesk.model import Gift, Partner, Person
from dipdesk.papers.blocks import Column, Row, Table
from dipdesk.papers.reading import Reading, day, lines, numbered, record, said


def of_year(reading: Reading, year: int, direction: str = "") -> list[Gift]:
    """The gifts of a year by number and day, without those called off; of one direction if it is named.

    A gift without a day counts by the year of its number, such as 2027/15.
    """
    found = reading.all(Gift, Gift.state != "cancelled", order=(Gift.day, Gift.number))
    wanted = [one for one in found if _year(one) == year and direction in ("", one.direction)]
    return sorted(wanted, key=lambda one: (not one.number, _counted(one), one.number, one.day or date.max))


def year_of(reading: Reading, chosen: int | None) -> int:
    """The year that was chosen, else the present one."""
    return chosen or reading.today.year


def table(
    reading: Reading,
    found: Sequence[Gift],
    widths: Sequence[float],
    more: Callable[[Gift], tuple[str, ...]] = lambda _gift: (),
) -> Table:
    """A row for each gift; a public version leaves out the values.

    ``widths`` are those of the seven columns; ``more`` gives lines below the number and the day.
    """
    number, thing, giving, receiving, on, worth, place = widths
    columns = (
        Column(_("No. and day"), number),
        Column(_("What"), thing),
        Column(_("From whom"), giving),
        Column(_("For whom"), receiving),
        Column(_("Occasion"), on),
        *(() if reading.public else (Column(_("Value"), worth),)),
        Column(_("Basis and place"), place),
    )
    return Table(columns, tuple(_row(reading, one, more(one)) for one in found))


def _row(reading: Reading, gift: Gift, more: tuple[str, ...]) -> Row:
    cells = (
        lines(gift.number or "–", day(gift.day), *more),
        what(reading, gift),
        giver(reading, gift),
        receiver(reading, gift),
        occasion(gift),
        *(() if reading.public else (value(reading, gift),)),
        kept(reading, gift),
    )
    return Row(cells, record=record(gift))


def what(reading: Reading, gift: Gift) -> str:
    """What it is, of what, and how many if more than one."""
    pieces = gift.pieces or 1
    count = _("{count} pieces").format(count=format_number(pieces)) if pieces > 1 else ""
    return lines(said(gift, "what"), gift.material, count)


def side(person: Person | None, body: Partner | None, reading: Reading, *, is_ours: bool) -> str:
    """Person, body and country of a side; the office stands in for a side of ours without a body."""
    name = person.title() if person else ""
    if body is None:
        return lines(name, reading.office_name() if is_ours else "")
    country = reading.country_name(body) if body.country else ""
    return lines(name, ", ".join(part for part in (body.name(language()), country) if part))


def giver(reading: Reading, gift: Gift) -> str:
    """Who gave it."""
    return side(gift.giver, gift.giver_body, reading, is_ours=gift.direction == "given")


def receiver(reading: Reading, gift: Gift) -> str:
    """Who was given it."""
    return side(gift.receiver, gift.receiver_body, reading, is_ours=gift.direction == "received")


def occasion(gift: Gift) -> str:
    """On which visit or at which ceremony; both if both are known."""
    return lines(
        said(gift.visit, "title") if gift.visit else "", said(gift.ceremony, "title") if gift.ceremony else ""
    )


def value(reading: Reading, gift: Gift) -> str:
    """The value, in lira too if it is another, with its source and day; nothing in a public version."""
    amount = reading.value(gift, "value")
    in_lira = reading.value(gift, "in_lira")
    if not amount and not in_lira:
        return ""
    source = reading.value(gift, "value_source")
    known = ", ".join(part for part in (source, day(gift.value_on)) if part)
    return lines(amount, in_lira if in_lira != amount else "", known)


def kept(reading: Reading, gift: Gift) -> str:
    """On which basis it was taken and where it went."""
    inventory = _("Inventory no. {number}").format(number=gift.inventory_number)
    handed = _("Handed in on {day}").format(day=day(gift.handed_in_on))
    back = _("Sent back on {day}").format(day=day(gift.returned_on))
    return lines(
        reading.value(gift, "basis"),
        inventory if gift.inventory_number else "",
        gift.where_kept,
        handed if gift.handed_in_on else "",
        back if gift.returned_on else "",
        numbered(gift.valuation_number),
    )


def _year(gift: Gift) -> int | None:
    if gift.day is not None:
        return gift.day.year
    start, slash, _rest = gift.number.partition("/")
    return int(start) if slash and start.isascii() and start.isdigit() else None


def _counted(gift: Gift) -> int:
    """The running number of a register number."""
    last = gift.number.rpartition("/")[2]
    return int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0
