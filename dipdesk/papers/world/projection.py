"""From the globe to the map: the Equal Earth projection, with Europe and Türkiye in its middle.

Areas keep their proportions and parallels are straight lines. Formulas: Šavrič, Patterson and Jenny, "The
Equal Earth map projection", International Journal of Geographical Information Science 33 (2019). The map
is 1 wide and ``ASPECT`` high, with (0, 0) in its upper left corner; y grows downwards. It is cut at
168.4° west, in the Bering Strait, where the cut meets almost no land.
"""

from math import asin, cos, pi, radians, sin, sqrt

CENTRE = 11.6
"""The meridian in the middle, in degrees east."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT = sqrt(3) / 2


def _height(theta: float) -> float:
    return theta * (_A1 + _A2 * theta**2 + theta**6 * (_A3 + _A4 * theta**2))


def _slope(theta: float) -> float:
    return _A1 + 3 * _A2 * theta**2 + theta**6 * (7 * _A3 + 9 * _A4 * theta**2)


_STEEPEST = asin(_HALF_ROOT)
_TOP = _height(_STEEPEST)
_WIDTH = 2 * pi / (_HALF_ROOT * _A1)
ASPECT = 2 * _TOP / _WIDTH
"""The height of the map, with its width as 1."""


def turned(longitude: float) -> float:
    """Degrees east of the middle of the map, from -180 up to 180."""
    return (longitude - CENTRE + 180) % 360 - 180


def place(east: float, latitude: float) -> tuple[float, float]:
    """Where a point lies that is ``east`` degrees (-180 to 180) from the middle of the map."""
    theta = asin(_HALF_ROOT * sin(radians(latitude)))
    x = radians(east) * cos(theta) / (_HALF_ROOT * _slope(theta))
    return 0.5 + x / _WIDTH, (_TOP - _height(theta)) / _WIDTH


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point of the globe (degrees east and north) lies on the map."""
    return place(turned(longitude), latitude)
