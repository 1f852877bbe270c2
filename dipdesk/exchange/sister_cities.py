"""Published lists of sister cities: each row gives a partner, an agreement, and whose it is if not ours."""

import re
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import words
from dipdesk.exchange.ledger import Draft, Ledger, Ref
from dipdesk.exchange.pairs import relate
from dipdesk.exchange.profile import (
    filled,
    kind_of,
    place_of,
    says,
    side_of,
    target,
    turkish_name,
    whereabouts,
    without,
)
from dipdesk.exchange.published_cells import (
    city_and_country,
    day_and_number,
    says_something,
    what_was_signed,
)
from dipdesk.exchange.shapes import Cells, Target, read_cells
from dipdesk.exchange.stock import Stock
from dipdesk.i18n import N_, _
from dipdesk.model import Agreement, Membership, Partner, Record, Relation
from dipdesk.model.kinds import Text
from dipdesk.rules.sources import shipped
from dipdesk.rules.timing import PartialDate

NAME = "sister_cities"
_DATES = {
    "agreement_date": "signed_on",
    "council_decision_date": "council_date",
    "council_decision_no": "council_number",
    "ministry_approval_date": "ministry_date",
    "ministry_approval_no": "ministry_number",
    "source_url": "source",
    "note": "note",
}
_WHOLE = (
    ("council_decision", "council_decision_date", "council_decision_no"),
    ("ministry_approval", "ministry_approval_date", "ministry_approval_no"),
)
"""Columns with date and number in one cell, and those that have them apart."""
_OFFICE = re.compile(r"(?<=\S)\s+belediye(?:si|\s+başkanlığı)?$", re.IGNORECASE)


class SisterCities:
    """The shape of the list; words it understands: ``resources/imports/sister_cities.toml``."""

    name = NAME
    kinds: tuple[type[Record], ...] = (Partner, Agreement, Membership, Relation)
    marks = (
        ("partner_city", "partner_country", "council_decision_date"),
        ("partner_city", "partner_country", "council_decision"),
        ("partner_city", "agreement", "council_decision"),
    )

    def __init__(self) -> None:
        country = kind_of(Partner, "country_id")
        self.targets: tuple[Target, ...] = (
            target(NAME, "municipality", N_("Municipality"), Text()),
            target(NAME, "partner_city", N_("Partner city"), kind_of(Partner, "name_en"), required=True),
            target(NAME, "partner_country", N_("Partner's country"), country),
            target(NAME, "agreement_date", N_("Signed on"), kind_of(Agreement, "signed_on")),
            target(
                NAME, "council_decision_date", N_("Council decision on"), kind_of(Agreement, "council_date")
            ),
            target(NAME, "council_decision_no", N_("Decision number"), kind_of(Agreement, "council_number")),
            target(NAME, "ministry_approval_date", N_("Permission on"), kind_of(Agreement, "ministry_date")),
            target(
                NAME, "ministry_approval_no", N_("Permission number"), kind_of(Agreement, "ministry_number")
            ),
            target(NAME, "agreement", N_("Agreement"), Text(long=True)),
            target(NAME, "council_decision", N_("Council decision, date and number"), Text(long=True)),
            target(NAME, "ministry_approval", N_("Ministry permission, date and number"), Text(long=True)),
            target(NAME, "source_url", N_("Source"), kind_of(Agreement, "source")),
            target(NAME, "partner_city_as_published", N_("City as published"), kind_of(Partner, "published")),
            target(NAME, "partner_country_as_published", N_("Country as published"), Text()),
            target(NAME, "note", N_("Note"), kind_of(Agreement, "note")),
        )
        self._words = shipped("imports", "sister_cities.toml")

    def title(self) -> str:
        return _("List of sister cities")

    def drafts(self, cells: Cells, stock: Stock) -> list[Draft]:
        """The partner, the municipality unless it is the office itself, and the agreements."""
        row = _parted(read_cells(self.targets, {**cells, **_city(cells)}, stock))
        if not row.get("partner_city"):
            raise Invalid(_("The name is missing."), "partner_city")
        drafts = [self._partner(row, stock)]
        whose: dict[str, Any] = {}
        if not self._is_ours(row.get("municipality", ""), stock):
            drafts.append(_municipality(row["municipality"], stock))
            whose = {"municipality_id": Ref(1)}
        return [
            *drafts,
            *self._agreements(row, whose, abroad=stock.country_code(row.get("partner_country")) != "TR"),
        ]

    def conclude(self, ledger: Ledger) -> None:
        """The relations that the agreements and memberships make."""
        relate(ledger)

    def _partner(self, row: dict[str, Any], stock: Stock) -> Draft:
        name, published = row["partner_city"], row.get("partner_city_as_published", "")
        stated = stock.country_code(row.get("partner_country"))
        place = place_of(name, stated)
        if place is None and not _says_less(published, name):
            place = place_of(published, stated)
        country = side_of(place, stated)
        return Draft(
            Partner,
            {},
            filled(
                name_en=name,
                name_tr=turkish_name(name, country, published),
                published=published,
                kind=self._kind(name, country),
                country_id=stock.country(country) if country else None,
                **whereabouts(place),
            ),
        )

    def _kind(self, name: str, country: str) -> str:
        if says(name, tuple(self._words["regions"]["words"])):
            return "region"
        provinces = {without(one, ()) for one in self._words["turkiye"]["provinces"]}
        return "district" if country == "TR" and without(name, self._offices) not in provinces else "city"

    @property
    def _offices(self) -> tuple[str, ...]:
        return tuple(self._words["offices"]["words"])

    def _is_ours(self, municipality: str, stock: Stock) -> bool:
        """Whether the row is about the office of this file; a list that names nobody is."""
        wanted = without(municipality, self._offices)
        ours = {without(name, self._offices) for name in stock.office_name}
        return not municipality or (not stock.of_union and wanted in ours - {""})

    def _agreements(self, row: dict[str, Any], whose: dict[str, Any], *, abroad: bool) -> list[Draft]:
        """The steps that the note dates, then the agreement itself."""
        note = row.get("note", "")
        said = {**whose, **filled(source=row.get("source_url", ""), note=note)}
        drafts = []
        for step in self._words["steps"]:
            for found in re.finditer(step["pattern"], note, re.IGNORECASE):
                signed = PartialDate.parse(found["signed"])
                fixed = {"partner_id": Ref(0), "kind": step["kind"], "signed_on": signed, **said}
                drafts.append(Draft(Agreement, fixed, {"state": "in_force"}))
                note = note.replace(found[0], "")
        values = {name: row[column] for column, name in _DATES.items() if row.get(column)}
        state = {"state": row.get("state") or self._state(values, note, abroad=abroad)}
        along = dict.fromkeys(("signed_on", "ministry_date", "council_date"), state)
        main = {"partner_id": Ref(0), "kind": row.get("kind") or self._agreement_kind(note), **said, **values}
        return [*drafts, Draft(Agreement, main, state, along)]

    def _agreement_kind(self, note: str) -> str:
        for one in self._words["kinds"]:
            if says(note, tuple(one["words"])):
                return str(one["kind"])
        return "sister_city"

    def _state(self, values: dict[str, Any], note: str, *, abroad: bool) -> str:
        """Signed: in force. Unsigned: approved or in talks, by the last step. Without any date: as listed."""
        if "signed_on" in values:
            return "in_force"
        council = "council_date" in values or "council_number" in values
        if "ministry_date" in values or (council and not abroad):
            return "approved"
        if council or says(note, tuple(self._words["unsigned"]["words"])):
            return "in_talks"
        return "in_force"


