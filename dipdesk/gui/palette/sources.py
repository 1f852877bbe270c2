"""Where the palette finds what it shows: among the actions, and among the records of the office."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QKeySequence
from sqlalchemy.orm import Session

from dipdesk.gui.actions import ACTIONS, Action
from dipdesk.gui.form.draft import called
from dipdesk.gui.menus import Commands
from dipdesk.gui.palette.entry import SCATTERED, Entry, is_called, rank
from dipdesk.gui.recent import Recent
from dipdesk.gui.trail import Spot
from dipdesk.i18n import LANGUAGES, N_, _, speaking
from dipdesk.model import Agreement, Partner, Person, Record, Visit, entities, entity, entity_name, fields
from dipdesk.model.kinds import Link, Subject
from dipdesk.store import going, titles
from dipdesk.store.going import Target
from dipdesk.store.office_file import OfficeFile

_MOST, _MOST_COMMANDS = 30, 5
_LEAST = 2
"""So many letters must be typed until commands are shown beside records."""
_PREFIXES: dict[str, type[Record]] = {"@": Person, "#": Partner}
_CREATE: dict[type[Record], str] = {
    Person: N_("Create the person “{name}”"),
    Partner: N_("Create the partner “{name}”"),
    Visit: N_("Create the visit “{name}”"),
    Agreement: N_("Create an agreement with “{name}”"),
}


class CommandSource:
    """The actions that can be done now, by their names in every language."""

    def __init__(self, commands: Commands, do: Callable[[str], None]) -> None:
        self._commands, self._do = commands, do

    def find(self, text: str) -> list[Entry]:
        """The actions that fit what was typed, the best first."""
        return [self._entry(one) for _fits, one in self._fitting(text)]

    def beside(self, text: str) -> tuple[list[Entry], list[Entry]]:
        """For a list of records: the actions that are called what was typed, and the best of the others."""
        fitting = self._fitting(text) if len(text.strip()) >= _LEAST else []
        called = [one for _fits, one in fitting if is_called(text, *_names(one))]
        others = [
            one for fits, one in fitting if fits < SCATTERED and one not in called and one.id != "go.anywhere"
        ]
        group = _("Commands")
        return (
            [self._entry(one, group) for one in called],
            [self._entry(one, group) for one in others[:_MOST_COMMANDS]],
        )

    def _fitting(self, text: str) -> list[tuple[int, Action]]:
        found = [
            (fits, one)
            for one in ACTIONS
            if one.id != "go.commands"
            and self._commands[one.id].isEnabled()
            and (fits := rank(text, *_names(one), words=one.words)) is not None
        ]
        return sorted(found, key=lambda pair: pair[0])

    def _entry(self, one: Action, group: str = "") -> Entry:
        action = self._commands[one.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return Entry(
            one.icon or "command", action.text().replace("&", ""), keys, group, lambda: self._do(one.id)
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

    def find(self, text: str) -> tuple[list[Entry], list[Entry]]:
        """The records that fit what was typed, the best first; and the offers to make a new one."""
        typed = text.strip()
        kind = _PREFIXES.get(typed[:1])
        words = typed[1:].strip() if kind else typed
        with self._office.read() as session:
            if not typed:
                return self._latest(session), []
            if kind and not words:
                found = [
                    going.Target(kind, *one, going.NAMED)
                    for one in titles.suggestions(session, kind, "", _MOST)
                ]
            else:
                found = going.targets(session.connection(), words, _MOST, (kind,) if kind else ())
            entries = self._entries(session, found)
        offered = ((kind,) if kind else tuple(_CREATE)) if words else ()
        return entries, [self._offer(one, words, found) for one in offered]

    def _entries(self, session: Session, found: Sequence[Target]) -> list[Entry]:
        """A line for each record; of those that are called alike it says what they belong to."""
        alike = Counter((one.kind, one.title) for one in found)
        return [
            self._entry(
                one.kind,
                one.row_id,
                one.title,
                whole=belonging(session, one) if alike[one.kind, one.title] > 1 else "",
            )
            for one in found
        ]

    def _latest(self, session: Session) -> list[Entry]:
        known = {entity_name(kind) for kind in entities()}
        found = (
            session.get(entity(spot.place), spot.row_id)
            for spot in self._recent.records()
            if spot.place in known
        )
        group = _("Looked at lately")
        return [self._entry(type(one), one.id, one.title(), group) for one in found if one is not None]

    def _entry(self, kind: type[Record], row_id: str, title: str, group: str = "", whole: str = "") -> Entry:
        name = entity_name(kind)
        return Entry(
            kind.icon,
            title or _("(without a name)"),
            " · ".join(part for part in (_(kind.label[0]), whole) if part),
            group,
            lambda: self._go(Spot(name, row_id)),
        )

    def _offer(self, kind: type[Record], words: str, found: Sequence[Target]) -> Entry:
        name, values = entity_name(kind), _values(kind, words, found)
        text = _(_CREATE[kind]).format(name=words)
        return Entry("add", text, "", "", lambda: self._create(name, values))


class AnythingSource:
    """Records first, then commands, then what can be made anew; a command that is called so comes first."""

    def __init__(self, commands: CommandSource, records: RecordSource) -> None:
        self._commands, self._records = commands, records

    def find(self, text: str) -> list[Entry]:
        """Everything that fits what was typed."""
        if text.startswith(">"):
            return self._commands.find(text[1:])
        records, offers = self._records.find(text)
        if text.strip()[:1] in _PREFIXES:
            return [*records, *offers]
        called, others = self._commands.beside(text)
        return [
            *called,
            *(_grouped(records, _("Records")) if called else records),
            *others,
            *(_grouped(offers, _("Create")) if called or others else offers),
        ]


def _grouped(entries: list[Entry], group: str) -> list[Entry]:
    return [replace(one, group=group) for one in entries]


def belonging(session: Session, target: Target) -> str:
    """What a record belongs to, by its title: that of which it is a part, else the first that it names."""
    record = session.get(target.kind, target.row_id)
    links = [one for one in fields(target.kind) if isinstance(one.kind, Link | Subject)]
    for one in sorted(links, key=lambda link: isinstance(link.kind, Link) and not link.kind.owner):
        title = titles.in_words(session, one.kind, getattr(record, one.name))
        if title and title not in target.title:
            return title
    return ""


def _names(one: Action) -> list[str]:
    """What an action is called in all languages."""
    names = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            names += [_(label) for label in (one.label, *one.also)]
    return names


def _values(kind: type[Record], words: str, found: Sequence[Target]) -> dict[str, object]:
    """What a new record knows from the words that were typed; an agreement is called after its partner."""
    if kind is not Agreement:
        return called(kind, words)
    partners = [one.row_id for one in found if one.kind is Partner and one.fit == going.EXACT]
    return {"partner_id": partners[0]} if len(partners) == 1 else {}
