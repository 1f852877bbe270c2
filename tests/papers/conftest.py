"""The sample office for the tests of papers, made once, and the papers about it, made once each."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import Country, Partner, Visit
from dipdesk.papers.blocks import Document
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import stored
from tests.papers.offices import only_read
from tests.papers.samples import made

Composed = Callable[[str, str, tuple[str, ...]], Document]
"""Gives a paper of the sample office by its name, what it is about and its languages."""


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample office; copy it, do not open it."""
    path = tmp_path_factory.mktemp("sample") / "sample.dipdesk"
    with pytest.MonkeyPatch.context() as patch, speaking("tr"):
        patch.setenv("XDG_DATA_HOME", str(path.parent))
        opening.close(sample.create(path))
    return path


@pytest.fixture(scope="session")
def read_office(sample_path: Path) -> Iterator[OfficeFile]:
    """The sample office for tests that only read it."""
    with only_read(sample_path, sample_path.with_name("read.dipdesk")) as office:
        yield office


@pytest.fixture(scope="session")
def composed(read_office: OfficeFile) -> Composed:
    """Papers of the sample office with their usual options; each is made when it is first asked for."""

    @cache
    def paper(name: str, entity: str, languages: tuple[str, ...]) -> Document:
        with speaking("en"):
            return made(read_office, name, entity, languages)

    return paper


@pytest.fixture
def sample_office(sample_path: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    """The sample office, open."""
    opened = opening.open_file(Path(shutil.copy(sample_path, tmp_path / "sample.dipdesk")))
    yield opened
    opened.close()


@pytest.fixture
def visit(office: OfficeFile) -> str:
    """A visit of a city in Germany with nothing planned yet."""
    with office.read() as session:
        germany = session.query(Country).filter_by(code="DE").one().id
    partner = Partner(name_tr="Beispielburg", country_id=germany, zone="Europe/Berlin")
    one = Visit(title_tr="Ziyaret", title_en="Visit", partner_id=partner.id)
    one.starts, one.ends = date(2027, 5, 12), date(2027, 5, 14)
    stored(office, partner, one)
    return one.id
