"""What seats are called: places of every row count from the left of the drawing, in the list as well."""

from itertools import groupby

import pytest

from dipdesk.i18n import speaking
from dipdesk.papers.ceremony.seating import in_told_order, seat_name
from dipdesk.rules.seating import LAYOUTS, Layout
from dipdesk.rules.seating.geometry import room
from tests.rules.seating.test_geometry import request

_NAMED_OTHERWISE = ("car", "minibus", "hall", "round")


def drawn(layout: Layout, style: str) -> dict[str, tuple[float, float]]:
    asked = request(layout, 14, style=style)
    chairs = room(asked, LAYOUTS[layout](asked)).chairs
    return {chair.seat: (chair.y, chair.x) for chair in chairs}


@pytest.mark.parametrize("style", ["english", "french"])
@pytest.mark.parametrize("layout", [one for one in LAYOUTS if one not in _NAMED_OTHERWISE])
def test_places_of_a_row_count_as_the_drawing_shows_them(layout: Layout, style: str) -> None:
    at = drawn(layout, style)
    seats = list(at)
    with speaking("en"):
        for _row, chairs in groupby(sorted(seats, key=at.__getitem__), key=lambda seat: at[seat][0]):
            told = [seat_name(seat, layout, seats).split(", place ") for seat in chairs]
            for _line, same in groupby(told, key=lambda words: words[0]):
                places = [int(place) for _row_name, place in same]
                assert places == sorted(places)


def test_the_list_goes_as_the_names_count() -> None:
    seats = LAYOUTS["bilateral"](request("bilateral", 14)).seats
    line = in_told_order("bilateral", seats)
    with speaking("en"):
        names = [seat_name(seat, "bilateral", seats) for seat in line]
    assert names == [f"Row {row}, place {place}" for row in (1, 2) for place in range(1, 8)]
    assert seat_name("2/99", "bilateral", seats).endswith("99")
