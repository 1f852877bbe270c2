"""What a new record starts with: the fields to ask for first, and what is typed into which of them."""

from dipdesk.i18n import language
from dipdesk.model import Field, Person, Record, fields
from dipdesk.model.kinds import Text

_MOST = 8


def asked(kind: type[Record], given: set[str]) -> list[Field]:
    """The fields a new record asks for: what it says itself, else the needed ones, then what lists show.

    Versions in several languages and fields that belong together stay side by side. What is ``given``
    by the place where the record is made is not asked again.
    """
    known = [one for one in fields(kind) if one.name not in given]
    by_name = {one.name: one for one in known}
    needed = [one for one in known if one.asked and one.name not in kind.asks]
    names = kind.asks or kind.columns
    shown = [by_name[name] for name in names if name in by_name][: None if kind.asks else _MOST]
    found: dict[str, Field] = {}
    for one in [*needed, *shown]:
        found.setdefault(one.name, one)
        for other in known:
            if _is_twin(one, other) or (one.together and other in shown and one.together == other.together):
                found.setdefault(other.name, other)
    return list(found.values())


def called(kind: type[Record], name: str) -> dict[str, object]:
    """The values of a new record that is to be called ``name``."""
    clean = name.strip()
    if not clean:
        return {}
    if kind is Person:
        given, _space, family = clean.rpartition(" ")
        return {"given_name": given, "family_name": family}
    lines = [one for one in fields(kind) if isinstance(one.kind, Text) and not one.kind.long]
    spoken = [one for one in lines if _tongue(one) == language() and one.name.startswith(("name", "title"))]
    first = next((one for one in [*spoken, *lines] if one.name != "code"), None)
    return {first.name: clean} if first else {}


def _is_twin(one: Field, other: Field) -> bool:
    """Whether both are versions of the same text in different languages."""
    tongues = _tongue(one), _tongue(other)
    same = one.name.rpartition("_")[0] == other.name.rpartition("_")[0]
    return all(tongues) and tongues[0] != tongues[1] and same


def _tongue(one: Field) -> str:
    return one.kind.tongue if isinstance(one.kind, Text) else ""
