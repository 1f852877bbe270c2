"""Names beside the chairs of a drawing: one size, clear of each other, full or short, never broken."""

from itertools import combinations

import pytest

from dipdesk.actions import seating_plans
from dipdesk.model import SeatingPlan
from dipdesk.papers.blocks import Circle, Figure, Label
from dipdesk.papers.ceremony.seat_names import Box, Stand, initials, names_of
from dipdesk.papers.ceremony.seating_drawing import seating_figure, spots_of
from dipdesk.store.office_file import OfficeFile

LONG = (
    ("Katharina", "Musterfrau"),
    ("Maximilian Alexander", "von Freudenberg-Hohenlohe"),
    ("Oleksandra", "Zrazkova"),
    ("İpek Işıl", "Şablon"),
    ("محمد", "المثال"),
    ("小明", "王"),
    ("", "Numuneoğlu"),
)


def row(count: int, pitch: float = 26.0, radius: float = 8.0) -> list[Stand]:
    """Chairs side by side whose guests look at the lower edge."""
    people = [LONG[number % len(LONG)] for number in range(count)]
    return [Stand(number * pitch, 0, radius, (0, -1), *people[number]) for number in range(count)]


def around(stand: Stand) -> Box:
    return Box(stand.x - stand.radius, stand.y - stand.radius, stand.x + stand.radius, stand.y + stand.radius)


@pytest.mark.parametrize("count", [1, 2, 17, 40])
def test_names_have_one_size_and_stand_clear(count: int) -> None:
    stands = row(count)
    found = names_of(stands, [around(one) for one in stands])
    names = [one for one in found if one is not None]
    assert len(names) == count
    assert len({one.size for one in names}) == 1
    boxes = [one.box for one in names] + [around(one) for one in stands]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_no_word_is_ever_broken() -> None:
    stands = row(30, pitch=26, radius=7)
    for stand, name in zip(stands, names_of(stands, [around(one) for one in stands]), strict=True):
        assert name is not None
        written = " ".join(name.lines).replace("- ", "-")
        whole = f"{stand.given} {stand.family}".strip()
        assert written in (whole, f"{initials(stand.given)} {stand.family}".strip())


def test_names_are_written_in_full_where_there_is_room() -> None:
    name = names_of([Stand(0, 0, 8, (0, -1), "Katharina", "Musterfrau")], [])[0]
    assert name is not None
    assert " ".join(name.lines) == "Katharina Musterfrau"
    walls = [Box(-90, -20, -30, 20), Box(30, -20, 90, 20), Box(-90, -90, 90, -22), Box(-90, 8, 90, 90)]
    name = names_of([Stand(0, 0, 8, (0, -1), "Katharina", "Musterfrau")], walls)[0]
    assert name is not None
    assert " ".join(name.lines) == "K. Musterfrau"


def test_where_even_a_short_name_has_no_room_its_initials_stand() -> None:
    stands = row(9, pitch=20, radius=8)
    found = names_of(stands, [around(one) for one in stands], least=8.0)
    written = [" ".join(one.lines) for one in found if one is not None]
    assert len(written) >= 8
    assert "K. M." in written


def test_what_finds_no_room_at_all_is_left_to_the_list() -> None:
    walls = [Box(-99, -99, 99, -8), Box(-99, 8, 99, 99), Box(-99, -99, -8, 99), Box(8, -99, 99, 99)]
    assert names_of([Stand(0, 0, 8, (0, -1), "Katharina", "Musterfrau")], walls) == [None]


@pytest.mark.parametrize(
    ("given", "short"),
    [("Katharina", "K."), ("İpek Işıl", "İ. I."), ("Jean-Luc", "J.-L."), ("小明", "小明"), ("", "")],
)
def test_initials(given: str, short: str) -> None:
    assert initials(given) == short


def test_each_name_looks_only_at_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many rows of chairs are twice the work, not four times."""
    looks: list[int] = []
    usual = Box.meets

    def counted(self: Box, other: Box) -> bool:
        looks[-1] += 1
        return usual(self, other)

    monkeypatch.setattr(Box, "meets", counted)
    for lines in (4, 8):
        stands = [
            Stand(one.x, line * 34.0, one.radius, one.out, one.given, one.family)
            for line in range(lines)
            for one in row(25)
        ]
        looks.append(0)
        assert all(names_of(stands, [around(one) for one in stands]))
    assert 0 < looks[1] < 2.5 * looks[0]


def drawing(office: OfficeFile, layout: str, width: float = 470, height: float = 430) -> Figure:
    with office.read() as session:
        plan = next(one for one in session.query(SeatingPlan) if one.layout == layout)
        seated = seating_plans.read(session, plan, "tr")
        return seating_figure(seated, width, height, spots_of(session, plan.id))


@pytest.mark.parametrize("layout", ["head_table", "hall"])
def test_a_drawing_begins_at_its_edge_and_stays_inside(read_office: OfficeFile, layout: str) -> None:
    figure = drawing(read_office, layout)
    assert figure.width <= 470.1
    assert figure.height <= 430.1
    tops = [shape.y - shape.radius for shape in figure.shapes if isinstance(shape, Circle)]
    labels = [shape for shape in figure.shapes if isinstance(shape, Label)]
    highest = min([*tops, *(label.y - label.size for label in labels)])
    assert 0 <= highest < 8


def test_every_name_of_a_drawing_is_of_one_size(read_office: OfficeFile) -> None:
    figure = drawing(read_office, "head_table")
    names = [one for one in figure.shapes if isinstance(one, Label) and not one.bold and not one.room]
    assert len(names) == 17
    assert len({one.size for one in names}) == 1
