"""What is late: still to be done though its day is over. The one place that says so of a record."""

from datetime import date

from dipdesk.model.membership import Payment
from dipdesk.model.record import Record
from dipdesk.model.talks import Commitment
from dipdesk.model.task import Task
from dipdesk.rules.reminders import urgency


def is_late(record: Record, today: date) -> bool:
    """Whether what a promise, a task or dues ask for is open, and due before ``today``."""
    if isinstance(record, Commitment):
        is_open = record.state == "open"
    elif isinstance(record, Task):
        is_open = record.done_on is None
    elif isinstance(record, Payment):
        is_open = record.paid_on is None
    else:
        return False
    return is_open and record.due is not None and urgency(record.due, today) == "late"
