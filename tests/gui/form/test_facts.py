"""What stands first on a record's page."""

from datetime import date, timedelta

import pytest

from dipdesk.actions import relation_health
from dipdesk.gui.form.facts import facts
from dipdesk.gui.form.story.health import _months
from dipdesk.model import Contact, Partner, Relation, Visit
from dipdesk.rules import clock
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def told(office: OfficeFile, *visits: tuple[int, str]) -> tuple[list[str], str]:
    """The labels of what is said of the visits of a partner, that begin in so many days, and the months."""
    partner = Partner(name_tr="Mostar")
    with office.change("Filled") as session:
        session.add(partner)
        session.flush()
        session.add_all(
            [Relation(partner_id=partner.id), Contact(headline="M", day=TODAY, partner_id=partner.id)]
        )
        for days, state in visits:
            starts = TODAY + timedelta(days=days)
            session.add(
                Visit(
                    title_tr="Z",
                    partner_id=partner.id,
                    state=state,
                    starts=starts,
                    ends=starts + timedelta(days=2),
                )
            )
    with office.read() as session:
        said = [one.label for one in facts(session.get_one(Partner, partner.id), session)]
        found = relation_health.of_partner(session, partner.id, TODAY)
        return said, _months(found.health)


NEVER = "Less than a month since the last contact · No visit has taken place yet"


@pytest.mark.parametrize(
    ("visits", "labels", "months"),
    [
        ([(10, "planned")], ["Next visit"], NEVER),
        ([(10, "cancelled"), (-10, "idea")], [], NEVER),
        ([(-1, "confirmed")], ["Visit under way"], "Less than a month since the last visit"),
        ([(0, "confirmed")], ["Visit under way"], "Less than a month since the last visit"),
        ([(-70, "done")], ["Last visit"], "2 months since the last visit"),
        ([(-70, "done"), (10, "planned")], ["Next visit"], "2 months since the last visit"),
    ],
)
def test_a_visit_to_come_and_none_on_file_are_never_said_at_once(
    office: OfficeFile, visits: list[tuple[int, str]], labels: list[str], months: str
) -> None:
    said, told_months = told(office, *visits)
    assert said == labels
    assert told_months.endswith(months)


@pytest.mark.parametrize(
    ("starts", "state", "label"),
    [
        (-10, "done", "Took place"),
        (-2, "confirmed", "Under way"),
        (-3, "confirmed", "Took place"),
        (0, "confirmed", "Begins today"),
        (4, "planned", "In 4 days"),
        (-10, "cancelled", "Planned for"),
        (10, "cancelled", "Planned for"),
        (-10, "idea", "Planned for"),
        (10, "idea", "In 10 days"),
    ],
)
def test_a_visit_says_how_far_off_it_is(office: OfficeFile, starts: int, state: str, label: str) -> None:
    first = TODAY + timedelta(days=starts)
    visit = Visit(title_tr="Z", state=state, starts=first, ends=first + timedelta(days=2))
    with office.change("Visit") as session:
        session.add(visit)
    with office.read() as session:
        assert facts(session.get_one(Visit, visit.id), session)[0].label == label
