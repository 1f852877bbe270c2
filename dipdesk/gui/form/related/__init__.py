"""Which lists belong on the page of which record, in which order, and what stands where one is empty."""

from dipdesk.gui.form.related import of_relations, of_visits
from dipdesk.gui.form.related.listed import Related
from dipdesk.model import Record, entity_name, links_to

__all__ = ["Related", "related"]

_LISTS = {**of_relations.LISTS, **of_visits.LISTS}
_ELSEWHERE = {
    ("visit", "delegation"),
    ("visit", "expense"),
    ("visit", "duty"),
    ("visit", "gift"),
    ("visit", "programme_item"),
    ("visit", "ride"),
    ("visit", "travel"),
    ("partner", "delegation"),
    ("partner", "tie"),
    ("relation", "score"),
    ("ceremony", "guest"),
    ("ceremony", "guest_move"),
    ("ceremony", "phase"),
    ("ceremony", "seating_plan"),
    ("ceremony", "flag_plan"),
}
"""Lists that a page shows in a form of its own, or not at all."""


def related(kind: type[Record]) -> list[Related]:
    """The lists on the pages of an entity: the declared ones, then whatever else links to it."""
    name = entity_name(kind)
    found = list(_LISTS.get(name, ()))
    declared = {(one.kind, one.link) for one in found}
    for other, link in links_to(kind):
        other_name = entity_name(other)
        if (other_name, link.name) in declared or (name, other_name) in _ELSEWHERE:
            continue
        columns = tuple(column for column in other.columns if column != link.name)
        found.append(Related(other_name, link.name, other.label[1], columns=columns))
    return found
