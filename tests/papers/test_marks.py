"""What marks a paper: its time and that of its ceremony stand there with the month in full."""

from datetime import UTC, datetime

import pytest

from dipdesk.i18n import speaking
from dipdesk.papers import text
from dipdesk.papers.marks import moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.samples import made


@pytest.mark.parametrize(("code", "said"), [("tr", "9 Ağustos 2027 07:05"), ("en", "9 August 2027 07:05")])
def test_months_are_written_in_full(code: str, said: str) -> None:
    with speaking(code):
        assert moment(datetime(2027, 8, 9, 7, 5, tzinfo=UTC)) == said


@pytest.mark.parametrize("name", ["precedence_list", "seating_plan", "running_order", "hitap_card"])
def test_the_head_of_a_paper_says_the_month_in_full(read_office: OfficeFile, name: str) -> None:
    words = text.write(made(read_office, name, "ceremony", ("tr",)))
    assert "13 Mayıs 2027 17:15" in words
    assert "10 Mayıs 2027 09:30" in words
    assert "May 2027" not in words
