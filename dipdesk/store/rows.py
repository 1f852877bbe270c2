"""Rows of a list, ready to be shown: values in words, names behind links, country and second line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, load_only

from dipdesk.i18n import _, format_date, language
from dipdesk.model import (
    Country,
    Delegation,
    Field,
    GiftArticle,
    Partner,
    Person,
    Post,
    Record,
    Visit,
    entities,
    entity,
    entity_name,
    fields,
)
from dipdesk.model.kinds import Choice, Link, Subject, Text
from dipdesk.model.lateness import is_late
from dipdesk.rules import clock
from dipdesk.store.changes import batched
from dipdesk.store.columns import default_columns, name_place
from dipdesk.store.gift_stock import levels
from dipdesk.store.naming import hold, load
from dipdesk.store.titles import own_words, title_of

_BESIDE = ("country_id", "partner_id", "name_own", "seat", "place")
"""The fields whose text can stand under the name, the best first."""


LATE = "late"
"""The code of a cell that says that something is late."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as people read it; ``code`` is that of a choice, ``country`` that of the flag beside it."""

    text: str
    code: str = ""
    country: str = ""


_EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a list; ``second`` is the quiet text under the cell that names it."""

    id: str
    cells: tuple[Cell, ...]
    second: str = ""

    def texts(self) -> tuple[str, ...]:
        """The plain texts of the cells."""
        return tuple(cell.text for cell in self.cells)


def read_rows(
    session: Session, kind: type[Record], columns: tuple[str, ...], row_ids: list[str]
) -> list[Row]:
    """The rows with these ids in their order; a handful of queries however many there are."""
    found = {record.id: record for record in _load_short(session, kind, row_ids)}
    records = [found[row_id] for row_id in row_ids if row_id in found]
    reader = _Reader(session, kind, columns)
    reader.prepare(records)
    return [reader.row(record) for record in records]


def _load_short(session: Session, kind: type[Record], row_ids: list[str]) -> list[Record]:
    """The records without their long texts and sort keys."""
    found: list[Record] = []
    for some in batched(row_ids):
        found += session.scalars(_short(kind).where(kind.id.in_(some)))
    return found


@lru_cache
def _short(kind: type[Record]) -> Select[Record]:
    """Asks for everything but what is long or never shown."""
    short = [
        getattr(kind, one.name) for one in fields(kind) if not (isinstance(one.kind, Text) and one.kind.long)
    ]
    if kind is Person:
        short.append(Person.home)  # its title needs it
    return select(kind).options(load_only(*short))


class _Reader:
    """Makes rows of records, after loading everything that they name."""

    def __init__(self, session: Session, kind: type[Record], columns: tuple[str, ...]) -> None:
        self._session = session
        self._columns = columns
        known = {one.name: one for one in fields(kind)}
        self._fields = [known.get(name) for name in columns]
        self._beside = [known[name] for name in _BESIDE if name in known and name not in columns]
        self._linking = [
            one
            for one in fields(kind)
            if one.name in (*columns, *_BESIDE) and isinstance(one.kind, Link | Subject)
        ]
        self._name = name_place(columns)
        others = (name for place, name in enumerate(columns) if place != self._name)
        self._tells_country = any(name in ("country_id", "partner_id") for name in others)
        self._words: dict[tuple[str, object], str] = {}
        self._under: Mapping[str, str] = {}
        self._held: list[Record] = []

    def prepare(self, records: list[Record]) -> None:
        """Load what the rows name, in a query for each entity, and what those titles are made from."""
        known = {entity_name(one) for one in entities()}
        wanted = self._named(records)
        held = [
            one for name in wanted if name in known for one in load(self._session, entity(name), wanted[name])
        ]
        places = {one.country_id for one in held if isinstance(one, Partner) and one.country_id}
        held += load(self._session, Country, places)
        self._held = [*held, *hold(self._session, [*records, *held])]
        if any(isinstance(one, Delegation) for one in records):  # whose sides are told by the partner
            visits = (one.partner_id for one in held if isinstance(one, Visit))
            self._held += load(self._session, Partner, filter(None, visits))
        people = [one.id for one in records if isinstance(one, Person)]
        self._under = present_posts(self._session, people)
        articles = [one.id for one in records if isinstance(one, GiftArticle)]
        if articles:
            self._under = {one: level.said() for one, level in levels(self._session, articles).items()}

    def _named(self, records: list[Record]) -> dict[str, set[str]]:
        """The ids behind links and subjects, by entity."""
        wanted: dict[str, set[str]] = {}
        for one in self._linking:
            for value in filter(None, (getattr(record, one.name) for record in records)):
                if isinstance(one.kind, Link):
                    wanted.setdefault(one.kind.target, set()).add(value)
                elif isinstance(one.kind, Subject):
                    target, _slash, row_id = value.partition("/")
                    wanted.setdefault(target, set()).add(row_id)
        return wanted

    def row(self, record: Record) -> Row:
        """The row of one record."""
        cells = [self._cell(record, one) for one in self._fields]
        name = cells[self._name]
        if not self._tells_country and not name.country:
            cells[self._name] = Cell(name.text, name.code, self._country_code(record))
        return Row(record.id, tuple(cells), self._second(record, name.text))

    def _cell(self, record: Record, one: Field | None) -> Cell:
        if one is None:
            return Cell(record.title() or _("(without a name)"))
        if late := late_text(record, one.name):
            return Cell(late, LATE)
        value = getattr(record, one.name)
        if value is None or value == "":
            return _EMPTY
        if isinstance(one.kind, Link):
            country = self._country_code(self._behind(one.kind, value))
            return Cell(title_of(self._session, one.kind.target, value), country=country)
        if isinstance(one.kind, Subject):
            target, _slash, row_id = value.partition("/")
            return Cell(title_of(self._session, target, row_id))
        text = own_words(record, one.name) or self._in_words(one, value)
        return Cell(text, value if isinstance(one.kind, Choice) else "")

    def _in_words(self, one: Field, value: object) -> str:
        """The value as people read it; what comes back in the same page is made once."""
        key = one.name, value
        if key not in self._words:
            self._words[key] = one.kind.format(value)
        return self._words[key]

    def _behind(self, link: Link, value: str) -> Record | None:
        return self._session.get(entity(link.target), value)

    def _country(self, record: Record | None) -> Country | None:
        """The country that a record belongs to, itself or by its partner."""
        if record is None or isinstance(record, Country):
            return record
        if (country_id := getattr(record, "country_id", None)) is not None:
            return self._session.get(Country, country_id)
        partner_id = getattr(record, "partner_id", None)
        return self._country(self._session.get(Partner, partner_id)) if partner_id else None

    def _country_code(self, record: Record | None) -> str:
        country = self._country(record)
        return country.code if country else ""

    def _second(self, record: Record, name: str) -> str:
        if told := self._under.get(record.id):
            return told
        if self._columns[self._name] == "partner_id":
            country = self._country(record)
            return country.title() if country else ""
        texts = ((one, self._cell(record, one).text) for one in self._beside)
        one, text = next(((one, text) for one, text in texts if text and text not in name), (None, ""))
        if one is not None and one.kind.numeric:
            return _("{field}: {value}").format(field=one.title(), value=text)
        return text


def late_text(record: Record, column: str) -> str:
    """What stands in a column of a record that is late: in that of its state, else of its day; else empty."""
    if column not in ("state", "due") or not is_late(record, clock.today()):
        return ""
    if column == "state":
        return _("Late")
    return "" if hasattr(record, "state") else _("{day} – late").format(day=format_date(record.due))  # type: ignore[attr-defined]


def present_posts(session: Session, people: Sequence[str]) -> dict[str, str]:
    """The post of each person that began last and has not ended, with where it is held; all by their ids."""
    today = clock.today()
    posts: list[Post] = []
    for some in batched(people):
        found = session.scalars(select(Post).where(Post.person_id.in_(some)))
        posts += (post for post in found if post.until is None or post.until.last_day() >= today)
    partners = load(session, Partner, {post.partner_id for post in posts if post.partner_id})
    names = {partner.id: partner.title() for partner in partners}
    posts.sort(key=lambda post: (post.since is not None, str(post.since or ""), post.id))
    return {
        post.person_id or "": " · ".join(
            part for part in (post.post_name(language()), names.get(post.partner_id or "", "")) if part
        )
        for post in posts
    }


def shows_second(kind: type[Record]) -> bool:
    """Whether rows of an entity can have a second line."""
    names = {one.name for one in fields(kind)}
    return kind in (Person, GiftArticle) or bool(names.intersection(_BESIDE) - set(default_columns(kind)[1:]))


def named_by(kind: type[Record]) -> frozenset[str]:
    """The entities whose changes can show in rows of ``kind``: itself and all that its rows name."""
    found = {entity_name(kind), *(("post",) if kind is Person else ())}
    found.update(("gift", "stock_move") if kind is GiftArticle else ())
    waiting = [kind, *((Post,) if kind is Person else ())]
    while waiting:
        for one in fields(waiting.pop()):
            if isinstance(one.kind, Link) and one.kind.target not in found:
                found.add(one.kind.target)
                waiting.append(entity(one.kind.target))
            elif isinstance(one.kind, Subject):
                return frozenset(entity_name(other) for other in entities())
    return frozenset(found)
