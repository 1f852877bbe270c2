"""Looking at kept files: pages, pictures, broken and strange ones, copies, and the wish that leads there."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.desk import Desk
from dipdesk.gui.filing.look import KeptFile, look, look_at_kept
from dipdesk.gui.form.belongings import FileList
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.preview import file_viewer
from dipdesk.gui.preview.file_viewer import FileViewer, safe_name
from dipdesk.model import Attachment, Partner
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.sample import png

Shown = Callable[[str, bytes], FileViewer]


def pdf(pages: int, size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF of empty pages."""
    made = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        made.new_page(*size)
    file = io.BytesIO()
    made.save(file)
    made.close()
    return file.getvalue()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    """Shows a file of a name and content."""
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)

    def show(name: str, content: bytes) -> FileViewer:
        made = FileViewer(KeptFile(name, content), jobs, tmp_path, window)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield show
    jobs.close()


def test_the_pages_of_a_pdf_are_drawn(shown: Shown, qtbot: QtBot) -> None:
    viewer = shown("karar.pdf", pdf(3))
    pages = viewer.pages
    assert pages is not None
    assert pages.count == 3
    qtbot.waitUntil(lambda: pages.has_picture(0))
    assert viewer.words.isHidden()
    assert viewer.windowTitle() == "karar.pdf"


def test_a_long_pdf_shows_its_first_pages_and_says_so(shown: Shown) -> None:
    viewer = shown("uzun.pdf", pdf(302, (60, 80)))
    assert viewer.pages is not None
    assert viewer.pages.count == 300
    assert viewer.words.text() == "Only the first 300 of 302 pages are shown."


@pytest.mark.parametrize("size", [(14_400, 14_400), (3, 14_000), (14_000, 3)])
def test_pages_of_absurd_sizes_are_drawn_small(shown: Shown, qtbot: QtBot, size: tuple[float, float]) -> None:
    viewer = shown("pafta.pdf", pdf(1, size))
    pages = viewer.pages
    assert pages is not None
    qtbot.waitUntil(lambda: pages.has_picture(0) or not viewer.words.isHidden())


@pytest.mark.parametrize(
    "content",
    [b"%PDF-", b"%PDF-1.7\n%%EOF", pdf(2)[:200], b"%PDF-1.4\n" + bytes(range(256)) * 40, pdf(0)],
    ids=["head", "hollow", "cut", "noise", "no pages"],
)
def test_a_broken_pdf_says_so_and_can_still_be_saved(shown: Shown, content: bytes, tmp_path: Path) -> None:
    viewer = shown("bozuk.pdf", content)
    if viewer.pages is None:
        assert "PDF" in viewer.words.text()
    assert viewer.save_as(tmp_path / "kopya.pdf")
    assert (tmp_path / "kopya.pdf").read_bytes() == content


def test_a_picture_fits_the_dialog(shown: Shown) -> None:
    viewer = shown("tarama.png", png(side=900))
    label = viewer.photograph
    assert label is not None
    for side in (400, 900):
        viewer.resize(side, side)
        QApplication.processEvents()
        assert label.pixmap().width() <= label.width()
    assert label.accessibleName() == "Picture"


@pytest.mark.parametrize("content", [b"", png()[:60], b"<svg/>", b"\0" * 50, b"MZ"])
def test_what_cannot_be_shown_says_what_to_do(shown: Shown, content: bytes) -> None:
    viewer = shown("x.docx", content)
    assert "not shown here" in viewer.words.text()
    assert not viewer.outside_button.isHidden()


@pytest.mark.parametrize("name", ["setup.exe", "belge.pdf.bat", "a.desktop", "makro.js", "adsız"])
def test_programs_are_never_opened_outside(shown: Shown, name: str) -> None:
    assert shown(name, b"MZ").outside_button.isHidden()


def test_a_copy_that_cannot_be_written_says_so(shown: Shown, tmp_path: Path) -> None:
    viewer = shown("x.txt", b"x")
    assert not viewer.save_as(tmp_path / "nowhere" / "x.txt")
    assert "cannot be written" in viewer.words.text()


def test_another_program_is_asked_for_and_gets_a_copy(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class Services:
        """Stands for the programs of the system."""

        @staticmethod
        def openUrl(url: object) -> bool:  # noqa: N802
            opened.append(url.toLocalFile())  # type: ignore[attr-defined]
            return bool(opened[1:])

    monkeypatch.setattr(file_viewer, "QDesktopServices", Services)
    viewer = shown("../kötü:ad.txt", b"text")

    def answer(text: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text() == text).click()

    QTimer.singleShot(0, lambda: answer("Cancel"))
    viewer.outside_button.click()
    assert opened == []
    QTimer.singleShot(0, lambda: answer("Open"))
    viewer.outside_button.click()
    assert "No program" in viewer.words.text()
    viewer.open_outside()
    assert opened[0] == str(tmp_path / "_kötü_ad.txt")
    assert (tmp_path / "_kötü_ad.txt").read_bytes() == b"text"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("karar.pdf", "karar.pdf"),
        ("../a", "_a"),
        ("..\\..\\AppData\\x.exe", "_.._AppData_x.exe"),
        ("a\nb\0.txt", "a_b_.txt"),
        ("Ad\u202efdp.exe", "Ad_fdp.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("Konya.pdf", "Konya.pdf"),
        ("a:b.pdf.", "a_b.pdf"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert len(safe_name("ş" * 400)) <= 120


def test_nobody_there_to_show_it_is_no_trouble(qtbot: QtBot) -> None:
    lonely = QWidget()
    qtbot.addWidget(lonely)
    assert not look(KeptFile("a", b""), lonely)


def test_the_window_shows_what_a_list_of_files_wants_to_look_at(desk: Desk, qtbot: QtBot) -> None:
    office = desk.office
    assert office is not None
    city = Partner(name_tr="Hann")
    with office.change("Put") as session:
        address = blobs.put(session.connection(), png(), "image/png")
        one = Attachment(name="a.png", content=address, subject=f"partner/{city.id}")
        lost = Attachment(name="b.png", content="0" * 64, subject=f"partner/{city.id}")
        session.add_all([city, one, lost])
    files = FileList(office, f"partner/{city.id}", desk.window.frame)
    files.show()
    files.select(one.id)
    QTest.keyClick(files.table, Qt.Key.Key_Return)
    assert desk.rooms is not None
    viewer = desk.rooms.looking.shown
    assert viewer is not None
    assert viewer.photograph is not None
    viewer.reject()
    assert desk.rooms.looking.shown is None
    files.select(lost.id)
    files.open_current()
    assert desk.rooms.looking.shown is None


def test_content_that_is_elsewhere_is_said(office: OfficeFile, qtbot: QtBot) -> None:
    lonely = QWidget()
    qtbot.addWidget(lonely)
    assert "not in this copy" in look_at_kept(office, "a", "0" * 64, "", lonely)
