"""The page of the map: filters, the map with its legend, and the list beside it; it follows every change."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from dipdesk.actions import partner_map
from dipdesk.actions.partner_map import MappedPartner, PartnerMap
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.labels import headline, plain, secondary
from dipdesk.gui.map.filters import MapFilters
from dipdesk.gui.map.legend import Legend
from dipdesk.gui.map.partner_rows import PartnerRow, sign_icon
from dipdesk.gui.map.scene import POINT, Scene, Seen
from dipdesk.gui.map.side import Side
from dipdesk.gui.map.view import MapView
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.theme import icon, icon_side
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number, join_words, ngettext
from dipdesk.model.relation import RELATION_STATES
from dipdesk.papers.world import Detail, Sign, patches, source_note
from dipdesk.papers.world.partners import (
    NONE,
    Choice,
    pins,
    sign_key,
    signs,
)
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile

_TOUCHED = ("partner", "relation", "relation_class", "country", "office")
_WIDTHS = "map.widths"
_MOST_ASKED, _MOST_TOLD = 25, 6
_SIDE = 18


class MapPage(QWidget):
    """All partners on the map of the world."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(self, office: OfficeFile, settings: Settings, news: OfficeNews, jobs: Jobs) -> None:
        super().__init__()
        self._office, self._settings, self._jobs = office, settings, jobs
        self._loads_fine = False
        self._data = PartnerMap((), (), (), None)
        self._rows: dict[str, PartnerRow] = {}
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view, self.side = MapView(), Side()
        self.filters = MapFilters(settings)
        self._told = plain(wrap=True)
        self._told.setMinimumHeight(2 * self._told.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._legend = Legend()
        self._lay_out()
        self._connect()
        self._keeping_up = KeepingUp(self, news, lambda told: told.touches(*_TOUCHED))
        self._keeping_up.due.connect(self.refresh)

    # Making

    def _lay_out(self) -> None:
        note = secondary(str(source_note()))
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE[1])
        below.addWidget(self.view, 1)
        below.addWidget(self._told)
        below.addWidget(self._legend)
        below.addWidget(note)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setAccessibleName(_("Map and list"))
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 7)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes(self._settings.get(_WIDTHS, [700, 300]))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[1])
        column.setSpacing(SPACE[1])
        column.addLayout(self._head())
        column.addWidget(self.filters)
        column.addWidget(self.splitter, 1)
        self.setFocusProxy(self.view)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(headline(_("Map")), 1)
        for sign, name, act in (
            ("zoom_out", _("Farther away (-)"), partial(self.view.step, -1)),
            ("zoom_in", _("Closer (+)"), partial(self.view.step, 1)),
            ("fit", _("Show everything (0)"), self.view.fit),
        ):
            button = QToolButton()
            button.setIcon(icon(sign))
            button.setIconSize(QSize(icon_side(_SIDE), icon_side(_SIDE)))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda checked=False, act=act: act())
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.splitter.splitterMoved.connect(lambda: self._settings.set(_WIDTHS, self.splitter.sizes()))
        self.filters.changed.connect(self._show)
        self.view.opened.connect(self._open)
        self.view.several.connect(self._ask)
        self.view.told.connect(self._tell)
        self.view.fine_wanted.connect(self._load_fine)
        self.view.words = self._words_of
        self.side.opened.connect(self._open)
        self.side.pointed.connect(self.view.point_to)
        self.side.fill_wanted.connect(self.fill_in)

    # Showing

    def refresh(self) -> None:
        """Read everything anew; look and filters stay."""
        self._keeping_up.is_stale = False
        with self._office.read() as session:
            self._data = partner_map.read(session)
        self.filters.offer(self._data)
        self._show()

    def _show(self) -> None:
        choice, by = self.filters.choice, self.filters.by
        shown, legend = pins(self._data, choice, by)
        home = self._data.home
        place = (home.longitude, home.latitude) if home else None
        self.view.show_scene(Scene(shown, place, POINT * icon_side(100) / 100, self.view.scene))
        known = signs(self._data, by)
        fallback = known[NONE]
        found = [one for one in self._data.partners if choice.passes(one)]
        rows = {
            one.id: self._row(one, choice, known.get(sign_key(one, choice, by), fallback)) for one in found
        }
        self._rows = {row.record: row for row in rows.values()}
        self.side.show_rows(
            [rows[one.id] for one in found if one.position is not None],
            [rows[one.id] for one in found if one.position is None],
        )
        self._legend.show_signs(legend)
        self._tell(None)

    def _row(self, partner: MappedPartner, choice: Choice, sign: Sign) -> PartnerRow:
        names = {one.id: one.name for one in self._data.classes}
        standings = choice.standings(partner)
        classes = dict.fromkeys(names.get(one.class_id, "") for one in standings)
        states = dict.fromkeys(_(RELATION_STATES.get(one.state, "")) for one in standings if one.state)
        return PartnerRow(
            f"partner/{partner.id}",
            partner.name,
            partner.country,
            ", ".join(filter(None, classes)),
            ", ".join(states),
            sign,
        )

    def _tell(self, seen: Seen | None) -> None:
        """Say which mark is meant, in one line below the map."""
        if seen is None:
            hint = _("Click or Enter opens a mark, Tab goes to the next; double-click or + comes closer.")
            self._told.setText(hint if self.view.scene.pins else self._emptiness())
            return
        self._told.setText(one_line(self._words_of(seen, _MOST_TOLD).replace("\n", " · ")))
        if seen.count == 1:
            self.side.choose(self.view.scene.pins[seen.cluster.members[0]].record)

    def _emptiness(self) -> str:
        if not self._data.partners:
            return _("Partners stand here once they are entered and have a position.")
        return _("No partner that passes the filters has a position.")

    def _words_of(self, seen: Seen, most: int = _MOST_ASKED) -> str:
        """What a mark stands for: everything about one partner, the names of several."""
        records = [self.view.scene.pins[member].record for member in seen.cluster.members]
        if len(records) == 1:
            return self._rows[records[0]].said()
        names = [self._rows[record].name for record in records[:most]]
        head = ngettext("{count} partner", "{count} partners", len(records)).format(
            count=format_number(len(records))
        )
        left = len(records) - len(names)
        more = ngettext("{count} more", "{count} more", left).format(count=format_number(left))
        return f"{head}\n{join_words([*names, more] if left else names)}"

    # Doing

    def fill_in(self) -> None:
        """Look partners without a position up in the gazetteer and store what is found, as one step."""
        missing = {row.record.partition("/")[2] for row in self.side.unplaced.rows}
        with self._office.read() as session:
            wanted = [one for one in partner_map.proposals(session) if one.partner_id in missing]
        if not wanted:
            toast(self.window(), _("The gazetteer knows none of these places."))
            return
        stored = partner_map.place_partners(self._office, wanted)
        left = len(missing) - stored
        text = ngettext(
            "{count} position filled in; {left} not found.",
            "{count} positions filled in; {left} not found.",
            stored,
        ).format(count=format_number(stored), left=format_number(left))
        label = self._office.undo_label
        toast(self.window(), text, _("Undo"), lambda: self._take_back(label))

    def _take_back(self, label: str) -> None:
        if self._office.undo_label == label:
            self._office.undo()

    def _open(self, record: str) -> None:
        name, _slash, row_id = record.partition("/")
        self.opened.emit(name, row_id)

    def _ask(self, records: list[str], place: QPoint) -> None:
        """Ask which of several partners at one place is meant."""
        menu = self.menu_of(records)
        menu.popup(place)

    def menu_of(self, records: list[str]) -> QMenu:
        """The menu of partners that lie at one place."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for record in records[:_MOST_ASKED]:
            row = self._rows[record]
            action = menu.addAction(sign_icon(row.sign), one_line(row.said()).replace("&", "&&"))
            action.triggered.connect(partial(self._open, record))
        return menu

    def _load_fine(self) -> None:
        if not self._loads_fine:
            self._loads_fine = True
            self._jobs.run(_fine, lambda _done: self._refine(), self._fail, "")

    def _refine(self) -> None:
        self.view.ground.refine()
        self.view.update()

    @staticmethod
    def _fail(error: Exception) -> None:
        raise error


def _fine(progress: Progress) -> int:
    """Load the fine outlines; how many pieces they have."""
    return len(patches(Detail.FINE))
