"""What an intake form would do, as values: whom a row means, the post that is proposed, what happens."""

from dataclasses import dataclass

from dipdesk.exchange.intake.answers import CellWarning, Entry, Form
from dipdesk.i18n import ngettext

NEW = ""
"""Stands for a person who is not in the office file yet."""
_SURE = 100


@dataclass(frozen=True)
class Candidate:
    """A person in the file whom a row may mean: how alike the names are (0 to 100), and why."""

    person_id: str
    name: str
    likeness: int
    reasons: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the name or the e-mail address is the same."""
        return self.likeness == _SURE or "email" in self.reasons


@dataclass(frozen=True)
class PostProposal:
    """The post of a person: one that is there already, or a new one with the function that is proposed.

    ``other_id`` is a post at the same body under another title, which may be the same one.
    """

    post_id: str = ""
    title: str = ""
    partner_id: str = ""
    partner_name: str = ""
    function: str = ""
    other_id: str = ""
    other_title: str = ""

    @property
    def is_new(self) -> bool:
        """Whether a post is to be added."""
        return not self.post_id and bool(self.title)


@dataclass(frozen=True)
class RowPlan:
    """What happens to one row: ``person_id`` is whom it means, :data:`NEW` for somebody new."""

    entry: Entry
    candidates: tuple[Candidate, ...]
    person_id: str
    post: PostProposal
    member_id: str = ""
    notes: tuple[CellWarning, ...] = ()

    @property
    def action(self) -> str:
        """``refused``, ``update`` of a member who is there, or ``add``."""
        return "refused" if self.entry.is_refused else "update" if self.member_id else "add"

    @property
    def warnings(self) -> tuple[CellWarning, ...]:
        """What is wrong with its cells, and what to look at."""
        return (*self.entry.warnings, *self.notes)


@dataclass(frozen=True)
class IntakePlan:
    """What the whole form does to the delegation ``side`` of a visit; without an id it is to be made."""

    form: Form
    visit_id: str
    visit_title: str
    side: str
    zone: str
    partner_id: str
    delegation_id: str
    rows: tuple[RowPlan, ...]

    @property
    def can_be_stored(self) -> bool:
        """Whether there is anybody to be stored."""
        return any(one.action != "refused" for one in self.rows)

    @property
    def warnings(self) -> tuple[CellWarning, ...]:
        """All warnings in the order of the form."""
        return tuple(one for row in self.rows for one in row.warnings)

    def counts(self) -> dict[str, int]:
        """How many members are added and brought up to date, each counted once, and rows refused."""
        people: dict[str, str] = {}
        for row in self.rows:
            if not row.entry.is_refused:
                people.setdefault(row.person_id or row.entry.name_key, row.action)
        found = {name: list(people.values()).count(name) for name in ("add", "update")}
        return {**found, "refused": sum(row.entry.is_refused for row in self.rows)}

    def forecast(self) -> str:
        """What would happen, in a sentence or two."""
        counts = self.counts()
        added = ngettext("{count} member is added.", "{count} members are added.", counts["add"])
        updated = ngettext(
            "{count} is there already and brought up to date.",
            "{count} are there already and brought up to date.",
            counts["update"],
        )
        refused = ngettext("{count} row is refused.", "{count} rows are refused.", counts["refused"])
        said = [(added, counts["add"]), (updated, counts["update"]), (refused, counts["refused"])]
        return " ".join(text.format(count=count) for text, count in said if count)
