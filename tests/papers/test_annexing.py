"""Pages of other PDFs inside our papers."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.model import Attachment
from dipdesk.papers import annexing, pdf, text
from dipdesk.papers.annexing import Placed
from dipdesk.papers.blocks import Annex, Document
from dipdesk.papers.brief import BriefOptions
from dipdesk.progress import Progress
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief
from tests.papers.samples import made


def foreign(
    pages: int = 1, turned: int = 0, crop: tuple[int, int, int, int] | None = None, password: str = ""
) -> bytes:
    """A PDF of somebody else: a frame, words in a corner and in the middle."""
    file = BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=(300, 400), encrypt=lock)
    for number in range(1, pages + 1):
        canvas.rect(5, 5, 290, 390)
        canvas.drawString(20, 370, f"FOREIGN {number}")
        canvas.rect(120, 180, 60, 40, fill=1)
        canvas.showPage()
    canvas.save()
    if not turned and crop is None:
        return file.getvalue()
    with pypdfium2.PdfDocument(file.getvalue()) as opened:
        opened[0].set_rotation(turned)
        if crop:
            opened[0].set_cropbox(*crop)
        changed = BytesIO()
        opened.save(changed)
    return changed.getvalue()


def drawn(content: bytes, number: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(content) as opened:
        return opened[number].render(scale=1, grayscale=True).to_pil()


@pytest.mark.parametrize("crop", [None, (50, 100, 280, 390)])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_looks_as_it_did(turned: int, crop: tuple[int, int, int, int] | None) -> None:
    content = foreign(turned=turned, crop=crop)
    ((across, down),) = annexing.sizes(content)
    blank = BytesIO()
    canvas = Canvas(blank, pagesize=(across, down))
    canvas.showPage()
    canvas.save()
    shown = annexing.merged(blank.getvalue(), [Placed(1, content, 0, 0.0, 0.0, across, down)])
    difference = ImageChops.difference(drawn(content), drawn(shown))
    assert ImageStat.Stat(difference).mean[0] < 2
    assert ImageStat.Stat(drawn(shown)).mean[0] < 253


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "damaged"), (b"%PDF-1.4\nnonsense", "damaged"), (foreign(password="secret"), "locked")],
    ids=["empty", "nonsense", "locked"],
)
def test_what_cannot_be_shown_says_why(content: bytes, word: str) -> None:
    with pytest.raises(Known, match=word):
        annexing.sizes(content)


def test_too_many_pages_are_said() -> None:
    with pytest.raises(Known, match=f"{annexing.MOST_PAGES + 1} pages"):
        annexing.sizes(foreign(annexing.MOST_PAGES + 1))


def attach(
    office: OfficeFile,
    name: str,
    content: bytes,
    subject: str = f"visit/{sample.VISIT}",
    privacy: str = "personal",
    annexed: bool = True,
) -> None:
    with office.change("attach") as session:
        kept = blobs.put(session.connection(), content, "")
        session.add(Attachment(name=name, content=kept, subject=subject, privacy=privacy, annexed=annexed))


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def full(sample_office: OfficeFile) -> OfficeFile:
    """The sample office with files of all sorts at its visit."""
    attach(sample_office, "a-protocol.pdf", foreign(3))
    attach(sample_office, "b-broken.pdf", b"%PDF-1.4 broken")
    attach(sample_office, "c-locked.pdf", foreign(password="secret"))
    attach(sample_office, "d-picture.png", picture())
    attach(sample_office, "e-wide.pdf", foreign(1, 90))
    return sample_office


ONLY = BriefOptions(
    contents=True,
    **dict.fromkeys(("programme", "delegations", "biographies", "relation", "background", "map"), False),
)


def written(document: Document) -> tuple[pypdfium2.PdfDocument, pdf.PdfReport]:
    file = BytesIO()
    report = pdf.write(document, file, Progress())
    return pypdfium2.PdfDocument(file.getvalue()), report


def test_annexes_run_on_with_page_numbers_contents_and_outline(full: OfficeFile) -> None:
    opened, report = written(brief(full, options=ONLY))
    with opened:
        count = len(opened)
        words = [page.get_textpage().get_text_range() for page in opened]
        sizes = [opened.get_page_size(number) for number in range(count)]
        outline = {one.get_title(): one.get_dest().get_index() for one in opened.get_toc()}
    assert report.pages == count
    for number, said in enumerate(words[1:], 2):
        assert f"Page {number} of {count}" in said
    title = next(name for name in outline if name.endswith("a-protocol.pdf"))
    first = outline[title]
    assert [f"FOREIGN {number}" in words[first + number - 1] for number in (1, 2, 3)] == [True] * 3
    assert title in words[first]
    contents = next(said for said in words if said.startswith("Contents"))
    line = next(line for line in contents.splitlines() if line.startswith(title))
    assert str(first + 1) in contents[contents.index(line) :].split("Annex")[1]
    assert sizes[outline[next(name for name in outline if name.endswith("e-wide.pdf"))]][0] > 800
    assert {entry.title: entry.page - 1 for entry in report.outline}[title] == first


def test_what_is_damaged_or_locked_is_said_in_every_format(full: OfficeFile) -> None:
    said = text.write(brief(full, options=ONLY))
    for name in ("b-broken.pdf", "c-locked.pdf"):
        assert f"{name}: This PDF is damaged or locked with a password; its pages cannot be shown." in said
    assert "a-protocol.pdf · 3 pages" in said
    assert "d-picture.png" in said


@pytest.mark.parametrize("chosen", [{"public": True}, {"receiver": "partner"}])
def test_no_annex_leaves_the_office_unasked(full: OfficeFile, chosen: dict[str, object]) -> None:
    document = brief(full, options=BriefOptions(**chosen))
    assert "a-protocol" not in text.write(document)
    assert not [one for one in document.blocks if isinstance(one, Annex)]


@pytest.mark.parametrize(
    ("privacy", "chosen", "is_seen"),
    [
        ("open", {"public": True}, True),
        ("open", {"receiver": "partner"}, True),
        ("contact", {"receiver": "partner"}, True),
        ("contact", {"public": True}, False),
        ("personal", {"receiver": "partner"}, False),
        ("sensitive", {}, True),
        ("", {"receiver": "partner"}, False),
    ],
)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_an_annex_is_for_those_who_may_see_its_class(
    sample_office: OfficeFile, privacy: str, chosen: dict[str, object], is_seen: bool, language: str
) -> None:
    attach(sample_office, "Kanarya.pdf", foreign(2), privacy=privacy)
    document = brief(sample_office, (language,), options=BriefOptions(**chosen))
    assert ("Kanarya" in text.write(document)) is is_seen
    assert bool([one for one in document.blocks if isinstance(one, Annex)]) is is_seen


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_file_of_a_class_that_must_not_be_seen_is_in_no_other_paper_either(
    sample_office: OfficeFile, language: str
) -> None:
    partner = sample.story.record_id("partner", "beispielburg")
    attach(sample_office, "Kanarya.pdf", foreign(), f"partner/{partner}", "personal")

    def said(**chosen: object) -> str:
        return text.write(made(sample_office, "relation_file", "partner", (language,), **chosen))

    assert "Kanarya" in said(documents=True)
    assert "Kanarya" not in said(documents=True, public=True)


def test_a_new_file_is_listed_until_somebody_annexes_it(sample_office: OfficeFile) -> None:
    attach(sample_office, "new.pdf", foreign(2), annexed=False)
    document = brief(sample_office)
    assert "new.pdf" in text.write(document)
    assert not [one for one in document.blocks if isinstance(one, Annex)]
    with sample_office.change("annexed") as session:
        session.query(Attachment).filter_by(name="new.pdf").one().annexed = True
    assert [len(one.sizes) for one in brief(sample_office).blocks if isinstance(one, Annex)] == [2]


def test_annexes_are_only_listed_if_that_is_chosen(full: OfficeFile) -> None:
    document = brief(full, options=BriefOptions(annexed=""))
    assert "a-protocol.pdf" in text.write(document)
    assert not [one for one in document.blocks if isinstance(one, Annex)]


def test_files_of_agreements_come_when_they_are_chosen(sample_office: OfficeFile) -> None:
    agreement = sample.story.record_id("agreement", "sister_city")
    attach(sample_office, "agreement.pdf", foreign(2), f"agreement/{agreement}")
    shown = {
        chosen: [
            one
            for one in brief(sample_office, options=BriefOptions(annexed=chosen)).blocks
            if isinstance(one, Annex)
        ]
        for chosen in ("visit", "all")
    }
    assert not shown["visit"]
    assert [len(one.sizes) for one in shown["all"]] == [2]


def test_two_languages_have_the_annexes_once(full: OfficeFile) -> None:
    document = brief(full, ("tr", "en"), options=ONLY)
    assert len([one for one in document.blocks if isinstance(one, Annex)]) == 2


def test_a_hundred_pages_do_no_harm(sample_office: OfficeFile) -> None:
    attach(sample_office, "long.pdf", foreign(100))
    opened, report = written(brief(sample_office, options=ONLY))
    with opened:
        assert len(opened) == report.pages > 100
        assert "FOREIGN 100" in opened[report.pages - 1].get_textpage().get_text_range()
