"""The table of the members of a delegation: a row for each, the columns that say something."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from dipdesk.actions.attendance import Attendance
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.table_keys import ABSENT, deed_of
from dipdesk.i18n import _, language, language_name, pgettext
from dipdesk.model.delegation import MEMBER_STATES, ROLES

_NAME = 2
"""Place, name and post always stand there."""
_MAINS = {1: 24, _NAME: 14}
"""The letters that one needs to read of name and post."""
_GIVE_WAY = (4, 5, 7, 6, 3)
"""Languages, interpreter, the journeys and the role can be left out; one finds them with the member."""


class MemberModel(CellsModel):
    """The members; columns in which nothing stands are left out."""

    def __init__(self) -> None:
        super().__init__(_heads())
        self.all_lines: list[Line] = []
        self.told: tuple[int, ...] = ()
        """Which of all columns stand there, by their places in the list of heads."""

    def show(self, lines: list[Line]) -> None:
        """Take other rows, with the columns that say something."""
        self.all_lines = lines
        heads = _heads()
        said = (at for at in range(len(heads)) if at <= _NAME or any(line.cells[at] for line in lines))
        self.told = tuple(said)
        self._heads = tuple(heads[at] for at in self.told)
        super().show([replace(line, cells=tuple(line.cells[at] for at in self.told)) for line in lines])


class MemberTable(PlainTable):
    """The members; the column of the names gives way last. X notes that somebody does not come."""

    absent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if deed_of(event) is ABSENT:
            self.absent.emit()
        else:
            super().keyPressEvent(event)

    def mains(self, wanted: Sequence[int]) -> dict[int, int]:
        """Name and post say who it is."""
        return dict(list(_MAINS.items())[: max(len(wanted) - 1, 0)])

    def going(self) -> Sequence[int]:
        """Where the room is too small for all columns, those that one looks at least are left out."""
        model = self.model()
        told = model.told if isinstance(model, MemberModel) else ()
        return [told.index(one) for one in _GIVE_WAY if one in told]


def _heads() -> tuple[str, ...]:
    return (
        pgettext("rank", "Place"),
        _("Name"),
        _("Post"),
        _("Role"),
        _("Languages"),
        _("Interpreter"),
        _("Arrives with"),
        _("Leaves with"),
        pgettext("hotel", "Room"),
        _("State"),
    )


def member_line(one: Attendance) -> Line:
    """One member; what is usual, a mere member who is expected, goes without saying."""
    member = one.member
    room, role, state = member.room, member.role, member.state
    return Line(
        member.id,
        (
            str(one.place),
            one.person.title(),
            one.post.post_name(language()) if one.post else "",
            _(ROLES[role]) if role in ROLES and role != "member" else "",
            ", ".join(language_name(code) for code in one.person.languages),
            _("needed") if member.needs_interpreter else "",
            _journey(member.arrival.title() if member.arrival else ""),
            _journey(member.departure.title() if member.departure else ""),
            room.number if room else "",
            _(MEMBER_STATES[state]) if state in MEMBER_STATES and state != "expected" else "",
        ),
        tone="bad" if state == "absent" else None,
    )


def _journey(title: str) -> str:
    """A journey by its number alone, where there is one."""
    return title.split(" · ")[0]
