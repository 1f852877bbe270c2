"""The question before records go together with others that belong to them."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model import Record
from dipdesk.store import removal
from dipdesk.store.office_file import OfficeFile

_UNSAID = ("tagging",)
"""What goes along without a word: the record of a tag is the tag, which stays."""
_MOST_KINDS = 8


def may_go(over: QWidget, office: OfficeFile, kind: type[Record], row_ids: Sequence[str]) -> bool:
    """Whether records may be deleted: asks where they take others along. Escape and Enter keep them."""
    along = taken_along(office, kind, row_ids)
    if not along:
        return True
    box = QMessageBox(over.window())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("Delete"))
    box.setText(_question(office, kind, row_ids))
    box.setInformativeText(_said(along))
    delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete


def taken_along(
    office: OfficeFile, kind: type[Record], row_ids: Sequence[str]
) -> list[tuple[type[Record], int]]:
    """How many records of which entities would go with these, the most first."""
    found: dict[str, type[Record]] = {}
    with office.read() as session:
        records = [one for row_id in row_ids if (one := session.get(kind, row_id)) is not None]
        for record in records:
            found |= {one.id: type(one) for one in removal.belongings(session, record)}
    counted = Counter(
        one for row_id, one in found.items() if row_id not in row_ids and one.__tablename__ not in _UNSAID
    )
    return counted.most_common()


def _question(office: OfficeFile, kind: type[Record], row_ids: Sequence[str]) -> str:
    if len(row_ids) > 1:
        text = ngettext("Delete {count} record?", "Delete {count} records?", len(row_ids))
        return text.format(count=format_number(len(row_ids)))
    with office.read() as session:
        record = session.get(kind, row_ids[0])
        title = record.title() if record is not None else ""
    return _("Delete “{name}”?").format(name=title or _("(without a name)"))


def _said(along: Sequence[tuple[type[Record], int]]) -> str:
    """How many go along, of which kinds, and that there is a way back."""
    total = sum(count for _kind, count in along)
    head = ngettext(
        "{count} record that belongs to it goes, too:", "{count} records that belong to it go, too:", total
    )
    lines = [
        _("{kind}: {count}").format(kind=_(one.label[1]), count=format_number(count))
        for one, count in along[:_MOST_KINDS]
    ]
    if rest := sum(count for _kind, count in along[_MOST_KINDS:]):
        lines.append(_("Others: {count}").format(count=format_number(rest)))
    back = _("Everything comes back with Undo.")
    return "\n".join([head.format(count=format_number(total)), *lines, "", back])
