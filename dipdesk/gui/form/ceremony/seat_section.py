"""The seating plans of a ceremony, each as a drawing, with the way into the editor."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy import select

from dipdesk.actions import seating_plans
from dipdesk.actions.seating_plans import Seated
from dipdesk.errors import Invalid
from dipdesk.gui.cards import clear
from dipdesk.gui.form.ceremony.figure_view import FigureView
from dipdesk.gui.form.ceremony.part import DrawnPart, row_of
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.i18n import _, join_words, language, ngettext
from dipdesk.model import SeatingPlan, best_text, field_of
from dipdesk.papers.ceremony.seating import captions
from dipdesk.papers.ceremony.seating_drawing import seating_figure, spots_of
from dipdesk.store.office_file import News, OfficeFile

_TOUCHED = ("seating_plan", "seating_table", "placing", "seat_wish", "guest", "guest_move", "person")
_WIDTH, _HEIGHT = 520.0, 300.0


class SeatSection(DrawnPart):
    """One drawing for each plan; the editor opens over the window."""

    def __init__(self, office: OfficeFile, ceremony_id: str, parent: QWidget | None = None) -> None:
        belongs = _("Who sits where: head table, rows, round tables, cars, photo and more.")
        super().__init__(office, ceremony_id, (_("Seating"), belongs), parent)
        self.editor: SeatingEditor | None = None
        self.edit_buttons: dict[str, QPushButton] = {}
        self.add_button = self.button("add", _("Add"), self.add)
        self.refresh()

    def refresh(self) -> None:
        """Read the plans again."""
        clear(self._rows)
        self.edit_buttons = {}
        with self._office.read() as session:
            query = select(SeatingPlan).where(SeatingPlan.ceremony_id == self._ceremony_id)
            plans = list(session.scalars(query.order_by(SeatingPlan.id)))
            for plan in plans:
                self._add_head(plan)
                try:
                    seated = seating_plans.read(session, plan, language())
                    figure = seating_figure(
                        seated,
                        _WIDTH,
                        _HEIGHT,
                        spots_of(session, plan.id),
                        best_text(plan, "observer", language()),
                    )
                except Invalid as trouble:
                    self._rows.addWidget(Wrapped(trouble.sentence, self))
                    continue
                view = FigureView(self)
                view.show_figure(figure)
                self._rows.addWidget(view)
                for caption in captions(seated, plan.layout):
                    self._rows.addWidget(Wrapped(caption, self))
                for text in _troubles(seated):
                    self._rows.addWidget(secondary(text))
        self.show_count(len(plans))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_TOUCHED)

    def add(self) -> None:
        """Ask for a new plan and open it."""
        plan_id = new_record(self._office, SeatingPlan, {"ceremony_id": self._ceremony_id}, self)
        if plan_id:
            self.edit(plan_id)

    def show_settings(self, plan_id: str) -> None:
        """Show the record of a plan, with its size and customs."""
        self.opened.emit("seating_plan", plan_id)

    def edit(self, plan_id: str) -> None:
        """Open a plan in the editor."""
        self.editor = open_plan(self._office, plan_id, self.window())

    def _add_head(self, plan: SeatingPlan) -> None:
        layout = field_of(SeatingPlan, "layout").kind.format(plan.layout)
        words = dict.fromkeys(word for word in (plan.title(), layout) if word)
        self._rows.addWidget(Wrapped(" · ".join(words), self))
        plan_id = plan.id
        buttons = []
        for sign, text, act in (
            ("edit", _("Edit the plan"), self.edit),
            ("settings", _("Size and custom"), self.show_settings),
        ):
            button = QPushButton(icon(sign), text)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _checked=False, act=act: act(plan_id))
            buttons.append(button)
        self.edit_buttons[plan_id] = buttons[0]
        self._rows.addWidget(row_of(self, *buttons))


def _troubles(seated: Seated) -> Iterator[str]:
    """Who has no seat, and whose chair is empty."""
    if count := len(seated.plan.unseated):
        text = ngettext("{count} guest without a seat", "{count} guests without a seat", count)
        yield text.format(count=count)
    if away := [one.title() for one in seated.gaps.values()]:
        text = ngettext(
            "{names} does not come; the chair is empty.",
            "{names} do not come; their chairs are empty.",
            len(away),
        )
        yield text.format(names=join_words(away))


def open_plan(office: OfficeFile, plan_id: str, over: QWidget) -> SeatingEditor:
    """Show a plan in the editor, over a window."""
    made = SeatingEditor(office, plan_id, over)
    made.finished.connect(made.deleteLater)
    made.show()
    return made
