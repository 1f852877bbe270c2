"""The values that a letter names: said in the language spoken now, or marked as gaps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dipdesk.i18n import N_, _, format_date, format_interval, format_time, language, lower
from dipdesk.model import Country, Office, Partner, Record, entity_name, linked
from dipdesk.model.kinds import Choice
from dipdesk.model.letter_words import MADE, ROOTS, declared, letter_words
from dipdesk.papers import gaps
from dipdesk.papers.letter.desk import Writer, person_name
from dipdesk.papers.letter.guests import visa_costs, visa_guests
from dipdesk.papers.reading import post_name

ASK = N_("Form of address: ask their office")
VISA_GUESTS = "visit.visa_guests"
"""A list, whose lines stand below each other where it has a paragraph to itself."""
_NOBODY = N_("Head in post")
_NAMED = (Country, Office, Partner)
"""Records with a proper name, which stands in any language if there is none in the one spoken."""


@dataclass(frozen=True)
class Way:
    """Where a name leads: the last record on the way, and its field; a link that is empty does not arrive."""

    record: Record
    name: str
    arrives: bool


class Values:
    """Says the values of one letter; each gap is noted with the record that lacks it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._about = entity_name(type(writer.subject))
        self._words = letter_words(self._about)

    def value(self, name: str, begins: bool) -> str:
        """The value of a name, empty if there is none; ``begins`` if it begins a sentence."""
        if name not in self._words:
            return ""
        root = name.partition(".")[0]
        if root in ROOTS:
            return _OF_LETTERS[name](self._writer)
        way = self._way(name)
        return self._said(way, begins) if way is not None and way.arrives else ""

    def listed(self, paragraph: str) -> tuple[str, ...]:
        """The lines of a list that has a paragraph to itself; none if it is no list, or an empty one."""
        if paragraph.strip() != f"{{{VISA_GUESTS}}}" or VISA_GUESTS not in self._words:
            return ()
        return tuple(visa_guests(self._writer, self._writer.subject).splitlines())

    def gap(self, name: str) -> str:
        """The mark of what is missing; what is not known at all is marked as it was written."""
        word = self._words.get(name)
        if word is None:
            return mark(name)
        root = name.partition(".")[0]
        if root == "addressee":
            return self._gap_of_addressee(name)
        if root not in ROOTS:
            way = self._way(name)
            if way is None:
                gaps.missed(self._writer.subject, word.way[0])
            else:
                gaps.missed(way.record, _label(way))
        return mark(word.title())

    def _gap_of_addressee(self, name: str) -> str:
        writer = self._writer
        if writer.receiving is None:
            lacking, what = (
                (writer.partner, _NOBODY) if writer.partner else (writer.subject, Partner.label[0])
            )
            gaps.missed(lacking, what)
        elif name == "addressee.letter":
            gaps.missed(writer.receiving, ASK)
            return mark_of(ASK)
        else:
            gaps.missed(writer.receiving, self._words[name].labels[0])
        return mark(self._words[name].title())

    def _way(self, name: str) -> Way | None:
        """Where a name leads; None if the record it begins with is not there."""
        root, *steps, last = name.split(".")
        starts: Mapping[str, Record | None] = {
            "office": self._writer.office,
            "partner": self._writer.partner,
            self._about: self._writer.subject,
        }
        record = starts[root]
        if record is None:
            return None
        for step in steps:
            following = linked(self._writer.session, record, declared(entity_name(type(record)), step))
            if following is None:
                return Way(record, step, False)
            record = following
        return Way(record, last, True)

    def _said(self, way: Way, begins: bool) -> str:
        record, name = way.record, way.name
        kind = entity_name(type(record))
        if made := _MADE.get((kind, name)):
            return made(self._writer, record)
        if name == "name" and isinstance(record, _NAMED):
            return self._proper(record)
        field = declared(kind, name, language())
        said = field.kind.format(getattr(record, field.name))
        if isinstance(field.kind, Choice) and not begins:
            return lower(said[:1], language()) + said[1:]
        return said

    def _proper(self, record: Country | Office | Partner) -> str:
        return self._writer.office_name() if isinstance(record, Office) else record.name(language())


def mark(what: str) -> str:
    """What stands in a letter where something is missing."""
    return f"[… {what}]"


def mark_of(what: str) -> str:
    """The mark of something that is called by a source text."""
    return mark(_(what))


def _label(way: Way) -> str:
    kind = entity_name(type(way.record))
    made = MADE.get(kind, {}).get(way.name)
    return made or declared(kind, way.name, language()).label


def _days(_writer: Writer, visit: Any) -> str:
    if visit.starts and visit.ends and visit.ends >= visit.starts:
        return format_interval(visit.starts, visit.ends)
    one = visit.starts or visit.ends
    return format_date(one) if one else ""


def _day(_writer: Writer, ceremony: Any) -> str:
    return format_date(ceremony.starts.local.date()) if ceremony.starts else ""


def _time(_writer: Writer, ceremony: Any) -> str:
    return format_time(ceremony.starts.local) if ceremony.starts else ""


def _person_name(writer: Writer, person: Any) -> str:
    return person_name(person, writer.post_of(person))


def _person_post(writer: Writer, person: Any) -> str:
    return post_name(writer.post_of(person))


_MADE: Mapping[tuple[str, str], Callable[[Writer, Any], str]] = {
    ("visit", "days"): _days,
    ("visit", "visa_guests"): visa_guests,
    ("visit", "visa_costs"): visa_costs,
    ("ceremony", "day"): _day,
    ("ceremony", "time"): _time,
    ("person", "name"): _person_name,
    ("person", "post"): _person_post,
}


def _receiver_name(writer: Writer) -> str:
    return person_name(writer.receiving, writer.receiver) if writer.receiving else ""


def _salutation(writer: Writer) -> str:
    """The form of address in letters: what the office chose, else that of the post; never an invented one."""
    if writer.options.salutation:
        return writer.options.salutation
    return writer.forms.letter if writer.forms and writer.forms.known else ""


_OF_LETTERS: Mapping[str, Callable[[Writer], str]] = {
    "addressee.name": _receiver_name,
    "addressee.post": lambda writer: post_name(writer.receiver),
    "addressee.letter": _salutation,
    "addressee.envelope": lambda writer: writer.forms.envelope if writer.forms else "",
    "letter.date": lambda writer: format_date(writer.dated),
    "letter.number": lambda writer: writer.options.number,
}
