"""Why a paper would be different: what changed since in the records that it is read from, in words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from dipdesk.i18n import _
from dipdesk.store import titles
from dipdesk.store.since import Touched, ValueChange, values_since

_MOST = 12
_SHORT = 60
_LEAD = 3
"""Of long values that begin with more than so many equal words, what is before the difference is left out."""


@dataclass(frozen=True)
class Cause:
    """One change: the record, what it is called, the label of the field, and the value before and after.

    ``field`` is empty where the record itself came or went; ``step`` is the step in which it happened.
    """

    entity: str
    row_id: str
    title: str
    field: str
    before: str
    after: str
    step: str

    def sentence(self) -> str:
        """The change in a line."""
        if not self.field:
            text = _("{record} was added.") if self.after else _("{record} was removed.")
            return text.format(record=_short(self.title))
        if self.before == self.after:
            text = _("{record}: {field} is another one now.")
            return text.format(record=_short(self.title), field=self.field)
        if not self.before:
            return _("{record}: {field} is now “{after}”.").format(
                record=_short(self.title), field=self.field, after=_short(self.after)
            )
        if not self.after:
            return _("{record}: {field} “{before}” was removed.").format(
                record=_short(self.title), field=self.field, before=_short(self.before)
            )
        before, after = _apart(self.before, self.after)
        return _("{record}: {field} was “{before}”, is now “{after}”.").format(
            record=_short(self.title), field=self.field, before=before, after=after
        )


@dataclass(frozen=True)
class Shown:
    """What a paper can show: its languages, and the fields it looked at, as entity and name."""

    languages: Collection[str]
    fields: Collection[tuple[str, str]]

    def tells(self, entity: str, change: ValueChange) -> bool:
        """Whether a change can be seen on the paper."""
        return change.tongue in ("", *self.languages) and (entity, change.name) in self.fields


def causes(
    session: Session, touched: Iterable[Touched], since: datetime, shown: Shown
) -> tuple[tuple[Cause, ...], int]:
    """The changes since an aware time in records that a paper is read from, the latest first, twelve at most.

    Only the first and the last value of a field count: what was changed and changed back is no cause. Nor is
    what the paper does not show, unless there is nothing else. With the number of those left out.
    """
    latest = sorted(touched, key=lambda one: one.at, reverse=True)
    found = [cause for one in latest for cause in _of_record(session, one, since, shown)]
    if not found:
        found = [cause for one in latest for cause in _of_record(session, one, since, None)]
    return tuple(found[:_MOST]), max(0, len(found) - _MOST)


def _of_record(session: Session, one: Touched, since: datetime, shown: Shown | None) -> list[Cause]:
    if one.is_gone or one.is_new:
        if one.is_gone and one.is_new:
            return []
        word = "" if one.is_gone else "+"
        return [Cause(one.entity, one.row_id, _title(session, one), "", "", word, one.step)]
    return [
        Cause(
            one.entity, one.row_id, _title(session, one), change.field, change.before, change.after, one.step
        )
        for change in values_since(session, one.entity, one.row_id, since)
        if shown is None or shown.tells(one.entity, change)
    ]


def _title(session: Session, one: Touched) -> str:
    return one.title or titles.title_of(session, one.entity, one.row_id)


def _apart(before: str, after: str) -> tuple[str, str]:
    """Both values in a line, from a word before the first that is not the same in both."""
    old, new = before.split(), after.split()
    pairs = enumerate(zip(old, new, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
    if max(len(before), len(after)) <= _SHORT or same <= _LEAD:
        return _short(before), _short(after)
    return _short("… " + " ".join(old[same - 1 :])), _short("… " + " ".join(new[same - 1 :]))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rstrip() + "…"
