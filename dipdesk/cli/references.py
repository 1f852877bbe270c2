"""Finding the record that a person means by an id, its first characters, or a piece of its name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, _, fold, join_words, speaking
from dipdesk.model import Record, entities, entity, entity_name, fields
from dipdesk.model.kinds import Link

_SHORTEST = 6
_SHOWN = 4


def entity_called(name: str) -> type[Record]:
    """The entity ``name`` (as in ``programme_item`` or ``programme-item``); raises Invalid."""
    try:
        return entity(name.replace("-", "_"))
    except KeyError:
        known = ", ".join(entity_name(kind) for kind in entities())
        raise Invalid(_("There is no “{name}”. There are: {known}.").format(name=name, known=known)) from None


def find(session: Session, reference: str, *wanted: type[Record]) -> Record:
    """The one record that ``reference`` means, of the entities wanted or of all; raises Invalid."""
    kinds = wanted or entities()
    found = [record for one in kinds for record in _by_id(session, one, reference)]
    if not found:
        found = [record for one in kinds for record in _by_name(session, one, reference)]
    exact = [record for record in found if fold(record.title()) == fold(reference)]
    candidates = _without_namesakes(exact or found)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise Invalid(_("Nothing is called “{name}”.").format(name=reference))
    some = join_words([f"{record.title()} ({record.id})" for record in candidates[:_SHOWN]])
    raise Invalid(
        _("“{name}” fits {count} records, among them {some}. Write more of the name, or the id.").format(
            name=reference, count=len(candidates), some=some
        )
    )


def _without_namesakes(records: list[Record]) -> list[Record]:
    """The records without those that take their name from another one of them, as a membership does."""
    ids = {record.id for record in records}
    return [one for one in records if not ids & {getattr(one, link) for link in _naming(type(one))}]


def _naming(kind: type[Record]) -> list[str]:
    return [one.name for one in fields(kind) if isinstance(one.kind, Link) and one.kind.names]


def _by_id(session: Session, kind: type[Record], reference: str) -> list[Record]:
    start = reference.replace("-", "").lower()
    if len(start) < _SHORTEST or not set(start) <= set("0123456789abcdef"):
        return []
    return list(session.scalars(select(kind).where(kind.id.startswith(start))))


def _by_name(session: Session, kind: type[Record], reference: str) -> list[Record]:
    wanted = fold(reference)
    return [
        record for record in session.scalars(select(kind)) if any(wanted in fold(t) for t in _titles(record))
    ]


def _titles(record: Record) -> list[str]:
    titles = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            titles.append(record.title())
    return titles
