"""Lines that are read from their head: the receiving line (S11) and the order of wreaths."""

from collections.abc import Sequence

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Guest, Request, chain, lines, with_role, without


def receiving_line(request: Request) -> Frame:
    """From the entrance: host, guest of honour, the guest's spouse, the host's spouse, then the others."""
    host = with_role(request.guests, "host")
    guest = with_role(request.guests, "guest_of_honour")
    spouses = [_spouse(request.guests, person) for person in (guest, host)]
    head = list(dict.fromkeys(g for g in (host, guest, *spouses) if g))
    line = [*head, *without(request.guests, *head)]
    first = [
        (host, _("The host stands first from the entrance.")),
        (guest, _("The guest of honour follows the host.")),
        (spouses[0], _("The spouse of the guest of honour.")),
        (spouses[1], _("The host's spouse.")),
    ]
    known = {person.id: text for person, text in reversed(first) if person}
    text = _("Place {rank} from the entrance.")
    return _queue(request, line, [known.get(g.id, text.format(rank=i)) for i, g in enumerate(line, 1)], text)


def wreath(request: Request) -> Frame:
    """Wreaths are laid in the order of precedence."""
    text = _("Wreath {rank} in the order of precedence.")
    reasons = [text.format(rank=i) for i in range(1, len(request.guests) + 1)]
    return _queue(request, request.guests, reasons, text)


def _queue(request: Request, line: Sequence[Guest], reasons: list[str], more: str) -> Frame:
    size = request.shape.seats if request.shape.seats is not None else request.places_needed
    row, seat_of = lines([range(size)], mirrored=False)
    texts = [*reasons[:size], *(more.format(rank=i + 1) for i in range(len(reasons), size))]
    return Frame(row, (chain(line, range(size), seat_of, texts),))


def _spouse(guests: Sequence[Guest], of: Guest | None) -> Guest | None:
    """The spouse of somebody, whichever of the two names the other."""
    if of is None:
        return None
    return next((g for g in guests if g.spouse_of == of.id or g.id == of.spouse_of), None)
