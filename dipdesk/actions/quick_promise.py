"""Reading a quick line such as “Send the plan; Ak; 1.6.”: what was promised, who does it, by when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.model import Person
from dipdesk.rules.timing import read_day, with_century, with_year
from dipdesk.store.titles import suggestions

_BETWEEN = ";"


@dataclass(frozen=True)
class Promise:
    """What a line says; the id of who does it and the day are None where nobody said so."""

    what: str
    owner_id: str | None = None
    due: date | None = None


def read(session: Session, line: str, near: date) -> Promise:
    """The promise in a line; days without a year lie near ``near``.

    What is neither a day nor the name of one person on file stays in the words.
    """
    first, *others = (" ".join(part.split()) for part in line.split(_BETWEEN))
    words, owner, due = [first], None, None
    for part in filter(None, others):
        day = _day(part, near) if due is None else None
        who = _person(session, part) if day is None and owner is None else None
        if day is not None:
            due = day
        elif who is not None:
            owner = who
        else:
            words.append(part)
    return Promise(f"{_BETWEEN} ".join(filter(None, words)), owner, due)


def _day(text: str, near: date) -> date | None:
    try:
        return read_day(with_century(with_year(text, near)))
    except Invalid:
        return None


def _person(session: Session, text: str) -> str | None:
    """The person meant by the beginning of a name, if there is just one."""
    found = suggestions(session, Person, text, 2)
    return found[0][0] if len(found) == 1 else None
