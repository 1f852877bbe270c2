"""An office file for every test, and what is in it."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

DATA = Path(__file__).parents[1] / "data"
SISTER_CITIES = DATA / "sister_cities_published.csv"
COLLABORATIONS = DATA / "union_collaborations.csv"


@pytest.fixture(scope="session")
def balikesir_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office file of Balıkesir, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "balikesir.dipdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent))
        opening.create(path, "Balıkesir Büyükşehir").close()
    return path


@pytest.fixture
def office(balikesir_file: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    """The open office file of Balıkesir, which a test may change."""
    path = Path(shutil.copy(balikesir_file, tmp_path / "t.dipdesk"))
    with opening.open_file(path) as opened:
        yield opened


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file: ``written("a;b\\n1;2", "cp1254")``."""

    def write(content: str | bytes, encoding: str = "utf-8", name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def fingerprint(office: OfficeFile) -> str:
    """A hash over every row of every table of the file, the log and the search index included."""
    found = hashlib.sha256()
    tables = office.raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        found.update(table.encode())
        for row in office.raw.execute(f'SELECT * FROM "{table}"').fetchall():
            found.update(repr(row).encode())
    return found.hexdigest()
