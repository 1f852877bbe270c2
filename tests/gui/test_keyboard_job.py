"""The whole job by keyboard: from an empty office to the brief in two languages, and all the way back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from dipdesk.gui.desk import Desk
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.settings import Settings
from dipdesk.gui.welcome import WelcomePage
from dipdesk.gui.workspace import Workspace
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Visit,
)
from tests.gui.hands import Hands, Steps, keys

R = TypeVar("R", bound=Record)
MADE = (Partner, Person, Post, Visit, Delegation, DelegationMember, ProgrammeItem)


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    """Hands on the keyboard of the window."""
    frame = desk.window.frame
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    return Hands(qtbot, frame)


def counts(desk: Desk) -> list[int]:
    """How many records of each kind of ``MADE`` there are."""
    assert desk.office is not None
    with desk.office.read() as session:
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in MADE]


def one(desk: Desk, kind: type[R]) -> R:
    """The only record of its kind."""
    assert desk.office is not None
    with desk.office.read() as session:
        return session.scalars(select(kind)).one()


def dialogs(desk: Desk) -> int:
    """How many forms for new records are open."""
    return sum(form.isVisible() for form in desk.window.frame.findChildren(NewRecordDialog))


def go_to_add(desk: Desk, name: str) -> Steps:
    """Go on by parts until the button that adds to the list called ``name`` has the focus."""
    for _part in range(40):
        focused = desk.app.focusWidget()
        if focused is not None and focused.accessibleDescription() == name:
            return
        yield from keys("Alt+PgDown")
    raise AssertionError(f"no list {name}")


def go_to_field(desk: Desk, name: str) -> Steps:
    """Press Enter until the field ``name`` of the open form has the focus."""
    form = next(one for one in desk.window.frame.findChildren(NewRecordDialog) if one.isVisible())
    cell = next(cell for cell in form.cells if cell.field.name == name)
    for _field in range(20):
        focused = desk.app.focusWidget()
        if focused is not None and cell.isAncestorOf(focused):
            return
        yield from keys("Enter")
    raise AssertionError(f"no field {name}")


def open_forms(desk: Desk, count: int) -> Callable[[], bool]:
    """Whether so many forms are open, and the window on top takes the keys."""

    def check() -> bool:
        focused, top = desk.app.focusWidget(), desk.app.activeModalWidget() or desk.window.frame
        return dialogs(desk) == count and focused is not None and top.isAncestorOf(focused)

    return check


def test_the_whole_job_by_keyboard(desk: Desk, hands: Hands, settings: Settings, tmp_path: Path) -> None:
    settings.set("paper.folder", str(tmp_path))
    hands.play(the_whole_job(desk, tmp_path))


def the_whole_job(desk: Desk, folder: Path) -> Steps:
    """Every step of it."""
    yield from add_partner(desk)
    yield from add_person(desk)
    yield from add_visit(desk)
    yield from add_delegation(desk)
    yield from add_programme(desk)
    assert counts(desk) == [1, 2, 1, 1, 1, 2, 2]
    yield from export_briefs(desk, folder)
    yield from undo_everything(desk)
    yield from switch_language(desk)
    yield from close_and_reopen(desk)


def add_partner(desk: Desk) -> Steps:
    """Ctrl+2, Ctrl+N, the name in the window's language and the other, a country by a few letters."""
    yield from keys("Ctrl+2", "Ctrl+N")
    yield open_forms(desk, 1)
    yield from "Mostar"
    yield from keys("Shift+Tab")
    yield from "Mostar"
    yield from go_to_field(desk, "country_id")
    for field in ("bosn", "105797"):
        yield from field
        yield from keys("Enter")
    yield from keys("Enter")
    yield open_forms(desk, 0)
    made = one(desk, Partner)
    assert (made.name_tr, made.name_en, made.population) == ("Mostar", "Mostar", 105_797)
    assert made.country_id
    assert isinstance(desk.page, Workspace)
    assert desk.page.row_id == made.id


def add_person(desk: Desk) -> Steps:
    """Ctrl+4, Ctrl+N, a name; then the post from the list on the person's page."""
    yield from keys("Ctrl+4", "Ctrl+N")
    yield open_forms(desk, 1)
    yield from go_to_field(desk, "family_name")
    yield from "Kordić"
    yield from keys("Ctrl+Enter")
    yield open_forms(desk, 0)
    yield from go_to_add(desk, "Posts")
    yield from keys("Enter")
    yield open_forms(desk, 1)
    yield from go_to_field(desk, "function")
    yield from "may"
    yield from keys("Enter")
    yield from go_to_field(desk, "partner_id")
    yield from "Mostar"
    yield from keys("Enter", "Ctrl+Enter")
    yield open_forms(desk, 0)
    post = one(desk, Post)
    assert (post.person_id, post.function) == (one(desk, Person).id, "mayor")
    assert post.partner_id == one(desk, Partner).id


def add_visit(desk: Desk) -> Steps:
    """Ctrl+5, Ctrl+N, a title, the partner by its name, days the way one says them."""
    yield from keys("Ctrl+5", "Ctrl+N")
    yield open_forms(desk, 1)
    yield from "Visit of Mostar"
    yield from keys("Shift+Tab")
    yield from "Mostar ziyareti"
    yield from go_to_field(desk, "partner_id")
    yield from "Mostar"
    yield from keys("Enter")
    yield from go_to_field(desk, "starts")
    yield from "8 Mart 2027"
    yield from keys("Enter")
    yield from "10/3/27"
    yield from keys("Enter", "Enter")
    yield open_forms(desk, 0)
    visit = one(desk, Visit)
    assert (visit.starts, visit.ends) == (date(2027, 3, 8), date(2027, 3, 10))
    assert visit.partner_id == one(desk, Partner).id


