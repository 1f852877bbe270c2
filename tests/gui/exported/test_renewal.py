"""Exporting papers again, and how their cards look."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.cards import SheetPage
from dipdesk.gui.exported.card import ExportedCard, Facts
from dipdesk.gui.exported.renewal import Renewal
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.trouble import Troubles
from dipdesk.model import Exported
from dipdesk.papers import exported, making
from dipdesk.papers.causes import Cause
from dipdesk.papers.exported import Difference, Order, Staleness
from dipdesk.papers.parts import Part, unpacked
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile


def test_the_pages_of_the_parts_are_known_after_exporting_again(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path
) -> None:
    known = paper("ceremony_year")
    made = exported.make(office, Order(known, "", known.options(), ("en",), "pdf"))
    file = making.written(made.document, "pdf", tmp_path / "year.pdf")
    note = exported.remember(office, made, file.path, "Governorship", file.pages)
    page = QWidget()
    qtbot.addWidget(page)
    renewal = Renewal(office, settings, Jobs(page), Troubles(MessageBar(page), page), page)
    renewal.again(note)
    qtbot.waitUntil(lambda: _notes(office) != [note])
    with office.read() as session:
        (newest,) = exported.current(session)
        before = [(one.name, one.page) for one in unpacked(session.get_one(Exported, note).parts)]
        assert any(number for _name, number in before)
        assert [(one.name, one.page) for one in unpacked(newest.parts)] == before


def _notes(office: OfficeFile) -> list[str]:
    with office.read() as session:
        return [one.id for one in exported.current(session)]


def test_no_word_of_a_card_is_wider_than_the_page(qtbot: QtBot) -> None:
    page = SheetPage()
    qtbot.addWidget(page)
    card = ExportedCard(Facts("1", "x" * 300, "12 May 2027", "Z" * 100, "a.pdf"))
    cause = Cause("visit", "1", "T" * 300, "Aim", "a" * 300, "b" * 300, "")
    card.show_staleness(Staleness("1", (Difference(Part("P", ""), "changed", "y" * 300),), (cause,)))
    page.content.addWidget(card)
    page.resize(640, 700)
    page.show()
    qtbot.waitUntil(lambda: 0 < card.width() < page.viewport().width())
