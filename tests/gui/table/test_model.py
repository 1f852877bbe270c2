"""The table's data: clean by Qt's own tester, read a page at a time, kept fresh with little work."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from dipdesk.gui.table.model import PAGE, ROW_ROLE, ListModel
from dipdesk.model import Partner, Person
from dipdesk.store.listing import TITLE, Listing, Order, default_columns
from dipdesk.store.office_file import OfficeFile


@pytest.fixture
def crowd(office: OfficeFile) -> list[str]:
    with office.change("x") as session:
        made = [Person(family_name=f"Kişi {place:03}") for place in range(200)]
        session.add_all(made)
    return [one.id for one in made]


@pytest.fixture
def model(office: OfficeFile, crowd: list[str]) -> ListModel:
    return ListModel(office, Person, default_columns(Person), Order())


def test_qt_finds_nothing_wrong(model: ListModel, office: OfficeFile, crowd: list[str], qtbot: QtBot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.narrow("001", {})
    model.narrow("", {"sex": frozenset(["f"])})
    model.narrow("", {})
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show_columns((TITLE, "email"))
    with office.change("y") as session:
        session.delete(session.get_one(Person, crowd[3]))
    model.refresh([])
    assert model.rowCount() == 199
    assert tester.model() is model


def test_only_what_is_looked_at_is_read(model: ListModel, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    page = Listing.page
    monkeypatch.setattr(
        Listing, "page", lambda self, start, size: read.append(start) or page(self, start, size)
    )
    assert model.rowCount() == 200
    assert read == []
    assert model.index(PAGE + 1, 0).data() == model.row(PAGE + 1).texts()[0] == f"KİŞİ {PAGE + 1:03}"
    model.index(PAGE + 2, 1).data(ROW_ROLE)
    assert read == [PAGE]


def test_a_change_of_one_row_resets_nothing(
    model: ListModel, office: OfficeFile, crowd: list[str], qtbot: QtBot
) -> None:
    model.row(0)
    model.row(70)
    with office.change("y") as session:
        session.get_one(Person, crowd[1]).email = "yeni@ornek.example"
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert model.refresh([(1, crowd[1])])
    email = model.columns.index("email")
    assert model.index(1, email).data() == "yeni@ornek.example"


def test_a_row_that_moves_resets(
    model: ListModel, office: OfficeFile, crowd: list[str], qtbot: QtBot
) -> None:
    model.row(0)
    with office.change("y") as session:
        session.get_one(Person, crowd[150]).family_name = "Ağa"
    with qtbot.waitSignal(model.modelReset):
        assert not model.refresh([(150, crowd[150])])
    assert model.position(crowd[150]) == 0


def test_strange_indexes_give_nothing(model: ListModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    model.sort(-1)
    assert model.order == Order()


def test_numbers_stand_at_the_right(office: OfficeFile) -> None:
    model = ListModel(office, Partner, (TITLE, "population"), Order())
    way = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert way & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Population"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Partner"
