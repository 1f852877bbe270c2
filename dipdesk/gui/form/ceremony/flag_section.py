"""The rows of flags of a ceremony, as the hall and as the stage sees them, and what must be fetched."""

from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy import select

from dipdesk.actions import flag_rows
from dipdesk.actions.flag_rows import FlagRow
from dipdesk.errors import Invalid
from dipdesk.gui.cards import clear
from dipdesk.gui.form.ceremony.figure_view import FigureView
from dipdesk.gui.form.ceremony.part import DrawnPart, row_of
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.i18n import _, language
from dipdesk.model import FlagPlan, field_of
from dipdesk.papers.ceremony.flag_plan import row_figure
from dipdesk.rules.flags import flag_name
from dipdesk.store.office_file import News, OfficeFile


class FlagSection(DrawnPart):
    """Every row with a button to its record, where flags and policy are chosen."""

    def __init__(self, office: OfficeFile, ceremony_id: str, parent: QWidget | None = None) -> None:
        belongs = _("Which flags hang where, in the right order, seen from both sides.")
        super().__init__(office, ceremony_id, (_("Flags"), belongs), parent)
        self.add_button = self.button("add", _("Add"), self.add)
        self.views: list[FigureView] = []
        self.refresh()

    def refresh(self) -> None:
        """Read the rows again."""
        clear(self._rows)
        self.views = []
        with self._office.read() as session:
            query = select(FlagPlan).where(FlagPlan.ceremony_id == self._ceremony_id).order_by(FlagPlan.id)
            plans = list(session.scalars(query))
            for plan in plans:
                self._add_head(plan)
                try:
                    self._add_row(flag_rows.read(session, plan, language()))
                except Invalid as trouble:
                    self._rows.addWidget(Wrapped(trouble.sentence, self))
        self.show_count(len(plans))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("flag_plan", "flag_shown", "flag_stock")

    def add(self) -> None:
        """Ask for a new row."""
        new_record(self._office, FlagPlan, {"ceremony_id": self._ceremony_id}, self)

    def _add_head(self, plan: FlagPlan) -> None:
        words = [plan.title()]
        words += [field_of(FlagPlan, name).kind.format(getattr(plan, name)) for name in ("setting", "policy")]
        button = QPushButton(icon("edit"), _("Choose flags"))
        button.setProperty("role", "link")
        row_id = plan.id
        button.clicked.connect(lambda _checked=False: self.opened.emit("flag_plan", row_id))
        self._rows.addWidget(Wrapped(" · ".join(word for word in words if word), self))
        self._rows.addWidget(row_of(self, button))

    def _add_row(self, row: FlagRow) -> None:
        for title, codes in (
            (_("Seen from the hall"), row.answer.hall),
            (_("Seen from the stage"), row.answer.stage),
        ):
            if not codes:
                continue
            self._rows.addWidget(secondary(title))
            view = FigureView(self)
            view.show_figure(row_figure(codes, language()))
            self.views.append(view)
            self._rows.addWidget(view)
        lines = [*row.answer.because, *row.answer.warnings, _fetch(row)]
        self._rows.addWidget(Wrapped("\n".join(line for line in lines if line), self))


def _fetch(row: FlagRow) -> str:
    """What must be fetched, in one line."""
    parts = []
    for one in row.fetch:
        text = _("{flag}: {needed} (only {stock} in stock)") if one.is_short else _("{flag}: {needed}")
        parts.append(text.format(flag=flag_name(one.code, language()), needed=one.needed, stock=one.in_stock))
    return _("To be fetched: {flags}").format(flags=", ".join(parts)) if parts else ""
