"""The time zone that a new moment of a record most likely has."""

from collections.abc import Mapping

from sqlalchemy import select

from dipdesk.model import Office, Partner, Record, Visit
from dipdesk.store.office_file import OfficeFile

_DEFAULT = "Europe/Istanbul"


def usual_zone(office: OfficeFile, kind: type[Record], values: Mapping[str, object]) -> str:
    """The zone of the place: that of the partner for a visit abroad, else that of the office."""
    with office.read() as session:
        visit_id = values.get("id") if kind is Visit else values.get("visit_id")
        visit = session.get(Visit, visit_id) if visit_id else None
        if visit is not None and visit.kind == "outbound" and visit.partner_id:
            partner = session.get(Partner, visit.partner_id)
            if partner is not None and partner.zone:
                return partner.zone
        own = session.scalars(select(Office)).first()
    return own.zone if own is not None and own.zone else _DEFAULT
