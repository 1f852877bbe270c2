"""The map as a drawing in papers."""

import pytest

from dipdesk.papers.blocks import Circle, Figure, Label, Pair, Polygon, Rgb
from dipdesk.papers.world import STAR, Mark, Pin, Sign, framed, star_place, world_figure
from tests.papers.reading import text_of

SISTER = Sign("Kardeş şehir", Rgb(47, 109, 181))
FRIEND = Sign(Pair("Dost şehir", "Friendship city"), Rgb(29, 138, 138), Mark.SQUARE)
HOSTILE = (
    "<b>Ayşe</b> Yılmaz",
    "<b>Ayşe",
    "Smith & Oğulları; AT&T &copy; &#0;",
    "&#x110000;",
    '<img src="http://127.0.0.1:9/x.png"/>',
    "=cmd|'/c calc'!A1",
    "Ad\u202efdp.exe",
    "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
    "Ş" * 300,
)


def pins(count: int) -> list[Pin]:
    return [
        Pin(
            f"City {number}",
            (number * 37) % 360 - 180,
            (number * 23) % 140 - 60,
            (SISTER, FRIEND)[number % 2],
        )
        for number in range(count)
    ]


def labels(figure: Figure) -> list[str]:
    return [str(shape.text) for shape in figure.shapes if isinstance(shape, Label)]


def inside(figure: Figure) -> bool:
    return all(
        -0.01 <= x <= figure.width + 0.01 and -0.01 <= y <= figure.height + 0.01
        for shape in figure.shapes
        if isinstance(shape, Polygon) and len(shape.points) > 12
        for x, y in shape.points
    )


@pytest.mark.parametrize("count", [0, 1, 12, 500])
def test_any_number_of_pins_can_be_drawn(count: int) -> None:
    figure = world_figure(pins(count), 470, 270, home=(27.9, 39.6), legend=(SISTER, FRIEND))
    assert inside(figure)
    shown = text_of(figure)
    assert "Kardeş şehir" in shown
    assert "Natural Earth" in shown


def test_few_pins_bear_their_names() -> None:
    figure = world_figure([Pin("Tiflis", 44.8, 41.7, SISTER)], 470, 270)
    assert "Tiflis" in labels(figure)


def test_pins_close_to_each_other_are_counted() -> None:
    near = [Pin("Bir", 30.0, 40.0, SISTER), Pin("İki", 30.1, 40.0, FRIEND), Pin("Üç", 100.0, 0.0, FRIEND)]
    shown = labels(world_figure(near, 470, 270))
    assert "2" in shown
    assert "Bir" not in shown
    assert "Üç" in shown


def test_a_part_of_the_map_holds_its_pins() -> None:
    some = [Pin("Tiflis", 44.8, 41.7, SISTER), Pin("Gence", 46.3, 40.7, FRIEND)]
    figure = world_figure(some, 300, 200, framed(some, (27.9, 39.6)), (27.9, 39.6))
    assert {"Tiflis", "Gence"} <= set(labels(figure))
    marks = [shape for shape in figure.shapes if isinstance(shape, Circle)]
    assert len(marks) == 1
    assert inside(figure)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_shown_letter_for_letter(name: str) -> None:
    figure = world_figure([Pin(name, 44.8, 41.7, SISTER)], 470, 270)
    assert name in labels(figure)
    assert text_of(figure)


@pytest.mark.parametrize("place", [(180.0, 0.0), (-180.0, 66.0), (-168.4, 65.0), (0.0, 90.0), (0.0, -90.0)])
def test_pins_at_the_ends_of_the_world_do_no_harm(place: tuple[float, float]) -> None:
    only = [Pin("Uç", *place, SISTER)]
    assert world_figure(only, 470, 270).shapes
    assert world_figure(only, 470, 270, framed(only)).shapes


def test_our_star_hides_no_mark() -> None:
    assert star_place(50, 50, []) == (50, 50)
    x, y = star_place(50, 50, [(51, 50, 9.0)])
    assert x == pytest.approx(51 - 9.0 - 0.7 * STAR)
    assert y == 50
    x, y = star_place(50, 50, [(50, 50, 4.0)])
    assert y > 54


def test_the_order_of_the_pins_makes_no_difference() -> None:
    some = pins(40)
    assert world_figure(some, 470, 270) == world_figure(some[::-1], 470, 270)
