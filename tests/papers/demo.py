"""A made-up visit with every kind of block, in two languages, for tests and for looking at."""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image, ImageDraw

from dipdesk.papers.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Circle,
    Column,
    Columns,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Grow,
    Heading,
    Ink,
    KeepTogether,
    Label,
    Line,
    Moment,
    PageBreak,
    Paragraph,
    Party,
    Photo,
    Picture,
    Polygon,
    Rect,
    Rgb,
    Row,
    Shape,
    Status,
    Table,
    Timeline,
    Tone,
)

Say = Callable[[str, str], str]
"""Picks the Turkish or the English wording."""

LONG_NAME = "Prof. Dr. Maximiliane-Theodora Gräfin von Hohenlohe-Waldenburg-Schillingsfürst zu Langenburg"


def photo(colour: tuple[int, int, int], size: tuple[int, int] = (360, 460)) -> bytes:
    """A JPEG that looks a little like a portrait."""
    image = Image.new("RGB", size, colour)
    drawn = ImageDraw.Draw(image)
    across, down = size
    drawn.ellipse((across * 0.3, down * 0.18, across * 0.7, down * 0.55), fill=(236, 214, 196))
    drawn.ellipse((across * 0.1, down * 0.6, across * 0.9, down * 1.4), fill=(52, 66, 82))
    made = BytesIO()
    image.save(made, "JPEG", quality=80)
    return made.getvalue()


def turkish_flag() -> Figure:
    """The flag of Türkiye, by the proportions of law 2893 (height 100)."""
    red, white = Rgb(227, 10, 23), Rgb(255, 255, 255)
    tips = [math.pi + number * math.tau * 2 / 5 for number in range(5)]
    star = tuple((82.08 + 12.5 * math.cos(tip), 50 + 12.5 * math.sin(tip)) for tip in tips)
    return Figure(
        150,
        100,
        (
            Rect(0, 0, 150, 100, red, None),
            Circle(50, 50, 25, white, None),
            Circle(56.25, 50, 20, red, None),
            Polygon(star, white, None),
        ),
    )


def german_flag() -> Figure:
    """The flag of Germany."""
    stripes = (Rgb(0, 0, 0), Rgb(221, 0, 0), Rgb(255, 206, 0))
    return Figure(
        150, 90, tuple(Rect(0, 30 * number, 150, 30, colour, None) for number, colour in enumerate(stripes))
    )


def seats() -> Figure:
    """A small table plan with names of every length."""
    names = ("Ahmet Yılmaz", LONG_NAME, "محمد بن سلمان", "王毅", "Αθηνά Παπαδοπούλου", "თამარ ბერიძე")
    shapes: list[Shape] = [Rect(90, 76, 280, 60, Ink.TINT, Ink.LINE, 0.5, 8)]
    for number, name in enumerate(names):
        x, y = 135 + 95 * (number % 3), 50 if number < 3 else 162
        host = number == 0
        shapes.append(Circle(x, y, 16, Ink.ACCENT if host else Ink.PAPER, Ink.ACCENT if host else Ink.MUTED))
        shapes.append(
            Label(x, y + 3, str(number + 1), 8.5, True, Align.CENTRE, Ink.PAPER if host else Ink.TEXT)
        )
        above = number < 3
        place = (x, y - 22 if above else y + 28)
        shapes.append(
            Label(*place, name, 8, align=Align.CENTRE, room=88, grow=Grow.UP if above else Grow.DOWN)
        )
    shapes.append(Line(90, 106, 370, 106, Ink.LINE, 0.5, dashed=True))
    return Figure(460, 205, tuple(shapes), "Oturma düzeni")


def cover(say: Say) -> Cover:
    return Cover(
        say("Schwäbisch Hall heyetinin ziyareti", "Visit of the delegation from Schwäbisch Hall"),
        office="Balıkesir Büyükşehir Belediyesi",
        subtitle=say("Protokol brifingi", "Protocol brief"),
        dates=say("12–14 Mayıs 2027", "12–14 May 2027"),
        parties=(
            Party(
                say("Ev sahibi", "Host"),
                "Balıkesir Büyükşehir Belediyesi",
                say("Türkiye", "Türkiye"),
                turkish_flag(),
            ),
            Party(
                say("Misafir", "Guest"),
                say("Schwäbisch Hall Belediyesi", "City of Schwäbisch Hall"),
                say("Almanya", "Germany"),
                german_flag(),
            ),
        ),
        facts=(
            Fact(say("Heyet başkanı", "Head of delegation"), LONG_NAME),
            Fact(
                say("Hazırlayan", "Prepared by"), say("Dış İlişkiler Müdürlüğü", "External Relations Office")
            ),
        ),
    )


