"""How an element of a card is moved and resized: pure arithmetic in millimetres."""

from dataclasses import replace

from dipdesk.rules.card_layouts import LEAST, Element

CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))
"""The corners by which an element is taken: right and lower edge are 1."""
_CATCH = 0.8
"""How near the middle of the card an element must come to be caught by it."""
_STEP = 0.5


def moved(one: Element, right: float, down: float, card: tuple[float, float]) -> Element:
    """The element elsewhere on its card."""
    return replace(one, x=one.x + right, y=one.y + down).within(*card)


def resized(one: Element, right: float, down: float, card: tuple[float, float]) -> Element:
    """The element with its lower right corner elsewhere; it does not leave the card."""
    width = min(max(one.width + right, LEAST), card[0] - one.x)
    height = min(max(one.height + down, LEAST), card[1] - one.y)
    return replace(one, width=width, height=height).within(*card)


def dragged(one: Element, right: float, down: float, card: tuple[float, float]) -> Element:
    """The element as the mouse moves it: in half millimetres, caught by the middle of the card."""
    x, y = _stepped(one.x + right), _stepped(one.y + down)
    middle = (card[0] - one.width) / 2
    if abs(x - middle) <= _CATCH:
        x = middle
    return replace(one, x=x, y=y).within(*card)


def pulled(
    one: Element, corner: tuple[int, int], right: float, down: float, card: tuple[float, float]
) -> Element:
    """The element with one corner elsewhere, the opposite one where it was."""
    left, top, far, low = one.x, one.y, one.x + one.width, one.y + one.height
    if corner[0]:
        far = min(max(_stepped(far + right), left + LEAST), card[0])
    else:
        left = max(min(_stepped(left + right), far - LEAST), 0.0)
    if corner[1]:
        low = min(max(_stepped(low + down), top + LEAST), card[1])
    else:
        top = max(min(_stepped(top + down), low - LEAST), 0.0)
    return replace(one, x=left, y=top, width=far - left, height=low - top).within(*card)


def _stepped(length: float) -> float:
    return round(length / _STEP) * _STEP
