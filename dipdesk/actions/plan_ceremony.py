"""Planning a ceremony from its kind: running order, tasks by their days, seats and flags, as one step."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import held_post, role_in
from dipdesk.actions.guest_order import host_partner
from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _, speaking
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    FlagPlan,
    FlagShown,
    Guest,
    Phase,
    Record,
    SeatingPlan,
    Task,
    entity_name,
)
from dipdesk.model.flags import FLAG_SETTINGS
from dipdesk.model.seating import LAYOUTS
from dipdesk.rules.ceremonies import CeremonyKind, ceremony_kind
from dipdesk.rules.countries import HOME
from dipdesk.store.office_file import OfficeFile

STEP = 10
"""The room between places in an order, so that something can be put between them."""
_ROLES = {"interpreter": "interpreter"}
_HEADS = {"guest": "guest_of_honour", "host": "host"}


def plan(office: OfficeFile, ceremony_id: str) -> int:
    """Add what the ceremony's kind usually needs and what is not there yet; returns how many records.

    Raises Known if the ceremony is gone or its kind is not known.
    """
    with office.change(N_("Ceremony planned")) as session:
        ceremony = session.get(Ceremony, ceremony_id)
        if ceremony is None:
            raise Known(_("This ceremony does not exist any more."))
        kind = ceremony_kind(ceremony.kind)
        if kind is None:
            raise Known(_("Say first what kind of ceremony it is; then it can be planned."))
        made = usual_parts(session, ceremony, kind)
        session.add_all(made)
    return len(made)


def invite_delegations(office: OfficeFile, ceremony_id: str) -> int:
    """Ask everybody of the visit's delegations who is not asked yet; returns how many; raises Known."""
    with office.change(N_("Delegations invited")) as session:
        ceremony = session.get(Ceremony, ceremony_id)
        if ceremony is None or ceremony.visit_id is None:
            raise Known(_("This ceremony does not belong to a visit, so there are no delegations to invite."))
        made = asked_members(session, ceremony)
        session.add_all(made)
    return len(made)


def asked_members(
    session: Session, ceremony: Ceremony, without: Collection[str] = (), state: str = "invited"
) -> list[Guest]:
    """The members of the visit's delegations who are not asked yet, as guests; ``without`` some roles."""
    asked = set(session.scalars(select(Guest.person_id).where(Guest.ceremony_id == ceremony.id)))
    rows = session.execute(
        select(DelegationMember, Delegation.side, Delegation.partner_id)
        .join(Delegation, DelegationMember.delegation_id == Delegation.id)
        .where(Delegation.visit_id == ceremony.visit_id)
        .order_by(DelegationMember.id)
    )
    day = ceremony.starts.local.date() if ceremony.starts else None
    found = [
        (
            member,
            side,
            role_in(member, member.post or held_post(session, member.person_id or "", partner, day)),
        )
        for member, side, partner in rows
        if member.person_id not in asked and member.state != "absent"
    ]
    return [
        Guest(
            ceremony_id=ceremony.id,
            person_id=member.person_id,
            post_id=member.post_id,
            side=side,
            state=state,
            role=_HEADS.get(side, "") if role == "head" else _ROLES.get(role, ""),
            interprets=member.interprets,
        )
        for member, side, role in found
        if role not in without
    ]


def usual_parts(session: Session, ceremony: Ceremony, kind: CeremonyKind) -> list[Record]:
    """What a ceremony of this kind usually needs and does not have yet; it is not added to the session."""
    return [
        *_phases(session, ceremony, kind),
        *_tasks(session, ceremony, kind),
        *_plans(session, ceremony, kind),
        *_flags(session, ceremony, kind),
    ]


def _phases(session: Session, ceremony: Ceremony, kind: CeremonyKind) -> list[Record]:
    """The usual points, if there are none yet: the office's own running order is never mixed with them."""
    if _count(session, Phase, ceremony):
        return []
    return [
        Phase(
            ceremony_id=ceremony.id,
            place=number * STEP,
            minutes=one.minutes,
            audience=one.audience,
            **{f"title_{code}": one.title.said(code) for code in LANGUAGES},
            **{f"who_{code}": one.who.said(code) for code in LANGUAGES},
            **{f"cue_{code}": one.cue.said(code) for code in LANGUAGES},
        )
        for number, one in enumerate(kind.phases, 1)
    ]


def _tasks(session: Session, ceremony: Ceremony, kind: CeremonyKind) -> list[Record]:
    subject = f"{entity_name(Ceremony)}/{ceremony.id}"
    known = set(session.scalars(select(Task.origin).where(Task.subject == subject)))
    day = ceremony.starts.local.date() if ceremony.starts else None
    return [
        Task(
            subject=subject,
            origin=f"{kind.key}.{one.key}",
            days=one.days,
            due=day + timedelta(days=one.days) if day else None,
            owner_id=ceremony.officer_id,
            **{f"what_{code}": one.what.said(code) for code in LANGUAGES},
        )
        for one in kind.tasks
        if f"{kind.key}.{one.key}" not in known
    ]


def _plans(session: Session, ceremony: Ceremony, kind: CeremonyKind) -> list[Record]:
    query = select(SeatingPlan.layout).where(SeatingPlan.ceremony_id == ceremony.id)
    known = set(session.scalars(query))
    return [
        SeatingPlan(ceremony_id=ceremony.id, layout=layout, **named(LAYOUTS[layout]))
        for layout in kind.seating
        if layout in LAYOUTS and layout not in known
    ]


def _flags(session: Session, ceremony: Ceremony, kind: CeremonyKind) -> list[Record]:
    if kind.flags not in FLAG_SETTINGS or _count(session, FlagPlan, ceremony):
        return []
    partner = host_partner(ceremony)
    abroad = partner.country.code if partner and partner.country else ""
    row = FlagPlan(ceremony_id=ceremony.id, setting=kind.flags, **named(FLAG_SETTINGS[kind.flags]))
    codes = dict.fromkeys(code for code in (HOME, abroad) if code)
    return [row, *(FlagShown(plan_id=row.id, code=code) for code in codes)]


def _count(session: Session, kind: type[Phase] | type[FlagPlan], ceremony: Ceremony) -> int:
    return session.scalar(select(func.count()).where(kind.ceremony_id == ceremony.id)) or 0


def named(source_text: str) -> dict[str, str]:
    """A name in every language from a label."""
    names = {}
    for code in LANGUAGES:
        with speaking(code):
            names[f"name_{code}"] = _(source_text)
    return names