def add_delegation(desk: Desk) -> Steps:
    """The guests as they are proposed; the mayor by a few letters; somebody not known yet."""
    yield from keys("Ctrl+PgDown")
    yield from go_to_add(desk, "Delegations")
    yield from keys("Enter")
    yield open_forms(desk, 1)
    yield from keys("Ctrl+Enter")
    yield open_forms(desk, 0)
    yield from keys("Enter")
    yield open_forms(desk, 1)
    yield from "kord"
    yield from keys("Enter", "Ctrl+Enter")
    yield open_forms(desk, 0)
    yield from keys("Enter")
    yield open_forms(desk, 1)
    yield from "Ayşe Öztürk"
    yield from keys("Down", "Enter")
    yield open_forms(desk, 2)
    yield from keys("Ctrl+Enter")
    yield open_forms(desk, 1)
    yield from keys("Ctrl+Enter")
    yield open_forms(desk, 0)
    assert desk.office is not None
    with desk.office.read() as session:
        members = session.scalars(select(DelegationMember).order_by(DelegationMember.id)).all()
        found = [(one.person.family_name, one.role) for one in members if one.person is not None]
    assert found == [("Kordić", "head"), ("Öztürk", "member")]


def add_programme(desk: Desk) -> Steps:
    """Two items, only their titles typed; days and hours are proposed."""
    yield from keys("Ctrl+PgDown")
    yield from go_to_add(desk, "Programme")
    for title in ("Makamda kabul", "Öğle yemeği"):
        yield from keys("Enter")
        yield open_forms(desk, 1)
        yield from go_to_field(desk, "title_en")
        yield from title
        yield from keys("Ctrl+Enter")
        yield open_forms(desk, 0)
    assert desk.office is not None
    with desk.office.read() as session:
        items = session.scalars(select(ProgrammeItem).order_by(ProgrammeItem.id)).all()
        found = [
            f"{item.starts} {item.ends} {item.title_en}".replace(" Europe/Istanbul", "") for item in items
        ]
    assert found == [
        "2027-03-08T09:00 2027-03-08T09:30 Makamda kabul",
        "2027-03-08T09:30 2027-03-08T10:00 Öğle yemeği",
    ]


def export_briefs(desk: Desk, folder: Path) -> Steps:
    """Ctrl+B, Ctrl+Shift+E; then the same in the other language, chosen in the panel."""
    yield from keys("Ctrl+B")
    yield lambda: isinstance(desk.page, PreviewPage)
    yield from export(desk, folder / "brifing.pdf")
    yield from choose_english(desk)
    yield from export(desk, folder / "brief.pdf")
    assert (folder / "brief.pdf").read_bytes() != (folder / "brifing.pdf").read_bytes()


def export(desk: Desk, target: Path) -> Steps:
    """Ctrl+Shift+E when the paper is shown, and a name for the file."""
    page = preview(desk)
    yield lambda: page.is_ready
    yield from keys("Ctrl+Shift+E")
    yield lambda: desk.app.activeModalWidget() is not None
    yield from keys("Ctrl+A")
    yield from str(target)
    yield from keys("Enter")
    yield lambda: target.is_file() and desk.app.activeModalWidget() is None
    assert target.read_bytes().startswith(b"%PDF")


def preview(desk: Desk) -> PreviewPage:
    """The page of papers, which is shown."""
    assert isinstance(desk.page, PreviewPage)
    return desk.page


def choose_english(desk: Desk) -> Steps:
    """Tab to the languages of the paper, then Down from Turkish to English."""
    page = preview(desk)
    for _stop in range(20):
        focused = desk.app.focusWidget()
        if focused is not None and focused.property("text") == "Türkçe":
            break
        yield from keys("Tab")
    made: list[bool] = []
    page.ready.connect(lambda: made.append(page.is_ready))
    yield from keys("Down")
    yield lambda: page.panel.languages == ("en",)
    yield lambda: True in made


def undo_everything(desk: Desk) -> Steps:
    """Alt+Left back to the visit, then Ctrl+Z for every step; Ctrl+Y brings all of it back."""
    yield from keys("Alt+Left")
    yield lambda: isinstance(desk.page, Workspace)
    assert desk.office is not None
    steps = len(desk.office.undo_labels())
    assert steps == sum(counts(desk))
    for left in range(steps, 0, -1):
        assert sum(counts(desk)) == left
        yield from keys("Ctrl+Z")
    assert counts(desk) == [0] * len(MADE)
    yield from keys(*["Ctrl+Y"] * steps)
    assert sum(counts(desk)) == steps


def switch_language(desk: Desk) -> Steps:
    """Ctrl+P and the name of the language, in either language."""
    for words, partners in (("turkish", "Ortaklar"), ("ingilizce", "Partners")):
        yield from keys("Ctrl+P")
        yield from words
        yield from keys("Enter")
        yield lambda partners=partners: desk.window.commands["place.partner"].text() == partners


def close_and_reopen(desk: Desk) -> Steps:
    """Ctrl+W, then the file that was used last from the welcome page."""
    before = counts(desk)
    yield from keys("Ctrl+5", "Ctrl+W")
    yield lambda: isinstance(desk.page, WelcomePage)
    assert desk.office is None
    for _stop in range(20):
        focused = desk.app.focusWidget()
        if focused is not None and focused.accessibleName().startswith("Örnek"):
            break
        yield from keys("Tab")
    yield from keys("Enter")
    yield lambda: desk.office is not None and isinstance(desk.page, Workspace)
    assert counts(desk) == before
