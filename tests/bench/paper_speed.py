"""How fast papers are made, beside plain platypus and LibreOffice in the same run, and what memory it takes.

Run as ``python -m tests.bench.paper_speed [ROUNDS]``. All times are those of the processor, so that a busy
computer does not matter. Three tables: a brief of about forty pages with thirty photos, LibreOffice from our
own DOCX of it, with its start and with that of an empty document taken off; the first page of a preview after
a change on the sample office, where building counts apart since it runs where the window is drawn; and the
largest memory of a process that writes a brief of four hundred pages.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2

from dipdesk.exchange import sample
from dipdesk.model import Person
from dipdesk.papers import docx, pdf
from dipdesk.papers.blocks import Document, Paragraph
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile
from tests.bench.brief_speed import ours, platypus
from tests.papers.briefs import brief

GOALS = {"platypus": 0.8, "LibreOffice": 5.0, "preview": 300, "building": 100, "memory": 300}
_MEMORY = "memory"


def spent() -> float:
    """The seconds of the processor that this process and those it waited for have taken."""
    return sum(os.times()[:4])


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """The seconds that some work took, and the number of pages it made."""
    start = spent()
    pages = work()
    return spent() - start, pages


def converted(name: str, folder: Path) -> int:
    """The pages of the PDF that LibreOffice makes of a Word document."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", "pdf", name]
    subprocess.run(order, cwd=folder, check=True, capture_output=True, timeout=300)
    with pypdfium2.PdfDocument(folder / Path(name).with_suffix(".pdf")) as file:
        return len(file)


def writers(rounds: int, folder: Path) -> None:
    """The table of the writers."""
    document = ours()
    work: dict[str, Callable[[], int]] = {
        "dipdesk": lambda: pdf.write(document, BytesIO(), Progress()).pages,
        "platypus": lambda: platypus(BytesIO()),
    }
    start_up = 0.0
    if shutil.which("soffice"):
        docx.write(document, folder / "brief.docx", Progress())
        docx.write(Document("x", (Paragraph("x"),)), folder / "empty.docx", Progress())
        converted("empty.docx", folder)
        start_up = timed(lambda: converted("empty.docx", folder))[0]
        work["LibreOffice"] = lambda: converted("brief.docx", folder)
    speeds: dict[str, list[float]] = {name: [] for name in work}
    for round_ in range(rounds + 1):
        for name, one in work.items():
            seconds, pages = timed(one)
            if round_:
                speeds[name].append(pages / seconds)
                if name == "LibreOffice":
                    speeds.setdefault("its start off", []).append(pages / (seconds - start_up))
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    print(f"{'writer':<14}{'pages/s':>9}{'we are':>9}{'goal':>7}")
    for name, speed in medians.items():
        print(f"{name:<14}{speed:>9.1f}{medians['dipdesk'] / speed:>8.2f}×{GOALS.get(name, ''):>7}")


def _steps(office: OfficeFile) -> tuple[float, float, float]:
    """The seconds for building, setting and drawing the first page; it is read back as the window does."""
    first = spent()
    document = brief(office, ("tr",))
    second = spent()
    file = BytesIO()
    pdf.write(document, file, Progress())
    third = spent()
    with pypdfium2.PdfDocument(file.getvalue()) as opened:
        opened[0].render(scale=1.5).to_pil()
    return second - first, third - second, spent() - third


def preview(rounds: int, office: OfficeFile) -> None:
    """The table of the first page after a change."""
    taken: list[tuple[float, float, float]] = []
    for round_ in range(5 * rounds + 2):
        with office.change("a change") as session:
            session.query(Person).order_by(Person.id).limit(1).one().family_name = f"Örnek {round_}"
        taken.append(_steps(office))
    building, setting, picture = (1000 * statistics.median(step) for step in zip(*taken[2:], strict=True))
    print("\nfirst page of the preview of the sample's brief after a change")
    print(f"{'building':<14}{building:>6.0f} ms{GOALS['building']:>7}")
    print(f"{'setting':<14}{setting:>6.0f} ms")
    print(f"{'picture':<14}{picture:>6.0f} ms")
    print(f"{'all':<14}{building + setting + picture:>6.0f} ms{GOALS['preview']:>7}")


def memory() -> None:
    """Write four hundred pages and print the largest memory of this process in MB."""
    document = ours()
    whole = Document(document.title, document.blocks * 9, version="1")
    pages = pdf.write(whole, BytesIO(), Progress()).pages
    print(f"{pages} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


def main(rounds: int) -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        writers(rounds, Path(home))
        with sample.create(Path(home) / "sample.dipdesk") as office:
            preview(rounds, office)
    order = [sys.executable, "-m", "tests.bench.paper_speed", _MEMORY]
    pages, most = subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()
    print(f"\nmemory of {pages} pages: {most} MB, goal {GOALS['memory']}")


if __name__ == "__main__":
    if sys.argv[1:] == [_MEMORY]:
        memory()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
