"""Which ceremonies of a visit stand in its programme by themselves: those that none of its items stands for.

No legal source: whoever reads a programme, a brief or a calendar shall find everything once.
"""

from collections.abc import Iterable

from dipdesk.model import Ceremony, ProgrammeItem


def apart(items: Iterable[ProgrammeItem], ceremonies: Iterable[Ceremony]) -> list[Ceremony]:
    """Those of the ceremonies, in their order, that none of the items stands for.

    An item stands for the ceremony it names if that begins while it lasts, or has no hour yet; one that
    names none stands for the ceremony of its visit that begins together with it.
    """
    named: dict[str, list[ProgrammeItem]] = {}
    begun = set()
    for item in items:
        if item.ceremony_id:
            named.setdefault(item.ceremony_id, []).append(item)
        elif item.starts is not None:
            begun.add((item.visit_id, item.starts.instant))
    return [
        one
        for one in ceremonies
        if not any(_holds(item, one) for item in named.get(one.id, ()))
        and (one.starts is None or (one.visit_id, one.starts.instant) not in begun)
    ]


def _holds(item: ProgrammeItem, ceremony: Ceremony) -> bool:
    """Whether a ceremony begins while the item lasts that names it."""
    if ceremony.starts is None:
        return True
    if item.starts is None:
        return False
    if item.ends is None or item.ends <= item.starts:
        return item.starts.instant == ceremony.starts.instant
    return item.starts <= ceremony.starts < item.ends
