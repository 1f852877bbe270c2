"""The editor of a card: moved and resized by mouse and keys, undone step by step, shown with real people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.actions.card_layouts import copy_shipped, keep
from dipdesk.errors import Known
from dipdesk.gui.form.cards import grips
from dipdesk.gui.form.cards.section import CardSection
from dipdesk.model import CardLayout, Person, Post
from dipdesk.papers.blocks import Boxed, Grid, in_line
from dipdesk.rules.card_layouts import KINDS, Element, elements_of, layout_keys
from dipdesk.store.office_file import OfficeFile

CARD = (90.0, 54.0)


def stored(office: OfficeFile, row_id: str) -> tuple[Element, ...]:
    with office.read() as session:
        one = session.get_one(CardLayout, row_id)
        return elements_of(one.elements, float(one.width or 0), float(one.height or 0))


@pytest.fixture
def layout(office: OfficeFile) -> str:
    made = CardLayout(name_tr="Kart", name_en="Card")
    person = Person(given_name="İpek", family_name="Şablon", academic="Dr.")
    with office.change("a layout and somebody") as session:
        session.add_all([made, person, Post(person_id=person.id, title_tr="Başkan", title_en="Mayor")])
    keep(office, made.id, [Element("name", 10, 10, 40, 10), Element("flag", 70, 5, 12, 9)], "two elements")
    return str(made.id)


@pytest.fixture
def section(qtbot: QtBot, office: OfficeFile, layout: str) -> CardSection:
    made = CardSection(office, layout)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def pressed(section: CardSection, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(section.canvas, key, held or Qt.KeyboardModifier.NoModifier)


def dragged(section: CardSection, start: QPointF, right: float, down: float) -> None:
    """Drag from a place of the canvas by some millimetres."""
    scale = section.canvas.area(Element("text", 0, 0, 1, 1)).width()
    end = start + QPointF(right * scale, down * scale)
    QTest.mousePress(section.canvas, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(section.canvas, end.toPoint())
    QTest.mouseRelease(section.canvas, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_an_element_is_dragged_and_the_step_can_be_undone(
    section: CardSection, office: OfficeFile, layout: str
) -> None:
    before = stored(office, layout)
    dragged(section, section.canvas.area(before[0]).center(), 7, 12)
    after = stored(office, layout)
    assert abs(after[0].x - 17) <= 0.5
    assert abs(after[0].y - 22) <= 0.5
    assert (after[0].width, after[0].height) == (40, 10)
    assert after[1] == before[1]
    assert office.undo_label == "Name moved on a card"
    office.undo()
    section.refresh()
    assert stored(office, layout) == before == tuple(section.canvas.elements)


def test_a_click_changes_nothing(section: CardSection, office: OfficeFile, layout: str) -> None:
    before = office.undo_label
    QTest.mouseClick(
        section.canvas,
        Qt.MouseButton.LeftButton,
        pos=section.canvas.area(section.canvas.elements[1]).center().toPoint(),
    )
    assert section.canvas.current == 1
    assert office.undo_label == before
    assert "Flag" in section.canvas.accessibleDescription()


def test_a_corner_resizes(section: CardSection, office: OfficeFile, layout: str) -> None:
    section.canvas.choose(0)
    dragged(section, section.canvas.area(section.canvas.elements[0]).bottomRight(), 10, 5)
    one = stored(office, layout)[0]
    assert (one.x, one.y) == (10, 10)
    assert abs(one.width - 50) <= 0.5
    assert abs(one.height - 15) <= 0.5
    assert office.undo_label == "Name resized on a card"


def test_keys_move_finely_and_resize_as_one_step(
    section: CardSection, office: OfficeFile, layout: str
) -> None:
    before = stored(office, layout)[0]
    section.canvas.choose(0)
    for _time in range(3):
        pressed(section, Qt.Key.Key_Right)
    pressed(section, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert stored(office, layout)[0] == before
    pressed(section, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    moved = stored(office, layout)[0]
    assert (moved.x, moved.y, moved.width) == (13, 10.1, 40)
    section.canvas.flush()
    assert stored(office, layout)[0].width == 41
    office.undo()
    office.undo()
    assert stored(office, layout)[0] == before


def test_a_pause_keeps_what_the_keys_moved(
    qtbot: QtBot, section: CardSection, office: OfficeFile, layout: str
) -> None:
    section.canvas.choose(0)
    pressed(section, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: stored(office, layout)[0].x == 9)


def test_news_from_elsewhere_do_not_lose_what_the_keys_moved(
    section: CardSection, office: OfficeFile, layout: str
) -> None:
    section.canvas.choose(0)
    pressed(section, Qt.Key.Key_Left)
    with office.change("somebody else") as session:
        session.add(Person(family_name="Yeni"))
    section.refresh()
    assert stored(office, layout)[0].x == 9
    assert section.canvas.elements[0].x == 9


def test_page_keys_choose_and_delete_removes(section: CardSection, office: OfficeFile, layout: str) -> None:
    pressed(section, Qt.Key.Key_PageDown)
    assert section.canvas.current == 0
    assert section.element.currentText() == "Name"
    pressed(section, Qt.Key.Key_PageUp)
    assert section.canvas.current == 1
    pressed(section, Qt.Key.Key_Delete)
    assert [one.kind for one in stored(office, layout)] == ["name"]
    pressed(section, Qt.Key.Key_Escape)
    assert section.canvas.current == -1
    assert not section.remove_button.isEnabled()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_added(section: CardSection, office: OfficeFile, layout: str, kind: str) -> None:
    section.add(kind)
    one = stored(office, layout)[-1]
    assert one.kind == kind
    assert one == one.within(*CARD)
    assert section.canvas.current == 2
    section.canvas.repaint()


def test_the_form_changes_what_is_chosen(section: CardSection, office: OfficeFile, layout: str) -> None:
    section.add("text")
    section.form.words["text_tr"].setText("<b>Basın</b>")
    section.form.words["text_tr"].editingFinished.emit()
    section.form.numbers["x"].setValue(3.5)
    section.form.type_size.setValue(24)
    section.form.bold.setChecked(True)
    section.form.language.setCurrentIndex(section.form.language.findData("both"))
    section.form.language.activated.emit(0)
    one = stored(office, layout)[-1]
    assert (one.text_tr, one.x, one.size, one.bold, one.language) == ("<b>Basın</b>", 3.5, 24, True, "both")
    assert section.element.currentText() == "Own text: <b>Basın</b>"
    assert office.undo_label == "Own text changed on a card"


@pytest.mark.parametrize("key", layout_keys())
def test_a_shipped_layout_is_taken_over(
    section: CardSection, office: OfficeFile, layout: str, key: str
) -> None:
    section.take_over(key)
    assert len(stored(office, layout)) == len(section.canvas.elements) > 2
    section.canvas.repaint()
    office.undo()
    assert len(stored(office, layout)) == 2


def test_the_card_is_shown_with_somebody_of_the_office_in_a_language(section: CardSection) -> None:
    def said() -> list[str]:
        shapes = [one for element in section.canvas.elements for one in section.canvas._drawer(element)]
        return [in_line(one.text) for one in shapes if isinstance(one, Boxed)]

    section.take_over("badge_qr")
    assert section.person.currentText() == "Dr. İpek ŞABLON"
    assert {"Dr. İpek ŞABLON", "Mayor"} <= set(said())
    section.language.setCurrentIndex(section.language.findData("tr"))
    section.language.activated.emit(0)
    assert "Başkan" in said()
    code = next(one for one in section.canvas.elements if one.kind == "qr")
    assert isinstance(section.canvas._drawer(code)[0], Grid)
    section.person.setCurrentIndex(0)
    section.person.activated.emit(0)
    assert "Ad" in said()


def test_a_broken_layout_says_so_and_can_be_replaced(qtbot: QtBot, office: OfficeFile, layout: str) -> None:
    with office.change("broken") as session:
        session.get_one(CardLayout, layout).elements = "{"
    section = CardSection(office, layout)
    qtbot.addWidget(section)
    assert "cannot be read" in section.trouble.text()
    assert not section.canvas.isEnabled()
    section.take_over("badge")
    assert section.trouble.text() == ""
    assert section.canvas.isEnabled()


def test_a_layout_that_is_gone_says_so(section: CardSection, office: OfficeFile, layout: str) -> None:
    with office.change("deleted") as session:
        session.delete(session.get_one(CardLayout, layout))
    section.add("name")
    assert "does not exist any more" in section.trouble.text()
    with pytest.raises(Known):
        copy_shipped(office, layout, "badge")


def test_on_a_narrow_page_the_form_stands_beneath(section: CardSection) -> None:
    section.canvas.choose(0)
    section.resize(320, 900)
    section._beside.activate()
    assert section.form.y() > section.canvas.y()
    section.resize(1000, 900)
    section._beside.activate()
    assert section.form.x() > section.canvas.x()


lengths = st.floats(-200, 200)


@given(lengths, lengths, st.sampled_from(grips.CORNERS))
def test_no_hand_pulls_an_element_off_its_card(right: float, down: float, corner: tuple[int, int]) -> None:
    one = Element("name", 10, 10, 40, 10)
    for became in (
        grips.moved(one, right, down, CARD),
        grips.resized(one, right, down, CARD),
        grips.dragged(one, right, down, CARD),
        grips.pulled(one, corner, right, down, CARD),
    ):
        assert became == became.within(*CARD)
        assert min(became.width, became.height) >= 1
    pulled = grips.pulled(one, (1, 1), right, down, CARD)
    assert (pulled.x, pulled.y) == (10, 10)


def test_the_middle_of_the_card_catches() -> None:
    assert grips.dragged(Element("name", 10, 10, 40, 10), 14.6, 0, CARD).x == 25
