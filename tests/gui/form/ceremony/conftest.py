"""The sample office for the windows of ceremonies."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipdesk import paths
from dipdesk.actions.story import record_id
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

SIGNING, DINNER = record_id("ceremony", "2"), record_id("ceremony", "3")
DAIS, HALL = record_id("seating_plan", "1"), record_id("seating_plan", "2")


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample office; copied, never opened again."""
    path = tmp_path_factory.mktemp("sample") / "sample.dipdesk"
    with pytest.MonkeyPatch.context() as patch, speaking("tr"):
        patch.setattr(paths, "data", lambda: path.parent)
        opening.close(sample.create(path))
    return path


@pytest.fixture
def filled(sample_path: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    """The sample office, open."""
    opened = opening.open_file(Path(shutil.copy(sample_path, tmp_path / "sample.dipdesk")))
    yield opened
    opened.close()
