"""All actions, once: menus, toolbar, palette, shortcuts and the list of shortcuts are made from this table.

Shortcuts use no key that needs AltGr on a Turkish Q or F keyboard.
"""

from dipdesk.gui.action import MENUS, OFFICE, Action
from dipdesk.gui.place_words import PLACE_WORDS
from dipdesk.gui.places import FOOT, PLACES
from dipdesk.gui.record_actions import RECORD
from dipdesk.i18n import N_

__all__ = ["ACTIONS", "MENUS", "Action"]

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
        "içe aktar al yükle liste tablo kişi rehber csv excel xlsx vcard vcf table contacts load read",
        needs=(OFFICE,),
        starts_section=True,
    ),
    Action(
        "visit.calendar_read",
        N_("Read a calendar into the programme …"),
        "file",
        (),
        "import",
        "takvim içe aktar al oku program import calendar ics icalendar ical outlook google",
        needs=(OFFICE,),
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
        N_("Export the calendar of the whole office …"),
        "file",
        (),
        "calendar",
        "takvim dışa aktar kaydet paylaş ics icalendar ical outlook google save share",
        needs=(OFFICE,),
    ),
    Action(
        "file.backups",
        N_("Backups …"),
        "file",
        (),
        "backup",
        "yedek geri yükle kurtar restore recover check denetle backup",
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
    Action(
        "go.menu",
        N_("Menu of what is selected"),
        "go",
        ("Shift+F10",),
        words="sağ tık menü seçili context right click",
    ),
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
        "view.list",
        N_("Fold the list away or bring it back"),
        "view",
        ("F9",),
        "pane",
        "liste katla göster gizle yan sidebar list hide show",
        needs=("record",),
        starts_section=True,
    ),
    Action(
        "view.refresh",
        N_("Refresh"),
        "view",
        ("F5",),
        "refresh",
        "yenile reload",
        needs=(OFFICE,),
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
            f"git liste go list {PLACE_WORDS.get(place.key, '')}",
            needs=() if place.key == "welcome" else (OFFICE,),
            starts_section=number == 0,
        )
        for number, place in enumerate((*PLACES, *FOOT))
    )


ACTIONS = (*_FILE, *_EDIT, *RECORD, *_GO, *_place_actions(), *_VIEW, *_HELP)
"""Every action, in the order of the menus."""
