"""Settings: kept, typed, and never a reason to fail."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from dipdesk.gui.settings import Settings


def test_what_is_set_is_there_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.set("list.person.columns", ["family_name", "e-posta Ş"])
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert Settings(path).get("list.person.columns", [""]) == ["family_name", "e-posta Ş"]


def test_a_value_of_another_type_counts_as_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set("text", "150")
    settings.set("zoom", 2)
    settings.set("flag", True)
    assert settings.get("text", 100) == 100
    assert settings.get("zoom", 1.5) == 2.0
    assert settings.get("flag", 1) == 1


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "da', encoding="utf-8")
    settings = Settings(path)
    assert settings.get("theme", "system") == "system"
    settings.set("theme", "dark")
    settings.flush()
    assert Settings(path).get("theme", "system") == "dark"
    assert (tmp_path / "settings.json.damaged").exists()


def test_changes_are_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with qtbot.waitSignal(settings.changed) as told:
        settings.set("theme", "dark")
    assert told.args == ["theme"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.set("theme", "dark")


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file, not a folder", encoding="utf-8")
    settings = Settings(tmp_path / "blocked" / "settings.json")
    settings.set("theme", "dark")
    settings.flush()
    assert settings.get("theme", "") == "dark"
