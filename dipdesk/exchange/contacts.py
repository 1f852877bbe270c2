"""Contacts: each row gives a person, and the post at an organisation if one is named."""

import re
from contextlib import suppress
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import identity, words
from dipdesk.exchange.ledger import Draft, Ledger, Ref
from dipdesk.exchange.profile import filled, kind_of, target, without
from dipdesk.exchange.shapes import Cells, Target, read_cells
from dipdesk.exchange.stock import Stock
from dipdesk.i18n import N_, _
from dipdesk.model import Partner, Person, Post, Record
from dipdesk.model.kinds import Text
from dipdesk.rules.sources import shipped

NAME = "contacts"
_PERSON = ("given_name", "academic", "sex", "languages", "phone", "email", "born", "photo")
_ADDRESS = re.compile(r"[0-9a-f]{64}")


class Contacts:
    """The shape of contact files, and of tables of people with their organisations."""

    name = NAME
    kinds: tuple[type[Record], ...] = (Person, Partner, Post)
    marks = (("family_name", "organisation"),)

    def __init__(self) -> None:
        self.targets: tuple[Target, ...] = (
            target(NAME, "family_name", N_("Family name"), kind_of(Person, "family_name"), required=True),
            target(NAME, "given_name", N_("Given name"), kind_of(Person, "given_name")),
            target(NAME, "academic", N_("Academic title"), kind_of(Person, "academic")),
            target(NAME, "organisation", N_("Organisation"), Text()),
            target(NAME, "title", N_("Post title"), kind_of(Post, "title_tr")),
            target(NAME, "title_en", N_("Post title in English"), kind_of(Post, "title_en")),
            target(NAME, "phone", N_("Phone"), kind_of(Person, "phone")),
            target(NAME, "email", N_("E-mail"), kind_of(Person, "email")),
            target(NAME, "born", N_("Born"), kind_of(Person, "born")),
            target(NAME, "sex", N_("Sex"), kind_of(Person, "sex")),
            target(NAME, "languages", N_("Languages"), kind_of(Person, "languages")),
            target(NAME, "photo", N_("Photo"), kind_of(Person, "photo")),
        )

    def title(self) -> str:
        return _("Contacts: people with their posts")

    def drafts(self, cells: Cells, stock: Stock) -> list[Draft]:
        """The person; the organisation and the post there, unless the person has one there already."""
        row = read_cells(self.targets, cells, stock)
        if not row.get("family_name"):
            raise Invalid(_("The name is missing."), "family_name")
        if not _ADDRESS.fullmatch(row.get("photo", "")):
            row.pop("photo", None)
        person = filled(family_name=row["family_name"], **{name: row.get(name) for name in _PERSON})
        drafts = [Draft(Person, person)]
        organisation = row.get("organisation", "")
        title = row.get("title", "") or row.get("title_en", "")
        if not organisation or (not title and _is_ours(organisation, stock)):
            return drafts
        partner = None if _is_ours(organisation, stock) else _partner(organisation, stock)
        if isinstance(partner, Draft):
            drafts.append(partner)
        elif _has_post(person, partner, stock):
            return drafts
        where = Ref(1) if isinstance(partner, Draft) else partner
        return [*drafts, Draft(Post, filled(person_id=Ref(0), partner_id=where, **_named(row)))]

    def conclude(self, ledger: Ledger) -> None:
        """Nothing: every row stands for itself."""


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """The function if the title is one that dipdesk knows, else the title as it is."""
    for said in (row.get("title", ""), row.get("title_en", "")):
        with suppress(Invalid):
            if function := kind_of(Post, "function").parse(said):
                return {"function": function}
    return {"title_tr": row.get("title", ""), "title_en": row.get("title_en", "")}


def _bare(name: str) -> str:
    """A name without the words that do not tell one municipality from another."""
    return without(name, tuple(shipped("imports", "sister_cities.toml")["offices"]["words"]))


def _is_ours(organisation: str, stock: Stock) -> bool:
    ours = {words(name) for name in stock.office_name} | {_bare(name) for name in stock.office_name}
    return bool({words(organisation), _bare(organisation)} & (ours - {""}))


def _partner(organisation: str, stock: Stock) -> str | Draft:
    """The id of the partner with that name, or a new institution; raises Invalid if several have it."""
    for name in dict.fromkeys((words(organisation), _bare(organisation))):
        found = stock.sharing(Partner, [(name,)]) if name else []
        if len(found) > 1:
            raise Invalid(
                _("Several records are called “{text}”. Make the name clearer.").format(text=organisation),
                "organisation",
            )
        if found:
            return found[0].id
    return Draft(Partner, {}, {"name_tr": organisation, "kind": "institution"})


def _has_post(person: dict[str, Any], partner: str | None, stock: Stock) -> bool:
    """Whether somebody of that name has a post there in the file, under whatever title."""
    namesakes = {one.id for one in stock.sharing(Person, identity(Person).keys(person)) if one.stored}
    return any(
        post.stored and post.values["partner_id"] == partner and post.values["person_id"] in namesakes
        for post in stock.entries(Post)
    )
