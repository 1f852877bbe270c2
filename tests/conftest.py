"""What every test shares: compiled catalogues, folders of its own, English speech, a prepared office file."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

from dipdesk import i18n
from dipdesk.store import engine as over_files
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging"))

from build_hook import compile_catalogues

hypothesis.settings.register_profile("fixed", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.load_profile("fixed")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parents[1] / "translations")


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Each statement is compiled once, not again for every office file that a test opens."""
    make, compiled = over_files.create_engine, LRUCache[Any, Any](20_000)
    first: list[Engine] = []

    def made(*args: Any, **more: Any) -> Engine:
        engine = make(*args, **more)
        first.append(engine)
        engine.dialect = engine.pool._dialect = first[0].dialect
        engine._compiled_cache = compiled
        del first[1:]
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(over_files, "create_engine", made)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, backups and registers go to a folder of the test, also in processes that it starts."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests speak English unless they say otherwise."""
    with i18n.speaking("en"):
        yield


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file with nothing in it but the office and the countries; copy it, do not open it."""
    path = tmp_path_factory.mktemp("prepared") / "empty.dipdesk"
    with pytest.MonkeyPatch.context() as patch, i18n.speaking("en"):
        patch.setenv("XDG_DATA_HOME", str(path.parent))
        opening.create(path, "Örnekkent Belediyesi").close()
    return path


@pytest.fixture
def office_path(empty_file: Path, tmp_path: Path) -> Path:
    """A copy of the empty office file."""
    return Path(shutil.copy(empty_file, tmp_path / "office.dipdesk"))


@pytest.fixture
def office(office_path: Path) -> Iterator[OfficeFile]:
    """An open, empty office."""
    opened = opening.open_file(office_path)
    yield opened
    opened.close()
