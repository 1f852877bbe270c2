"""What is said of the approval of a record: its chain, what is on file of each step, and the light.

Council decision, permission and signature are columns of the records themselves (``COLUMNS``); everything
else is kept as :class:`ApprovalStep` with the subject ``entity/id``. For a step with columns such a record
holds only what the columns cannot: result, note, why it was skipped, and scans.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from dipdesk.i18n import N_
from dipdesk.rules.approval import Approval, Light, Recorded
from dipdesk.rules.chains import Chain, Step
from dipdesk.rules.timing import PartialDate

StepState = Literal[
    "done", "incomplete", "out_of_order", "planned", "skipped", "missing", "late", "due", "open"
]
STEP_STATES: dict[StepState, str] = {
    "done": N_("Done"),
    "incomplete": N_("Incomplete"),
    "out_of_order": N_("Out of order"),
    "planned": N_("Planned"),
    "skipped": N_("Skipped"),
    "missing": N_("Missing"),
    "late": N_("Late"),
    "due": N_("Due"),
    "open": N_("Not recorded"),
}
LIGHTS: dict[Light, str] = {
    "green": N_("May be signed"),
    "amber": N_("Needs a look"),
    "red": N_("Not ready to be signed"),
}
LIGHTS_AFTER: dict[Light, str] = {
    "green": N_("Signed in order"),
    "amber": N_("Signed, to be looked at"),
    "red": N_("Signed, not in order"),
}
"""What the light means once an agreement is signed."""
LIGHTS_ELSEWHERE: dict[Light, str] = {
    "green": N_("In order"),
    "amber": N_("Needs a look"),
    "red": N_("Not in order"),
}
"""What the light means where nothing is signed: of memberships and trips."""
TO_COME = N_("Not complete yet")
"""What amber means before a departure, while steps are still to be taken."""


@dataclass(frozen=True)
class StepColumns:
    """The columns of a record that hold the day and, if it has one, the number of a step."""

    date: str
    number: str = ""


_COUNCIL = StepColumns("council_date", "council_number")
_MINISTRY = StepColumns("ministry_date", "ministry_number")
COLUMNS: Mapping[str, Mapping[str, StepColumns]] = {
    "agreement": {
        "council_decision": _COUNCIL,
        "ministry_permission": _MINISTRY,
        "signature": StepColumns("signed_on"),
    },
    "membership": {
        "council_decision": _COUNCIL,
        "ministry_permission": _MINISTRY,
        "signature": StepColumns("since"),
    },
    "visit": {"signature": StepColumns("starts")},
}
"""The steps that are columns of a record, by its entity and the key of the step."""


@dataclass(frozen=True)
class Entry:
    """What is on file of one step; ``record_id`` is its ApprovalStep, empty if it has none."""

    date: PartialDate | None = None
    number: str = ""
    result: str = ""
    skipped: str = ""
    note: str = ""
    scans: int = 0
    record_id: str = ""

    def recorded(self, step: str) -> Recorded | None:
        """The step as the rules want it; None if nothing tells that it was taken or skipped."""
        if self.date or self.number or self.result or self.skipped or self.scans:
            return Recorded(step, self.date, self.number, self.skipped)
        return None


@dataclass(frozen=True)
class StepOnFile:
    """One step for screens and papers: the step of the chain and what is on file of it.

    ``due`` is the last day on which it should be done, if that is known; ``columns`` tells where its day and
    number are kept if not in an ApprovalStep; ``out_of_order`` names the steps it should have followed.
    """

    step: Step
    entry: Entry
    state: StepState
    due: date | None = None
    columns: StepColumns | None = None
    out_of_order: tuple[Step, ...] = ()

    @property
    def key(self) -> str:
        """The key of the step; for one of this record only, the id of its ApprovalStep."""
        return self.step.key


@dataclass(frozen=True)
class ApprovalFile:
    """The answer for one agreement, membership, trip or relation; texts in the language spoken when made.

    ``kind`` is the kind of the agreement, visit or relation class, or the class of a membership; ``act`` what
    an agreement does. ``municipality_id`` is whose it is, None for our own. Without steps (``chain.steps``)
    nothing needs approval. ``wanted`` is the day on which signing is wanted.
    """

    entity: str
    row_id: str
    title: str
    partner_id: str | None
    municipality_id: str | None
    kind: str
    act: str
    state: str
    abroad: bool
    chain: Chain
    answer: Approval
    today: date
    wanted: date | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict, repr=False)

    @property
    def light(self) -> Light:
        """Green, amber or red."""
        return self.answer.may_sign

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons of the light, in sentences."""
        return self.answer.because

    @property
    def signed(self) -> bool:
        """Whether it is signed (joined, departed)."""
        return any(one.step.phase == "signing" and is_taken(one.state) for one in self.steps)

    @property
    def required(self) -> tuple[int, int]:
        """How many of the required steps are on file, and how many there are."""
        wanted = [step.key for step in self.chain.steps if step.required]
        return len(wanted) - len(self.answer.missing), len(wanted)

    @cached_property
    def steps(self) -> tuple[StepOnFile, ...]:
        """Every step in the order of the chain."""
        return tuple(self._on_file(step) for step in self.chain.steps)

    def step(self, key: str) -> StepOnFile | None:
        """The step called ``key``; None if the chain has none."""
        return next((one for one in self.steps if one.key == key), None)

    def meaning(self) -> str:
        """What the light says, as a source text."""
        if self.light == "amber" and any(self._is_to_come(one.by) for one in self.answer.due):
            return TO_COME
        if self.entity in ("membership", "visit"):
            return LIGHTS_ELSEWHERE[self.light]
        return (LIGHTS_AFTER if self.signed else LIGHTS)[self.light]

    def _on_file(self, step: Step) -> StepOnFile:
        entry = self.entries.get(step.key, Entry())
        due = next((one.by for one in self.answer.due if one.step == step.key), None)
        earlier = [one.before for one in self.answer.out_of_order if one.step == step.key]
        names = tuple(found for found in map(self.chain.step, earlier) if found)
        columns = COLUMNS.get(self.entity, {}).get(step.key)
        return StepOnFile(step, entry, self._state(step, entry, due), due, columns, names)

    def _state(self, step: Step, entry: Entry, due: date | None) -> StepState:
        if entry.skipped:
            return "skipped"
        if entry.recorded(step.key):
            return self._state_of_done(step, entry)
        if step.key in self.answer.missing and not self._is_to_come(due):
            return "missing"
        if due is not None:
            return "late" if due < self.today else "due"
        return "open"

    def _is_to_come(self, due: date | None) -> bool:
        """Whether a step before a departure has time until its day."""
        return self.chain.is_trip and due is not None and due >= self.today

    def _state_of_done(self, step: Step, entry: Entry) -> StepState:
        if entry.date and entry.date.first_day() > self.today:
            return "planned"
        if any(one.step == step.key for one in self.answer.out_of_order):
            return "out_of_order"
        return "incomplete" if any(one.step == step.key for one in self.answer.incomplete) else "done"


def is_taken(state: StepState) -> bool:
    """Whether a step in that state was taken."""
    return state in ("done", "incomplete", "out_of_order")
