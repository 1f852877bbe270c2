"""How long the audit of all files of approval takes; two thirds of the agreements have three written steps.

python tests/bench/audit_speed.py [AGREEMENTS]
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import select

from dipdesk.actions import approval_file
from dipdesk.model import Agreement, ApprovalStep, Country, Partner
from dipdesk.rules.timing import PartialDate
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

AGREEMENTS = 1_500
_STEPS = ("committee_report", "application", "mfa_opinion")
_ROUNDS = 5


def fill(office: OfficeFile, amount: int) -> None:
    """So many partners abroad, each with an agreement that was signed."""
    day = PartialDate(2020, 1, 1)
    with office.change("Agreements") as session:
        there = session.scalars(select(Country.id).where(Country.code == "DE")).one()
        for number in range(amount):
            city = Partner(name_tr=f"Şehir {number}", country_id=there)
            one = Agreement(partner_id=city.id, signed_on=day, council_date=day, council_number=str(number))
            session.add_all([city, one])
            if number % 3:
                subject = f"agreement/{one.id}"
                session.add_all(ApprovalStep(subject=subject, step=step, day=day) for step in _STEPS)


def audit(office: OfficeFile) -> float:
    """Seconds of processor time for one audit."""
    start = time.process_time()
    with office.read() as session:
        approval_file.audit(session, date(2026, 11, 22))
    return time.process_time() - start


def main(amount: int) -> None:
    """Fill a file and print the best and the worst of several audits."""
    with (
        tempfile.TemporaryDirectory() as folder,
        opening.create(Path(folder) / "audit.dipdesk", "Örnek", "union") as office,
    ):
        fill(office, amount)
        times = [audit(office) for _round in range(_ROUNDS)]
    print(f"{amount} agreements: {min(times):.2f} to {max(times):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AGREEMENTS)
