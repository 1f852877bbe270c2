"""The brief of the sample visit, word for word, in every language it can be had in."""

import pytest

from dipdesk.papers import text
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import LANGUAGES, brief, golden_file


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_the_sample_brief_reads_as_it_did(sample_office: OfficeFile, languages: tuple[str, ...]) -> None:
    written = text.write(brief(sample_office, languages))
    assert written == golden_file(languages).read_text(encoding="utf-8")
