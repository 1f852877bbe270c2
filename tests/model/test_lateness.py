"""One rule says what is late."""

from datetime import date, timedelta

import pytest

from dipdesk.model import Commitment, Partner, Payment, Record, Task
from dipdesk.model.lateness import is_late

TODAY = date(2027, 3, 8)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("record", "late"),
    [
        (Commitment(state="open", due=YESTERDAY), True),
        (Commitment(state="open", due=TODAY), False),
        (Commitment(state="open"), False),
        (Commitment(state="done", due=YESTERDAY), False),
        (Commitment(state="dropped", due=YESTERDAY), False),
        (Task(due=YESTERDAY), True),
        (Task(due=YESTERDAY, done_on=TODAY), False),
        (Payment(due=YESTERDAY), True),
        (Payment(due=YESTERDAY, paid_on=TODAY), False),
        (Partner(), False),
    ],
)
def test_what_is_open_and_due_before_today_is_late(record: Record, late: bool) -> None:
    assert is_late(record, TODAY) is late
