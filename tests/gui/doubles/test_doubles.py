"""Doubles are shown side by side; nothing is merged that nobody asked for."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.doubles.dialog import DoublesDialog
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import Toast
from dipdesk.model import Agreement, Partner, Person, Record
from dipdesk.store.office_file import OfficeFile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Open = Callable[[type[Record]], DoublesDialog]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Jobs(window)
    yield made
    made.close()


@pytest.fixture
def cities(office: OfficeFile) -> tuple[Partner, Partner]:
    one = Partner(name_tr="İştip", population=10, phone="+389 1 2 3")
    two = Partner(name_tr="Istip", name_en="Štip <b>x</b>", population=20)
    with office.change("Cities") as session:
        session.add_all([one, two, Partner(name_tr="Lublin")])
        session.flush()
        session.add(Agreement(partner_id=two.id))
    return one, two


@pytest.fixture
def opened(qtbot: QtBot, office: OfficeFile, settings: Settings, jobs: Jobs) -> Open:
    def make(kind: type[Record]) -> DoublesDialog:
        dialog = DoublesDialog(office, kind, settings, jobs)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not jobs.is_busy)
        return dialog

    return make


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


def pairs(dialog: DoublesDialog) -> list[str]:
    (shown,) = dialog.findChildren(QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def choice(dialog: DoublesDialog, name: str) -> QRadioButton:
    return next(one for one in dialog.findChildren(QRadioButton) if one.accessibleName() == name)


def says(dialog: QWidget, text: str) -> bool:
    return any(text in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def partners(office: OfficeFile) -> list[Partner]:
    with office.read() as session:
        return list(session.query(Partner).order_by(Partner.id))


def test_a_pair_is_shown_with_its_reasons_and_merged_as_chosen(
    qtbot: QtBot, opened: Open, office: OfficeFile, cities: tuple[Partner, Partner]
) -> None:
    one, two = cities
    dialog = opened(Partner)
    assert pairs(dialog) == ["İştip – Štip <b>x</b>\nThe same name"]
    assert says(dialog, "1 pair may be the same.")
    assert says(dialog, "Agreements: 1")
    assert len(partners(office)) == 3
    assert choice(dialog, "Name in Turkish: Istip").isChecked()
    qtbot.mouseClick(choice(dialog, "Name in Turkish: İştip"), Qt.MouseButton.LeftButton)
    assert choice(dialog, "Phone: +389 1 2 3").isChecked()
    assert choice(dialog, "Population: 20").isChecked()
    qtbot.mouseClick(button(dialog, "Merge"), Qt.MouseButton.LeftButton)
    (kept, _lublin) = sorted(partners(office), key=lambda city: city.name_tr == "Lublin")
    assert (kept.id, kept.name_tr, kept.name_en) == (two.id, "İştip", "Štip <b>x</b>")
    assert (kept.phone, kept.population) == ("+389 1 2 3", 20)
    assert pairs(dialog) == []
    assert says(dialog, "No two records look as if they were the same.")
    assert not button(dialog, "Merge").isEnabled()
    toast = dialog.findChild(Toast)
    assert toast is not None
    qtbot.mouseClick(button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert {one.id, two.id} <= {city.id for city in partners(office)}
    qtbot.waitUntil(lambda: len(pairs(dialog)) == 1)


def test_two_that_are_two_are_not_shown_again(
    qtbot: QtBot, opened: Open, office: OfficeFile, cities: tuple[Partner, Partner]
) -> None:
    dialog = opened(Partner)
    qtbot.mouseClick(button(dialog, "They are two"), Qt.MouseButton.LeftButton)
    assert pairs(dialog) == []
    assert pairs(opened(Partner)) == []
    assert len(partners(office)) == 3


def test_people_can_be_looked_through_too(opened: Open, office: OfficeFile, qtbot: QtBot, jobs: Jobs) -> None:
    with office.change("People") as session:
        session.add_all(Person(family_name=name) for name in ("Yılmazer", "Yilmazer", "Kaya"))
    dialog = opened(Partner)
    assert pairs(dialog) == []
    dialog._kinds.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not jobs.is_busy and len(pairs(dialog)) == 1)


def test_one_that_is_gone_meanwhile_is_said(
    qtbot: QtBot, opened: Open, office: OfficeFile, cities: tuple[Partner, Partner]
) -> None:
    dialog = opened(Partner)
    with office.change("Deleted") as session:
        session.delete(session.get_one(Partner, cities[0].id))
    qtbot.mouseClick(button(dialog, "Merge"), Qt.MouseButton.LeftButton)
    assert says(dialog, "One of the two records is no longer there.")


def test_two_that_were_chosen_come_first(
    opened: Open, office: OfficeFile, settings: Settings, jobs: Jobs, qtbot: QtBot
) -> None:
    with office.change("Tripoli") as session:
        some = [Partner(name_tr=name) for name in ("Trablus", "Tripoli", "İştip", "Istip")]
        session.add_all(some)
    dialog = DoublesDialog(office, Partner, settings, jobs, None, [some[0].id, some[1].id])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(pairs(dialog)) == 2)
    assert pairs(dialog)[0] == "Trablus – Tripoli\nChosen by hand"
    dialog.accept()
    assert len(partners(office)) == 3
    assert pairs(dialog) == ["İştip – Istip\nThe same name"]
