"""The shipped rule on keeping personal data: it names real fields, every sensitive one, with its source."""

from datetime import date

import pytest

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES
from dipdesk.model import DelegationMember, Privacy, fields
from dipdesk.rules.retention import Retention, held, retention

LAST = date(2027, 5, 14)


def test_the_rule_names_every_sensitive_field_and_no_other_that_is_not_there() -> None:
    known = {one.name: one for one in fields(DelegationMember)}
    named = [name for one in retention().classes for name in one.fields]
    assert len(named) == len(set(named))
    assert set(named) <= set(known)
    private = {one.name for one in known.values() if one.privacy in (Privacy.SENSITIVE, Privacy.PERSONAL)}
    assert private <= set(named)
    assert private == {name for one in retention().classes if one.sensitive for name in one.fields}


def test_it_carries_source_date_and_both_languages() -> None:
    rule = retention()
    assert rule.source.date
    assert (rule.periodic_months, rule.log_months) == (6, 36)
    for text in (rule.name, rule.source.wording, *(one.name for one in rule.classes)):
        assert dict(text.texts).keys() == set(LANGUAGES)
    assert all(one.source.said() for one in rule.classes)


def test_what_is_due_when() -> None:
    found = {one.kind.key: one for one in held({"needs": 3, "contact": 2}, LAST)}
    assert found["needs"].due == date(2027, 6, 13)
    assert found["contact"].due == date(2029, 5, 14)
    assert not found["needs"].is_due(date(2027, 6, 12))
    assert found["needs"].is_due(date(2027, 6, 13))
    assert not found["passport"].is_due(date(2030, 1, 1))
    assert {one.due for one in held({}, None)} == {None}
    assert {one.due for one in held({}, date.max)} == {date.max}


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({}, "classes[0].class"),
        ({"class": "a"}, "classes[0].fields"),
        ({"class": "a", "fields": ["b"]}, "classes[0].tag"),
        ({"class": "a", "fields": ["b"], "tag": "D"}, "classes[0].days"),
        ({"class": "a", "fields": ["b"], "tag": "D", "days": -1}, "classes[0].days"),
        ({"class": "a", "fields": ["b"], "tag": "D", "days": "x"}, "classes[0].days"),
    ],
)
def test_a_broken_rule_says_where(row: dict[str, object], place: str) -> None:
    with pytest.raises(Invalid) as trouble:
        Retention.read({"state": "unverified", "classes": [row]})
    assert trouble.value.place == place
