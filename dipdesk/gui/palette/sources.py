"""Where the palette finds what it shows: among the actions, and among the records of the office."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.gui.actions import ACTIONS, Action
from dipdesk.gui.menus import Commands
from dipdesk.gui.palette.entry import Entry, rank
from dipdesk.gui.recent import Recent
from dipdesk.gui.trail import Spot
from dipdesk.i18n import LANGUAGES, N_, _, language, speaking
from dipdesk.model import Partner, Person, Record, entities, entity, entity_name
from dipdesk.store import search, titles
from dipdesk.store.office_file import OfficeFile

_MOST = 30
_PREFIXES: dict[str, type[Record]] = {"@": Person, "#": Partner}
_CREATE = {Person: N_("Create the person “{name}”"), Partner: N_("Create the partner “{name}”")}


class CommandSource:
    """The actions that can be done now, by their names in every language."""

    def __init__(self, commands: Commands, do: Callable[[str], None]) -> None:
        self._commands, self._do = commands, do

    def find(self, text: str) -> list[Entry]:
        """The actions that fit what was typed, the best first."""
        found = [
            (fits, one)
            for one in ACTIONS
            if one.id != "go.commands"
            and self._commands[one.id].isEnabled()
            and (fits := rank(text, *_names(one), words=one.words)) is not None
        ]
        return [self._entry(one) for _fits, one in sorted(found, key=lambda pair: pair[0])]

    def _entry(self, one: Action) -> Entry:
        action = self._commands[one.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return Entry(
            one.icon or "command", action.text().replace("&", ""), keys, "", lambda: self._do(one.id)
        )


class RecordSource:
    """The records of an office; the latest ones while nothing is typed."""

    def __init__(
        self,
        office: OfficeFile,
        recent: Recent,
        go: Callable[[Spot], None],
        create: Callable[[str, dict[str, object]], None],
    ) -> None:
        self._office, self._recent, self._go, self._create = office, recent, go, create

    def find(self, text: str) -> list[Entry]:
        """The records that fit what was typed, by kind, and the offer to make a new one at the end."""
        typed = text.strip()
        kind = _PREFIXES.get(typed[:1])
        words = typed[1:].strip() if kind else typed
        with self._office.read() as session:
            if not typed:
                return self._latest(session)
            found = _of_kind(session, kind, words) if kind else _of_all(session, words)
            entries = [self._entry(record) for record in found]
        return [*entries, *self._offer(kind or Person, words)]

    def _latest(self, session: Session) -> list[Entry]:
        known = {entity_name(kind) for kind in entities()}
        found = (
            session.get(entity(spot.place), spot.row_id)
            for spot in self._recent.records()
            if spot.place in known
        )
        return [self._entry(record, _("Looked at lately")) for record in found if record is not None]

    def _entry(self, record: Record, group: str = "") -> Entry:
        kind = type(record)
        name = entity_name(kind)
        return Entry(
            kind.icon,
            record.title() or _("(without a name)"),
            _(kind.label[0]) if group else "",
            group or _(kind.label[1]),
            lambda row_id=record.id: self._go(Spot(name, row_id)),  # type: ignore[misc]
        )

    def _offer(self, kind: type[Record], words: str) -> Iterable[Entry]:
        if not words:
            return []
        name = entity_name(kind)
        values = _values(kind, words)
        text = _(_CREATE[kind]).format(name=words)
        return [Entry("add", text, "", "", lambda: self._create(name, values))]


def _of_kind(session: Session, kind: type[Record], words: str) -> list[Record]:
    rows = titles.suggestions(session, kind, words, _MOST)
    found = (session.get(kind, row_id) for row_id, _title in rows)
    return [record for record in found if record is not None]


def _of_all(session: Session, words: str) -> list[Record]:
    """The records found, those of the same kind together, kinds and records in the order of the search."""
    ids = list(search.everywhere(session.connection(), words, _MOST))
    places = {row_id: place for place, row_id in enumerate(ids)}
    found = [
        sorted(session.scalars(select(kind).where(kind.id.in_(ids))), key=lambda one: places[one.id])
        for kind in entities()
    ]
    by_best = sorted((group for group in found if group), key=lambda group: places[group[0].id])
    return [record for group in by_best for record in group]


def _names(one: Action) -> list[str]:
    """What an action is called in all languages."""
    names = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            names.append(_(one.label))
    return names


def _values(kind: type[Record], words: str) -> dict[str, object]:
    """What a new record knows from the words that were typed: the last word is the family name."""
    if kind is Person:
        *given, family = words.split()
        return {"given_name": " ".join(given), "family_name": family}
    return {f"name_{language()}": words}
