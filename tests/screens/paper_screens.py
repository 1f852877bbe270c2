"""Pictures of the page of papers: the published list, the file of a partner, an audit sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from dipdesk.gui.exported.page import ExportedPage
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import language
from dipdesk.model import Agreement, ProgrammeItem, Visit
from dipdesk.papers import exported, making
from dipdesk.papers.exported import Order
from dipdesk.papers.registry import paper
from tests.screens.shell_screens import _window, papers_page
from tests.screens.stage import Screen, Stage


def _page(name: str, entity: str = "") -> Callable[[Stage], QWidget]:
    """The page with the paper ``name`` about a record of the stage."""

    def make(stage: Stage) -> QWidget:
        stage.settings.set("paper.name", name)
        return papers_page(stage, _row(stage, entity))

    return make


def _row(stage: Stage, entity: str) -> str:
    if entity != "agreement":
        return stage.ids.get(entity, "")
    with stage.office.read() as session:
        return str(session.scalars(select(Agreement.id).order_by(Agreement.id)).first())


def _head(stage: Stage) -> QWidget:
    """The page of an agreement, whose main action leads to its papers."""
    return RecordPage(stage.office, Agreement, _row(stage, "agreement"), stage.settings, stage.news())


def _exported(stage: Stage) -> QWidget:
    """A brief that somebody has, of which much has changed since, and a list that is still true."""
    for name, subject, form in (("brief", stage.ids["visit"], "pdf"), ("published_list", "", "txt")):
        known = paper(name)
        order = Order(known, subject, known.options(), (language(),), form)
        made = exported.make(stage.office, order)
        file = making.written(made.document, form, stage.folder / f"{name}.{form}")
        exported.remember(stage.office, made, file.path, "Valilik Özel Kalem Müdürlüğü", file.pages)
    _change(stage)
    window = QWidget()
    jobs, troubles = Jobs(window), Troubles(MessageBar(window), window)
    page = ExportedPage(stage.office, stage.settings, stage.news(), jobs, troubles)
    window.setParent(page)
    window.hide()
    return _window(stage, "stale", page)


def _change(stage: Stage) -> None:
    """Give the visit and its items other words, of any length."""
    words = "Belediye Meclis Salonunda, konukların ve basının önünde, iki dilde ve yeniden düzenlenmiş olarak"
    with stage.office.change("Moved") as session:
        visit = session.get_one(Visit, stage.ids["visit"])
        visit.aim_tr, visit.aim_en = f"{words} {language()}", f"{words} {language()}"
        for item in session.query(ProgrammeItem):
            item.title_tr, item.title_en = f"{words} {language()} 1", f"{words} {language()} 2"


SCREENS = [
    Screen("papers-list", _page("published_list"), settle=3000),
    Screen("papers-relation-file", _page("relation_file", "partner"), settle=4000),
    Screen("papers-audit", _page("audit_sheet", "agreement"), settle=3000, large_text=True),
    Screen("papers-exported", _exported, settle=3000, large_text=True),
    Screen("papers-head", _head, (720, 640), settle=300),
]
