"""How long 1,000 badges take, against a bare reportlab canvas that draws the same texts and pictures.

``python -m tests.bench.badges [BADGES]`` prints a table of one run with the ratios: badges on sheets as
they are usually printed, with names that must be made smaller, and with QR codes (where the bare loop draws
a code of its own with reportlab's QR widget for as many badges as there are different people).
"""

import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dipdesk.papers import pdf
from dipdesk.papers.blocks import Document
from dipdesk.papers.cards.bearer import Bearer, card, on_sheets
from dipdesk.papers.cards.vcard import Contact, vcard
from dipdesk.papers.flags import flag_picture
from dipdesk.papers.pdf import qr
from dipdesk.papers.pdf.fonts import base_font
from dipdesk.papers.style import MILLIMETRE
from dipdesk.progress import Progress
from dipdesk.rules.card_layouts import Layout, shipped_layout
from dipdesk.rules.label_sheets import LabelSheet, label_sheet

_ROUNDS = 3
_CODES = 40
"""Different codes: what a code costs is measured on these, not a thousand times."""
_SHORT, _LONG = "İpek ŞABLON", "Prof. Dr. Müjde Işıl Nurhayat ŞABLONOĞLU-MÜSTEŞAROĞULLARI"


def people(number: int, name: str) -> list[dict[str, str]]:
    """What the badges say; all differ, as do as many codes as are measured."""
    return [
        {
            "name": f"{name} {one}",
            "title": f"Belediye Başkan Yardımcısı {one}",
            "body": "Örnekkent Belediyesi",
            "event": "Beispielburg heyetinin ziyareti",
            "code": vcard(Contact(f"ŞABLON {one % _CODES}", "İpek", "Dr.", "Rektör", "Örnekkent")),
        }
        for one in range(number)
    ]


def ours(line: list[dict[str, str]], layout: Layout, sheet: LabelSheet, target: Path) -> float:
    """Seconds for the badges as dipdesk makes them, from the words to the file."""
    qr.rows.cache_clear()
    started = time.perf_counter()
    cards = tuple(
        card(layout, Bearer(lambda kind, one=one: one.get(kind, ""), "DE", one["code"]), None, "tr")  # type: ignore[misc]
        for one in line
    )
    pdf.write(Document("Badges", (on_sheets(cards, sheet),)), target, Progress())
    return time.perf_counter() - started


def bare(line: list[dict[str, str]], layout: Layout, sheet: LabelSheet, target: Path) -> float:
    """Seconds for a plain loop over a canvas with the same texts, flag, line and code."""
    picture = flag_picture("DE")
    assert picture is not None
    started = time.perf_counter()
    canvas = Canvas(str(target))
    image, codes = ImageReader(BytesIO(picture)), dict[str, Drawing]()
    for number, one in enumerate(line):
        place = number % len(sheet.places)
        if number and place == 0:
            canvas.showPage()
        left, top = sheet.places[place]
        for element in layout.elements:
            x = (left + element.x) * MILLIMETRE
            y = (sheet.page_height - top - element.y - element.height) * MILLIMETRE
            wide, high = element.width * MILLIMETRE, element.height * MILLIMETRE
            if element.kind == "flag":
                canvas.drawImage(image, x, y, wide, high)
            elif element.kind == "line":
                canvas.line(x, y + high / 2, x + wide, y + high / 2)
            elif element.kind == "qr":
                renderPDF.draw(_code(codes, one["code"], wide), canvas, x, y)
            elif element.kind in one:
                canvas.setFont(base_font(), element.size)
                canvas.drawCentredString(x + wide / 2, y + high / 2, one[element.kind])
    canvas.save()
    return time.perf_counter() - started


def _code(codes: dict[str, Drawing], text: str, side: float) -> Drawing:
    """reportlab's QR widget, made once for each text as ours is."""
    if text not in codes:
        codes[text] = Drawing(side, side)
        codes[text].add(QrCodeWidget(text, barWidth=side, barHeight=side))
    return codes[text]


def best(measure: Callable[[], float]) -> float:
    """The least of a few rounds, in seconds."""
    return min(measure() for _round in range(_ROUNDS))


def main(number: int) -> None:
    """Measure and print."""
    cases = (
        ("badges", "badge", _SHORT, number),
        ("badges, long names", "badge", _LONG, number),
        ("badges in two languages", "badge_bilingual", _SHORT, number),
        ("badges with QR codes", "badge_qr", _SHORT, _CODES),
    )
    print(f"{'what':<26}{'badges':>8}{'dipdesk s':>12}{'bare s':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for label, key, who, count in cases:
            layout = shipped_layout(key)
            sheet, line = label_sheet(layout.sheet), people(count, who)
            ours(line[:10], layout, sheet, folder / "warm.pdf")
            plain = best(lambda: bare(line, layout, sheet, folder / "bare.pdf"))  # noqa: B023 - called at once
            own = best(lambda: ours(line, layout, sheet, folder / "ours.pdf"))  # noqa: B023 - called at once
            print(f"{label:<26}{count:>8}{own:>12.2f}{plain:>10.2f}{own / plain:>8.1f}")
    print("goal: 3 times a bare canvas loop at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
