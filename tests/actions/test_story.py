"""Records written down in TOML files."""

from pathlib import Path

import pytest

from dipdesk.actions import story
from dipdesk.errors import Invalid
from dipdesk.model import Attachment, Country, Note, Partner, Person
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile

TOWN = """
[[office]]
name_en = "Town Hall"

[[partner]]
key = "town"
name_tr = "Örnekköy"
country_id = "DE"
population = 12000
founded = "1214-05"

[[attachment]]
key = "map"
name = "map.txt"
content = "map.txt"
subject = "partner/town"

[[note]]
key = "1"
headline = "Not"
subject = "partner/town"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a story."""
    made = tmp_path / "story"
    made.mkdir()
    return made


def test_records_are_told(office: OfficeFile, folder: Path) -> None:
    (folder / "town.toml").write_text(TOWN, encoding="utf-8")
    (folder / "map.txt").write_text("a map", encoding="utf-8")
    story.tell(office, folder, "Story told")
    assert office.undo_labels() == ["Story told"]
    assert office.office().name_en == "Town Hall"
    with office.read() as session:
        town = session.get(Partner, story.record_id("partner", "town"))
        assert town is not None
        assert str(town.founded) == "1214-05"
        germany = session.get(Country, town.country_id)
        assert germany is not None
        assert germany.code == "DE"
        assert {one.subject for one in session.query(Note)} == {f"partner/{town.id}"}
        file = session.query(Attachment).one()
        assert blobs.get(session.connection(), file.content) == b"a map"


def test_a_story_can_be_taken_back(office: OfficeFile, folder: Path) -> None:
    (folder / "people.toml").write_text('[[person]]\nkey = "a"\nfamily_name = "Örnek"', encoding="utf-8")
    story.tell(office, folder, "Story told")
    office.undo()
    with office.read() as session:
        assert session.query(Person).count() == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[[person]]\nkey = "a"\nborn = "yesterday"', "person[a].born"),
        ('[[person]]\nkey = "a"\nheight = 180', "person[a].height"),
        ('[[partner]]\nkey = "a"\ncountry_id = "QQ"', "partner[a].country_id"),
        ('[[planet]]\nkey = "a"', "bad.toml"),
    ],
)
def test_what_does_not_fit_is_named(office: OfficeFile, folder: Path, text: str, place: str) -> None:
    (folder / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        story.tell(office, folder, "Story told")
    assert caught.value.place == place
    assert not office.undo_labels()
