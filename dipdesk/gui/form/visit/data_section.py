"""The personal data that a visit still holds: of how many people, due for deletion when, and the deed."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions import retention
from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.drafts import Drafts, draft_path
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import SPACE, icon
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_date, ngettext
from dipdesk.model import DelegationMember, Visit, entity_name
from dipdesk.rules import clock
from dipdesk.rules.retention import Held
from dipdesk.rules.retention import retention as rule
from dipdesk.rules.spans import months_after
from dipdesk.store import backup
from dipdesk.store.office_file import News, OfficeFile

_SIZE = QSize(560, 480)


class DataSection(QWidget):
    """What is kept of the members of one visit."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._visit_id = office, visit_id
        self._held: tuple[Held, ...] = ()
        self._heading = Heading(_("Personal data"), self)
        self.clear_button = QPushButton(icon("delete"), _("Clear personal data …"), self._heading)
        self.clear_button.setProperty("role", "link")
        self.clear_button.clicked.connect(lambda _checked=False: self.clear())
        self._heading.add(self.clear_button)
        self._lines = Wrapped(parent=self)
        self._lines.setContentsMargins(INSET, SPACE[0], 0, 0)
        self._source = secondary(rule().source.said())
        self._source.setContentsMargins(INSET, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (self._heading, self._lines, self._source):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            self._held = retention.of_visit(session, visit) if visit is not None else ()
            cleared = visit.cleared_on if visit is not None else None
        lines = [one.said(clock.today()) for one in self._held if one.count]
        if not lines:
            lines = [_("Nothing personal is kept of the members but names and posts.")]
        if cleared is not None:
            lines.append(_("Cleared on {day}.").format(day=format_date(cleared)))
        self._lines.set_text("\n".join(lines))
        self.clear_button.setVisible(any(one.count for one in self._held))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("delegation", "delegation_member") or ("visit", self._visit_id) in news.rows

    def clear(self) -> None:
        """Ask which data shall go, and clear them for good, in backups too if that is wanted."""
        try:
            old = retention.backups_with(self._office, self._visit_id)
            dialog = ClearDialog(tuple(one for one in self._held if one.count), len(old), self)
            if not dialog.exec():
                return
            keys = dialog.chosen()
            old = retention.backups_with(self._office, self._visit_id, keys) if dialog.takes_backups() else []
            gone = self._clear(keys, old)
        except Known as trouble:
            toast(self.window(), trouble.sentence)
            return
        finally:
            self.refresh()
        text = ngettext(
            "Personal data of {count} person cleared", "Personal data of {count} people cleared", len(gone)
        )
        toast(self.window(), text.format(count=len(gone)))

    def _clear(self, keys: frozenset[str], old: list[Path]) -> tuple[str, ...]:
        """Clear what is chosen and delete the ``old`` backups; the members of whom something went."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            gone = retention.clear(self._office, self._visit_id, keys, clock.today())
            self._forget_drafts(gone, keys)
            if old:
                retention.replace_backups(self._office, old)
        finally:
            QGuiApplication.restoreOverrideCursor()
        return gone

    def _forget_drafts(self, members: tuple[str, ...], keys: frozenset[str]) -> None:
        """What was typed into the fields and never saved goes, too."""
        names = [name for one in rule().classes if one.key in keys for name in one.fields]
        office_id = self._office.office().id
        for member in members:
            drafts = Drafts(draft_path(office_id, entity_name(DelegationMember), member), self)
            for name in drafts.found().keys() & names:
                drafts.drop(name)
            drafts.deleteLater()


class ClearDialog(Dialog):
    """Which classes of data go; it says plainly that they cannot come back, and what remains."""

    def __init__(self, found: tuple[Held, ...], backups: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Clear personal data"), parent, _SIZE)
        self.boxes = {one.kind.key: QCheckBox(one.said(clock.today())) for one in found}
        for one in found:
            box = self.boxes[one.kind.key]
            box.setChecked(one.kind.sensitive or one.is_due(clock.today()))
            self.column.addWidget(box)
        self.column.addWidget(plain(_explained(), wrap=True))
        delete = ngettext(
            "Delete the backup that still holds it; a new one is written first",
            "Delete the {count} backups that still hold it; a new one is written first",
            backups,
        )
        self.backups = QCheckBox(delete.format(count=backups))
        if backups:
            self.column.addWidget(self.backups)
            self.column.addWidget(plain(_of_backups(clock.today()), wrap=True))
        self.column.addStretch(1)
        main = QPushButton(_("Clear for good"))
        self.add_buttons(main)
        main.setProperty("role", None)  # what cannot be undone is not what Enter does
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: main.setEnabled(bool(self.chosen())))
        main.setEnabled(bool(self.chosen()))

    def takes_backups(self) -> bool:
        """Whether the backups that hold the data shall go, too."""
        return self.backups.isChecked()

    def chosen(self) -> frozenset[str]:
        """The keys of the classes that shall go."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())


def _explained() -> str:
    return _(
        "This cannot be undone: what is ticked goes from the records, from their history and from the pages"
        " of this file. It stays written down who cleared it and when. Names, posts, consents and the papers"
        " that were made stay."
    )


def _of_backups(today: date) -> str:
    """How long backups hold what was cleared, if one is made every month."""
    return _(
        "Backups that stay are thinned out with time, the last of them goes around {day}. If one of them is"
        " put back, the data are cleared in it again. Copies in other places are not reached from here:"
        " delete them by hand."
    ).format(day=format_date(months_after(today, backup.MONTHLY)))
