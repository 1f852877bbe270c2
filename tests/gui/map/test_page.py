"""The page of the map: pins, clusters, keys, filters, the list beside it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.map.ground import FINE_FROM
from dipdesk.gui.map.page import MapPage
from dipdesk.gui.map.scene import Seen
from dipdesk.gui.map.view import MapView
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import Toast
from dipdesk.i18n import speak
from dipdesk.model import Partner, Relation, shipped_id
from dipdesk.model.kinds import Position
from dipdesk.papers.world import project
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office

Make = Callable[[], MapPage]


@pytest.fixture
def make(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Iterator[Make]:
    """Put the page on the screen."""
    window = QFrame()
    qtbot.addWidget(window)
    jobs = Jobs(window)

    def made() -> MapPage:
        page = MapPage(office, settings, news, jobs)
        page.resize(1100, 700)
        qtbot.addWidget(page)
        page.show()
        return page

    yield made
    jobs.close()


@pytest.fixture
def ids(office: OfficeFile) -> dict[str, str]:
    """An office with relations all over the world: partners by English name."""
    return world_office.fill(office)


def names(page: MapPage) -> list[str]:
    return [row.name for row in page.side.placed.rows]


def mark_of(page: MapPage, row_id: str) -> Seen:
    seen = page.view.scene.holding(page.view.camera, f"partner/{row_id}")
    assert seen is not None
    return seen


def click(view: MapView, seen: Seen) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))


def test_an_empty_office_says_what_belongs_here(make: Make) -> None:
    page = make()
    assert page.view.scene.pins == ()
    assert "Partners stand here" in page._told.text()
    assert page.side.tabs[0].text() == "0 on the map"


def test_every_partner_with_a_position_has_a_pin(make: Make, ids: dict[str, str]) -> None:
    page = make()
    assert len(page.view.scene.pins) == len(world_office.CITIES)
    assert {pin.record for pin in page.view.scene.pins} == {f"partner/{one}" for one in ids.values()}
    assert page.side.tabs[1].text() == "3 without a position"
    assert world_office.UNKNOWN in [row.name for row in page.side.unplaced.rows]


def test_a_click_opens_the_partner(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    with qtbot.waitSignal(page.opened) as told:
        click(page.view, mark_of(page, ids["Houston"]))
    assert told.args == ["partner", ids["Houston"]]


def test_a_click_on_a_cluster_looks_closer_until_it_falls_apart(make: Make, ids: dict[str, str]) -> None:
    page = make()
    seen = mark_of(page, ids["Novi Pazar"])
    before = seen.count
    assert before > 1
    click(page.view, seen)
    assert mark_of(page, ids["Novi Pazar"]).count < before


def test_partners_at_one_place_are_asked_for(
    qtbot: QtBot, make: Make, office: OfficeFile, ids: dict[str, str]
) -> None:
    with office.change("Same place") as session:
        twin = Partner(name_en="Houston Port", position=session.get(Partner, ids["Houston"]).position)  # type: ignore[union-attr]
        session.add(twin)
    page = make()
    page.view.look(page.view.camera.at(*page.view.scene.places[0]).zoomed(1000))
    seen = mark_of(page, twin.id)
    with qtbot.waitSignal(page.view.several) as told:
        page.view.look(page.view.camera.at(seen.cluster.x, seen.cluster.y))
        click(page.view, mark_of(page, twin.id))
    menu = page.menu_of(told.args[0])
    assert len(menu.actions()) == 2
    with qtbot.waitSignal(page.opened) as opened:
        menu.actions()[1].trigger()
    assert opened.args[0] == "partner"
    QApplication.closeAllWindows()


def test_tab_goes_from_mark_to_mark_and_enter_opens(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.view.setFocus()
    seen = []
    for _step in range(len(page.view.scene.seen(page.view.camera))):
        QTest.keyClick(page.view, Qt.Key.Key_Tab)
        assert page.view.current is not None
        seen.append(page.view.current)
        assert page.view.accessibleDescription()
    assert len(set(seen)) == len(seen)
    assert sorted(member for one in seen for member in one.cluster.members) == list(range(len(ids)))
    single = next(n for n, one in enumerate(seen) if one.count == 1)
    for _step in range(len(seen) - single - 1):
        QTest.keyClick(page.view, Qt.Key.Key_Backtab)
    with qtbot.waitSignal(page.opened):
        QTest.keyClick(page.view, Qt.Key.Key_Return)


def test_tab_leaves_the_map_after_the_last_mark(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.activateWindow()
    page.view.setFocus()
    for _step in range(len(page.view.scene.seen(page.view.camera)) + 1):
        QTest.keyClick(QApplication.focusWidget() or page.view, Qt.Key.Key_Tab)
    assert page.view.current is None
    assert not page.view.hasFocus()


def test_keys_move_and_zoom(make: Make, ids: dict[str, str]) -> None:
    page = make()
    view = page.view
    start = view.camera
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.scale > start.scale * 2
    closer = view.camera
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.camera.x > closer.x
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.camera.y > closer.y
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera.scale < closer.scale
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera == start


def test_the_wheel_zooms_where_the_pointer_is(make: Make, ids: dict[str, str]) -> None:
    view = make().view
    view.look(view.camera.zoomed(4).at(*project(40, 38)))
    x, y = view.camera.pixel(*project(44.8, 41.7))
    wheel = QWheelEvent(
        QPointF(x, y),
        view.mapToGlobal(QPointF(x, y)),
        QPoint(),
        QPoint(0, 600),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.camera
    QApplication.sendEvent(view, wheel)
    assert view.camera.scale == pytest.approx(before.scale * 2)
    assert view.camera.pixel(*project(44.8, 41.7)) == pytest.approx((x, y), abs=0.5)


def test_the_map_can_be_dragged(make: Make, ids: dict[str, str]) -> None:
    view = make().view
    view.step(1)
    view.step(1)
    before = view.camera
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(60, 20))
    QTest.mouseMove(view, middle + QPoint(100, 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(100, 30))
    assert (before.x - view.camera.x) * before.scale == pytest.approx(100, abs=12)
    assert view.camera.y < before.y


def test_filters_narrow_map_and_list(make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.filters.states.choose(("dormant",))
    page.filters.states.changed.emit()
    assert names(page) == ["Ganja", "Medan"]
    page.filters.classes.choose((shipped_id("relation_class", "goodwill"),))
    page.filters.classes.changed.emit()
    assert names(page) == ["Medan"]
    assert len(page.view.scene.pins) == 1
    page.filters.states.choose(("",))
    page.filters.classes.choose(())
    page.filters.states.changed.emit()
    assert names(page) == []
    assert len(page.side.unplaced.rows) == 3


def test_a_union_can_ask_for_one_municipality(make: Make, office: OfficeFile, ids: dict[str, str]) -> None:
    page = make()
    assert not page.filters.municipality.isVisible()
    with office.change("Union") as session:
        member = Partner(name_tr="Çekmeköy", kind="member", position=Position(41.0, 29.2))
        session.add(member)
        session.add(Relation(partner_id=ids["Suva"], municipality_id=member.id, state="active"))
    page.refresh()
    assert page.filters.municipality.isVisible()
    page.filters.municipality.setCurrentIndex(page.filters.municipality.findData(member.id))
    assert names(page) == ["Suva"]
    page.filters.municipality.setCurrentIndex(page.filters.municipality.findData(""))
    assert "Suva" in names(page)
    assert "Çekmeköy" not in names(page)


def test_colours_follow_class_or_state(make: Make, ids: dict[str, str], settings: Settings) -> None:
    page = make()
    by_class = {pin.record: pin.sign.label for pin in page.view.scene.pins}
    page.filters.colours.setCurrentIndex(1)
    by_state = {pin.record: pin.sign.label for pin in page.view.scene.pins}
    medan = f"partner/{ids['Medan']}"
    assert (by_class[medan], by_state[medan]) == ("Goodwill", "Dormant")
    assert settings.get("map.by", "") == "state"


def test_changes_show_at_once(qtbot: QtBot, make: Make, office: OfficeFile, ids: dict[str, str]) -> None:
    page = make()
    look = page.view.camera.zoomed(4)
    page.view.look(look)
    with office.change("New partner") as session:
        session.add(Partner(name_en="Ottawa", position=Position(45.4, -75.7)))
    qtbot.waitUntil(lambda: "Ottawa" in names(page))
    assert page.view.camera == page.view.camera.sized(page.view.width(), page.view.height())
    assert page.view.camera.scale == look.scale
    office.undo()
    qtbot.waitUntil(lambda: "Ottawa" not in names(page))


def test_positions_are_filled_in_by_one_step(
    qtbot: QtBot, make: Make, office: OfficeFile, ids: dict[str, str]
) -> None:
    page = make()
    page.side.show_unplaced()
    QTest.mouseClick(page.side.fill_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Ulm" in names(page))
    (shown,) = page.findChildren(Toast)
    assert "1 position filled in; 2 not found." in shown.accessibleName()
    assert office.undo_label == "Positions filled in from the gazetteer"
    office.undo()
    qtbot.waitUntil(lambda: "Ulm" not in names(page))


def test_the_list_points_to_the_map_and_the_map_to_the_list(make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.side.placed_table.selectRow(page.side.placed.place(f"partner/{ids['Suva']}"))
    assert page.view.current == mark_of(page, ids["Suva"])
    page.view.point_to(f"partner/{ids['Houston']}")
    row = page.side.placed_table.selectionModel().selectedRows()[0].row()
    assert page.side.placed.rows[row].name == "Houston"
    assert page._told.text().startswith("Houston · United States · Sister city · Active")


def test_the_list_opens_partners(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    with qtbot.waitSignal(page.opened) as told:
        page.side.placed_table.activated.emit(page.side.placed.index(0, 0))
    assert told.args == ["partner", ids["Almaty"]]


def test_the_fine_outlines_come_when_one_looks_closely(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.view.look(page.view.camera.zoomed(10))
    assert page.view.camera.scale > FINE_FROM
    qtbot.waitUntil(lambda: not page.view.ground.wants_fine(page.view.camera.scale))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_pins_land_and_sea_are_painted(
    make: Make, ids: dict[str, str], qapp: QApplication, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode, 100)
    page = make()
    seen = mark_of(page, ids["Houston"])
    image: QImage = page.view.grab().toImage()
    assert image.pixelColor(round(seen.x), round(seen.y)).name() == "#2f6db5"
    land = page.view.camera.pixel(*project(-100, 45))
    sea = page.view.camera.pixel(*project(-40, 30))
    colours = theme.tokens(page)
    assert image.pixelColor(*map(round, land)) == colours.accent_soft
    assert image.pixelColor(*map(round, sea)) == colours.paper


@pytest.mark.parametrize(
    "name",
    [
        "<b>Ayşe</b> Yılmaz",
        "Smith & Oğulları; AT&T &copy;",
        '<img src="http://127.0.0.1:9/x.png"/>',
        "Ş" * 300,
    ],
)
def test_hostile_names_are_shown_letter_for_letter(make: Make, office: OfficeFile, name: str) -> None:
    with office.change("Hostile") as session:
        partner = Partner(name_tr=name, position=Position(40, 30))
        session.add(partner)
    page = make()
    page.view.point_to(f"partner/{partner.id}")
    assert page._told.text() == f"{name} · Without a relation".removesuffix(" · Without a relation")
    assert page.side.placed.data(page.side.placed.index(0, 0)) == name
    tip = as_tooltip(page.view.words(mark_of(page, partner.id)))
    assert "<b>" not in tip.replace("<qt>", "")
    assert "<img" not in tip
    page.grab()


def test_letters_that_turn_the_direction_are_made_visible(make: Make, office: OfficeFile) -> None:
    with office.change("Hostile") as session:
        partner = Partner(name_tr="Ad\u202efdp", position=Position(40, 30))
        session.add(partner)
    page = make()
    page.view.point_to(f"partner/{partner.id}")
    assert "\u202e" not in page._told.text()
    assert "\u202e" not in page.side.placed.data(page.side.placed.index(0, 0))


def test_five_hundred_relations_are_shown(make: Make, office: OfficeFile) -> None:
    world_office.crowd(office, 500)
    page = make()
    members = [member for one in page.view.scene.seen(page.view.camera) for member in one.cluster.members]
    assert len(members) == len(set(members)) == 500
    page.view.grab()


def test_it_speaks_turkish(make: Make, ids: dict[str, str]) -> None:
    speak("tr")
    page = make()
    assert "Tiflis" in names(page)
    assert "Yunanistan" in [row.country for row in page.side.placed.rows]
