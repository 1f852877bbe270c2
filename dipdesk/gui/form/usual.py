"""What is usual in the form of a record: the time zone of a new moment, and what its choices are called."""

from collections.abc import Mapping

from sqlalchemy import select

from dipdesk.gui.form.likely_days import visit_of
from dipdesk.model import Delegation, Office, Record, Travel, Visit, fields
from dipdesk.model.delegation import sides
from dipdesk.model.kinds import Choice, Kind, WallClock
from dipdesk.model.visit import ABROAD
from dipdesk.model.whereabouts import zone_of_end, zone_of_partner, zone_of_visit
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.store.office_file import OfficeFile

Known = Mapping[str, object]


def usual_zone(office: OfficeFile, kind: type[Record], known: Known, of: Kind[object] | None = None) -> str:
    """The zone of the field of ``kind`` whose kind of value is ``of``, or of the record in all.

    It is that of the moment beside it; of an end of a journey that of its town; else that of the place of
    the visit, else that of the office.
    """
    name = next((one.name for one in fields(kind) if one.kind is of), "")
    with office.read() as session:
        own = session.scalars(select(Office.zone)).first() or USUAL_ZONE
        is_known = kind is Visit and "id" in known
        visit = session.get(Visit, known["id"]) if is_known else visit_of(session, known)
        if kind is Travel and name:
            return _of_journey(visit, known, name, own)
        beside = [known.get(one.name) for one in fields(kind) if isinstance(one.kind, WallClock)]
        near = next((one.zone for one in beside if isinstance(one, Moment)), "") if name else ""
        return near or (zone_of_visit(visit, own) if visit is not None else own)


def usual_labels(office: OfficeFile, kind: type[Record], known: Known, of: Kind[object]) -> Mapping[str, str]:
    """What the choices of a field are called in this form, by code; empty for what they are everywhere."""
    if kind is not Delegation or not isinstance(of, Choice):
        return {}
    with office.read() as session:
        visit = visit_of(session, known)
        return sides(visit) if visit is not None else {}


def _of_journey(visit: Visit | None, known: Known, name: str, own: str) -> str:
    """By the clock of the town; where it is not known, one end of the way is at home, the other with them."""
    town = str(known.get("origin" if name == "leaves" else "destination") or "")
    found = zone_of_end(town, visit)
    if found or visit is None:
        return found or own
    if known.get("direction") == "between":
        return zone_of_visit(visit, own)
    is_ours_at_end = (known.get("direction") == "departure") == (visit.kind in ABROAD)
    if (name == "arrives") == is_ours_at_end:
        return own
    away = zone_of_partner(visit.partner) if visit.partner is not None else ""
    return zone_of_visit(visit, own) if visit.kind in ABROAD else away or own