def summary(say: Say) -> tuple[Block, ...]:
    return (
        Heading(say("Bir bakışta", "At a glance")),
        Paragraph(
            say(
                "Kardeş şehir ilişkisinin otuzuncu yılında üç günlük resmî ziyaret; protokol yenilenir.",
                "Three-day visit in the thirtieth year of the partnership; the agreement is renewed.",
            ),
            Tone.LEAD,
        ),
        Facts(
            (
                Fact(say("Amaç", "Purpose"), say("Protokolün yenilenmesi", "Renewal of the agreement")),
                Fact(say("Karşılama", "Welcome"), "Balıkesir Koca Seyit Havalimanı, 12.05.2027 09:30"),
                Fact(say("Tercüman", "Interpreter"), "Şule Çağlar-Öztürk, +90 532 000 00 00"),
            )
        ),
        Callout(
            Status.AMBER,
            say("Dikkat", "Attention"),
            say("Heyette iki vejetaryen vardır.", "Two members of the delegation are vegetarians."),
        ),
        Callout(Status.GREEN, say("Tamam", "Done"), say("Araçlar ayarlandı.", "Cars are arranged.")),
        Callout(Status.RED, say("Eksik", "Missing"), say("Konuşma metni yok.", "The speech is missing.")),
        Callout(Status.BLUE, say("Bilgi", "Note"), say("Cuma günü resmî tatil.", "Friday is a holiday.")),
        Paragraph(
            say(
                "Görüşmede ulaşım, kuraklık ve gençlik değişimi ele alınacaktır. Meclis kararı ve ilgili "
                "Bakanlık izni dosyadadır; imza töreninden önce iki dildeki metinler karşılaştırılmalıdır. "
                "Ziyaret boyunca heyete Dış İlişkiler Müdürlüğünden bir görevli eşlik eder.",
                "Talks cover transport, drought and youth exchange. The council's decision and the "
                "permission are on file; before the signing both versions have to be compared. A member "
                "of the External Relations Office accompanies the delegation throughout.",
            )
        ),
        Paragraph(say("Bu bölüm kişisel veri içerir.", "This section holds personal data."), Tone.MUTED),
        Paragraph(say("Basına verilmez.", "Not for the press."), Tone.WARNING),
    )


def people(say: Say) -> tuple[Block, ...]:
    address, languages = say("Hitap", "Address"), say("Diller", "Languages")
    return (
        Heading(say("Heyet", "Delegation")),
        Cards(
            (
                Card(
                    LONG_NAME,
                    say("Büyükşehir Belediye Başkanı", "Lord Mayor"),
                    say("Maksimilyane fon Hohenlohe", "mak-see-mee-lee-AH-neh fon HO-en-lo-eh"),
                    (
                        Fact(address, say("Sayın Başkanım", "Madam Mayor")),
                        Fact(languages, say("Almanca, İngilizce", "German, English")),
                    ),
                    Picture(photo((170, 188, 196)), "Portre"),
                    "1",
                    record="person/1",
                ),
                Card(
                    "محمد بن سلمان الطرابلسي",
                    say("Kültür danışmanı", "Adviser on culture"),
                    facts=(Fact(languages, say("Arapça, Fransızca", "Arabic, French")),),
                    photo=Picture(photo((196, 180, 160), (460, 360)), "Portre"),
                    number="2",
                    record="person/2",
                ),
                Card(
                    "王毅 Wang Yi", say("Yatırım uzmanı", "Investment officer"), number="3", record="person/3"
                ),
            )
        ),
        Heading(say("Tam liste", "Full list"), 2),
        Table(
            (
                Column(say("Sıra", "No."), 0.5, Align.RIGHT),
                Column(say("Ad soyad", "Name"), 2.4),
                Column(say("Görev", "Post"), 2.2),
                Column(say("Şehir", "City"), 1.4),
                Column(say("Nüfus", "Population"), 1, Align.RIGHT),
            ),
            (
                Row(("1", LONG_NAME, say("Başkan", "Mayor"), "Schwäbisch Hall", "41.898"), record="person/1"),
                Row(
                    ("2", "Тирасполь Иван Петрович", say("Başkan vekili", "Deputy mayor"), "Αθήνα", "643.452")
                ),
                Row(("3", "თამარ ბერიძე", say("Meclis üyesi", "Councillor"), "თბილისი", "1.201.769")),
                Row(("4", "Արամ Պետրոսյան", "", "Երևան", "1.092.800")),
                Row(("5", "محمد بن سلمان", say("Danışman", "Adviser"), "طرابلس", "1.150.989")),
                Row(("6", "דוד בן־גוריון", "", "ירושלים", "971.800")),
                Row(("7", "王毅", "市长", "北京市", "21.893.095")),
                Row(("8", "山田太郎 · 김철수", "", "東京都 · 서울특별시", "")),
                Row(("", say("Toplam", "Total"), "", "", "26.695.703"), strong=True),
            ),
        ),
        Paragraph(
            "تعد مدينة طرابلس من أقدم المدن على ساحل البحر الأبيض المتوسط، وقد وقعت اتفاقية توأمة مع بلدية "
            "Balıkesir عام 1997، ومنذ ذلك الحين تتبادل المدينتان الوفود الثقافية والشبابية كل سنتين."
        ),
        Paragraph(
            "北京市是中华人民共和国的首都、直辖市、国家中心城市和超大城市，也是国务院批复确定的中国政治中心、文化中心、"
            "国际交往中心、科技创新中心。（第一次访问：1998年）"
        ),
    )


