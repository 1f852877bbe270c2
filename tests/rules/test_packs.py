"""Packs of roles: whole, dated, sourced; every paper and choice in them exists."""

import pytest

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.papers.options import choices
from dipdesk.papers.registry import paper
from dipdesk.rules.packs import Pack, pack
from dipdesk.rules.receivers import receiver

KEYS = sorted(path.stem for path in paths.resources("packs").glob("*.toml"))


@pytest.mark.parametrize("key", KEYS)
def test_every_shipped_pack_is_whole(key: str) -> None:
    one = pack(key)
    assert one.name.said("tr") != one.name.said("en")
    assert one.source.said()
    assert one.source.date
    if one.receiver:
        assert all(receiver(one.receiver).may_get(inside.paper) for inside in one.papers)
    for inside in one.papers:
        known = paper(inside.paper)
        assert {"visit", "ceremony"} & set(known.subjects)
        declared = {option.name: option.kind for option in choices(known.options)}
        for name, value in inside.options.items():
            if isinstance(value, str):
                assert declared[name].parse(declared[name].format(value)) == value
            else:
                assert name in declared


def test_a_pack_without_papers_is_refused() -> None:
    with pytest.raises(Invalid) as trouble:
        Pack.read("x", {"state": "verified"})
    assert trouble.value.place == "papers"
