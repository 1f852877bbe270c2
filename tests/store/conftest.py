"""What the tests of the store share."""

import shutil
from pathlib import Path

import pytest

from dipdesk.store import opening

_SEEDED = ("country", "criterion", "relation_class", "gift_custom")


@pytest.fixture(scope="session")
def bare_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file without countries, so that checking it is quick."""
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("bare") / "bare.dipdesk"))
    with opening.open_file(path) as office:
        for table in (*_SEEDED, "op", "op_value", "head", "finder", "office"):
            office.raw.execute(f"DELETE FROM {table}")
    return path
