"""What personal data a visit still holds, also in the history of the file, and clearing them for good."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Delegation, DelegationMember, Visit, field_of
from dipdesk.rules.retention import DataClass, Held, held, retention
from dipdesk.store import backup
from dipdesk.store.erasing import erasing, ever_linked, kept
from dipdesk.store.office_file import OfficeFile


def of_visit(session: Session, visit: Visit) -> tuple[Held, ...]:
    """What a visit holds of each class of data, or held once, and when it is to be deleted."""
    found = kept(session, DelegationMember, _members(session, visit.id), _registers(retention().classes))
    counts = {
        one.key: len({row_id for row_id, register in found if register in _registers([one])})
        for one in retention().classes
    }
    return held(counts, visit.ends or visit.starts)


def clear(office: OfficeFile, visit_id: str, keys: Collection[str], today: date) -> tuple[str, ...]:
    """Erase the data of the classes ``keys`` of all members, those who left included; they cannot come back.

    They go from the records, the history, what can be undone and the pages of the file; backups that were
    made keep them. Returns the ids of the members of whom something went. Once nothing sensitive is left the
    visit says on which day it was cleared. Raises Known if the visit is gone.
    """
    chosen = _registers(one for one in retention().classes if one.key in keys)
    sensitive = _registers(one for one in retention().classes if one.sensitive)
    with erasing(office, N_("Personal data cleared")) as erasure:
        session = erasure.session
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit does not exist any more."))
        members = _ever(session, visit_id)
        found = kept(session, DelegationMember, members, chosen)
        for row_id, register in found:
            erasure.take(DelegationMember, row_id, [register])
        if not kept(session, DelegationMember, members, sensitive):
            visit.cleared_on = today
    return tuple(dict.fromkeys(row_id for row_id, _register in found))


def backups_with(office: OfficeFile, visit_id: str, keys: Collection[str] | None = None) -> list[Path]:
    """The backups of the file that may hold personal data of a visit, the newest first; raises Known.

    With ``keys`` only data of these classes count.
    """
    wanted = _registers(one for one in retention().classes if keys is None or one.key in keys)
    with office.read() as session:
        found = kept(session, DelegationMember, _ever(session, visit_id), wanted)
    return backup.made_since(backup.folder_for(office.raw, office.path), min(found.values())) if found else []


def replace_backups(office: OfficeFile, old: Sequence[Path]) -> None:
    """Write a backup of the file as it is now, then delete ``old`` ones; raises Known."""
    backup.write(office.raw, office.path, backup.folder_for(office.raw, office.path))
    backup.remove(old)
    if left := [one for one in old if one.exists()]:
        raise Known(_("“{path}” cannot be deleted.").format(path=left[0]))


def _members(session: Session, visit_id: str) -> Sequence[str]:
    wanted = select(DelegationMember.id).join(Delegation, DelegationMember.delegation_id == Delegation.id)
    return session.scalars(wanted.where(Delegation.visit_id == visit_id)).all()


def _ever(session: Session, visit_id: str) -> list[str]:
    """The members of the visit, those who left it or were removed included."""
    sides = ever_linked(session, Delegation, "visit_id", [visit_id])
    return ever_linked(session, DelegationMember, "delegation_id", sides)


def _registers(kinds: Iterable[DataClass]) -> list[str]:
    return [field_of(DelegationMember, name).register for one in kinds for name in one.fields]
