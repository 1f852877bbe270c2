"""Joint projects, the partners who take part in them, and the calls that fund them."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.agreement import Agreement
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.hours import wrong_days
from dipdesk.model.kinds import Amount, Choice, Countries, Day, Link, Money, Text, WebAddress, Whole, Words
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow

CALL_STATES = {
    "watched": N_("Watched"),
    "applied": N_("Applied"),
    "passed": N_("Passed over"),
}
PROJECT_STATES = {
    "idea": N_("Idea"),
    "applied": N_("Applied"),
    "approved": N_("Approved"),
    "active": N_("Running"),
    "done": N_("Done"),
    "refused": N_("Refused"),
    "cancelled": N_("Cancelled"),
}
PROJECT_ROLES = {
    "lead": N_("Lead partner"),
    "partner": N_("Project partner"),
    "associate": N_("Associated partner"),
}
_WHO = N_("Who may take part")
_MONEY = N_("Budget")
_AIM = N_("Aim and results")


class FundingCall(Record):
    """A call for applications of a programme that funds joint projects."""

    __tablename__ = "funding_call"
    label = N_("Funding call"), N_("Funding calls")
    icon = "payment"
    columns = ("name_tr", "funder", "deadline", "state", "themes", "most")
    order_by = ("deadline",)

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=34)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=34)
    funder: Mapped[str] = field(
        Text(), N_("Programme"), hint=N_("Who funds, under which programme"), width=24
    )
    number: Mapped[str] = field(Text(most=60), N_("Call number"), copied=False)
    state: Mapped[str] = field(Choice(CALL_STATES), N_("State"), initial="watched", width=12, copied=False)
    deadline: Mapped[date | None] = field(Day(), N_("Apply by"), width=14)
    officer_id: Mapped[str | None] = field(Link("person"), N_("Responsible officer"))
    themes: Mapped[tuple[str, ...]] = field(Words(), N_("Themes"), width=24)
    countries: Mapped[tuple[str, ...]] = field(
        Countries(), N_("Countries that may take part"), group=_WHO, hint=N_("Left empty, all may"), width=30
    )
    countries_needed: Mapped[int | None] = field(
        Whole(least=1, most=99),
        N_("Countries needed"),
        group=_WHO,
        hint=N_("At least so many, with ours"),
        width=8,
    )
    most: Mapped[Money | None] = field(Amount(), N_("Most for one project"), group=_MONEY, width=14)
    own_share: Mapped[int | None] = field(
        Whole(most=100), N_("Our own share, per cent"), group=_MONEY, width=8
    )
    website: Mapped[str] = field(WebAddress(), N_("Website"))
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    officer: Mapped[Person | None] = follow(officer_id)

    def title(self) -> str:
        return best_text(self, "name", language())


class Project(Record):
    """What we do together with partners: who leads, from when to when, with whose money."""

    __tablename__ = "project"
    label = N_("Joint project"), N_("Joint projects")
    icon = "topic"
    columns = ("title_tr", "state", "starts", "ends", "lead_id", "budget")
    order_by = ("-starts",)

    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=36)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=36)
    number: Mapped[str] = field(Text(most=60), N_("Project number"), copied=False)
    state: Mapped[str] = field(Choice(PROJECT_STATES), N_("State"), initial="idea", width=12)
    starts: Mapped[date | None] = field(Day(), N_("First day"), together="days", width=16)
    ends: Mapped[date | None] = field(Day(), N_("Last day"), together="days", width=16)
    lead_id: Mapped[str | None] = field(
        Link("partner"), N_("Lead partner"), hint=N_("Left empty for our own office"), width=24
    )
    officer_id: Mapped[str | None] = field(Link("person"), N_("Responsible officer"))
    call_id: Mapped[str | None] = field(Link("funding_call"), N_("Funding call"), width=24)
    agreement_id: Mapped[str | None] = field(Link("agreement"), N_("Under the agreement"))
    themes: Mapped[tuple[str, ...]] = field(Words(), N_("Themes"), width=24)
    report_on: Mapped[date | None] = field(Day(), N_("Next report due"), copied=False)
    aim_tr: Mapped[str] = field(Text(long=True, tongue="tr"), N_("Aim in Turkish"), group=_AIM, listed=False)
    aim_en: Mapped[str] = field(Text(long=True, tongue="en"), N_("Aim in English"), group=_AIM, listed=False)
    results_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Results in Turkish"), group=_AIM, listed=False, copied=False
    )
    results_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Results in English"), group=_AIM, listed=False, copied=False
    )
    budget: Mapped[Money | None] = field(Amount(), N_("Budget of the project"), group=_MONEY, width=14)
    grant: Mapped[Money | None] = field(Amount(), N_("Grant"), group=_MONEY, width=14)
    own_part: Mapped[Money | None] = field(Amount(), N_("Our own part"), group=_MONEY, width=14)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_MONEY, listed=False)

    lead: Mapped[Partner | None] = follow(lead_id)
    officer: Mapped[Person | None] = follow(officer_id)
    call: Mapped[FundingCall | None] = follow(call_id)
    agreement: Mapped[Agreement | None] = follow(agreement_id)

    def title(self) -> str:
        return best_text(self, "title", language())

    def remarks(self) -> dict[str, str]:
        return wrong_days(self.starts, self.ends)


class ProjectPartner(Record):
    """A partner in a joint project, with its part of the money and the person to call."""

    __tablename__ = "project_partner"
    label = N_("Partner of a project"), N_("Partners of projects")
    icon = "partner"
    columns = ("project_id", "partner_id", "role", "part")

    project_id: Mapped[str | None] = field(
        Link("project", required=True, owner=True, names=True), N_("Joint project"), width=30
    )
    partner_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Partner"), width=24
    )
    role: Mapped[str] = field(Choice(PROJECT_ROLES), N_("Role"), initial="partner", width=18)
    part: Mapped[Money | None] = field(Amount(), N_("Part of the budget"), width=14)
    person_id: Mapped[str | None] = field(Link("person"), N_("Contact person"), privacy=Privacy.CONTACT)
    note: Mapped[str] = field(Text(most=500), N_("Note"), listed=False)

    project: Mapped[Project | None] = follow(project_id)
    partner: Mapped[Partner | None] = follow(partner_id)

    def title(self) -> str:
        return " · ".join(one.title() for one in (self.partner, self.project) if one is not None)
