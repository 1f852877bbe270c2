"""Published lists of what a union or city belongs to and works with: unions, networks, institutions."""

from collections.abc import Mapping
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
    target,
    turkish_name,
    whereabouts,
)
from dipdesk.exchange.shapes import Cells, Target, read_cells
from dipdesk.exchange.stock import Stock
from dipdesk.i18n import N_, _
from dipdesk.model import Agreement, Membership, Partner, Record, Relation
from dipdesk.model.kinds import Text
from dipdesk.rules.sources import shipped

NAME = "union_collaborations"


class Collaborations:
    """The shape of the list; words it understands: ``resources/imports/union_collaborations.toml``."""

    name = NAME
    kinds: tuple[type[Record], ...] = (Partner, Membership, Agreement, Relation)
    marks = (("name", "tie", "status"),)

    def __init__(self) -> None:
        self.targets: tuple[Target, ...] = (
            target(NAME, "name", N_("Name"), kind_of(Partner, "name_en"), required=True),
            target(NAME, "abbreviation", N_("Abbreviation"), kind_of(Partner, "abbreviation")),
            target(NAME, "kind", N_("Kind"), Text()),
            target(NAME, "seat_country", N_("Country"), kind_of(Partner, "country_id")),
            target(NAME, "seat_city", N_("Seat city"), kind_of(Partner, "seat")),
            target(NAME, "tie", N_("Tie"), Text(), required=True),
            target(NAME, "status", N_("State"), Text()),
            target(NAME, "document_kind", N_("Document"), Text()),
            target(NAME, "signed_on", N_("Signed on"), kind_of(Agreement, "signed_on")),
            target(NAME, "signed_place", N_("Signed at"), kind_of(Agreement, "signed_at")),
            target(NAME, "since_year", N_("Since"), kind_of(Membership, "since")),
            target(NAME, "website", N_("Website"), kind_of(Partner, "website")),
            target(NAME, "note", N_("Note"), kind_of(Membership, "note")),
        )
        self._words = shipped("imports", "union_collaborations.toml")

    def title(self) -> str:
        return _("List of memberships and collaborations")

    def drafts(self, cells: Cells, stock: Stock) -> list[Draft]:
        """The partner, and the membership or the agreement with it, or both."""
        row = read_cells(self.targets, cells, stock)
        if not row.get("name"):
            raise Invalid(_("The name is missing."), "name")
        tie = _coded(self._words["ties"], row.get("tie", ""), "tie")
        drafts = [self._partner(row, stock)]
        if tie == "membership":
            drafts.append(self._membership(row))
        if tie == "agreement" or (row.get("signed_on") and row.get("document_kind")):
            drafts.append(self._agreement(row, noted=tie == "agreement"))
        return drafts

    def conclude(self, ledger: Ledger) -> None:
        """The relations that the agreements and memberships make."""
        relate(ledger)

    def _partner(self, row: dict[str, Any], stock: Stock) -> Draft:
        country = stock.country_code(row.get("seat_country"))
        seat = row.get("seat_city", "")
        return Draft(
            Partner,
            {},
            filled(
                name_en=row["name"],
                name_tr=turkish_name(row["name"], ""),
                abbreviation=row.get("abbreviation", ""),
                kind=_coded(self._words["kinds"], row.get("kind", "") or "institution", "kind"),
                country_id=row.get("seat_country"),
                seat=seat,
                website=row.get("website", ""),
                **whereabouts(place_of(seat, country), people=False),
            ),
        )

    def _membership(self, row: dict[str, Any]) -> Draft:
        said = filled(since=row.get("since_year"), note=row.get("note", ""))
        member = _coded(self._words["classes"], row.get("status", "") or "member", "status")
        return Draft(Membership, {"partner_id": Ref(0), "member_class": member, **said})

    def _agreement(self, row: dict[str, Any], *, noted: bool) -> Draft:
        document = row.get("document_kind", "")
        kind = next(
            (one["kind"] for one in self._words["documents"] if says(document, tuple(one["words"]))), "other"
        )
        said = filled(
            signed_on=row.get("signed_on"),
            signed_at=row.get("signed_place", ""),
            subject_en=document if kind == "other" else "",
            note=row.get("note", "") if noted else "",
        )
        return Draft(
            Agreement, {"partner_id": Ref(0), "kind": kind, **said}, {"state": self._state(row, noted=noted)}
        )

    def _state(self, row: dict[str, Any], *, noted: bool) -> str:
        """The state the list gives, or in force where the agreement only comes with a membership."""
        if not noted or not row.get("status"):
            return "in_force"
        try:
            return str(kind_of(Agreement, "state").read(row["status"]))
        except Invalid as error:
            raise error.at("status") from error


def _coded(known: Mapping[str, str], text: str, place: str) -> str:
    """The code for a word of the list; raises Invalid at the column ``place``."""
    wanted = words(text)
    for word, code in known.items():
        if words(word) == wanted:
            return code
    raise Invalid(
        _("“{text}” is not one of the choices. Choose one of: {choices}.").format(
            text=text, choices=", ".join(known)
        ),
        place,
    )
