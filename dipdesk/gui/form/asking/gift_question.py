"""Below the form for a new gift: what to mind about it, as far as receiver and thing are known."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from dipdesk.gui.form.asking.question import Question
from dipdesk.gui.form.before_giving import BeforeGiving
from dipdesk.store.office_file import OfficeFile


class GiftQuestion(Question):
    """Asks nothing; says whether the same was given before, and what is not given there."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__()
        self.remarks = BeforeGiving(office, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.remarks)

    def heed(self, values: Mapping[str, object]) -> None:
        self.remarks.judge(values)