def _says_less(published: str, name: str) -> bool:
    """Whether the published name lacks the region of ``name``: Kaynarca of Kaynarca (Kırklareli)."""
    return words(published) == words(re.split(r"[(,]", name)[0]) != words(name)


def _city(cells: Cells) -> dict[str, str]:
    """City and country where one cell holds both."""
    if "partner_country" in cells or "partner_city" not in cells:
        return {}
    city, country = city_and_country(cells["partner_city"])
    return {"partner_city": city, **({"partner_country": country} if country else {})}


def _parted(row: dict[str, Any]) -> dict[str, Any]:
    """The row with the cells that hold several things taken apart; what has a column of its own counts."""
    found = what_was_signed(row.get("agreement", ""))
    signed = {"agreement_date": found.pop("signed_on")} if "signed_on" in found else {}
    notes = [row.get("note", "")]
    for whole, date_column, number_column in _WHOLE:
        day, number = day_and_number(row.get(whole, ""))
        signed |= filled(**{date_column: day, number_column: number})
        if not day and not number and says_something(row.get(whole, "")):
            notes.append(row[whole])
    return {**found, **signed, **row, **filled(note="\n".join(note for note in notes if note))}


def _municipality(name: str, stock: Stock) -> Draft:
    """The municipality under the name by which the file knows it, else without the word for its office."""
    bare = _OFFICE.sub("", name)
    known = (one for one in (name, bare, f"{bare} Belediyesi") if stock.sharing(Partner, [(words(one),)]))
    called = next(known, bare)
    return Draft(
        Partner,
        {},
        filled(
            name_tr=called,
            kind="member",
            country_id=stock.country("TR"),
            **whereabouts(place_of(called, "TR")),
        ),
    )