def programme(say: Say) -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(say("Program", "Programme")),
        Heading(say("12 Mayıs 2027, Çarşamba", "Wednesday, 12 May 2027"), 2),
        Timeline(
            (
                Moment(
                    "09:30",
                    say("Havalimanında karşılama", "Welcome at the airport"),
                    "Koca Seyit Havalimanı",
                    say("Sorumlu: Ayşe Gül", "Responsible: Ayşe Gül"),
                    say("VIP çıkışında çiçek verilir.", "Flowers are given at the VIP exit."),
                    record="item/1",
                ),
                Moment(
                    "10:45–11:30",
                    say("Makam kabulü", "Courtesy call"),
                    say("Başkanlık makamı", "Mayor's office"),
                ),
                Moment(
                    "12:30",
                    say("Öğle yemeği", "Lunch"),
                    "Zağnos Paşa Konağı",
                    note=say(
                        "On dört kişilik masa; oturma düzeni ektedir. İki vejetaryen menü hazırlanır. "
                        "Konuşmalar tatlıdan önce yapılır, her biri üç dakikayı geçmez.",
                        "Table for fourteen; the seating plan is attached. Two vegetarian menus. "
                        "Speeches come before dessert and last no longer than three minutes each.",
                    ),
                ),
                Moment(
                    "15:00", say("İmza töreni", "Signing ceremony"), say("Meclis salonu", "Council chamber")
                ),
            )
        ),
        seats(),
        Heading(say("Görüşme notları", "Talking points")),
        KeepTogether(
            (
                Heading(say("Bizim konularımız", "Our subjects"), 3),
                Bullets(
                    (
                        say("Gençlik değişimi 2028'e kadar uzatılsın.", "Extend the youth exchange to 2028."),
                        say("Ortak kuraklık projesi.", "A joint project on drought."),
                    )
                ),
            )
        ),
        Columns(
            (
                (
                    Heading(say("Beklenen sorular", "Expected questions"), 3),
                    Bullets(
                        (
                            say("Bütçe ne zaman onaylanır?", "When is the budget approved?"),
                            say("Kim imzalar?", "Who signs?"),
                        ),
                        numbered=True,
                    ),
                ),
                (
                    Heading(say("Açılmayacak konular", "Not to be raised"), 3),
                    Paragraph(say("Seçim, dava.", "The election, the court case.")),
                ),
            )
        ),
        Heading(say("Fotoğraflar", "Photos"), 2),
        Photo(
            Picture(photo((150, 170, 150), (900, 420)), "Meydan"),
            say("Saat Kulesi meydanı, 1997", "Clock Tower square, 1997"),
            260,
        ),
        Heading(say("Ekler", "Annexes")),
        Table((Column(say("Belge", "Document")), Column(say("Tarih", "Date"))), ()),
    )


def document(language: str = "tr") -> Document:
    """The whole made-up brief in one language."""

    def say(turkish: str, english: str) -> str:
        return turkish if language == "tr" else english

    return Document(
        say("Schwäbisch Hall heyetinin ziyareti", "Visit of the delegation from Schwäbisch Hall"),
        (
            cover(say),
            Contents(say("İçindekiler", "Contents")),
            PageBreak(),
            *summary(say),
            *people(say),
            *programme(say),
        ),
        (language,),
        subject=say("Protokol brifingi", "Protocol brief"),
        author="Dış İlişkiler Müdürlüğü",
        classification=say("Hizmete özel", "Restricted"),
        version="3",
        made_at=datetime(2027, 5, 10, 14, 5, tzinfo=UTC),
    )
