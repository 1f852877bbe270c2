"""Pictures of the dialogs that import a list and find doubles."""

from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from PySide6.QtWidgets import QWidget

from dipdesk.gui.doubles.dialog import DoublesDialog
from dipdesk.gui.importing.dialog import ImportDialog
from dipdesk.gui.jobs import Jobs
from dipdesk.model import Agreement, Note, Partner, Person, Record
from tests.screens.stage import Screen, Stage

_SIZE = (1080, 680)
_SETTLED = 900
_DATA = Path(__file__).parents[1] / "data"
_TABLE = {
    "columns": [{"header": name} for name in ("Kardeş Şehir", "Ülke", "Meclis Karar Tarihi", "İmza Tarihi")],
    "data": [["Üsküp", "Kuzey Makedonya", "2015", "05.03.2016"]],
}
_CARDS = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Müller;Jürgen;;Dr.;\nORG:Stadt Beispielburg;Amt\nTITLE:Referent\n"
    "TEL;TYPE=WORK:+49 000 1\nTEL;TYPE=CELL:+49 000 2\nEMAIL:j@beispielburg.example\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nFN:Ayşe Çelik\nORG:Yeni Belediyesi\nGENDER:F\nLANG:tr\nEND:VCARD\n"
    "BEGIN:VCARD\nKIND:org\nFN:Örnek Derneği\nEND:VCARD\n"
)
_PEOPLE = (
    "Ad;Soyad;E-posta;Telefon;Bildiği diller;Doğum tarihi;Boş\n"
    "Ayşe;Yılmaz;ayse@ornek.bel.tr;+90 266 123 45 67;Türkçe, Almanca;1970;\n"
    "Mehmet;;mehmet@ornek.bel.tr;0266 123;Klingonca;31.02.1980;x\n"
    "Ad\u202efdp;<b>Kaya</b>;kaya@ornek.bel.tr;12;Türkçe;1981-05;\n"
    "Zeynep;Şahin;zeynep@;;İngilizce;1990;\n"
)


def _dialog(stage: Stage, path: Path | None) -> QWidget:
    behind = QWidget()
    dialog = ImportDialog(stage.empty, path, stage.settings, Jobs(behind))
    dialog.behind = behind  # type: ignore[attr-defined]
    return dialog


def _refused(stage: Stage) -> QWidget:
    path = stage.folder / "kişiler.csv"
    path.write_text(_PEOPLE, encoding="utf-8")
    return _dialog(stage, path)


def _broken(stage: Stage) -> QWidget:
    path = stage.folder / "bozuk.csv"
    path.write_text('a,b\n1,"x\n', encoding="utf-8")
    return _dialog(stage, path)


def _workbook(stage: Stage) -> QWidget:
    path = stage.folder / "cekmekoy_kardes_sehirler.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Liste").add_table(0, 0, 1, 3, _TABLE)
        book.add_worksheet("Notlar")
    return _dialog(stage, path)


def _contacts(stage: Stage) -> QWidget:
    path = stage.folder / "kişiler.vcf"
    path.write_text(_CARDS, encoding="utf-8")
    return _dialog(stage, path)


def _doubles(stage: Stage) -> QWidget:
    with stage.empty.change("Partners") as session:
        if not session.query(Partner).count():
            session.add_all(_partners())
    behind = QWidget()
    dialog = DoublesDialog(stage.empty, Partner, stage.settings, Jobs(behind))
    dialog.behind = behind  # type: ignore[attr-defined]
    return dialog


def _no_doubles(stage: Stage) -> QWidget:
    behind = QWidget()
    dialog = DoublesDialog(stage.office, Person, stage.settings, Jobs(behind))
    dialog.behind = behind  # type: ignore[attr-defined]
    return dialog


def _partners() -> Iterator[Record]:
    long = "Uluslararası Kardeş Belediyeler ve Yerel Yönetimler Dayanışma ve İş Birliği Ağı"
    one = Partner(
        name_tr="Schwäbisch Hall", population=41_898, website="www.schwaebischhall.de", phone="+49 791 7510"
    )
    two = Partner(
        name_tr="SCHWÄBISCH HALL", name_en="Schwaebisch Hall", population=40_440,
        website="schwaebischhall.de",
        note_tr="Kocher ırmağı kıyısında, tuz ticaretiyle büyümüş eski bir imparatorluk şehri. " * 3,
    )  # fmt: skip
    yield from (one, two, Partner(name_tr="İştip"), Partner(name_tr="Istip", name_en="Štip <b>&"))
    yield from (Partner(name_tr=long), Partner(name_tr=f"{long} Birliği", abbreviation="UKB"))
    yield from (Agreement(partner_id=one.id), Note(headline="N", subject=f"partner/{one.id}"))


SCREENS = [
    Screen("import-workbook", _workbook, _SIZE, _SETTLED, True),
    Screen("import-contacts", _contacts, _SIZE, _SETTLED),
    Screen("dialog-doubles", _doubles, (1080, 640), _SETTLED, True),
    Screen("dialog-doubles-none", _no_doubles, (1080, 640), _SETTLED),
    Screen(
        "import", lambda stage: _dialog(stage, _DATA / "sister_cities_published.csv"), _SIZE, _SETTLED, True
    ),
    Screen("import-refused", _refused, _SIZE, _SETTLED, True),
    Screen("import-empty", lambda stage: _dialog(stage, None), _SIZE, large_text=True),
    Screen("import-broken", _broken, _SIZE, _SETTLED),
]
