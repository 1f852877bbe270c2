"""Pages of records under the hands of a test: keys, dialogs, lists, what is stored."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.sections import chapters_for
from dipdesk.model import Partner, Record
from dipdesk.store.office_file import OfficeFile
from tests.gui.tabbing import stops_after

Typist = Callable[[QWidget, str], None]
Open = Callable[[type[Record], str], RecordPage]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, in an open list or dialog if there is one."""
    dialog = QApplication.activeModalWidget()
    inside = (dialog.focusWidget() or dialog) if dialog is not None else None
    target = QApplication.activePopupWidget() or inside or QApplication.focusWidget()
    assert target is not None
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers))


def soon(action: Callable[[], None]) -> None:
    """Act while the dialog that comes next is open; whatever goes wrong, the dialog closes."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            action()
        finally:
            if dialog is not None and QApplication.activeModalWidget() is dialog:
                dialog.close()

    QTimer.singleShot(50, act)


def added(office: OfficeFile, *records: Record) -> None:
    with office.change("Sample") as session:
        session.add_all(records)


def stored(office: OfficeFile, kind: type[Record], row_id: str) -> Any:
    with office.read() as session:
        return session.get(kind, row_id)


def listed(page: RecordPage, kind: str) -> RelatedList:
    told = next((one for one in chapters_for(page._kind) if kind in one.lists), None)
    if told is not None:
        page.chapters.turn(told.key)
    return next(one for one in page.sections if isinstance(one, RelatedList) and one.what.kind == kind)


def partner_page(office: OfficeFile, open_page: Open, **values: Any) -> tuple[Partner, RecordPage]:
    partner = Partner(**{"name_tr": "Mostar", **values})
    added(office, partner)
    return partner, open_page(Partner, partner.id)


def stops(page: QWidget) -> list[QWidget]:
    """What Tab reaches, in order."""
    return [one for one in stops_after(page) if page.isAncestorOf(one)]
