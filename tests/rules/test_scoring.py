"""The total of a score sheet."""

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.scoring import Mark, Total, total

MARKS = st.lists(st.builds(Mark, st.none() | st.integers(0, 5), st.integers(0, 10)))


def test_points_are_weighed() -> None:
    assert total([Mark(5, 2), Mark(0, 1), Mark(None, 9)]) == Total(100 * 10 / 15, 2, 3)
    assert total([Mark(None, 3)]) == Total(None, 0, 1)
    assert total([Mark(4, 0)]) == Total(None, 1, 1)
    assert total([]) == Total(None, 0, 0)


@given(MARKS)
def test_the_total_lies_between_nothing_and_all(marks: list[Mark]) -> None:
    found = total(marks)
    assert found.percent is None or 0 <= found.percent <= 100
    assert found.scored <= found.criteria == len(marks)


@given(MARKS, st.integers(0, 4), st.integers(1, 10))
def test_a_point_more_is_never_worse(marks: list[Mark], points: int, weight: int) -> None:
    less, more = total([*marks, Mark(points, weight)]), total([*marks, Mark(points + 1, weight)])
    assert less.percent is not None
    assert more.percent is not None
    assert less.percent < more.percent
