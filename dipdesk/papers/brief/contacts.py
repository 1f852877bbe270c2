"""The contacts of a brief: who can be reached how during the visit, ours first."""

from collections.abc import Iterable, Iterator

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import _
from dipdesk.model import Person, Post, ProgrammeItem
from dipdesk.model.visit import SIDES
from dipdesk.papers.blocks import Block, Column, Heading, Row, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import post_name, record


def blocks(dossier: Dossier) -> Iterator[Block]:
    """A table for each side; only people who can be reached, nothing if there is nobody."""
    sides = ("guest", "host") if dossier.our_side == "guest" else ("host", "guest")
    tables = [(side, _table(dossier, _people(dossier, side))) for side in sides]
    if any(table for _side, table in tables):
        yield Heading(_("Contacts"))
    for side, table in tables:
        if table:
            yield Heading(dossier.visit.side_name(side), 2)
            yield table


def _people(dossier: Dossier, side: str) -> list[tuple[Person, Post | None]]:
    """The people of a side, each once: on our side first the lead officer, last who sees to the programme."""
    members = [(one.person, one.post) for one in _members(dossier, side)]
    if side != dossier.our_side:
        return _once(members)
    posts = {person.id: post for person, post in members}
    officer = [dossier.visit.officer] if dossier.visit.officer else []
    others = [*officer, *(person for person, _post in members), *_responsible(dossier)]
    return _once((person, posts.get(person.id) or dossier.post_of(person)) for person in others)


def _once(people: Iterable[tuple[Person, Post | None]]) -> list[tuple[Person, Post | None]]:
    return list({person.id: (person, post) for person, post in people}.values())


def _members(dossier: Dossier, side: str) -> Iterator[Attendance]:
    for delegation in dossier.delegations:
        if delegation.side == side:
            yield from dossier.people[delegation.id]


def _responsible(dossier: Dossier) -> Iterator[Person]:
    """Who is responsible for something in the programme and belongs to no other side."""
    theirs = {one.person.id for side in SIDES if side != dossier.our_side for one in _members(dossier, side)}
    items = dossier.all(
        ProgrammeItem, ProgrammeItem.visit_id == dossier.visit.id, order=(ProgrammeItem.starts,)
    )
    for item in items:
        if item.responsible and item.responsible.id not in theirs:
            yield item.responsible


def _table(dossier: Dossier, people: list[tuple[Person, Post | None]]) -> Table | None:
    rows = []
    for person, post in people:
        phone, email = dossier.phone(person), dossier.value(person, "email")
        if phone or email:
            rows.append(Row((person.full_name(), post_name(post), phone, email), record=record(person)))
    heads = (
        Column(_("Name"), 2.4),
        Column(_("Post"), 3),
        Column(_("Phone"), 2.3),
        Column(_("E-mail"), 3.6),
    )
    return Table(heads, tuple(rows)) if rows else None
