"""What is sensitive stands on no paper unless somebody chose it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from dipdesk.i18n import LANGUAGES, format_date, speaking
from dipdesk.model import DelegationMember, Privacy, entities, fields
from dipdesk.model.kinds import Day, Text
from dipdesk.papers import text
from dipdesk.store.office_file import OfficeFile
from tests.papers.offices import only_read
from tests.papers.samples import CASES, made

CANARY = "kanaryakafesi"
DAY = date(2031, 7, 19)
ANONYMOUS = {("kitchen_list", "visit"): "meals"}
"""Papers that count something sensitive without saying whose it is."""


@pytest.fixture(scope="module")
def marked(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with a mark in every sensitive field of every record."""
    target = tmp_path_factory.mktemp("marked") / "marked.dipdesk"
    with only_read(sample_path, target, _mark) as office:
        yield office


def _mark(session: Session) -> None:
    for kind in entities():
        secret = [one for one in fields(kind) if one.privacy is Privacy.SENSITIVE]
        for record in session.query(kind) if secret else ():
            for one in secret:
                if isinstance(one.kind, Text):
                    setattr(record, one.name, f"{CANARY}{one.name}"[: one.kind.most])
                elif isinstance(one.kind, Day):
                    setattr(record, one.name, DAY)


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_papers_leave_out_what_is_sensitive(marked: OfficeFile, case: tuple[str, str]) -> None:
    for code in LANGUAGES:
        said = text.write(made(marked, *case, (code,)))
        allowed = f"{CANARY}{ANONYMOUS.get(case, '-')}"
        assert CANARY not in said.replace(allowed, "")
        with speaking(code):
            assert not [form for form in ("long", "medium", "short") if format_date(DAY, form) in said]


def test_the_kitchen_learns_what_but_not_whose(marked: OfficeFile) -> None:
    said = text.write(made(marked, "kitchen_list", "visit", ("en",)))
    assert f"× {CANARY}meals" in said
    with marked.read() as session:
        names = [one.title() for one in session.query(DelegationMember)]
    assert names
    assert not [name for name in names if name in said]
    named = text.write(made(marked, "kitchen_list", "visit", ("en",), named=True))
    assert f"Dr. Katharina MUSTERFRAU: {CANARY}meals" in named


def test_needs_go_to_the_hotel_when_chosen(marked: OfficeFile) -> None:
    said = text.write(made(marked, "rooming_list", "visit", ("en",), needs=True))
    assert f"{CANARY}needs" in said
    assert f"{CANARY}meals" not in said
