"""What is asked about a form that can be read, and what is said of files that never were one."""

from pathlib import Path

import pytest

from dipdesk.errors import Invalid
from dipdesk.exchange.intake.plan import plan
from dipdesk.exchange.intake.reading import read_form
from dipdesk.store.office_file import OfficeFile
from tests.exchange.intake.forms import filled, visit


@pytest.mark.parametrize(
    ("arrival", "is_far"),
    [
        ("12.05.2027 11:20", False),
        ("6.5.2027 11:20", False),
        ("5/12/2027 11:20", True),
        ("12.05.2026 9", True),
    ],
)
def test_a_journey_far_from_the_visit_is_asked_about(
    office: OfficeFile, tmp_path: Path, arrival: str, is_far: bool
) -> None:
    eva = {"family_name": "Muster", "arrival_at": arrival}
    made = plan(office, read_form(filled(office, visit(office), tmp_path / "form.xlsx", [eva])))
    assert [one.said().startswith("P7: ") for one in made.warnings] == [True] * is_far
    assert all("far from the days of the visit" in one.said() for one in made.warnings)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kept under a password"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument file"),
    ],
    ids=["old or locked", "open document"],
)
def test_files_of_other_programs_are_refused_with_what_to_do(
    tmp_path: Path, raw: bytes, sentence: str
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(raw)
    with pytest.raises(Invalid, match=sentence):
        read_form(path)


def test_no_cell_is_told_twice_what_to_write(office: OfficeFile, tmp_path: Path) -> None:
    eva = {"family_name": "Muster", "passport_until": "never"}
    (warning,) = read_form(filled(office, visit(office), tmp_path / "form.xlsx", [eva])).warnings
    assert warning.said().count("Write it like") == 1
