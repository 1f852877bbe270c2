"""How complete the chains of approval are: of agreements, memberships and trips, by their lights."""

from sqlalchemy.orm import Session

from dipdesk.actions import approval_file
from dipdesk.actions.approval_answer import ApprovalFile
from dipdesk.actions.figures.figure import Bar, Figure, Kind, Question, Series, counted
from dipdesk.actions.figures.ground import Ground
from dipdesk.i18n import N_, _
from dipdesk.rules.approval import Light

_LIGHTS: tuple[Light, ...] = ("green", "amber", "red")
_ENTITIES = {
    "agreement": N_("Agreements"),
    "membership": N_("Memberships"),
    "visit": N_("Trips abroad"),
    "relation": N_("Relations without a document"),
}


def completeness(session: Session, question: Question) -> Figure:
    """How many chains are in order; without records that need approval it has no bars.

    The share is that of green lights in all (share of relations with all dates: protocol-practice §10).
    """
    asked = _asked(Ground.read(session, question))
    files = [one for one in approval_file.audit(session, question.today) if one.row_id in asked[one.entity]]
    bars = (_bar(entity, name, files) for entity, name in _ENTITIES.items())
    return Figure(
        "completeness",
        _("Completeness of the chain of approval"),
        _(
            "The light of every file of approval: green is in order, amber is to be looked at, red lacks a"
            " required step or has steps out of order."
        ),
        Kind.SHARE,
        tuple(bar for bar in bars if bar.ids),
        (
            Series("green", _("In order"), "green"),
            Series("amber", _("To be looked at"), "amber"),
            Series("red", _("Not in order"), "red"),
        ),
    )


def _asked(ground: Ground) -> dict[str, set[str]]:
    """The ids that are asked for, by entity."""
    return {
        "agreement": {one.id for one in ground.agreements},
        "membership": {one.id for one in ground.memberships},
        "visit": {one.id for one in ground.visits},
        "relation": {one.id for one in ground.relations},
    }


def _bar(entity: str, name: str, files: list[ApprovalFile]) -> Bar:
    parts = (
        counted(entity, (one.row_id for one in files if one.entity == entity and one.light == light))
        for light in _LIGHTS
    )
    return Bar(entity, _(name), tuple(parts))
