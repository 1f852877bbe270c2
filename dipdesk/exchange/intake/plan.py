"""What an intake form would do to the office file: who is known, which posts and journeys are there already.

Nothing is written here. People decide of each row whom it means (``with_person``); the rest follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import twins
from dipdesk.actions.twins import Groups, Twins
from dipdesk.errors import Known
from dipdesk.exchange.identity import words
from dipdesk.exchange.intake import functions
from dipdesk.exchange.intake.answers import CellWarning, Entry, Form
from dipdesk.exchange.intake.columns import columns
from dipdesk.exchange.intake.proposal import NEW, Candidate, IntakePlan, PostProposal, RowPlan
from dipdesk.i18n import LANGUAGES, _, format_date, speaking
from dipdesk.model import Delegation, DelegationMember, Office, Partner, Person, Post, Visit, field_of
from dipdesk.model.whereabouts import zone_of_visit
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.store.office_file import OfficeFile

_MOST_CANDIDATES = 5


def plan(office: OfficeFile, form: Form, visit_id: str = "") -> IntakePlan:
    """What the form would do. Raises Known if its visit is gone, or is another than ``visit_id``."""
    with office.read() as session:
        visit = session.get(Visit, form.stamp.visit_id)
        if visit is None:
            raise Known(_("The visit of this form is not in this office file. Open the file it came from."))
        if visit_id and visit.id != visit_id:
            raise Known(
                _("This form was sent for another visit: “{visit}”. Read it there.").format(
                    visit=visit.title()
                )
            )
        return _Planner(session, visit).plan(form)


def with_person(office: OfficeFile, made: IntakePlan, place: int, person_id: str) -> IntakePlan:
    """The plan in which row ``place`` means another person (:data:`NEW` for somebody new)."""
    rows = list(made.rows)
    with office.read() as session:
        visit = session.get(Visit, made.visit_id)
        if visit is None:
            raise Known(_("This visit is no longer in the office file."))
        rows[place] = _Planner(session, visit).of_person(rows[place], person_id)
    return replace(made, rows=tuple(rows))


class _Planner:
    """Reads what is needed of the office file once."""

    def __init__(self, session: Session, visit: Visit) -> None:
        self._session = session
        self._visit = visit
        self._side = visit.their_side
        query = select(Delegation).where(Delegation.visit_id == visit.id, Delegation.side == self._side)
        self._delegation = session.scalars(query.order_by(Delegation.id)).first()
        own = self._delegation.partner if self._delegation else None
        self._partner = own or visit.partner
        self._members = self._read_members()

    def plan(self, form: Form) -> IntakePlan:
        """What the form would do."""
        known = twins.grouped(twins.traits(self._session, Person))
        rows = tuple(self._row(entry, known) for entry in form.entries)
        delegation = self._delegation
        return IntakePlan(
            form,
            self._visit.id,
            self._visit.title(),
            self._side,
            self._zone(),
            self._partner.id if self._partner else "",
            delegation.id if delegation else "",
            rows,
        )

    def of_person(self, row: RowPlan, person_id: str) -> RowPlan:
        """The row if it means this person."""
        entry = row.entry
        post = self._post(entry, person_id)
        notes = (*_of_match(entry, row.candidates, person_id), *self._of_post(entry, post))
        if person_id:
            notes += tuple(self._differences(entry, person_id))
        member_id = self._members.get(person_id, "")
        notes += (*self._of_consent(entry, member_id), *self._of_days(entry))
        return RowPlan(entry, row.candidates, person_id, post, member_id, notes)

    def _row(self, entry: Entry, known: Groups) -> RowPlan:
        if entry.is_refused:
            return RowPlan(entry, (), NEW, PostProposal())
        candidates = self._candidates(entry, known)
        person_id = candidates[0].person_id if candidates and self._is_one(candidates) else NEW
        return self.of_person(RowPlan(entry, candidates, NEW, PostProposal()), person_id)

    def _is_one(self, candidates: Sequence[Candidate]) -> bool:
        """Whether the first of the candidates is surely meant, and no other as surely, or is a member."""
        if not candidates[0].is_sure:
            return False
        return candidates[0].person_id in self._members or not (len(candidates) > 1 and candidates[1].is_sure)

    def _candidates(self, entry: Entry, known: Groups) -> tuple[Candidate, ...]:
        """Who may be meant, members of the delegation before others as like."""
        values = {name: entry.values[name] for name in _PERSON if entry.values.get(name)}
        asked = twins.of_person(Person(**values), frozenset())
        found = [self._candidate(one) for one in twins.alike(asked, known)[:_MOST_CANDIDATES]]
        found.sort(key=lambda one: (not one.is_sure, one.person_id not in self._members))
        return tuple(found)

    def _candidate(self, one: Twins) -> Candidate:
        person = self._session.get(Person, one.two)
        name = person.title() if person else ""
        return Candidate(one.two, name, one.likeness, one.reasons)

    # Posts

    def _post(self, entry: Entry, person_id: str) -> PostProposal:
        """The post that a row names; the present one at the same body if it names none."""
        title = str(entry.values.get("post_title", ""))
        partner_id, partner_name = self._body(str(entry.values.get("post_at", "")))
        held = self._held(person_id, partner_id)
        same = next((one for one in held if words(title) in _titles(one)), None) if title else None
        if same is not None or not title:
            found = same or (held[0] if held else None)
            return PostProposal(found.id if found else "", "", partner_id, partner_name)
        other = held[0] if held else None
        return PostProposal(
            "",
            title,
            partner_id,
            partner_name,
            functions.guess(title),
            other.id if other else "",
            other.title() if other else "",
        )

    def _held(self, person_id: str, partner_id: str) -> list[Post]:
        """The posts that somebody holds at a body now, the latest first."""
        if not person_id:
            return []
        query = select(Post).where(Post.person_id == person_id, Post.until.is_(None))
        posts = self._session.scalars(query.order_by(Post.since.desc(), Post.id))
        return [one for one in posts if (one.partner_id or "") == partner_id]

    def _body(self, name: str) -> tuple[str, str]:
        """Id and name of the body of a post: the partner of the visit if none is named; no id if unknown."""
        own = self._partner
        if not name or (own is not None and words(name) in _names(own)):
            return (own.id, own.title()) if own else ("", "")
        wanted = words(name)
        found = [one for one in self._session.scalars(select(Partner)) if wanted in _names(one)]
        return (found[0].id, found[0].title()) if len(found) == 1 else ("", name)

    def _of_post(self, entry: Entry, post: PostProposal) -> tuple[CellWarning, ...]:
        """What to look at about a post: a body that is not on file, a post there under another title."""
        found = []
        if post.partner_name and not post.partner_id and "post_at" in entry.answers:
            sentence = _("“{name}” is not among the partners; it is added as an institution.")
            found.append(_note(entry, "post_at", sentence.format(name=post.partner_name)))
        if post.is_new and post.other_id:
            sentence = _("On file is “{post}”. This one is added; end the other if it is over.")
            found.append(_note(entry, "post_title", sentence.format(post=post.other_title)))
        return tuple(found)

    def _of_consent(self, entry: Entry, member_id: str) -> tuple[CellWarning, ...]:
        """What happens to needs on file of somebody who refuses that they are kept."""
        member = self._session.get(DelegationMember, member_id) if member_id else None
        if member is None or entry.values.get("privacy_consent") != "no":
            return ()
        if not any(getattr(member, one.field) for one in columns() if one.needs_consent):
            return ()
        sentence = _("Consent is refused: the needs that are on file are deleted.")
        return (_note(entry, "privacy_consent", sentence),)

    def _of_days(self, entry: Entry) -> Iterator[CellWarning]:
        """Journeys on days that are far from those of the visit: perhaps day and month changed places."""
        first, last = self._visit.starts, self._visit.ends or self._visit.starts
        for key in _JOURNEYS:
            moment = entry.values.get(key)
            if first is None or last is None or not isinstance(moment, Moment):
                continue
            day = moment.local.date()
            if not first - _NEAR <= day <= last + _NEAR:
                sentence = _("{day} is far from the days of the visit. Look at the day and the month.")
                yield _note(entry, key, sentence.format(day=format_date(day)))

    # Differences

    def _differences(self, entry: Entry, person_id: str) -> list[CellWarning]:
        """What is on file of the person and said otherwise in the form."""
        person = self._session.get(Person, person_id)
        found = []
        for name in _PERSON:
            value, old = entry.values.get(name), getattr(person, name, None)
            if value and old and value != old and not _same(value, old):
                sentence = _("On file is “{value}”, and it stays. Change it on the person's page if need be.")
                said = person_text(name, old)
                found.append(_note(entry, name, sentence.format(value=said)))
        return found

    def _read_members(self) -> dict[str, str]:
        if self._delegation is None:
            return {}
        query = select(DelegationMember).where(DelegationMember.delegation_id == self._delegation.id)
        return {one.person_id or "": one.id for one in self._session.scalars(query)}

    def _zone(self) -> str:
        """The clock by which arrivals and departures are told: that of the place of the visit."""
        office = self._session.scalars(select(Office)).first()
        return zone_of_visit(self._visit, (office.zone if office else "") or USUAL_ZONE)


_JOURNEYS, _NEAR = ("arrival_at", "departure_at"), timedelta(days=7)
"""The columns that say when somebody travels, and how far from the visit that may be."""
_PERSON = (
    "family_name",
    "given_name",
    "academic",
    "name_own",
    "spoken_as",
    "sex",
    "languages",
    "email",
)
"""The columns that are fields of a person of the same name."""


def person_text(name: str, value: Any) -> str:
    """A field of a person as people read it."""
    return field_of(Person, name).kind.format(value)


def _note(entry: Entry, key: str, sentence: str) -> CellWarning:
    return CellWarning(entry.place_of(key), key, sentence)


def _of_match(entry: Entry, candidates: Sequence[Candidate], person_id: str) -> tuple[CellWarning, ...]:
    """What to look at where it is not certain who is meant."""
    others = [one for one in candidates if one.person_id != person_id]
    if person_id or not others:
        return ()
    sentence = _("May be {name}, who is on file. Choose who is meant.")
    return (_note(entry, "family_name", sentence.format(name=others[0].name)),)


def _same(one: Any, two: Any) -> bool:
    return isinstance(one, str) and isinstance(two, str) and words(one) == words(two)


def _titles(post: Post) -> set[str]:
    """All that a post is called, also in a language that is not spoken now."""
    found = {words(text) for text in (post.title_tr, post.title_en) if text}
    for code in LANGUAGES:
        with speaking(code):
            found.add(words(post.post_name(code)))
    return found


def _names(partner: Partner) -> set[str]:
    names = (partner.name_tr, partner.name_en, partner.name_own, partner.published, partner.abbreviation)
    return {words(name) for name in names if name}
