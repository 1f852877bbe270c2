"""The order of sections, and who may see which."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Known
from dipdesk.papers.blocks import Block, Column, Heading, PageBreak, Row, Table
from dipdesk.papers.options import Arranged, Marks, packed, unpacked
from dipdesk.papers.sections import Section, arranged, written

USUAL = ("summary", "programme", "people", "annexes")


class Chosen(Arranged):
    """All sections are chosen."""

    one = two = three = True


def _writes(name: str) -> Section[str]:
    def blocks(_material: str) -> Iterator[Block]:
        yield Heading(name)

    return Section(name, blocks, personal=name == "two", inside=name == "three")


SECTIONS = tuple(map(_writes, ("one", "two", "three")))


def said(options: Marks) -> list[str]:
    return [str(one.text) for one in written(SECTIONS, options, "") if isinstance(one, Heading)]


def test_sections_stand_in_the_order_wanted() -> None:
    assert said(Chosen()) == ["one", "two", "three"]
    assert said(Chosen(order=("three", "one", "two"))) == ["three", "one", "two"]


def test_what_is_not_named_follows_in_its_usual_order() -> None:
    assert arranged(USUAL, ("annexes", "summary")) == ("annexes", "summary", "programme", "people")
    assert arranged(USUAL, ("people", "programme")) == ("people", "programme", "summary", "annexes")


@given(st.lists(st.sampled_from(USUAL)))
def test_no_section_is_lost_or_doubled(wanted: list[str]) -> None:
    found = arranged(USUAL, wanted)
    assert sorted(found) == sorted(USUAL)
    named = [name for name in found if name in wanted]
    assert named == list(dict.fromkeys(wanted))


def test_an_unknown_section_is_named() -> None:
    with pytest.raises(Known, match="dessert"):
        arranged(USUAL, ("dessert",))


def test_outsiders_see_less() -> None:
    assert said(Chosen(public=True)) == ["one"]
    assert said(Chosen(receiver="hotel")) == ["one", "two"]


def test_choices_are_kept_and_read_again() -> None:
    chosen = Arranged(order=("b", "a"), draft=True, version="3")
    assert packed(Arranged()) == "{}"
    assert unpacked(Arranged, packed(chosen)) == chosen
    assert unpacked(Arranged, '{"gone": 1, "draft": true}') == Arranged(draft=True)


def _long(_material: str) -> Iterator[Block]:
    yield Heading("Çizelge")
    yield Table((Column("Ad"),), tuple(Row((str(number),)) for number in range(6)))


def _short(_material: str) -> Iterator[Block]:
    yield Heading("Ekler")
    yield Table((Column("Ad"),), (Row(("1",)), Row(("2",))))


@pytest.mark.parametrize(("section", "breaks"), [(_long, 1), (_short, 0)])
def test_only_a_long_section_begins_a_page(section: Callable[[str], Iterator[Block]], breaks: int) -> None:
    sections = (*SECTIONS[:1], Section("two", section, apart=True))
    assert sum(isinstance(one, PageBreak) for one in written(sections, Chosen(), "")) == breaks
