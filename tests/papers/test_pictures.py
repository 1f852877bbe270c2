"""Photos: kept as they are, upright, without hidden data; what is no picture is said, not raised."""

from io import BytesIO

import pytest
from PIL import Image

from dipdesk.papers import pictures
from dipdesk.papers.blocks import Card, Cards, Document, Photo, Picture
from dipdesk.papers.pdf.pictures import opened
from tests.papers.demo import photo
from tests.papers.reading import made, page_texts

PLACE = b"GPS 39.65 27.88"


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def with_hidden_data(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE.decode()
    return saved(Image.new("RGB", (40, 20), "teal"), "JPEG", exif=exif)


def test_a_jpeg_goes_into_the_file_as_it_is() -> None:
    jpeg = photo((100, 120, 140))
    assert pictures.without_hidden_data(jpeg) in made(Document("x", (Photo(Picture(jpeg)),)))[0]


@pytest.mark.parametrize("orientation", [1, 6])
def test_hidden_data_stay_out(orientation: int) -> None:
    jpeg = with_hidden_data(orientation)
    assert PLACE in jpeg
    assert PLACE not in made(Document("x", (Photo(Picture(jpeg)),)))[0]


def test_a_turned_photo_stands_upright() -> None:
    upright, turned = opened(with_hidden_data(1)), opened(with_hidden_data(6))
    assert upright is not None
    assert turned is not None
    assert (upright.getSize(), turned.getSize()) == ((40, 20), (20, 40))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_picture_is_taken(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    assert opened(saved(Image.new(mode, (8, 8)), kind)) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        photo((9, 9, 9))[:900],
        saved(Image.new("RGB", (400, 400)), "PNG")[:200],
        saved(Image.new("1", (9000, 9000)), "PNG"),
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ids=["empty", "text", "half a JPEG", "half a PNG", "too large", "SVG"],
)
def test_what_is_no_picture_is_said_on_paper_and_in_the_report(data: bytes) -> None:
    content, report = made(
        Document("x", (Photo(Picture(data, "Meydan")), Cards((Card("Ayşe", photo=Picture(data)),))))
    )
    assert report.unreadable == ("Meydan", "")
    assert "Meydan" in page_texts(content)[0]


def test_a_tall_picture_stays_on_its_page() -> None:
    tall = saved(Image.new("RGB", (10, 4000), "teal"), "PNG")
    assert made(Document("x", (Photo(Picture(tall), "Kule"),)))[1].pages == 1
