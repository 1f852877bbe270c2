"""Partners as pins: their signs by class or by state of the relation, and the legend that tells them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from dipdesk.actions.partner_map import MEMBER, MappedPartner, PartnerMap, Standing
from dipdesk.i18n import N_, _
from dipdesk.model.colours import SHADES
from dipdesk.model.relation import RELATION_STATES
from dipdesk.papers.blocks import Rgb
from dipdesk.papers.world.marks import Mark, Pin, Sign

NONE = ""
"""Stands for partners without a relation, or a relation without a class or state."""
BY_CLASS, BY_STATE = "class", "state"
_WITHOUT = N_("Without a relation")
_MEMBER = N_("Member municipality")
_UNKNOWN = N_("Not said")
_GREY = Rgb(140, 146, 154)
_STATE_COLOURS = {
    "active": "green",
    "approved": "blue",
    "in_talks": "amber",
    "idea": "teal",
    "dormant": "grey",
    "suspended": "orange",
    "ended": "brown",
    "refused": "red",
}
_MARKS = tuple(Mark)


@dataclass(frozen=True)
class Choice:
    """Which partners are shown: those with a relation of one of these classes, states and municipalities.

    An empty set lets everything through; :data:`NONE` stands for partners without a relation, and among
    municipalities for our own relations.
    """

    classes: Collection[str] = field(default_factory=frozenset)
    states: Collection[str] = field(default_factory=frozenset)
    municipalities: Collection[str] = field(default_factory=frozenset)

    def standings(self, partner: MappedPartner) -> tuple[Standing, ...]:
        """The relations of a partner that pass."""
        return tuple(
            one
            for one in partner.standings
            if (not self.classes or one.class_id in self.classes)
            and (not self.states or one.state in self.states)
            and (not self.municipalities or one.municipality_id in self.municipalities)
        )

    def passes(self, partner: MappedPartner) -> bool:
        """Whether a partner is shown."""
        if not partner.standings:
            chosen = [some for some in (self.classes, self.states, self.municipalities) if some]
            return all(NONE in some for some in chosen) and not self.municipalities
        return bool(self.standings(partner))


def sign_key(partner: MappedPartner, choice: Choice, by: str) -> str:
    """The key of the sign of a partner: a class id, a state, ``MEMBER`` or :data:`NONE`."""
    found = choice.standings(partner)
    if found:
        return found[0].class_id if by == BY_CLASS else found[0].state
    return MEMBER if partner.kind == MEMBER else NONE


def signs(data: PartnerMap, by: str) -> dict[str, Sign]:
    """The signs of all classes or states by their keys, in their order; those without a relation last."""
    if by == BY_CLASS:
        named = [(one.id, one.name, one.colour) for one in data.classes]
    else:
        named = [(code, _(RELATION_STATES[code]), colour) for code, colour in _STATE_COLOURS.items()]
    found = {
        key: Sign(name, Rgb(*SHADES.get(colour, SHADES["grey"])), _MARKS[place % len(_MARKS)])
        for place, (key, name, colour) in enumerate(named)
    }
    return {
        **found,
        MEMBER: Sign(_(_MEMBER), _GREY, Mark.HOUSE),
        NONE: Sign(_(_WITHOUT), _GREY, Mark.CIRCLE),
    }


def pins(data: PartnerMap, choice: Choice, by: str = BY_CLASS) -> tuple[list[Pin], list[Sign]]:
    """The pins of all partners with a position that pass, in their order, and the signs that they need."""
    known = signs(data, by)
    unknown = Sign(_(_UNKNOWN), _GREY, Mark.DIAMOND)
    found, used = [], set()
    for partner in data.partners:
        if partner.position is not None and choice.passes(partner):
            key = sign_key(partner, choice, by)
            used.add(key)
            found.append(
                Pin(
                    partner.name,
                    partner.position.longitude,
                    partner.position.latitude,
                    known.get(key, unknown),
                    f"partner/{partner.id}",
                )
            )
    legend = [sign for key, sign in known.items() if key in used]
    return found, legend if used <= set(known) else [*legend, unknown]
