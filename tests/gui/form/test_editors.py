"""Every kind of value has an editor, and every field's values come back from its editor unharmed."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.choice_editors import zone_suggestions
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.editors import editor
from dipdesk.gui.form.file_editor import FileEditor, read_file
from dipdesk.gui.form.link_editors import LinkEditor
from dipdesk.gui.form.new_record import surroundings
from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.gui.form.text_editors import address
from dipdesk.gui.form.time_editors import DayEditor, DayLine, MomentEditor
from dipdesk.gui.form.words_editors import WordsEditor
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import (
    DelegationMember,
    Partner,
    Person,
    Post,
    Record,
    Tag,
    entities,
    entity_name,
    field_of,
    fields,
    kinds,
)
from dipdesk.model.colours import SHADES
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
    Text,
    WallClock,
    WebAddress,
    Whole,
    Words,
    Zone,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.conftest import Filled
from tests.gui.form.sample import png, value_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Typist = Callable[[QWidget, str], None]
FIELDS = [(entity_name(entity), one) for entity in entities() for one in fields(entity)]
BEYOND_TYPING = {"Link", "Subject", "File"}


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The window that editors stand in."""
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    return window


def made(host: QWidget, kind: Kind[Any], office: OfficeFile, **more: Any) -> Editor:
    one = editor(kind, Surroundings(office, **more))
    one.setParent(host)
    one.show()
    return one


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


# Choices


def test_choice_by_typing_ahead(host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist) -> None:
    kind = Choice({"mayor": "Mayor", "isik": "Işık", "consul": "Consul"})
    one = made(host, kind, office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "ısi")
    assert line.suggested() == ["Işık"]
    with qtbot.waitSignal(one.finished):
        press(line._list, Qt.Key.Key_Return)
    assert one.value() == "isik"


