"""Turkish suffixes after the names of bodies and of places that are compounds: Belediyesine, Beyoğlu'na.

Source: Türk Dil Kurumu, spelling guide: suffixes of the names of institutions are not set off by an
apostrophe, those of place names are; after the possessive of a compound stands the pronominal n.
"""

from dipdesk.i18n import Case, lower, upper, with_suffix

_BODIES = {
    "ağı", "ajansı", "bakanlığı", "başkanlığı", "başkonsolosluğu", "belediyesi", "birimi", "birliği",
    "bürosu", "büyükelçiliği", "cemiyeti", "dairesi", "derneği", "encümeni", "enstitüsü", "federasyonu",
    "forumu", "fonu", "hastanesi", "idaresi", "kaymakamlığı", "komisyonu", "komitesi", "konfederasyonu",
    "konseyi", "konsolosluğu", "kulübü", "kurulu", "kurumu", "kuruluşu", "meclisi", "merkezi",
    "müdürlüğü", "müftülüğü", "müzesi", "odası", "okulu", "ofisi", "ortaklığı", "örgütü",
    "parlamentosu", "platformu", "programı", "rektörlüğü", "sekreterliği", "senatosu", "şirketi",
    "şubesi", "temsilciliği", "teşkilatı", "topluluğu", "üniversitesi", "valiliği", "vakfı",
}  # fmt: skip
"""The last words of names of bodies that are compounds."""
_PLACES = ("adası", "burnu", "deresi", "körfezi", "oğlu", "ırmağı", "yaylası", "kalesi")
"""The ends of names of places that are compounds: Kuşadası, Zeytinburnu, Beyoğlu."""
_WITHOUT_N = (Case.INSTRUMENTAL,)


def suffixed(name: str, case: Case) -> str:
    """``name`` with its suffix: Ankara'ya, Şişli'nin, Beyoğlu'na, Örnek Belediyesine; empty stays empty."""
    last = lower(name.rpartition(" ")[2])
    is_body = last in _BODIES
    if not (is_body or last.endswith(_PLACES)):
        return with_suffix(name, case)
    stem = name if case in _WITHOUT_N else f"{name}n"
    ending = with_suffix(stem, case)[len(name) :].replace("'", "")
    if not is_body:
        return f"{name}'{ending}"
    return name + (upper(ending) if name.isupper() else ending)
