"""The rows of a form and its warnings as lines of tables."""

from dipdesk.exchange.cells import visible
from dipdesk.exchange.intake.answers import CellWarning
from dipdesk.exchange.intake.columns import column
from dipdesk.exchange.intake.proposal import IntakePlan, RowPlan
from dipdesk.gui.form.text_rows import Line
from dipdesk.gui.tones import Tone
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model.person import FUNCTIONS

ROW_HEADS = (N_("Row"), N_("Name in the form"), N_("Who is meant"), N_("Post"), N_("What happens"))
WARNING_HEADS = (N_("Cell"), N_("Field"), N_("What is wrong, and what to do"))
_ACTIONS = {"add": N_("New"), "update": N_("Changed"), "refused": N_("Refused")}
_TONES: dict[str, Tone] = {"add": "good", "update": "info", "refused": "bad"}


def row_lines(plan: IntakePlan) -> list[Line]:
    """A line for each row of the form."""
    return [_row(str(place), row) for place, row in enumerate(plan.rows)]


def warning_lines(plan: IntakePlan) -> list[Line]:
    """A line for each warning, those about what cannot be read first of their row."""
    return [
        Line(str(place), (one.place, _field(one), one.sentence), tone="attention")
        for place, row in enumerate(plan.rows)
        for one in row.warnings
    ]


def meant(row: RowPlan) -> str:
    """Whom a row means: somebody on file, somebody new, or nobody."""
    if row.entry.is_refused:
        return "–"
    known = next((one.name for one in row.candidates if one.person_id == row.person_id), "")
    return known or _("Somebody new")


def _row(row_id: str, row: RowPlan) -> Line:
    count = len(row.warnings)
    said = ngettext("{count} warning", "{count} warnings", count).format(count=count) if count else ""
    happens = " · ".join(part for part in (_(_ACTIONS[row.action]), said) if part)
    values = row.entry.answers
    name = " ".join(values[key].text for key in ("given_name", "family_name") if key in values)
    tone: Tone = "attention" if count and row.action != "refused" else _TONES[row.action]
    return Line(row_id, (row.entry.place, visible(name), meant(row), _post(row), happens), tone=tone)


def _post(row: RowPlan) -> str:
    """The title of the post, and the function that is proposed for it."""
    post = row.post
    if not post.is_new:
        return _("as on file") if post.post_id else ""
    function = _(FUNCTIONS[post.function]) if post.function else _("no function found")
    return _("{title} ({function})").format(title=visible(post.title), function=function)


def _field(one: CellWarning) -> str:
    return column(one.key).title() if one.key else ""
