"""All actions, once: menus, toolbar, palette, shortcuts and the list of shortcuts are made from this table.

Shortcuts use no key that needs AltGr on a Turkish Q or F keyboard.
"""

from dataclasses import dataclass

from dipdesk.gui.places import FOOT, PLACES
from dipdesk.i18n import N_

OFFICE = "office"
"""The condition that an office file is open."""


@dataclass(frozen=True)
class Action:
    """One thing that can be done.

    ``label`` is a source text; ``words`` are further Turkish and English words by which the palette finds
    it. ``needs`` are the conditions under which it can be done: ``office`` (a file is open), ``list``,
    ``record``, ``visit``, ``agreement``, ``undo``, ``redo``, ``back``, ``forward``, ``papered`` (a record
    that papers can be about), ``paper``. ``choice`` groups actions of which one is on.
    """

    id: str
    label: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    words: str = ""
    needs: tuple[str, ...] = ()
    choice: str = ""
    in_toolbar: bool = False
    starts_section: bool = False


MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("record", N_("&Record")),
    ("go", N_("&Go")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)
"""The menus from left to right; further entries of ``go`` are the places."""

_FILE = (
    Action("file.new", N_("New office file …"), "file", ("Ctrl+Shift+N",), "new", "yeni büro oluştur create"),
    Action("file.open", N_("Open …"), "file", ("Ctrl+O",), "open", "aç dosya file"),
    Action("file.sample", N_("Open the sample office"), "file", (), "star", "örnek dene try demo"),
    Action(
        "file.import",
        N_("Import a list …"),
        "file",
        ("Ctrl+I",),
        "import",
        "içe aktar tablo csv excel table",
        needs=(OFFICE,),
        starts_section=True,
    ),
    Action(
        "list.export",
        N_("Export the list …"),
        "file",
        ("Ctrl+E",),
        "export",
        "dışa aktar excel xlsx csv vcf tablo table save kaydet",
        needs=("list",),
    ),
    Action(
        "calendar.export",
        N_("Export the calendar …"),
        "file",
        (),
        "calendar",
        "takvim dışa aktar ics icalendar ical outlook",
        needs=(OFFICE,),
    ),
    Action(
        "file.backups",
        N_("Backups …"),
        "file",
        (),
        "backup",
        "yedek geri yükle restore check denetle",
        needs=(OFFICE,),
        starts_section=True,
    ),
    Action("file.backup_now", N_("Back up now"), "file", (), "save", "yedekle copy kopya", needs=(OFFICE,)),
    Action("app.settings", N_("Settings …"), "file", ("Ctrl+,",), "settings", "ayarlar options tercihler"),
    Action(
        "file.close",
        N_("Close the file"),
        "file",
        ("Ctrl+W",),
        "close",
        "kapat",
        needs=(OFFICE,),
        starts_section=True,
    ),
    Action("app.quit", N_("Quit"), "file", ("Ctrl+Q",), "quit", "çık exit kapat"),
)
_EDIT = (
    Action("edit.undo", N_("Undo"), "edit", ("Ctrl+Z",), "undo", "geri al", needs=("undo",), in_toolbar=True),
    Action(
        "edit.redo",
        N_("Redo"),
        "edit",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        "yinele ileri al",
        needs=("redo",),
        in_toolbar=True,
    ),
    Action(
        "edit.steps",
        N_("List of steps …"),
        "edit",
        ("Ctrl+Shift+H",),
        "history",
        "geçmiş adımlar undo history",
        needs=(OFFICE,),
    ),
    Action(
        "edit.find",
        N_("Filter the list"),
        "edit",
        ("Ctrl+F", "F3"),
        "filter",
        "süz bul ara find search",
        needs=("list",),
        starts_section=True,
    ),
    Action(
        "list.doubles",
        N_("Find doubles …"),
        "edit",
        (),
        "copy",
        "çift mükerrer birleştir duplicate merge same aynı",
        needs=(OFFICE,),
    ),
)
_RECORD = (
    Action(
        "record.new",
        N_("New record"),
        "record",
        ("Ctrl+N",),
        "add",
        "yeni ekle kayıt add create",
        needs=("list",),
        in_toolbar=True,
    ),
    Action(
        "record.copy",
        N_("Duplicate"),
        "record",
        ("Ctrl+D",),
        "copy",
        "çoğalt kopyala copy clone",
        needs=("record",),
    ),
    Action(
        "visit.from",
        N_("New visit from an earlier one or a template …"),
        "record",
        (),
        "visit",
        "şablon kopyala geçen yıl ziyaret yeni template copy last year",
        needs=(OFFICE,),
    ),
    Action(
        "record.export",
        N_("Export this record …"),
        "record",
        (),
        "contact",
        "dışa aktar vcard vcf kişi kartı excel csv contact save kaydet",
        needs=("record",),
    ),
    Action(
        "record.delete",
        N_("Delete"),
        "record",
        ("Ctrl+Del",),
        "delete",
        "sil kaldır remove",
        needs=("record",),
    ),
    Action(
        "record.next",
        N_("Next record"),
        "record",
        ("Alt+Down",),
        "down",
        "sonraki kayıt",
        needs=("list",),
        starts_section=True,
    ),
    Action(
        "record.previous",
        N_("Previous record"),
        "record",
        ("Alt+Up",),
        "up",
        "önceki kayıt",
        needs=("list",),
    ),
    Action(
        "record.next_part",
        N_("Next part of the record"),
        "record",
        ("Alt+PgDown",),
        words="sonraki bölüm alan liste section field list",
        needs=("record",),
    ),
    Action(
        "record.previous_part",
        N_("Previous part of the record"),
        "record",
        ("Alt+PgUp",),
        words="önceki bölüm alan liste section field list",
        needs=("record",),
    ),
    Action(
        "record.next_chapter",
        N_("Next chapter of the record"),
        "record",
        ("Ctrl+PgDown",),
        words="sonraki bölüm sekme chapter tab",
        needs=("visit",),
    ),
    Action(
        "record.previous_chapter",
        N_("Previous chapter of the record"),
        "record",
        ("Ctrl+PgUp",),
        words="önceki bölüm sekme chapter tab",
        needs=("visit",),
    ),
    Action(
        "follow.renewal",
        N_("Renew this agreement"),
        "record",
        (),
        "refresh",
        "yenile uzat renewal protokol",
        needs=("agreement",),
        starts_section=True,
    ),
    Action(
        "follow.amendment",
        N_("Amend this agreement"),
        "record",
        (),
        "edit",
        "değiştir ek protokol amendment",
        needs=("agreement",),
    ),
    Action(
        "follow.termination",
        N_("Terminate this agreement"),
        "record",
        (),
        "close",
        "feshet sona erdir termination end",
        needs=("agreement",),
    ),
    Action(
        "visit.intake_send",
        N_("Send the intake form …"),
        "record",
        (),
        "export",
        "heyet bilgi formu gönder delegation form xlsx docx partner",
        needs=("visit",),
    ),
    Action(
        "visit.intake_read",
        N_("Read the intake form …"),
        "record",
        (),
        "import",
        "heyet bilgi formu oku delegation form xlsx docx geri",
        needs=("visit",),
    ),
    Action(
        "paper.brief",
        N_("Brief of this visit …"),
        "record",
        ("Ctrl+B",),
        "papers",
        "brifing ziyaret dosyası pdf çıktı print yazdır",
        needs=("visit",),
        starts_section=True,
    ),
    Action(
        "paper.about",
        N_("Papers about this record …"),
        "record",
        ("Ctrl+Shift+B",),
        "papers",
        "evrak çıktı denetim dosya pdf print yazdır paper",
        needs=("papered",),
    ),
    Action(
        "paper.export",
        N_("Export the paper …"),
        "record",
        ("Ctrl+Shift+E",),
        "export",
        "pdf docx word txt dışa aktar kaydet save",
        needs=("paper",),
    ),
)
_GO = (
    Action(
        "go.anywhere",
        N_("Go to …"),
        "go",
        ("Ctrl+K",),
        "search",
        "ara bul git search find",
        needs=(OFFICE,),
    ),
    Action("go.commands", N_("Commands …"), "go", ("Ctrl+P",), "command", "komut palette"),
    Action(
        "go.back",
        N_("Back"),
        "go",
        ("Alt+Left",),
        "back",
        "geri önceki previous",
        needs=("back",),
        in_toolbar=True,
        starts_section=True,
    ),
    Action(
        "go.forward",
        N_("Forward"),
        "go",
        ("Alt+Right",),
        "forward",
        "ileri sonraki next",
        needs=("forward",),
        in_toolbar=True,
    ),
    Action(
        "go.day",
        N_("Day view"),
        "go",
        ("Ctrl+Shift+D",),
        "today",
        "gün görünümü bugün ziyaret akış day running sunum",
        needs=(OFFICE,),
    ),
    Action("go.pane", N_("Next part of the window"), "go", ("F6",), "", "bölme pane focus odak"),
)
_VIEW = (
    Action(
        "language.tr",
        N_("Turkish"),
        "view",
        (),
        "language",
        "türkçe dil language",
        choice="language",
    ),
    Action("language.en", N_("English"), "view", (), "language", "ingilizce dil language", choice="language"),
    Action(
        "theme.system",
        N_("Light or dark as the system"),
        "view",
        (),
        "system",
        "tema theme otomatik auto",
        choice="theme",
        starts_section=True,
    ),
    Action("theme.light", N_("Light"), "view", (), "light", "açık tema theme gündüz", choice="theme"),
    Action("theme.dark", N_("Dark"), "view", (), "dark", "koyu tema theme gece", choice="theme"),
    Action(
        "text.larger",
        N_("Larger text"),
        "view",
        ("Ctrl++", "Ctrl+="),
        "zoom_in",
        "büyük yazı zoom büyüt",
        starts_section=True,
    ),
    Action("text.smaller", N_("Smaller text"), "view", ("Ctrl+-",), "zoom_out", "küçük yazı zoom küçült"),
    Action("text.normal", N_("Normal text"), "view", ("Ctrl+0",), "text_size", "yazı boyutu zoom reset"),
    Action(
        "view.refresh",
        N_("Refresh"),
        "view",
        ("F5",),
        "refresh",
        "yenile reload",
        needs=(OFFICE,),
        starts_section=True,
    ),
)
_HELP = (
    Action(
        "help.shortcuts",
        N_("Keyboard shortcuts"),
        "help",
        ("Ctrl+/", "F1"),
        "keyboard",
        "kısayollar klavye tuş keys help yardım",
    ),
    Action("help.log", N_("Folder of the log"), "help", (), "folder", "günlük hata error bug"),
    Action("help.about", N_("About dipdesk"), "help", (), "info", "hakkında sürüm version"),
)


def _place_actions() -> tuple[Action, ...]:
    """An action for every place; the first nine have keys."""
    keyed = (
        "today",
        "partner",
        "agreement",
        "person",
        "visit",
        "programme_item",
        "papers",
        "commitment",
        "calendar",
    )
    return tuple(
        Action(
            f"place.{place.key}",
            place.label,
            "go",
            (f"Ctrl+{keyed.index(place.key) + 1}",) if place.key in keyed else (),
            place.icon,
            "git liste go list",
            needs=() if place.key == "welcome" else (OFFICE,),
            starts_section=number == 0,
        )
        for number, place in enumerate((*PLACES, *FOOT))
    )


ACTIONS = (*_FILE, *_EDIT, *_RECORD, *_GO, *_place_actions(), *_VIEW, *_HELP)
"""Every action, in the order of the menus."""