def test_choice_opens_by_keyboard_and_by_click(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Choice({"a": "Alpha", "b": "Beta"}), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.is_suggesting()
    assert line.suggested() == ["Alpha", "Beta", "(none)"]
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == "a"
    one.offer()
    assert line.is_suggesting()
    press(line._list, Qt.Key.Key_Escape)
    assert not line.is_suggesting()


def test_choice_can_be_emptied(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Choice({"a": "Alpha"}), office)
    one.set_value("a")
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    line.picked.emit("", "(none)")
    assert one.value() == ""


def test_best_matches_come_first() -> None:
    found = matching(
        [Suggestion("1", "Vice consul"), Suggestion("2", "Çonsul"), Suggestion("3", "Mayor")], "con"
    )
    assert [one.key for one in found] == ["2", "1"]


def test_zones_are_found_by_city(qtbot: QtBot) -> None:
    assert zone_suggestions("istan")[0].key == "Europe/Istanbul"
    assert zone_suggestions("new york")[0].key == "America/New_York"


def test_a_colour_stands_beside_its_word(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    one = made(host, field_of(Tag, "colour").kind, office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    swatch = line.actions()[-1]
    assert not swatch.isVisible()
    one.set_value("teal")
    assert swatch.isVisible()
    assert swatch.icon().pixmap(12, 12).toImage().pixelColor(6, 6).getRgb()[:3] == SHADES["teal"]
    line.show_all()
    assert line._model.item(1).text() == "Teal"
    assert not line._model.item(1).icon().isNull()
    assert line._model.item(line._model.rowCount() - 1).icon().isNull()
    line._list.hide()
    kind = made(host, field_of(Partner, "kind").kind, office)
    assert len(kind.stops()[0].actions()) == 1


# Links


def linked_office(office: OfficeFile) -> tuple[str, str]:
    with office.change("Sample") as session:
        one, other = Partner(name_tr="Şanlıurfa"), Partner(name_tr="Iğdır")
        session.add_all([one, other])
    return one.id, other.id


def test_link_is_found_by_a_few_letters(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    _first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    assert line.suggested() == ["Iğdır", "Create “igd” …"]
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second
    assert one.text() == "Iğdır"


def test_enter_takes_no_link_that_is_called_otherwise(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    _first, second = linked_office(office)
    with office.change("Sample") as session:
        session.add(Partner(name_tr="Iğdırlı"))
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    with qtbot.waitSignal(one.finished):
        press(line._list, Qt.Key.Key_Return)
    assert not line.is_suggesting()
    with pytest.raises(Invalid):
        one.value()
    press(line, Qt.Key.Key_Down)
    assert line.suggested()[0] == "Iğdır"
    line._list.hide()
    type_text(line, "ir")
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second


def test_enter_takes_a_country_by_a_few_letters(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, Link("country"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "bosn")
    press(line._list, Qt.Key.Key_Return)
    assert one.value()


def test_tab_takes_a_link_chosen_by_arrows(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    _first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Tab)
    assert one.value() == second


def test_posts_of_the_person_are_offered_and_those_of_others_refused(
    host: QWidget, office: OfficeFile, type_text: Typist
) -> None:
    with office.change("Sample") as session:
        guest, other = Person(family_name="Novak"), Person(family_name="Özdemir")
        session.add_all([guest, other])
        session.flush()
        foreign = Post(person_id=other.id, title_tr="Belediye Başkanı", title_en="Mayor")
        session.add(foreign)
    around = surroundings(office, DelegationMember, lambda: {"person_id": guest.id})
    one = editor(field_of(DelegationMember, "post_id").kind, around)
    one.setParent(host)
    one.show()
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Mayor")
    assert line.suggested() == ["Create “Mayor” …"]
    line._list.hide()
    with pytest.raises(Invalid, match="was not found"):
        one.value()
    one.set_value(foreign.id)
    with pytest.raises(Invalid, match="This is the post of ÖZDEMİR"):
        one.value()
    with office.change("Sample") as session:
        own = Post(person_id=guest.id, title_tr="Belediye Başkanı", title_en="Mayor")
        session.add(own)
    line.clear()
    type_text(line, "may")
    assert line.suggested() == ["NOVAK · Mayor", "Create “may” …"]
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == own.id


def test_link_typed_in_full_needs_no_list(host: QWidget, office: OfficeFile) -> None:
    first, _second = linked_office(office)
    one = made(host, Link("partner"), office)
    one.set_text("sanliurfa")
    assert one.value() == first


def test_clicking_into_a_filled_link_selects_it_so_that_typing_begins_anew(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    one.set_value(first)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    line.clearFocus()
    line.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == one.text() != ""
    line._list.hide()
    qtbot.wait(400)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == ""
    line._list.hide()
    line.selectAll()
    type_text(line, "igd")
    assert line.suggested()[0] == "Iğdır"
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second


def test_unknown_link_is_refused_and_can_be_created(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    asked: list[tuple[str, str]] = []

    def create(link: Link, typed: str, over: QWidget) -> str:
        asked.append((link.target, typed))
        with office.change("Made") as session:
            new = Partner(name_tr=typed)
            session.add(new)
        return new.id

    one = made(host, Link("partner"), office, create=create)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Çeşme")
    with pytest.raises(Invalid):
        one.value()
    press(line._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == [("partner", "Çeşme")])
    assert one.text() == "Çeşme"
    assert one.value()


def test_tab_never_creates(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    asked: list[str] = []
    one = made(host, Link("partner"), office, create=lambda link, typed, over: asked.append(typed) or "")
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Çeşme")
    press(line._list, Qt.Key.Key_Tab)
    assert not asked
    assert not line.is_suggesting()


def test_linked_record_opens(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    first, _second = linked_office(office)
    one = made(host, Link("partner"), office)
    assert isinstance(one, LinkEditor)
    one.set_value(first)
    with qtbot.waitSignal(one.opened) as told:
        qtbot.mouseClick(one.go, Qt.MouseButton.LeftButton)
    assert told.args == ["partner", first]


def test_link_to_what_is_gone_says_so(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Link("partner"), office)
    one.set_value("0" * 32)
    assert one.text() == "(no longer there)"


# Days and moments


def test_day_from_the_calendar(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    one = made(host, Day(), office)
    assert isinstance(one, DayEditor)
    one.line.setText("05.03.2015")
    card = one.line.open_calendar()
    qtbot.addWidget(card)
    assert card.calendar.selectedDate() == QDate(2015, 3, 5)
    with qtbot.waitSignal(one.changed):
        card.calendar.activated.emit(QDate(2027, 5, 12))
    assert one.text() == "12/05/2027"


def test_an_empty_line_for_a_day_shows_the_form_in_which_a_day_is_shown(
    host: QWidget, office: OfficeFile
) -> None:
    for kind, value in (
        (Day(), date(2027, 5, 12)),
        (PartialDay(), PartialDate(2027, 5)),
        (WallClock(), Moment(datetime(2027, 5, 12, 10))),  # noqa: DTZ001
    ):
        one = made(host, kind, office)
        line = one.stops()[0]
        assert isinstance(line, DayLine)
        assert line.placeholderText().endswith("day/month/year")
        one.set_value(value)
        assert line.text().endswith("05/2027")
        with speaking("tr"):
            one.set_value(value)
        assert line.text().endswith("05.2027")


@pytest.mark.parametrize(
    "typed",
    [
        "05.03.2015",
        "2015-03-05",
        "05/03/2015",
        "5.3.2015",
        "5/3/15",
        "5 Mart 2015",
        "5 Mar 2015",
        "5 March 15",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_day_takes_many_forms(host: QWidget, office: OfficeFile, typed: str, language: str) -> None:
    with speaking(language):
        for kind in (Day(), PartialDay()):
            one = made(host, kind, office)
            one.set_text(typed)
            assert str(one.value()) == "2015-03-05"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_proposes_only_what_it_takes(host: QWidget, office: OfficeFile, language: str) -> None:
    with speaking(language):
        one = made(host, Day(), office)
        one.set_text("someday")
        with pytest.raises(Invalid) as trouble:
            one.value()
        proposed = re.findall(r"\d\d[./]\d\d[./]\d{4}|\d \w+ \d{4}", trouble.value.sentence)
        assert len(proposed) == 2
        for text in proposed:
            one.set_text(text)
            assert str(one.value()) == "2015-03-05"


@pytest.mark.parametrize(
    ("day", "clock", "told"),
    [
        ("someday", "10", "“someday” is not a day."),
        ("", "10", "The day is missing."),
        ("8 Mart 2027", "", "The time is missing."),
        ("14:30", "", "“14:30” is not a day."),
        ("8 Mart 2027", "late", "“late” is not a time of day."),
        ("Mart 2027", "10", "The day is missing in “Mart 2027”."),
    ],
)
def test_each_part_of_a_moment_says_what_is_wrong_with_it(
    host: QWidget, office: OfficeFile, type_text: Typist, day: str, clock: str, told: str
) -> None:
    one = made(host, WallClock(), office, zone=lambda _kind: "Europe/Berlin")
    for line, text in zip(one.stops(), (day, clock), strict=False):
        type_text(line, text)
    with pytest.raises(Invalid) as trouble:
        one.value()
    assert trouble.value.sentence.startswith(told)
    assert "Berlin" not in trouble.value.sentence


@pytest.mark.parametrize("clock", ["0845", "08.45", "8:45"])
def test_moment_takes_many_forms(host: QWidget, office: OfficeFile, type_text: Typist, clock: str) -> None:
    one = made(host, WallClock(), office)
    for line, text in zip(one.stops(), ("8 Mart 27", clock), strict=False):
        type_text(line, text)
    assert str(one.value()) == "2027-03-08T08:45 Europe/Istanbul"


def test_alt_down_opens_the_calendar(qtbot: QtBot) -> None:
    line = DayLine("")
    qtbot.addWidget(line)
    line.show()
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.children()[-1].isVisible()  # type: ignore[attr-defined]


def test_moment_starts_with_the_usual_zone(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, WallClock(), office, zone=lambda _kind: "Europe/Berlin")
    day, clock, _zone = one.stops()
    assert one.value() is None
    type_text(day, "12.05.2027")
    with pytest.raises(Invalid):
        one.value()
    type_text(clock, "10:30")
    assert one.value() == Moment(datetime(2027, 5, 12, 10, 30), "Europe/Berlin")  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("29.03.2026 02:30 Europe/Berlin", "does not exist"),
        ("25.10.2026 02:30 Europe/Berlin", "comes twice"),
        ("27.03.2016 03:30 Europe/Istanbul", "does not exist"),
        ("25.10.2026 12:00 Europe/Berlin", ""),
    ],
)
def test_moments_to_think_about(host: QWidget, office: OfficeFile, typed: str, told: str) -> None:
    one = made(host, WallClock(), office)
    assert isinstance(one, MomentEditor)
    one.set_text(typed)
    assert told in one.remark()
    assert bool(one.remark()) == bool(told)


# Words


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


# Files and addresses


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
