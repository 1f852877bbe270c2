"""Every kind of value has an editor, and every field's values come back from its editor unharmed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.file_editor import FileEditor, read_file
from dipdesk.gui.form.text_editors import address
from dipdesk.gui.form.words_editors import WordsEditor
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import (
    Record,
    entities,
    entity_name,
    fields,
    kinds,
)
from dipdesk.model.kinds import (
    Choice,
    Day,
    Email,
    Flag,
    Kind,
    Languages,
    Link,
    OnMap,
    PartialDay,
    Phone,
    Position,
    Text,
    WallClock,
    WebAddress,
    Whole,
    Words,
    Zone,
)
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.conftest import Filled
from tests.gui.form.editing import Typist, made, press
from tests.gui.form.sample import png, value_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIELDS = [(entity_name(entity), one) for entity in entities() for one in fields(entity)]
BEYOND_TYPING = {"Link", "Subject", "File"}


def test_every_kind_has_an_editor(host: QWidget, office: OfficeFile) -> None:
    special: dict[str, Kind[Any]] = {
        "Choice": Choice({"a": "A"}),
        "Link": Link("partner"),
        "Shipped": kinds.Shipped("ceremonies"),
    }
    classes = [getattr(kinds, name) for name in kinds.__all__]
    found = [one for one in classes if isinstance(one, type) and issubclass(one, Kind) and one is not Kind]
    assert len(found) > 15
    for one in found:
        assert made(host, special.get(one.__name__) or one(), office)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_comes_back_from_its_editor(host: QWidget, full_office: Filled, language: str) -> None:
    office, ids = full_office
    with speaking(language):
        for name, field in FIELDS:
            value = value_for(field.kind, ids)
            one = made(host, field.kind, office)
            one.set_value(value)
            assert one.value() == value, f"{name}.{field.name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_empty_field_comes_back_empty(host: QWidget, office: OfficeFile, language: str) -> None:
    with speaking(language):
        for name, field in FIELDS:
            one = made(host, field.kind, office)
            one.set_value(field.kind.empty)
            if field.kind.required:
                with pytest.raises(Invalid):
                    one.value()
            else:
                assert not one.value(), f"{name}.{field.name}"


@pytest.mark.parametrize("kind", entities(), ids=entity_name)
def test_what_a_field_lets_edit_can_be_read_again(kind: type[Record]) -> None:
    for one in fields(kind):
        if type(one.kind).__name__ not in BEYOND_TYPING:
            value = value_for(one.kind, {})
            assert one.kind.parse(one.kind.edit(value)) == value, one.name
            assert one.kind.format(value), one.name


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Day(), "31.02.2026"),
        (Day(), "Mart 2027"),
        (Day(), "٠١٠٢٢٠٢٦"),
        (PartialDay(), "someday"),
        (Whole(), "1e309"),
        (Whole(), "NaN"),
        (Email(), "nobody"),
        (Phone(), "call me"),
        (WebAddress(), "javascript:alert(1)"),
        (OnMap(), "99, 200"),
        (Zone(), "Mars/Base"),
        (Choice({"a": "Alpha"}), "Beta"),
        (Text(most=5), "abcdef"),
        (Text(required=True), " \u00a0 "),
    ],
)
def test_wrong_input_is_refused_with_a_sentence(
    host: QWidget, office: OfficeFile, type_text: Typist, kind: Kind[Any], wrong: str
) -> None:
    one = made(host, kind, office)
    type_text(one.stops()[0], wrong)
    assert one.text() == wrong
    with pytest.raises(Invalid) as trouble:
        one.value()
    assert trouble.value.sentence.endswith(".")


def test_typing_tells_and_setting_does_not(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    for kind in (Text(), Text(long=True), Day(), Whole(), WallClock(), Words(), Zone(), Choice({"a": "A"})):
        one = made(host, kind, office)
        told: list[bool] = []
        one.changed.connect(lambda told=told: told.append(True))
        one.set_value(kind.empty)
        assert not told, type(kind).__name__
        type_text(one.stops()[0], "1")
        assert told, type(kind).__name__


def test_enter_goes_on_and_control_enter_stores(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    line = made(host, Text(), office)
    with qtbot.waitSignal(line.finished):
        press(line.stops()[0], Qt.Key.Key_Return)
    with qtbot.waitSignal(line.committed):
        press(line.stops()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page = made(host, Text(long=True), office)
    press(page.stops()[0], Qt.Key.Key_Return)
    assert page.text() == "\n"
    with qtbot.waitSignal(page.committed):
        press(page.stops()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_page_grows_with_its_lines(host: QWidget, office: OfficeFile) -> None:
    page = made(host, Text(long=True), office)
    low = page.stops()[0].height()
    page.set_text("\n".join("abcdefgh"))
    assert page.stops()[0].height() > low


def test_box_is_stored_at_once(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    box = made(host, Flag(), office)
    with qtbot.waitSignal(box.committed):
        qtbot.keyClick(box.stops()[0], Qt.Key.Key_Space)
    assert box.value() is True


def test_words_become_chips(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, Words(), office)
    assert isinstance(one, WordsEditor)
    type_text(one.line, "Kültür,")
    type_text(one.line, "Gençlik değişimi")
    press(one.line, Qt.Key.Key_Return)
    assert one.words() == ["Kültür", "Gençlik değişimi"]
    type_text(one.line, "Çevre")
    assert one.value() == ("Kültür", "Gençlik değişimi", "Çevre")
    one.line.clear()
    press(one.line, Qt.Key.Key_Backspace)
    assert one.value() == ("Kültür",)


def test_unknown_language_stays_in_the_line(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, Languages(), office)
    assert isinstance(one, WordsEditor)
    type_text(one.line, "Almanca,")
    assert one.words() == ["German"]
    type_text(one.line, "Klingonca,")
    assert one.words() == ["German"]
    with pytest.raises(Invalid):
        one.value()
    assert "Klingonca" in one.text()


def test_file_is_kept_when_stored(host: QWidget, qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "resim.png"
    path.write_bytes(png())
    one = made(host, kinds.File(), office)
    assert isinstance(one, FileEditor)
    with qtbot.waitSignals([one.named, one.committed]):
        one.take(path)
    with office.change("Kept") as session:
        one.keep(session)
    with office.read() as session:
        assert blobs.get(session.connection(), one.value()) == png()
    assert not one._picture.isHidden()
    qtbot.mouseClick(one.remove, Qt.MouseButton.LeftButton)
    assert one.value() in ("", None)


@pytest.mark.parametrize(
    "content", [b"", b"no picture", png()[:40], b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_not_shown(
    host: QWidget, office: OfficeFile, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(content)
    one = made(host, kinds.File(), office)
    assert isinstance(one, FileEditor)
    one.take(path)
    assert one._picture.isHidden()


def test_absurdly_large_picture_is_not_opened(host: QWidget, office: OfficeFile, tmp_path: Path) -> None:
    content = bytearray(png())
    content[16:24] = (65535).to_bytes(4, "big") * 2
    path = tmp_path / "x.png"
    path.write_bytes(bytes(content))
    one = made(host, kinds.File(), office)
    assert isinstance(one, FileEditor)
    one.take(path)
    assert one._picture.isHidden()


def test_unreadable_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Known):
        read_file(tmp_path / "nothing.pdf")


def test_addresses_lead_only_to_web_and_mail() -> None:
    assert address(WebAddress(), "javascript:alert(1)") is None
    assert address(WebAddress(), "file:///etc/passwd") is None
    assert address(Text(), "https://x.org") is None
    web, mail = address(WebAddress(), "www.mostar.ba"), address(Email(), "a@b.org")
    assert web is not None
    assert web.toString() == "https://www.mostar.ba"
    assert mail is not None
    assert mail.scheme() == "mailto"
    place = address(OnMap(), Position(41.00824, -28.97843))
    assert place is not None
    assert place.toString().endswith("?mlat=41.00824&mlon=-28.97843#map=17/41.00824/-28.97843")
    assert address(OnMap(), None) is None
