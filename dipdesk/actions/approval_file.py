"""The file of approval of an agreement, membership, trip or relation, and the audit of all of them.

    approval_file.of(session, agreement, today).light        "green", "amber" or "red"
    approval_file.of(session, agreement, today).steps        for screens and papers
    approval_file.audit(session, today)                      one file for each record that needs approval

It warns and never blocks: what is missing in old records is said, not refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, load_only

from dipdesk.actions.approval_answer import (
    COLUMNS,
    LIGHTS,
    LIGHTS_AFTER,
    STEP_STATES,
    ApprovalFile,
    Entry,
    StepColumns,
    StepOnFile,
    StepState,
    is_taken,
)
from dipdesk.actions.approval_shelf import Shelf
from dipdesk.i18n import _
from dipdesk.model import (
    Agreement,
    Ceremony,
    Field,
    Membership,
    Partner,
    Relation,
    Visit,
    entity_name,
    fields,
    shipped_id,
    title_column,
)
from dipdesk.model.agreement import AGREEMENT_KINDS
from dipdesk.model.kinds import Text, Words
from dipdesk.model.membership import LEGAL_FORMS
from dipdesk.model.partner import PARTNER_KINDS
from dipdesk.model.visit import ABROAD
from dipdesk.rules.approval import Approval, approval
from dipdesk.rules.chain_choice import Case, chain_for
from dipdesk.rules.chains import Chain
from dipdesk.rules.sources import Source, Wording

__all__ = [
    "COLUMNS",
    "LIGHTS",
    "LIGHTS_AFTER",
    "STEP_STATES",
    "ApprovalFile",
    "Approved",
    "Entry",
    "StepColumns",
    "StepOnFile",
    "StepState",
    "audit",
    "is_taken",
    "of",
    "of_relation",
]

Approved = Agreement | Membership | Visit | Relation
"""The records that have a file of approval."""

_IN_BEING = ("approved", "active", "dormant", "suspended")
"""States in which a relation should have something signed behind it."""
_OF_PARTNER = ("name_tr", "name_en", "name_own", "published", "abbreviation", "kind", "country_id")
_NO_CHAIN = Chain("", Wording(), Source(Wording(), "verified"), ())
_CLASSES = ("sister_city", "friendship", "cooperation", "goodwill", "project", "membership")
"""Shipped classes of relations that rest on something signed; all but the last are kinds of agreements."""


def of(session: Session, record: Approved, today: date) -> ApprovalFile:
    """The file of approval of ``record`` as of ``today``, in the language spoken now.

    That of a relation shows what its class asks for and knows nothing of its agreements; for those see
    :func:`of_relation`. A record that needs no approval gets a chain without steps and a green light.
    """
    subject = f"{entity_name(type(record))}/{record.id}"
    return _file(session, Shelf.read(session, subject), record, today)


def of_relation(session: Session, relation: Relation, today: date) -> list[ApprovalFile]:
    """The files of the agreements and memberships behind a relation.

    If there are none, the file of the relation itself, where its class asks for something signed.
    """
    whose = (relation.partner_id, relation.municipality_id)
    partner = relation.partner_id or ""
    behind = [one for one in _signed(session, partner) if (one.partner_id, one.municipality_id) == whose]
    found = [of(session, one, today) for one in behind]
    own = of(session, relation, today)
    return found or ([own] if own.chain.steps else [])


def audit(session: Session, today: date) -> list[ApprovalFile]:
    """The files of all agreements, memberships and trips abroad, each by title, in the language spoken now.

    A relation that is said to be approved or older, whose class asks for something signed, but that has
    neither agreement nor membership, comes last with a file of its own.
    """
    shelf = Shelf.read(session)
    files = [_file(session, shelf, record, today) for record in _records(session)]
    return [one for one in files if one.chain.steps]


def _records(session: Session) -> Iterator[Approved]:
    signed = _signed(session)
    yield from signed
    trips = (
        select(Visit)
        .options(joinedload(Visit.partner))
        .where(Visit.kind.in_(ABROAD), Visit.state != "cancelled")
    )
    yield from session.scalars(trips.order_by(Visit.starts, Visit.id))
    backed = {(one.partner_id, one.municipality_id) for one in signed}
    relations = select(Relation).options(*_short(Relation)).where(Relation.state.in_(_IN_BEING))
    for relation in session.scalars(relations.order_by(getattr(Relation, title_column()), Relation.id)):
        if (relation.partner_id, relation.municipality_id) not in backed:
            yield relation


def _signed(session: Session, partner_id: str | None = None) -> list[Agreement | Membership]:
    """The agreements and memberships with a partner or with all, each by title."""
    key = title_column()
    agreements = select(Agreement).options(*_short(Agreement))
    memberships = select(Membership).options(*_short(Membership))
    agreements = agreements.order_by(getattr(Agreement, key), Agreement.id)
    memberships = memberships.order_by(getattr(Membership, key), Membership.id)
    if partner_id is not None:
        agreements = agreements.where(Agreement.partner_id == partner_id)
        memberships = memberships.where(Membership.partner_id == partner_id)
    return [*session.scalars(agreements), *session.scalars(memberships)]


@lru_cache
def _short(kind: type[Approved]) -> tuple[Any, ...]:
    """Options of a query: nothing but what is asked for here, and the partner with its names."""
    own = [getattr(kind, one.name) for one in fields(kind) if not _is_long(one)]
    names = [getattr(Partner, one.name) for one in fields(Partner) if one.name in _OF_PARTNER]
    return load_only(*own), joinedload(kind.partner).load_only(*names)


def _is_long(one: Field) -> bool:
    return isinstance(one.kind, Words) or (isinstance(one.kind, Text) and one.kind.long)


def _file(session: Session, shelf: Shelf, record: Approved, today: date) -> ApprovalFile:
    facts = _facts(record, shelf)
    found = chain_for(facts.case)
    entries = shelf.entries(record) if found else {}
    chain = shelf.extra_steps(record, shelf.chain(found), entries) if found else _NO_CHAIN
    wanted = _wanted(session, record)
    answer = _answer(chain, entries, today, wanted)
    return ApprovalFile(
        entity=entity_name(type(record)),
        row_id=record.id,
        title=record.title(),
        partner_id=record.partner_id,
        municipality_id=None if isinstance(record, Visit) else record.municipality_id,
        kind=facts.kind,
        act=facts.act,
        state=record.state,
        abroad=facts.case.abroad,
        chain=chain,
        answer=_with_country(answer, record) if chain.steps else answer,
        today=today,
        wanted=wanted,
        entries=entries,
    )


@dataclass(frozen=True)
class _Facts:
    """What chooses the chain of a record, and what the record is called in lists."""

    case: Case
    kind: str
    act: str = "new"


def _facts(record: Approved, shelf: Shelf) -> _Facts:
    abroad = shelf.is_abroad(record.partner)
    if isinstance(record, Agreement):
        kind = record.kind if record.kind in AGREEMENT_KINDS else "other"
        act = record.act or "new"
        return _Facts(Case("agreement", kind, act, "", abroad, record.chain), record.kind, act)
    if isinstance(record, Membership):
        return _Facts(_membership(record.partner, record.legal_form, abroad), record.member_class)
    if isinstance(record, Visit):
        is_away = abroad and record.participation != "host"
        return _Facts(Case("visit", record.kind, abroad=is_away), record.kind)
    code = _class_codes().get(record.class_id or "", "")
    if code == "membership":
        return _Facts(_membership(record.partner, "", abroad), code)
    return _Facts(Case("agreement" if code else "", code, abroad=abroad), code)


def _membership(body: Partner | None, form: str, abroad: bool) -> Case:
    kind = body.kind if body and body.kind in PARTNER_KINDS else ""
    return Case("membership", kind, form=form if form in LEGAL_FORMS else "", abroad=abroad)


@lru_cache
def _class_codes() -> dict[str, str]:
    return {shipped_id("relation_class", code): code for code in _CLASSES}


def _wanted(session: Session, record: Approved) -> date | None:
    """The day on which it is to be signed: as recorded, else that of its ceremony; of a trip its first."""
    if isinstance(record, Visit):
        return record.starts
    if not isinstance(record, Agreement) or record.wanted_on or not record.ceremony_id:
        return record.wanted_on if isinstance(record, Agreement) else None
    ceremony = session.get(Ceremony, record.ceremony_id)
    return ceremony.starts.local.date() if ceremony and ceremony.starts else None


def _answer(chain: Chain, entries: Mapping[str, Entry], today: date, wanted: date | None) -> Approval:
    if not chain.steps:
        return Approval("green", (), (), (), (), (_("No approval is needed."),), ())
    records = [entry.recorded(key) for key, entry in entries.items()]
    return approval(chain, [one for one in records if one], today, wanted)


def _with_country(answer: Approval, record: Approved) -> Approval:
    """The answer, with a word on a country that is not recorded."""
    if record.partner is not None and record.partner.country_id:
        return answer
    text = _("The partner's country is not recorded; the steps for a partner abroad are shown.")
    light = "amber" if answer.may_sign == "green" else answer.may_sign
    return replace(answer, may_sign=light, because=(*answer.because, text))
