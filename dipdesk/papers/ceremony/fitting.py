"""Which papers make sense for a ceremony: wreaths where some are laid, table numbers where people eat."""

from sqlalchemy import select
from sqlalchemy.orm import object_session

from dipdesk.model import Ceremony, ProgrammeItem, SeatingPlan
from dipdesk.rules.programme_words import kind_of

_WITH_TABLES = ("", "dinner", "reception")
_WITH_WREATHS = ("", "wreath")
_MEALS = ("dinner", "reception")
"""Kinds of ceremonies, as the files in ``resources/ceremonies`` are called; empty for one not chosen yet."""
_MEAL = "meal"
"""The kind of an item of the programme."""


def has_tables(ceremony: Ceremony) -> bool:
    """Whether guests sit at tables that want numbers: by its kind, or by a plan of a hall."""
    return ceremony.kind in _WITH_TABLES or _has_plan(ceremony, "hall")


def has_wreaths(ceremony: Ceremony) -> bool:
    """Whether wreaths are laid: by its kind, or by a plan for them."""
    return ceremony.kind in _WITH_WREATHS or _has_plan(ceremony, "wreath")


def is_meal(ceremony: Ceremony) -> bool:
    """Whether people eat: by its kind, by an item of the programme, or else by what it is called."""
    session = object_session(ceremony)
    if ceremony.kind in _MEALS or session is None:
        return ceremony.kind in _MEALS
    items = list(session.scalars(select(ProgrammeItem.kind).where(ProgrammeItem.ceremony_id == ceremony.id)))
    return _MEAL in items or kind_of(ceremony.title_tr, ceremony.title_en) == _MEAL


def _has_plan(ceremony: Ceremony, layout: str) -> bool:
    session = object_session(ceremony)
    if session is None:
        return False
    query = select(SeatingPlan.id).where(SeatingPlan.ceremony_id == ceremony.id, SeatingPlan.layout == layout)
    return session.scalars(query.limit(1)).first() is not None
