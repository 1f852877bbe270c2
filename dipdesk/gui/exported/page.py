"""The page of exported papers, those that are no longer true first; it checks them one after the other."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.cards import Card, SheetPage, clear, page_head
from dipdesk.gui.exported.card import ExportedCard, Facts
from dipdesk.gui.exported.renewal import Renewal
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.labels import secondary
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Exported
from dipdesk.papers import exported
from dipdesk.papers.exported import Staleness
from dipdesk.papers.registry import paper
from dipdesk.store import removal
from dipdesk.store.office_file import OfficeFile


class ExportedPage(SheetPage):
    """Cards; checking stops when the page is left, and begins anew after every change."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    sheet_wanted = Signal()
    """The change sheet is wanted."""
    checked = Signal()
    """All papers are checked."""

    def __init__(
        self, office: OfficeFile, settings: Settings, news: OfficeNews, jobs: Jobs, troubles: Troubles
    ) -> None:
        super().__init__()
        self._office = office
        self._known: dict[str, Staleness] = {}
        self._waiting: list[str] = []
        self._had_focus = False
        self.cards: dict[str, ExportedCard] = {}
        self.renewal = Renewal(office, settings, jobs, troubles, self)
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._check_next)
        self._build()
        self._keeping_up = KeepingUp(self, news)
        self._keeping_up.due.connect(self.refresh)

    def refresh(self) -> None:
        """Read the list anew and check everything in it; place and focus stay where they make sense."""
        self._keeping_up.is_stale = False
        self._had_focus = self._had_focus or self._holds_focus()
        with self.standing_still():
            self._read()
        self._next.start() if self.cards else self.checked.emit()

    def _read(self) -> None:
        with self._office.read() as session:
            found = [Facts.of(session, note) for note in exported.current(session)]
        clear(self._list)
        self.cards = {one.id: self._card(one) for one in found}
        for card in self.cards.values():
            self._list.addWidget(card)
        self._empty.setVisible(not found)
        self._deeds.setVisible(bool(found))
        self._known = {}
        self._waiting = [one.id for one in found]
        self._bar.setMaximum(max(len(found), 1))
        self._say()

    def stale(self) -> list[str]:
        """The ids of the papers that are known to be no longer true and can be made again."""
        return [row_id for row_id, one in self._known.items() if one.is_stale and not one.trouble]

    # Checking

    def _check_next(self) -> None:
        if not self._waiting or not self.isVisible():
            self._next.stop()
            return
        row_id = self._waiting.pop(0)
        with self._office.read() as session:
            note = session.get(Exported, row_id)
            found = exported.check(session, note, paper) if note else None
        if found is not None:
            self._known[row_id] = found
            self.cards[row_id].show_staleness(found)
        if not self._waiting:
            self._next.stop()
            self._sort()
            self._say()
            self._give_focus()
            self.checked.emit()
        self._say()

    def _stop(self) -> None:
        self._waiting = []
        self._next.stop()
        self._say()

    def _sort(self) -> None:
        """Those that are no longer true come first; among equals the latest."""
        for place, row_id in enumerate(self._order()):
            self._list.removeWidget(self.cards[row_id])
            self._list.insertWidget(place, self.cards[row_id])

    def _order(self) -> list[str]:
        return sorted(self.cards, key=lambda row_id: not self._known[row_id].is_stale)

    def _holds_focus(self) -> bool:
        """Whether somebody is working with the papers by keyboard or mouse."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _give_focus(self) -> None:
        """Put the focus on what can be done next, if it was on the page before."""
        if not self._had_focus:
            return
        self._had_focus = False
        cards = [self.cards[row_id] for row_id in self._order()]
        wanted = [card.export for card in cards if card.export.isVisibleTo(card)]
        for button in [*wanted, *(card.details for card in cards)][:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(button)

    def _say(self) -> None:
        done, total = len(self._known), len(self.cards)
        self._bar.setVisible(bool(self._waiting))
        self._halt.setVisible(bool(self._waiting))
        self._bar.setValue(done)
        stale = self.stale()
        self.all.setEnabled(bool(stale) and not self._waiting)
        self.sheet.setEnabled(bool(stale))
        if self._waiting:
            self._state.setText(
                _("Checking paper {number} of {total} …").format(number=done + 1, total=total)
            )
        elif stale:
            text = ngettext(
                "{count} paper would be different today.",
                "{count} papers would be different today.",
                len(stale),
            )
            self._state.setText(text.format(count=len(stale)))
        else:
            is_well = 0 < total == done
            self._state.setText(_("All papers that were exported are up to date.") if is_well else "")
        self._state.setVisible(bool(self._state.text()))

    # Doing

    def _export_all(self) -> None:
        for row_id in self.stale():
            self.renewal.again(row_id)

    def _some(self, row_id: str) -> None:
        if (found := self._known.get(row_id)) is not None:
            self.renewal.only_cards(row_id, found)

    def _forget(self, row_id: str) -> None:
        with self._office.change(N_("Exported paper no longer watched")) as session:
            removal.remove(session, session.get_one(Exported, row_id))
        toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)

    # Keeping up

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._waiting:
            self._next.start()

    # Building

    def _card(self, facts: Facts) -> ExportedCard:
        card = ExportedCard(facts)
        card.again.connect(self.renewal.again)
        card.cards_only.connect(self._some)
        card.shown.connect(lambda row_id: self.opened.emit("exported", row_id))
        card.forgotten.connect(self._forget)
        return card

    def _build(self) -> None:
        head = page_head(_("Exported papers"))
        self.content.addLayout(head)
        self._state = secondary()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(_("Checking the papers"))
        self._halt = QPushButton(_("Stop"))
        self._halt.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        row.addWidget(self._bar)
        row.addWidget(self._halt)
        self.content.addLayout(row)
        self.content.addWidget(self._make_deeds())
        self._empty = Card(_("Nothing exported yet"))
        self._empty.say(
            _(
                "Every paper that you export is remembered here. As soon as something changes that stands in"
                " it, you see in which part and why, and export it again with one click."
            )
        )
        self.content.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[3])
        self.content.addLayout(self._list)
        self.content.addStretch(1)

    def _make_deeds(self) -> QWidget:
        self.all = QPushButton(_("Export all of them again"))
        self.all.setProperty("role", "primary")
        self.all.clicked.connect(self._export_all)
        self.sheet = QPushButton(_("Change sheet …"))
        self.sheet.clicked.connect(self.sheet_wanted)
        self._deeds = QWidget()
        row = Flow(gap=SPACE[1])
        self._deeds.setLayout(row)
        row.addWidget(self.all)
        row.addWidget(self.sheet)
        return self._deeds
