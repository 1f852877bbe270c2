"""Which papers make sense for a ceremony: wreaths where some are laid, numbers where there are tables."""

from sqlalchemy import select
from sqlalchemy.orm import object_session

from dipdesk.model import Ceremony, SeatingPlan

_WITH_TABLES = ("", "dinner", "reception")
_WITH_WREATHS = ("", "wreath")
"""Kinds of ceremonies, as the files in ``resources/ceremonies`` are called; empty for one not chosen yet."""


def has_tables(ceremony: Ceremony) -> bool:
    """Whether guests sit at tables that want numbers: by its kind, or by a plan of a hall."""
    return ceremony.kind in _WITH_TABLES or _has_plan(ceremony, "hall")


def has_wreaths(ceremony: Ceremony) -> bool:
    """Whether wreaths are laid: by its kind, or by a plan for them."""
    return ceremony.kind in _WITH_WREATHS or _has_plan(ceremony, "wreath")


def _has_plan(ceremony: Ceremony, layout: str) -> bool:
    session = object_session(ceremony)
    if session is None:
        return False
    query = select(SeatingPlan.id).where(SeatingPlan.ceremony_id == ceremony.id, SeatingPlan.layout == layout)
    return session.scalars(query.limit(1)).first() is not None
