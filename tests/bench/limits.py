"""How the time of work that meets large things grows: at a size, at twice the size, and the ratio of the two.

    python -m tests.bench.limits [WORD...]      only the cases whose name holds one of the words

Times are those of the processor. A ratio near 2 is linear growth, one near 4 is quadratic.
"""

import base64
import random
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import xlsxwriter

from dipdesk.actions import twins
from dipdesk.exchange.reading import read_table
from dipdesk.i18n import speaking
from dipdesk.papers import making, pdf
from dipdesk.papers.blocks import Column, Document, Paragraph, Row, Table
from dipdesk.papers.ceremony.seat_names import Box, Stand, names_of
from dipdesk.progress import Progress
from dipdesk.rules.letters import findings

Work = Callable[[], object]
Case = Callable[[int, Path], Work]
PNG = b"\x89PNG\r\n\x1a\n"


def compared_people(size: int, _folder: Path) -> Work:
    chance = random.Random(7)
    syllables = [a + b for a in "bcdfghklmnprstvyz" for b in "aeiou"]

    def name() -> str:
        return " ".join("".join(chance.choices(syllables, k=3)) for _word in range(2))

    names = [name() for _person in range(size)]
    known = [twins.Traits(str(number), (one,), (one,)) for number, one in enumerate(names)]
    return lambda: twins.pairs(known)


def seat_names(size: int, _folder: Path) -> Work:
    people = [
        ("Katharina", "Musterfrau"),
        ("Maximilian Alexander", "von Freudenberg"),
        ("İpek Işıl", "Şablon"),
    ]
    stands = [
        Stand(number % 25 * 26.0, number // 25 * 34.0, 8.0, (0, -1), *people[number % 3])
        for number in range(size)
    ]
    taken = [Box(one.x - 8, one.y - 8, one.x + 8, one.y + 8) for one in stands]
    return lambda: names_of(stands, taken)


def long_table(size: int) -> Document:
    columns = tuple(Column(name) for name in ("No", "Ad", "Görev", "Şehir", "Tarih"))
    rows = tuple(Row((str(number), "Ayşe Gül", "Başkan", "Balıkesir", "2027")) for number in range(size))
    return Document("Liste", (Table(columns, rows),))


def docx_table(size: int, folder: Path) -> Work:
    document = long_table(size)
    return lambda: making.write_document(document, "docx", folder / "table.docx")


def pdf_table(size: int, _folder: Path) -> Work:
    document = long_table(size)
    return lambda: pdf.write(document, BytesIO(), Progress())


def pdf_long_note(size: int, _folder: Path) -> Work:
    document = Document("Not", (Paragraph("Ş" * size), Paragraph("Toplantı notu. " * size)))
    return lambda: pdf.write(document, BytesIO(), Progress())


def letter_placeholders(size: int, _folder: Path) -> Work:
    text = "".join(f"{{{number:x}}}" for number in range(size))
    known = [f"visit.partner.name{number}" for number in range(60)]
    return lambda: findings(text, known, "tr")


def vcard_picture(size: int, folder: Path) -> Work:
    picture = base64.b64encode(PNG + b"\0" * size)
    folds = b"\r\n ".join(picture[at : at + 74] for at in range(0, len(picture), 74))
    path = folder / "card.vcf"
    path.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:A;B\r\nPHOTO;ENCODING=b;TYPE=PNG:" + folds + b"\r\nEND:VCARD\r\n"
    )
    return lambda: read_table(path)


def csv_rows(size: int, folder: Path) -> Work:
    path = folder / "rows.csv"
    path.write_text("Ad;Ülke\n" + "Iğdır;Türkiye\n" * size, encoding="utf-8")
    return lambda: read_table(path)


def xlsx_rows(size: int, folder: Path) -> Work:
    path = folder / "rows.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number in range(size):
            sheet.write_row(number, 0, ("Iğdır", "Türkiye", number))
    return lambda: read_table(path)


CASES: tuple[tuple[Case, int], ...] = (
    (compared_people, 10_000),
    (seat_names, 250),
    (docx_table, 2_500),
    (pdf_table, 2_500),
    (pdf_long_note, 10_000),
    (letter_placeholders, 8_000),
    (vcard_picture, 2_500_000),
    (csv_rows, 50_000),
    (xlsx_rows, 20_000),
)


def seconds(work: Work) -> float:
    """How long the work keeps the processor busy."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    wanted = [
        (case, size) for case, size in CASES if any(word in case.__name__ for word in sys.argv[1:] or "_")
    ]
    print(f"{'case':<20} {'n':>9} {'s at n':>8} {'s at 2n':>8} {'ratio':>6}")
    with speaking("tr"):
        for case, size in wanted:
            case(max(size // 50, 1), folder)()  # what is loaded once is loaded
            once, twice = (seconds(case(count, folder)) for count in (size, 2 * size))
            print(f"{case.__name__:<20} {size:>9,} {once:>8.2f} {twice:>8.2f} {twice / once:>6.1f}")


if __name__ == "__main__":
    main()
