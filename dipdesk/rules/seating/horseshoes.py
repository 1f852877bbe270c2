"""Tables with a head and arms: U, T and hollow square (S8)."""

from collections.abc import Hashable

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Line, Request, centre_out, chain, lines
from dipdesk.rules.seating.rows import honoured, row_reasons

_SMALL_HEAD, _WIDE_HEAD, _FEW = 3, 5, 9


def horseshoe(request: Request) -> Frame:
    """U: a head table, then the arms in turn from the head outward, the one on the own right first."""
    return _with_head(
        request,
        foot=False,
        on_right=_("Place {rank}: arm on the own right, chair {chair} from the head."),
        on_left=_("Place {rank}: arm on the own left, chair {chair} from the head."),
    )


def stem(request: Request) -> Frame:
    """T: a head table, then both sides of the stem in turn from the head outward, the own right first."""
    return _with_head(
        request,
        foot=False,
        on_right=_("Place {rank}: stem, own right, chair {chair} from the head."),
        on_left=_("Place {rank}: stem, own left, chair {chair} from the head."),
    )


def hollow_square(request: Request) -> Frame:
    """Four sides: the head, the two arms in turn, then the side opposite from its middle outward."""
    return _with_head(
        request,
        foot=True,
        on_right=_("Place {rank}: side on the own right, chair {chair} from the head."),
        on_left=_("Place {rank}: side on the own left, chair {chair} from the head."),
    )


def _with_head(request: Request, *, foot: bool, on_right: str, on_left: str) -> Frame:
    """Lines: head as the observer sees it, right and left arm from the head outward, the side opposite."""
    head, arms = _size(request, foot)
    slots: list[Hashable] = [("head", place) for place in centre_out(head)]
    slots += [(arm, place) for place in range(arms) for arm in ("right", "left")]
    slots += [("foot", place) for place in centre_out(head)] if foot else []
    head_line, seat_of = lines([[("head", place) for place in range(head)]])
    arm_lines, arm_seats = lines(
        [[(arm, place) for place in range(arms)] for arm in ("right", "left")], mirrored=False, first=2
    )
    foot_line, foot_seats = lines([[("foot", place) for place in range(head)]], first=4) if foot else ((), {})
    found: tuple[Line, ...] = (*head_line, *arm_lines, *foot_line)
    reasons = row_reasons(head)
    for place in range(arms):
        for text in (on_right, on_left):
            reasons.append(text.format(rank=len(reasons) + 1, chair=place + 1))
    text = _("Place {rank}: the side opposite the head.")
    reasons += [text.format(rank=len(reasons) + i) for i in range(1, head + 1)] if foot else []
    guests = honoured(request.guests, request.switches, head)
    return Frame(found, (chain(guests, slots, seat_of | arm_seats | foot_seats, reasons),))


def _size(request: Request, foot: bool) -> tuple[int, int]:
    """Seats at the head and on each arm; what the shape leaves open follows from the number of guests."""
    people, shape = request.places_needed, request.shape
    head = (
        shape.head if shape.head is not None else min(people, _SMALL_HEAD if people <= _FEW else _WIDE_HEAD)
    )
    left_over = max(0, people - head * (2 if foot else 1))
    return head, shape.arms if shape.arms is not None else (left_over + 1) // 2
