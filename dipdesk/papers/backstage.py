"""What stands behind the items of a visit: who speaks and serves, gifts, and the cues of each role."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from dipdesk.i18n import _, format_time, join_words
from dipdesk.model import Cue, Duty, Gift, Phase, ProgrammeItem, Record, TakingPart, Visit
from dipdesk.model.cue import CREW
from dipdesk.papers.reading import Reading, said

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Backstage:
    """What belongs to the items of a visit; ``receiver`` is for whom the copy is, empty for the office.

    A receiver reads the cues of its own role only, and nothing of the gifts.
    """

    reading: Reading
    visit: Visit
    receiver: str = ""

    def company(self, item: ProgrammeItem) -> str:
        """Who takes part if that is not everybody; inside the office those who are named, by name."""
        if item.takes_part in ("", "all"):
            return ""
        group = self.reading.value(item, "takes_part")
        if self.reading.public or self.receiver or item.takes_part != "named":
            return group
        names = [one.member.title() for one in self._named.get(item.id, ()) if one.member]
        return join_words(names) if names else group

    def people(self, item: ProgrammeItem) -> Iterator[str]:
        """Who speaks, who serves and how they are reached; not for the public."""
        if self.reading.public:
            return
        if item.speakers:
            yield _("Speakers: {names}").format(names=item.speakers)
        for one in self._duties.get(item.id, ()):
            if one.person is not None:
                yield _("{duty}: {name}").format(
                    duty=self.reading.value(one, "kind"), name=self._reached(one)
                )

    def occasion(self, item: ProgrammeItem) -> Iterator[str]:
        """Of which ceremony it is a part, and which gifts change hands; gifts only inside the office."""
        if self.reading.public:
            return
        if item.ceremony is not None:
            own = said(item.ceremony, "title")
            words = own if own != said(item, "title") else self.reading.value(item.ceremony, "kind")
            yield _("Ceremony: {title}").format(title=words)
        if not self.receiver:
            yield from (_gift(one) for one in self._gifts.get(item.id, ()))

    def roles(self) -> list[str]:
        """The roles that have something to do at an item, in their order."""
        found = {one.role for cues in self._cues.values() for one in cues}
        return [role for role in CREW if role in found]

    def is_cued(self, item: ProgrammeItem, role: str = "") -> bool:
        """Whether a role, or any whose cues are told, has something to do at the item."""
        return any(role in ("", one.role) for one in self._cues.get(item.id, ()))

    def is_served(self, item: ProgrammeItem, duty: str) -> bool:
        """Whether somebody has that duty at the item."""
        return any(one.kind == duty for one in self._duties.get(item.id, ()))

    def cues(self, item: ProgrammeItem) -> Iterator[str]:
        """What each role does and when, a line each: Kitchen 19:50: the first course."""
        for role in self.roles():
            for one in self._cues.get(item.id, ()):
                if one.role == role:
                    yield cue_line(one, item.starts.aware if item.starts else None)

    def cues_of(self, item: ProgrammeItem, role: str) -> Iterator[str]:
        """What one role does, a line each, without naming it."""
        for one in self._cues.get(item.id, ()):
            if one.role == role:
                starts = item.starts.aware if item.starts else None
                time, words = _clock(one, starts), said(one, "text")
                yield _("{time} {cue}").format(time=time, cue=words) if time else words

    def _reached(self, duty: Duty) -> str:
        """Who serves, for which languages, and under which number."""
        name = duty.person.full_name() if duty.person else ""
        parts = (name, self.reading.value(duty, "languages"), self.reading.value(duty, "phone"))
        return " · ".join(part for part in parts if part)

    @cached_property
    def _items(self) -> list[str]:
        found = self.reading.all(ProgrammeItem, ProgrammeItem.visit_id == self.visit.id)
        return [one.id for one in found]

    @cached_property
    def _named(self) -> dict[str, list[TakingPart]]:
        return _by_item(self.reading.all(TakingPart, TakingPart.item_id.in_(self._items)))

    @cached_property
    def _duties(self) -> dict[str, list[Duty]]:
        return _by_item(self.reading.all(Duty, Duty.visit_id == self.visit.id, order=(Duty.kind,)))

    @cached_property
    def _gifts(self) -> dict[str, list[Gift]]:
        return _by_item(self.reading.all(Gift, Gift.item_id.in_(self._items), Gift.state != "cancelled"))

    @cached_property
    def _cues(self) -> dict[str, list[Cue]]:
        if self.reading.public:
            return {}
        found = self.reading.all(Cue, Cue.item_id.in_(self._items), order=(Cue.minutes,))
        return _by_item([one for one in found if is_for(one, self.receiver)])


def phase_cues(reading: Reading, phase: Phase, starts: datetime | None, receiver: str) -> Iterator[str]:
    """What each role does at a point of a running order that begins at ``starts``, a line each."""
    found = reading.all(Cue, Cue.phase_id == phase.id, order=(Cue.minutes,))
    for role in CREW:
        yield from (cue_line(one, starts) for one in found if one.role == role and is_for(one, receiver))


def is_for(cue: Cue, receiver: str) -> bool:
    """Whether a copy for somebody tells of a cue: the office (empty) reads all, a role its own."""
    return receiver in ("", cue.role)


def cue_line(cue: Cue, starts: datetime | None) -> str:
    """Whom a cue is for, when, and what: Kitchen 19:50: the first course."""
    role, time, words = _(CREW.get(cue.role, cue.role)), _clock(cue, starts), said(cue, "text")
    if time:
        return _("{role} {time}: {cue}").format(role=role, time=time, cue=words)
    return _("{role}: {cue}").format(role=role, cue=words)


def _clock(cue: Cue, starts: datetime | None) -> str:
    """When a cue is given, as the clock shows it; empty at the very start."""
    if not cue.minutes:
        return ""
    if starts is None:
        return _("{minutes} min").format(minutes=f"{cue.minutes:+d}".replace("-", "−"))
    given = starts.astimezone(UTC) + timedelta(minutes=cue.minutes)
    return format_time(given.astimezone(starts.tzinfo))


def _gift(gift: Gift) -> str:
    what, receiver, body = said(gift, "what"), gift.receiver, gift.receiver_body
    whom = receiver.full_name() if receiver else body.title() if body else ""
    if whom:
        return _("Exchange of gifts: {gift} for {whom}").format(gift=what, whom=whom)
    return _("Exchange of gifts: {gift}").format(gift=what)


def _by_item(found: list[R]) -> dict[str, list[R]]:
    held: dict[str, list[R]] = {}
    for one in found:
        held.setdefault(str(getattr(one, "item_id", None) or ""), []).append(one)
    return held
