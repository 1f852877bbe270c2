"""The shipped checklists of visits: complete in both languages, from sources, by days before and after."""

from datetime import date

import pytest

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model.visit import VISIT_KINDS
from dipdesk.rules.checklists import Checklist, Standing, checklist, checklist_keys, due, role, standing

FIRST, LAST = date(2027, 5, 12), date(2027, 5, 14)


def test_every_kind_of_visit_has_a_checklist() -> None:
    assert set(checklist_keys()) == set(VISIT_KINDS)


@pytest.mark.parametrize("key", checklist_keys())
def test_a_checklist_is_complete(key: str) -> None:
    found = checklist(key)
    assert found is not None
    assert found.source.date
    assert len({one.key for one in found.tasks}) == len(found.tasks) >= 6
    assert {one.who for one in found.tasks} == set(found.roles)
    for text in (found.name, *found.roles.values(), *(one.what for one in found.tasks)):
        assert dict(text.texts).keys() == set(LANGUAGES)
        assert all(text.said(code).strip() for code in LANGUAGES)
    for one in found.tasks:
        assert dict(one.source.wording.texts).keys() == set(LANGUAGES)
        assert -60 <= one.days <= 28
    assert [one.days for one in found.tasks] == sorted(one.days for one in found.tasks)


def test_the_lead_times_of_the_practice_are_kept() -> None:
    inbound, outbound = checklist("inbound"), checklist("outbound")
    assert inbound is not None
    assert outbound is not None
    days = {one.key: one.days for one in inbound.tasks}
    assert (days["request"], days["form"], days["file_final"], days["report"]) == (-60, -40, -3, 14)
    approval = next(one for one in outbound.tasks if one.key == "approval")
    assert approval.days == -21
    assert "2021/6" in approval.source.wording.said("en")
    assert next(one.days for one in outbound.tasks if one.key == "statement") == 28


def test_days_count_from_the_first_day_and_after_the_last() -> None:
    assert due(-60, FIRST, LAST) == date(2027, 3, 13)
    assert due(0, FIRST, LAST) == FIRST
    assert due(3, FIRST, LAST) == date(2027, 5, 17)
    assert due(3, FIRST, None) == date(2027, 5, 15)
    assert due(-3, None, LAST) is None
    assert due(999, date.max, None) is None


def test_a_role_is_known_by_the_origin_of_a_task() -> None:
    with speaking("en"):
        assert role("inbound.budget") == "Financial Services"
    with speaking("tr"):
        assert role("inbound.budget") == "Mali Hizmetler"
    assert role("dinner.menu") == role("inbound.nothing") == role("") == ""


def test_done_and_late_are_counted() -> None:
    rows = [(date(2027, 1, 1), None), (date(2027, 1, 1), FIRST), (FIRST, None), (None, None)]
    assert standing(rows, date(2027, 5, 12)) == Standing(4, 1, 1)
    assert standing([], FIRST) == Standing(0, 0, 0)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"task": ""}, "tasks[0].task"),
        ({"task": "a", "days": "soon"}, "tasks[0].days"),
        ({"task": "a", "days": True}, "tasks[0].days"),
        ({"task": "a", "days": 1, "who": "nobody"}, "tasks[0].who"),
        ({"task": "a", "days": 1, "who": "lead", "tag": "X"}, "tasks[0].tag"),
        ({"task": "a", "days": 1, "who": "lead", "tag": "D", "what": 5}, "tasks[0].what"),
    ],
)
def test_a_broken_checklist_says_where(row: dict[str, object], place: str) -> None:
    table = {"name": "X", "state": "unverified", "roles": {"lead": "Lead"}, "tasks": [row]}
    with pytest.raises(Invalid) as trouble:
        Checklist.read("x", table)
    assert trouble.value.place == place
