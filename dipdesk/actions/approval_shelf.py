"""What files of approval are made from: steps on file, scans, and the office's own word on the chains."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions.approval_answer import COLUMNS, Entry
from dipdesk.model import ApprovalStep, Attachment, ChainStep, Country, Partner, Record, entity_name
from dipdesk.rules.chains import Chain, Phase, Step, shipped_step
from dipdesk.rules.countries import HOME
from dipdesk.rules.own_chain import OwnWord, own_rule, with_own_words
from dipdesk.rules.sources import Source, Wording
from dipdesk.rules.timing import PartialDate

_SCANS_OF = "approval_step/"


@dataclass(frozen=True)
class OnFile:
    """What an ApprovalStep holds."""

    row_id: str
    step: str
    name_tr: str
    name_en: str
    day: PartialDate | None
    number: str
    result: str
    skipped: str
    note: str


_COLUMNS = (
    ApprovalStep.subject,
    ApprovalStep.id,
    ApprovalStep.step,
    ApprovalStep.name_tr,
    ApprovalStep.name_en,
    ApprovalStep.day,
    ApprovalStep.number,
    ApprovalStep.result,
    ApprovalStep.skipped,
    ApprovalStep.note,
)


@dataclass(frozen=True)
class Shelf:
    """Steps by subject (``entity/id``), numbers of scans by step, and words of the office by chain.

    ``home`` holds the ids of the countries that are Türkiye.
    """

    home: frozenset[str]
    steps: Mapping[str, Sequence[OnFile]]
    scans: Mapping[str, int]
    words: Mapping[str, Sequence[OwnWord]]

    @classmethod
    def read(cls, session: Session, subject: str = "") -> "Shelf":
        """What is there for ``subject``, or for all records."""
        wanted = select(*_COLUMNS).order_by(ApprovalStep.id)
        if subject:
            wanted = wanted.where(ApprovalStep.subject == subject)
        steps: dict[str, list[OnFile]] = {}
        for about, *row in session.execute(wanted):
            steps.setdefault(about or "", []).append(OnFile(*row))
        home = frozenset(session.scalars(select(Country.id).where(Country.code == HOME)))
        return cls(home, steps, _scans(session) if steps else {}, _own_words(session))

    def is_abroad(self, partner: Partner | None) -> bool:
        """Whether the partner is outside Türkiye; so is one whose country nobody recorded."""
        return partner is None or partner.country_id not in self.home

    def chain(self, chain: Chain) -> Chain:
        """``chain`` with the words of the office put over it."""
        words = self.words.get(chain.key)
        return with_own_words(chain, words) if words else chain

    def entries(self, record: Record) -> dict[str, Entry]:
        """What is on file of each step, by its key; a step of this record only goes by its id."""
        name = entity_name(type(record))
        found: dict[str, Entry] = {}
        for one in self.steps.get(f"{name}/{record.id}", ()):
            key = one.step or one.row_id
            found[key] = _joined(found.get(key), self._entry(one))
        for key, columns in COLUMNS.get(name, {}).items():
            own = Entry(_day(getattr(record, columns.date)), getattr(record, columns.number, "") or "")
            if own.date or own.number:
                found[key] = _joined(own, found.get(key, Entry()))
        return found

    def _entry(self, one: OnFile) -> Entry:
        scans = self.scans.get(f"{_SCANS_OF}{one.row_id}", 0)
        return Entry(one.day, one.number, one.result, one.skipped.strip(), one.note, scans, one.row_id)

    def extra_steps(self, record: Record, chain: Chain, entries: Mapping[str, Entry]) -> Chain:
        """``chain`` with the steps on file that it lacks: before signing, or after it by their day."""
        known = {step.key for step in chain.steps}
        if known.issuperset(entries):
            return chain
        held = self.steps.get(f"{entity_name(type(record))}/{record.id}", ())
        named = {one.step or one.row_id: one for one in held}
        signed = entries.get("signature", Entry()).date
        early: list[Step] = []
        late: list[Step] = []
        for key in (key for key in entries if key not in known):
            after = signed and entries[key].date and signed < (entries[key].date or signed)
            (late if after else early).append(_extra(key, named.get(key)))
        before = [step for step in chain.steps if step.phase == "before"]
        rest = [step for step in chain.steps if step.phase != "before"]
        late = [replace(step, phase="after") for step in late]
        return replace(chain, steps=(*before, *early, *rest, *late))


def _joined(first: Entry | None, second: Entry) -> Entry:
    """One entry of two for the same step; what the first does not tell comes from the second."""
    if first is None:
        return second
    return Entry(
        first.date or second.date,
        first.number or second.number,
        first.result or second.result,
        first.skipped or second.skipped,
        first.note or second.note,
        first.scans + second.scans,
        first.record_id or second.record_id,
    )


def _day(value: object) -> PartialDate | None:
    """The day in a column, which may hold a plain day."""
    if value is None or isinstance(value, PartialDate):
        return value
    return PartialDate(value.year, value.month, value.day)  # type: ignore[attr-defined]


def _extra(key: str, one: OnFile | None) -> Step:
    """A step that stands on file only: of this record, or one that its chain does not ask for."""
    shipped = shipped_step(key)
    if shipped is not None:
        return replace(shipped, required=False, needs=("date",), follows=(), phase="before")
    name = Wording((("tr", one.name_tr), ("en", one.name_en or one.name_tr))) if one else Wording()
    named = name if name.said() else Wording((("", one.step if one else key),))
    return Step(key, named, Wording(), Wording(), own_rule(), needs=(), own=True)


def _scans(session: Session) -> dict[str, int]:
    query = (
        select(Attachment.subject, func.count())
        .where(Attachment.subject.startswith(_SCANS_OF, autoescape=True))
        .group_by(Attachment.subject)
    )
    return Counter({subject or "": int(number) for subject, number in session.execute(query)})


def _own_words(session: Session) -> dict[str, list[OwnWord]]:
    found: dict[str, list[OwnWord]] = {}
    for one in sorted(session.scalars(select(ChainStep)), key=_place):
        found.setdefault(one.chain, []).append(_own_word(one))
    return found


def _place(one: ChainStep) -> tuple[int, str]:
    return one.place if one.place is not None else 10_000, one.id


def _own_word(one: ChainStep) -> OwnWord:
    return OwnWord(
        one.step.strip(),
        one.left_out,
        _wording(one, "name"),
        _wording(one, "who"),
        _wording(one, "document"),
        cast(Phase, one.phase or "before"),
        one.after_step.strip(),
        one.required,
        one.needs_number,
        one.usual_days,
        _source(one),
    )


def _wording(one: ChainStep, stem: str) -> Wording:
    tr, en = getattr(one, f"{stem}_tr"), getattr(one, f"{stem}_en")
    return Wording((("tr", tr), ("en", en))) if tr or en else Wording()


def _source(one: ChainStep) -> Source | None:
    wording = _wording(one, "source")
    if not wording.texts:
        return None
    return Source(wording, "verified" if one.verified else "unverified", str(one.source_date or ""))
