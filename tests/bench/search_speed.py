"""How fast a list of people answers: keys typed in the search box, pages, orders, against plain ways.

    python -m tests.bench.search_speed [PEOPLE …]      default 10000 100000

The people are fictional: names drawn at random with the skew that names have. Times are those of the
answer (how many, and the first page in words), not of drawing it, and of the processor, so that other
programs at work on the machine do not disturb them.
"""

import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dipdesk import paths
from dipdesk.i18n import fold, speak
from dipdesk.model import Person, fields
from dipdesk.store import going, opening, search
from dipdesk.store.listing import Listing, Order
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import count_of, suggestions

PAGE = 32
GOAL = 16.0


def _listed(text: str) -> list[str]:
    return text.split()


_GIVEN = _listed(
    "Ayşe Mehmet Fatma Mustafa Emine Ahmet Hatice Ali Zeynep Hüseyin Elif Hasan Meryem İbrahim Şerife İsmail"
    " Zehra Osman Sultan Yusuf Hanife Murat Merve Ömer Havva Ramazan Zeliha Halil Esra Süleyman Özlem Çağrı"
    " Gülşen Umut Selin Barış Nazlı Kaan Işıl İrem Doruk Ece Onur Pınar Rıza Şükrü Tülay Uğur Veli Yıldız"
)
_FAMILY = _listed(
    "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara"
    " Koç Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Acar Taş Güneş Bulut Işık Uçar Tekin Ateş Avcı Yavuz"
    " Bozkurt Güler Turan Sarı Keskin Tunç Ünal Zengin İnce Ersoy Balcı Vural Gök Pehlivan Mutlu Narin"
)
_ENDS = ("", "", "", "oğlu", "er", "türk", "kan", "soy", "can", "taş")
_SYLLABLES = _listed("ba ce da el fa gü ha ıl ka le mu na on pe rı sa şe ta uz va ya zi çi ör")
_WEIGHTS = [1 / (20 + place) for place in range(len(_GIVEN) + len(_FAMILY))]


def main() -> None:
    speak("tr")
    sizes = [int(text) for text in sys.argv[1:]] or [10_000, 100_000]
    results = {size: measured(size) for size in sizes}
    if len(sizes) > 1:
        print("\ngrowth, as the slope on logarithmic axes (0 = none, 1 = in step with the number of people)")
        small, large = results[sizes[0]], results[sizes[-1]]
        for name in small:
            slope = math.log(large[name] / small[name]) / math.log(sizes[-1] / sizes[0])
            print(f"  {name:<44}{slope:6.2f}")


