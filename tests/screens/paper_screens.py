"""Pictures of the page of papers: the published list, the file of a partner, an audit sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.model import Agreement
from tests.screens.shell_screens import papers_page
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


SCREENS = [
    Screen("papers-list", _page("published_list"), settle=3000),
    Screen("papers-relation-file", _page("relation_file", "partner"), settle=4000),
    Screen("papers-audit", _page("audit_sheet", "agreement"), settle=3000, large_text=True),
    Screen("papers-head", _head, (720, 640), settle=300),
]
