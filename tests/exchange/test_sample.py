"""The sample office: there is something of everything, and it is the same every time."""

from pathlib import Path

import pytest

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.exchange import csv_import, sample
from dipdesk.model import (
    Agreement,
    Commitment,
    Exported,
    Membership,
    Office,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    TalkingPoint,
    Visit,
    entities,
    fields,
)
from dipdesk.model.kinds import Link
from dipdesk.model.talks import COMMITMENT_STATES, POINT_KINDS
from dipdesk.progress import Cancelled, Progress
from dipdesk.store import checking, opening
from dipdesk.store.office_file import OfficeFile

PAIRS = {
    Visit: ("title", "aim"), ProgrammeItem: ("title", "place", "note"), TalkingPoint: ("text",),
    Commitment: ("what",), Post: ("title",), Person: ("biography",),
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample office."""
    path = tmp_path_factory.mktemp("sample") / "sample.dipdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent))
        opening.close(sample.create(path))
    return path


def test_there_is_something_of_every_entity(made: Path) -> None:
    with opening.open_file(made) as office, office.read() as session:
        for kind in entities():
            assert session.query(kind).count() or kind is Exported, kind.__name__
        assert session.query(Office).count() == 1
        assert {one.kind for one in session.query(TalkingPoint)} == set(POINT_KINDS)
        assert {one.state for one in session.query(Commitment)} == set(COMMITMENT_STATES)


def test_the_published_lists_are_in_it(made: Path) -> None:
    with opening.open_file(made) as office:
        for name in sample.LISTS:
            plan = csv_import.guess(csv_import.read_table(paths.resources("sample", name)))
            result = csv_import.preview(office, plan).result
            assert (result.added, result.refused) == (0, ())
        with office.read() as session:
            assert session.query(Agreement).count() >= 70
            assert session.query(Membership).count() >= 6


def test_it_starts_without_steps_and_whole(made: Path) -> None:
    with opening.open_file(made) as office:
        assert checking.check(office).all_well
        assert not office.undo_labels()


def test_links_lead_somewhere(made: Path) -> None:
    with opening.open_file(made) as office, office.read() as session:
        for kind in entities():
            for field in fields(kind):
                if isinstance(field.kind, Link):
                    for one in session.query(kind):
                        assert linked(session, one, field.name, field.kind), (kind, one.id, field.name)


def linked(session: object, record: object, name: str, kind: Link) -> bool:
    value = getattr(record, name)
    if not value:
        return not kind.required
    target = next(one for one in entities() if one.__tablename__ == kind.target)
    return session.get(target, value) is not None  # type: ignore[attr-defined]


def test_texts_are_there_in_both_languages(made: Path) -> None:
    with opening.open_file(made) as office, office.read() as session:
        for kind, stems in PAIRS.items():
            for one in session.query(kind):
                for stem in stems:
                    turkish, english = getattr(one, f"{stem}_tr"), getattr(one, f"{stem}_en")
                    assert bool(turkish) == bool(english), (kind, stem, turkish, english)


def test_nobody_can_be_taken_for_real(made: Path) -> None:
    with opening.open_file(made) as office, office.read() as session:
        for person in session.query(Person):
            assert not person.phone or " 000 " in person.phone
            assert not person.email or person.email.endswith(".example")
        for partner in session.query(Partner):
            assert not partner.email or partner.email.endswith(".example")


def test_it_is_the_same_every_time(made: Path, tmp_path: Path) -> None:
    again = sample.create(tmp_path / "again.dipdesk")
    with again, opening.open_file(made) as office:
        assert texts(again) == texts(office)
        with again.read() as session:
            assert session.get(Visit, sample.VISIT) is not None


def texts(office: OfficeFile) -> list[tuple[str, ...]]:
    """All values of all records but ids and links, which are new for the rows of the lists."""
    with office.read() as session:
        return sorted(
            (
                kind.__name__,
                *(f.kind.pack_text(v) if (v := getattr(one, f.name)) is not None else "" for f in own),
            )
            for kind in entities()
            for own in [[f for f in fields(kind) if not isinstance(f.kind, Link) and f.name != "subject"]]
            for one in session.query(kind)
        )


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "mine.dipdesk"
    path.write_text("mine")
    with pytest.raises(Known):
        sample.create(path)
    assert path.read_text() == "mine"


def test_nothing_remains_when_it_is_cancelled(tmp_path: Path) -> None:
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if len(seen) > 20:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        sample.create(tmp_path / "sample.dipdesk", progress)
    assert not list(tmp_path.iterdir())
