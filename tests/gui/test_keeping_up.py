"""A page keeps up with the office: once for several changes, and only when it is seen."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.news import OfficeNews
from dipdesk.model import Partner, Person
from dipdesk.store.office_file import OfficeFile


def test_a_page_reads_anew_when_it_is_seen(qtbot: QtBot, office: OfficeFile, news: OfficeNews) -> None:
    page, told = QWidget(), []
    qtbot.addWidget(page)
    keeping_up = KeepingUp(page, news, lambda about: about.touches("partner"))

    def read() -> None:
        told.append(page.isVisible())
        keeping_up.is_stale = False

    keeping_up.due.connect(read)

    def change(*records: Partner | Person) -> int:
        told.clear()
        for record in records:
            with office.change("Sample") as session:
                session.add(record)
        QApplication.processEvents()
        return len(told)

    assert change(Partner(name_tr="Mostar")) == 0
    page.show()
    assert told == [True]
    assert change(Partner(name_tr="Tuzla"), Partner(name_tr="Zenica")) == 1
    assert change(Person(family_name="Ak")) == 0
    page.hide()
    assert change(Partner(name_tr="Bihać")) == 0
    page.show()
    assert told == [True]
    page.hide()
    page.show()
    assert told == [True]
