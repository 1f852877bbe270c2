"""A signing with 40 guests of three countries: planned in the window, three late absences, printed."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.ceremony.order_section import OrderSection
from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.gui.form.seating.ways_out import WaysOutDialog
from dipdesk.model import Ceremony, Country, Guest, Partner, Person, Post, SeatingPlan
from dipdesk.papers import making
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

_TONGUES = ("tr", "de", "ar", "zh")
_NAMES = {"tr": "Işık", "de": "Größmann", "ar": "القاسمي", "zh": "王小明"}
_POSTS = ("mayor", "deputy_mayor", "councillor", "director", "consul", "rector", "press", "unknown_post")


@pytest.fixture
def signing(filled: OfficeFile) -> str:
    """A ceremony with its 40 guests, two of them represented, one who needs a way without steps."""
    with filled.change("a signing") as session:
        countries = {one.code: one.id for one in session.scalars(select(Country))}
        bodies = {
            code: Partner(name_tr=f"Şehir {code}", country_id=countries[code]) for code in ("TR", "DE", "CN")
        }
        ceremony = Ceremony(title_tr="İmza", title_en="Signing", kind="signing", partner_id=bodies["DE"].id)
        ceremony.starts = Moment.parse("2027-06-03 11:00")
        session.add_all([*bodies.values(), ceremony])
        made: list[Guest] = []
        posts: list[Post] = []
        for number in range(42):
            tongue = _TONGUES[number % 4]
            body = bodies[("TR", "DE", "CN")[number % 3]]
            person = Person(given_name=f"{number:02}", family_name=_NAMES[tongue], languages=(tongue,))
            post = Post(person_id=person.id, partner_id=body.id, function=_POSTS[number % len(_POSTS)])
            guest = Guest(ceremony_id=ceremony.id, person_id=person.id, post_id=post.id, state="coming")
            guest.side = "host" if number % 3 == 0 else "guest"
            guest.step_free = number == 7
            posts.append(post)
            made.append(guest)
            session.add_all([person, post, guest])
        made[0].role, made[1].role = "host", "guest_of_honour"
        for gone, stands_in in ((40, 20), (41, 21)):
            made[gone].state = "represented"
            made[gone].substitute_id = made[stands_in].id
            made[stands_in].capacity, made[stands_in].stands_for_id = "representing", posts[gone].id
    return ceremony.id


def test_it_is_planned_changed_and_printed(
    qtbot: QtBot, filled: OfficeFile, signing: str, tmp_path: Path
) -> None:
    section = OrderSection(filled, signing)
    qtbot.addWidget(section)
    section.show()
    places = [line.cells[0] for line in section.model.lines]
    assert places == [*(str(number) for number in range(1, 41)), "–", "–"]
    qtbot.mouseClick(section.plan_button, Qt.MouseButton.LeftButton)
    with filled.read() as session:
        plans = {
            one.layout: one.id for one in session.scalars(select(SeatingPlan).filter_by(ceremony_id=signing))
        }
    assert {"signing", "theatre", "photo"} <= set(plans)
    editor = SeatingEditor(filled, plans["theatre"])
    editor.show()
    steps = len(filled.undo_labels())
    editor.actions_of["seat"].trigger()
    qtbot.waitUntil(lambda: len(filled.undo_labels()) > steps)
    assert editor.seated is not None
    before = dict(editor.seated.seating)
    assert len(before) == 40
    absent = [before[seat] for seat in list(before)[:9:4]]
    for row in range(editor.side.guests.count()):
        item = editor.side.guests.item(row)
        item.setSelected(item.data(Qt.ItemDataRole.UserRole) in absent)

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WaysOutDialog)
        dialog.accept()

    QTimer.singleShot(200, take)
    editor.actions_of["absent"].trigger()
    after = dict(editor.seated.seating)
    assert len(after) == 37
    assert not set(absent) & set(after.values())
    editor.reject()
    for name, pages in (("precedence_list", 1), ("seating_plan", 1), ("place_cards", 10), ("hitap_card", 1)):
        target = tmp_path / f"{name}.pdf"
        one = paper(name)
        making.write_document(making.build(filled, one, signing, one.options(), ("tr", "en")), "pdf", target)
        with pypdfium2.PdfDocument(target) as document:
            assert len(document) >= pages
            words = "".join(page.get_textpage().get_text_range() for page in document)
        assert "■" not in words
        assert "王小明" in words
