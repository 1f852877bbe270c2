"""What laws and rules want done by a day: gifts received, and data of visits that are over.

As in :mod:`dipdesk.rules.reminders`, each function takes the values of one record and the day of today. The
sources stand in the rules asked, :mod:`dipdesk.rules.gifts` and :mod:`dipdesk.rules.retention`.
"""

from collections.abc import Iterator
from datetime import date

from dipdesk.i18n import _
from dipdesk.rules import gifts
from dipdesk.rules.gifts import GiftCase
from dipdesk.rules.gifts_limits import Limit
from dipdesk.rules.reminders import Reminder, reminder
from dipdesk.rules.retention import retention


def of_visit_data(last: date | None, cleared: date | None, today: date) -> Iterator[Reminder]:
    """Sensitive data of the members of a visit that is over: they are to be deleted, see the rule."""
    if last is None or cleared is not None or last >= today:
        return
    days = [one.due(last) for one in retention().classes if one.sensitive]
    if days:
        yield reminder("deletion", min(days), today, _("Needs and passports of this visit go by {day}."))


def of_gift(gift: GiftCase, limit: Limit | None, today: date) -> Iterator[Reminder]:
    """The terms of a gift received: handing in, valuation, and the list of January of last and this year."""
    for one in gifts.advice(gift, limit):
        if one.day is None:
            continue
        if one.duty == "hand_in":
            yield reminder("hand_in", one.day, today, _("Hand this gift to the institution by {day}."))
        elif one.duty == "valuation":
            yield reminder("valuation", one.day, today, _("Find out what this gift is worth by {day}."))
        elif one.duty == "january" and one.day.year >= today.year:
            yield reminder("january", one.day, today, _("This gift goes into the list due by {day}."))