def measured(size: int) -> dict[str, float]:
    """Build an office with so many people and print what its list takes; medians by name, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        paths.data = lambda: Path(folder)  # type: ignore[assignment]
        with opening.create(Path(folder) / "bench.dipdesk", "Bench") as office:
            build(office, size)
            return measured_lists(office)


def build(office: OfficeFile, size: int) -> None:
    """Store the people past the history, which is measured elsewhere."""
    dice = random.Random(7)
    people = [person(dice, number) for number in range(size)]
    names = ["id", *(one.name for one in fields(Person)), *people[0].derived()]
    statement = f"INSERT INTO person ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    with office.read() as session:
        connection = session.connection()
        connection.exec_driver_sql(statement, [values(one) for one in people])
        start = time.process_time()
        search.update(connection, people)
        took = time.process_time() - start
        session.commit()
    print(f"\n{size:,} people, indexed for search in {took:.1f} s ({took / size * 1e6:.0f} µs each)")


def person(dice: random.Random, number: int) -> Person:
    given = skewed(dice, _GIVEN) + (f" {skewed(dice, _GIVEN)}" if dice.random() < 0.2 else "")
    family = skewed(dice, _FAMILY) + dice.choice(_ENDS)
    if dice.random() < 0.5:
        family = "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()
    place = dice.choice(("ornek", "kent", "sehir"))
    mail = f"{fold(given).replace(' ', '.')}.{fold(family)}{number}@{place}.example"
    return Person(
        given_name=given, family_name=family, email=mail, phone=f"+90 555 {number:07}", languages=("tr",)
    )


def skewed(dice: random.Random, names: list[str]) -> str:
    """The first names of the list three to four times as often as the last, as in a register of people."""
    return dice.choices(names, _WEIGHTS[: len(names)])[0]


def values(one: Person) -> tuple[object, ...]:
    stored = [one.id]
    for field in fields(Person):
        value = getattr(one, field.name)
        stored.append(field.kind.pack_text(value) if isinstance(value, tuple) else value)
    return (*stored, *one.derived().values())


def measured_lists(office: OfficeFile) -> dict[str, float]:
    keys = typed_keys(random.Random(3))
    found: dict[str, float] = {}
    by_length: dict[int, list[float]] = {}
    times = []
    for text in keys:
        took = timed(lambda text=text: answer(Listing(office, Person, text=text)))  # type: ignore[misc]
        times.append(took)
        by_length.setdefault(min(len(text), 6), []).append(took)
    found["a key typed, median"] = statistics.median(times)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"  {len(times)} keys typed: median {found['a key typed, median']:.1f} ms, 95 % {p95:.1f} ms"
          f" (goal {GOAL:.0f}), longest {max(times):.1f} ms")  # fmt: skip
    for length, some in sorted(by_length.items()):
        worst = max(some)
        print(f"    {length} letters: median {statistics.median(some):5.1f}  longest {worst:5.1f} ms")
    went = [timed(lambda text=text: gone(office, text)) for text in keys]  # type: ignore[misc]
    found["a key typed in “go anywhere”, median"] = statistics.median(went)
    far = statistics.quantiles(went, n=20)[-1]
    print(f"  “go anywhere”: median {statistics.median(went):.1f} ms, 95 % {far:.1f} ms (goal {GOAL:.0f}),"
          f" longest {max(went):.1f} ms")  # fmt: skip
    meant = [timed(lambda text=text: suggested(office, text)) for text in ["", *keys]]  # type: ignore[misc]
    found["a key typed in a field that names a person, median"] = statistics.median(meant)
    far = statistics.quantiles(meant, n=20)[-1]
    print(f"  a field that names a person: median {statistics.median(meant):.1f} ms, 95 % {far:.1f} ms"
          f" (goal {GOAL:.0f}), longest {max(meant):.1f} ms, nothing typed {meant[0]:.1f} ms")  # fmt: skip
    total = Listing(office, Person).count()
    whole = {
        "opening the list": lambda: answer(Listing(office, Person)),
        "the page in the middle": lambda: Listing(office, Person).page(total // 2, PAGE),
        "the last page": lambda: Listing(office, Person).page(total - PAGE, PAGE),
        "another order (by e-mail)": lambda: answer(Listing(office, Person, order=Order("email"))),
        "the middle in another order": lambda: Listing(office, Person, order=Order("email")).page(
            total // 2, PAGE
        ),
        "where a record stands": lambda: Listing(office, Person).position(middle),
        "deep in what “a” finds": lambda: Listing(office, Person, text="a").page(total // 20, PAGE),
        "one filter (sex not given)": lambda: answer(Listing(office, Person, filters={"sex": [None]})),
    }
    middle = Listing(office, Person).page(total // 2, 1)[0].id
    for name, work in whole.items():
        found[name] = statistics.median(timed(work) for _ in range(5))
        print(f"  {name:<44}{found[name]:8.1f} ms")
    scan = statistics.median(timed(lambda: scanned(office, "yıl")) for _ in range(5))
    print(f"  plain LIKE over the names: {scan:.1f} ms = {scan / found['a key typed, median']:.1f} × a key")
    return found


def typed_keys(dice: random.Random) -> list[str]:
    """What stands in the search box after each key while people look for names."""
    keys = []
    for _ in range(60):
        wanted = dice.choice((skewed(dice, _FAMILY), f"{skewed(dice, _GIVEN)} {skewed(dice, _FAMILY)[:3]}"))
        keys += [wanted[:length].casefold() for length in range(1, len(wanted) + 1)]
    return keys


def answer(listing: Listing) -> object:
    return listing.count(), listing.page(0, PAGE)


def gone(office: OfficeFile, text: str) -> object:
    with office.read() as session:
        return going.targets(session.connection(), text, 30)


def suggested(office: OfficeFile, text: str) -> object:
    with office.read() as session:
        return suggestions(session, Person, text), count_of(session, Person, text, {}, "")


def scanned(office: OfficeFile, text: str) -> object:
    with office.read() as session:
        return session.connection().exec_driver_sql(
            "SELECT id FROM person WHERE given_name LIKE ? OR family_name LIKE ? OR email LIKE ? ORDER BY"
            " title_key_tr LIMIT 32", (f"%{text}%",) * 3,
        ).fetchall()  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
