"""Where the palette finds what it shows: among the actions, and among the records of the office."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence
from sqlalchemy.orm import Session

from dipdesk.gui.actions import ACTIONS, Action
from dipdesk.gui.form.draft import called
from dipdesk.gui.menus import Commands
from dipdesk.gui.palette.entry import Entry, rank
from dipdesk.gui.recent import Recent
from dipdesk.gui.trail import Spot
from dipdesk.i18n import LANGUAGES, N_, _, speaking
from dipdesk.model import Agreement, Partner, Person, Record, Visit, entities, entity, entity_name
from dipdesk.store import going, titles
from dipdesk.store.going import Target
from dipdesk.store.office_file import OfficeFile

_MOST = 30
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
        """The records that fit what was typed, the best first; then the offers to make a new one."""
        typed = text.strip()
        kind = _PREFIXES.get(typed[:1])
        words = typed[1:].strip() if kind else typed
        with self._office.read() as session:
            if not typed:
                return self._latest(session)
            if kind and not words:
                return [self._entry(kind, *found) for found in titles.suggestions(session, kind, "", _MOST)]
            found = going.targets(session.connection(), words, _MOST, (kind,) if kind else ())
        entries = [self._entry(one.kind, one.row_id, one.title) for one in found]
        return [
            *entries,
            *(self._offer(one, words, found) for one in ((kind,) if kind else _CREATE) if words),
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

    def _entry(self, kind: type[Record], row_id: str, title: str, group: str = "") -> Entry:
        name = entity_name(kind)
        return Entry(
            kind.icon,
            title or _("(without a name)"),
            _(kind.label[0]),
            group,
            lambda: self._go(Spot(name, row_id)),
        )

    def _offer(self, kind: type[Record], words: str, found: Sequence[Target]) -> Entry:
        name, values = entity_name(kind), _values(kind, words, found)
        text = _(_CREATE[kind]).format(name=words)
        return Entry("add", text, "", "", lambda: self._create(name, values))


def _names(one: Action) -> list[str]:
    """What an action is called in all languages."""
    names = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            names.append(_(one.label))
    return names


def _values(kind: type[Record], words: str, found: Sequence[Target]) -> dict[str, object]:
    """What a new record knows from the words that were typed; an agreement is called after its partner."""
    if kind is not Agreement:
        return called(kind, words)
    partners = [one.row_id for one in found if one.kind is Partner and one.fit == going.EXACT]
    return {"partner_id": partners[0]} if len(partners) == 1 else {}
