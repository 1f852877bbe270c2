"""Every paper of the sample office, word for word, in every language it can be had in."""

import pytest

from dipdesk.papers import text
from tests.papers.briefs import LANGUAGES
from tests.papers.conftest import Composed
from tests.papers.samples import CASES, golden_file


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_a_paper_reads_as_it_did(
    composed: Composed, case: tuple[str, str], languages: tuple[str, ...]
) -> None:
    written = text.write(composed(*case, languages))
    assert written == golden_file(*case, languages).read_text(encoding="utf-8")
