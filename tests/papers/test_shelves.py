"""Shelves of papers: every paper stands on one of them, once."""

from importlib import import_module
from pkgutil import iter_modules

from dipdesk.papers import shelves
from dipdesk.papers.registry import papers
from dipdesk.papers.shelves import composed

AREAS = [one.name for one in iter_modules(shelves.__path__) if one.name != "composed"]


def test_every_paper_stands_on_one_shelf() -> None:
    standing = [one for area in AREAS for one in import_module(f"{shelves.__name__}.{area}").PAPERS]
    of_others = papers()[len(standing) :]
    assert set(papers()) == {*standing, *of_others}
    assert [one.name for one in of_others] == [
        one.name for one in composed.made_of(lambda _name: papers()[0])
    ]


def test_no_two_papers_share_a_name_or_a_label() -> None:
    assert len({one.name for one in papers()}) == len(papers())
    assert len({one.title() for one in papers()}) == len(papers())
