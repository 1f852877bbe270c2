"""Provinces are told from other names."""

import pytest

from dipdesk.rules.provinces import PROVINCES, is_province


def test_there_are_81_each_once() -> None:
    assert len(PROVINCES) == len(set(PROVINCES)) == 81


@pytest.mark.parametrize("name", ["İzmir", "izmir", "IĞDIR", "Hakkari", " Şanlıurfa "])
def test_a_province_is_known_however_it_is_written(name: str) -> None:
    assert is_province(name)


@pytest.mark.parametrize("name", ["Municipality of Çınarlı", "Karşıyaka", ""])
def test_other_names_are_no_provinces(name: str) -> None:
    assert not is_province(name)
