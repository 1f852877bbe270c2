"""The rows of a list inside a page: what each cell says, and which record it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import attendance
from dipdesk.gui.form.kept_rows import ROW_ID
from dipdesk.gui.form.swatches import is_colour, swatch_icon
from dipdesk.gui.literal import visible
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import LANGUAGES, _, language
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Field,
    Post,
    Record,
    best_text,
    field_of,
    fields,
    title_column,
)
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.rows import late_text
from dipdesk.store.titles import own_words, said

MOST = 200
_MEMBERS = DelegationMember, "delegation_id"
_POST_TITLE = field_of(Post, "title_tr").label
"""What is called a title like that of an event, and is none: other languages have another word for it."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One record: its id, what it is called, and the texts of its columns."""

    row_id: str
    title: str
    texts: tuple[str, ...]
    late: frozenset[int] = frozenset()
    """The places of the columns that say that it is late."""
    colours: Mapping[int, str] = field(default_factory=dict)
    """The codes of the colours in columns that hold one, by place."""


def read_rows(
    office: OfficeFile, kind: type[Record], link: str, target: str, columns: Sequence[Field]
) -> tuple[list[Row], int]:
    """The records whose ``link`` is ``target`` in their order, 200 at most, and how many there are in all."""
    with office.read() as session:
        here = getattr(kind, link) == target
        records = _in_line(session, kind, link, target) or session.scalars(
            _ordered(kind).where(here).limit(MOST)
        )
        rows = [_row(session, one, columns) for one in records]
        total = session.scalar(select(func.count()).select_from(kind).where(here))
    return rows, total or 0


def _in_line(session: Session, kind: type[Record], link: str, target: str) -> Sequence[Record]:
    """The members of a delegation in order of precedence, 200 at most; of other lists nothing."""
    delegation = session.get(Delegation, target) if (kind, link) == _MEMBERS else None
    if delegation is None:
        return []
    day = delegation.visit.starts if delegation.visit else None
    return [one.member for one in attendance(session, delegation, day, language())][:MOST]


def _ordered(kind: type[Record]) -> Any:
    keys = []
    for name in kind.order_by:
        column = getattr(kind, name.lstrip("-"))
        keys.append(column.desc().nulls_last() if name.startswith("-") else column.asc().nulls_last())
    return select(kind).order_by(*keys, getattr(kind, title_column()), kind.id)


def _row(session: Session, record: Record, columns: Sequence[Field]) -> Row:
    late = {place: text for place, one in enumerate(columns) if (text := late_text(record, one.name))}
    texts = (late.get(place) or _text(session, record, one) for place, one in enumerate(columns))
    colours = {
        place: code
        for place, one in enumerate(columns)
        if is_colour(one.kind) and (code := getattr(record, one.name))
    }
    return Row(record.id, record.title(), tuple(texts), frozenset(late), colours)


def _text(session: Session, record: Record, field: Field) -> str:
    """A value in words; of a text in several languages the version in the language spoken, or another."""
    stem, _underscore, tongue = field.name.rpartition("_")
    if tongue in LANGUAGES and hasattr(record, f"{stem}_{language()}"):
        return best_text(record, stem, language())
    return own_words(record, field.name) or said(session, field, getattr(record, field.name))


class RowsModel(QAbstractTableModel):
    """Rows as Qt wants them; column heads from the fields."""

    def __init__(self, kind: type[Record], columns: Sequence[str]) -> None:
        super().__init__()
        known = {one.name: one for one in fields(kind)}
        self.columns = [known[name] for name in columns if name in known]
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Take these rows instead of the present ones."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, place = self.rows[index.row()], index.column()
        text = visible(row.texts[place]).replace("\n", " · ")
        is_right = self.columns[place].kind.numeric
        said: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: text,
            Qt.ItemDataRole.AccessibleTextRole: f"{self.columns[place].title()}: {text}",
            ROW_ID: row.row_id,
        }
        if role == Qt.ItemDataRole.TextAlignmentRole and is_right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and place in row.colours:
            return swatch_icon(row.colours[place])
        if role == Qt.ItemDataRole.ForegroundRole and place in row.late:
            return tokens(QGuiApplication.palette()).bad
        return said.get(role)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and told:
            return _heading(self.columns[section])
        return None


def _heading(field: Field) -> str:
    """The head of a column; a text in several languages is headed by what it is in any of them."""
    spoken = {
        "title": _("Title") if field.label != _POST_TITLE else _("Post title"),
        "name": _("Name"),
        "text": _("Text"),
        "what": _("What"),
        "place": _("Place"),
    }
    stem, _underscore, tongue = field.name.rpartition("_")
    return spoken.get(stem, field.title()) if tongue in LANGUAGES else field.title()
