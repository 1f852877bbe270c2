"""The facts of a partner, what ties it to other bodies, and where it lies."""

from collections.abc import Iterator

from sqlalchemy import or_

from dipdesk.i18n import _, language, zone_name
from dipdesk.model import Tie, field_of
from dipdesk.model.ties import INVERSE_TIES, TIE_KINDS
from dipdesk.papers import partner_place
from dipdesk.papers.blocks import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.reading import record, said, term
from dipdesk.papers.relation_file.folder import Folder

_PLAIN = ("abbreviation", "seat", "population", "founded", "themes", "website", "phone", "email", "address")


def blocks(folder: Folder) -> Iterator[Block]:
    """Facts, notes on the partner and its country, and ties."""
    partner = folder.partner
    rows = tuple(fact for fact in _facts(folder) if fact.text)
    yield Heading(_("Facts"), 2)
    if rows:
        yield Facts(rows, record=record(partner))
    else:
        yield Paragraph(_("Nothing is on file but the name."), Tone.MUTED)
    if note := said(partner, "note").strip():
        yield Paragraph(note, record=record(partner))
    if partner.country and (note := said(partner.country, "note").strip()):
        yield Paragraph(note, record=record(partner.country))
    yield from _ties(folder)


def _facts(folder: Folder) -> Iterator[Fact]:
    partner, country = folder.partner, folder.partner.country
    if partner.name_own not in (partner.name_tr, partner.name_en):
        yield Fact(_("Own name"), partner.name_own)
    if partner.published not in (partner.name_tr, partner.name_en, partner.name_own):
        yield Fact(_("Name as published"), partner.published)
    for name in _PLAIN:
        yield Fact(field_of(type(partner), name).title(), folder.value(partner, name))
    yield Fact(_("Time zone"), zone_name(partner.zone) if partner.zone else "")
    if country is not None:
        yield Fact(_("Capital"), country.capital)
        yield Fact(_("Languages"), folder.value(country, "languages"))


def _ties(folder: Folder) -> Iterator[Block]:
    of_it = or_(Tie.partner_id == folder.partner.id, Tie.other_id == folder.partner.id)
    found = folder.all(Tie, of_it, order=(Tie.since.is_(None), Tie.since))
    if not found:
        return
    yield Heading(_("Ties to other bodies"), 3)
    yield Table(
        (Column(_("Tie"), 2.4), Column(_("Body"), 4), Column(_("Duration"), 2.4)),
        tuple(_tie(folder, one) for one in found),
    )


def _tie(folder: Folder, one: Tie) -> Row:
    """A tie as it reads from the side of the partner."""
    is_own = one.partner_id == folder.partner.id
    kinds, other = (TIE_KINDS, one.other) if is_own else (INVERSE_TIES, one.partner)
    kind = _(kinds[one.kind]) if one.kind in kinds else ""
    return Row(
        (kind, other.name(language()) if other else "", term(one.since, one.until)), record=record(one)
    )


def on_map(folder: Folder) -> Iterator[Block]:
    """A map with the partner and our office; a line if nobody knows where it lies."""
    figure = partner_place.on_map(folder, folder.partner)
    if figure is None:
        yield Paragraph(_("The position on the map is not on file."), Tone.MUTED)
        return
    yield KeepTogether((Heading(_("On the map"), 2), figure))
