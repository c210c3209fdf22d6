"""Draft the records of places from three public lists.

Usage: python tools/draft_places.py LISTS_DIR data/places

LISTS_DIR holds ``datasets_country-codes.csv`` (github.com/datasets/country-codes),
``states_cowstates.csv`` and ``states_gwstates.csv`` (github.com/andybega/states, which carries the
lists of the Correlates of War project and of Gleditsch and Ward). The records of States are
written anew; records of areas, regions and seas are written by hand and left alone.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from peaceops.codec import to_yaml
from peaceops.dataset import fold
from peaceops.dates import Date
from peaceops.model import Citation, Code, Gap, Place
from peaceops.symbols import slug
from peaceops.vocab import Checked, CodeScheme, GapReason, PlaceKind, Review

# State numbers whose names in the lists differ from the short names of M49.
BY_NUMBER = {
    "2": "US", "20": "CA", "58": "AG", "60": "KN", "100": "CO", "101": "VE", "145": "BO",
    "200": "GB", "205": "IE", "210": "NL", "220": "FR", "230": "ES", "255": "DE", "260": "DE",
    "290": "PL", "305": "AT", "310": "HU", "316": "CZ", "325": "IT", "338": "MT", "339": "AL",
    "341": "ME", "343": "MK", "344": "HR", "346": "BA", "347": "XK", "349": "SI", "350": "GR",
    "352": "CY", "355": "BG", "359": "MD", "360": "RO", "365": "RU", "369": "UA", "370": "BY",
    "402": "CV", "403": "ST", "404": "GW", "411": "GQ", "420": "GM", "432": "ML", "434": "BJ",
    "437": "CI", "438": "GN", "439": "BF", "451": "SL", "452": "GH", "461": "TG", "471": "CM",
    "475": "NG", "481": "GA", "482": "CF", "483": "TD", "484": "CG", "490": "CD", "500": "UG",
    "501": "KE", "510": "TZ", "516": "BI", "517": "RW", "520": "SO", "522": "DJ", "530": "ET",
    "531": "ER", "540": "AO", "541": "MZ", "551": "ZM", "552": "ZW", "553": "MW", "560": "ZA",
    "565": "NA", "570": "LS", "571": "BW", "572": "SZ", "580": "MG", "581": "KM", "590": "MU",
    "591": "SC", "600": "MA", "615": "DZ", "616": "TN", "620": "LY", "625": "SD", "626": "SS",
    "630": "IR", "640": "TR", "645": "IQ", "651": "EG", "652": "SY", "660": "LB", "663": "JO",
    "666": "IL", "670": "SA", "678": "YE", "679": "YE", "690": "KW", "692": "BH", "694": "QA",
    "696": "AE", "698": "OM", "700": "AF", "701": "TM", "702": "TJ", "703": "KG", "704": "UZ",
    "705": "KZ", "710": "CN", "712": "MN", "713": "TW", "731": "KP", "732": "KR", "740": "JP",
    "750": "IN", "760": "BT", "770": "PK", "771": "BD", "775": "MM", "780": "LK", "781": "MV",
    "790": "NP", "800": "TH", "811": "KH", "812": "LA", "816": "VN", "820": "MY", "830": "SG",
    "835": "BN", "840": "PH", "850": "ID", "860": "TL", "900": "AU", "910": "PG", "920": "NZ",
    "935": "VU", "940": "SB", "950": "FJ", "983": "MH", "986": "PW", "987": "FM", "990": "WS",
    "345": "YUCS", "340": "RS", "680": "YDYD", "265": "DDDE", "315": "CSHH", "31": "BS",
    "331": "SM", "232": "AD", "221": "MC", "223": "LI", "54": "DM", "55": "GD", "56": "LC",
    "57": "VC", "80": "BZ", "53": "BB", "225": "CH", "366": "EE", "367": "LV", "368": "LT",
    "371": "AM", "372": "GE", "373": "AZ", "212": "LU", "211": "BE", "375": "FI", "380": "SE",
    "385": "NO", "390": "DK", "395": "IS", "235": "PT", "317": "SK", "433": "SN", "435": "MR",
    "436": "NE", "450": "LR", "40": "CU", "41": "HT", "42": "DO", "51": "JM", "52": "TT",
    "70": "MX", "90": "GT", "91": "HN", "92": "SV", "93": "NI", "94": "CR", "95": "PA",
    "110": "GY", "115": "SR", "130": "EC", "135": "PE", "140": "BR", "150": "PY", "155": "CL",
    "160": "AR", "165": "UY",
}  # fmt: skip
# Numbers on which the two lists differ (vignette of the states package).
ONLY_COW = {"970": "NR", "955": "TO", "947": "TV", "946": "KI"}
ONLY_GW = {"971": "NR", "972": "TO", "973": "TV", "970": "KI"}
# Entities of the past that are not the State that bears the number today.
LEFT_OUT_BEFORE = "1945-01-01"
FORMER = {
    "YUCS": ("Yugoslavia", "YUCS", "Socialist, later Federal Republic; ISO 3166-3 has one code"),
    "YDYD": ("Yemen, Democratic", "YDYD", "South Yemen, united with the north in 1990"),
    "DDDE": ("German Democratic Republic", "DDDE", "acceded to the Federal Republic in 1990"),
    "CSHH": ("Czechoslovakia", "CSHH", "dissolved into two States"),
}
NO_ISO = {"XK": ("Kosovo", "no ISO 3166-1 code of its own; XK is a code for users to assign")}
LISTS = {
    "codes": "country-codes",
    "cow": "cow-state-list",
    "gw": "gw-state-list",
}


Numbers = dict[str, list[tuple[str, str, str]]]


def state_numbers(path: Path, only: dict[str, str]) -> tuple[Numbers, dict[str, set[str]]]:
    """Read a list: ``{place: [(number, first day, last day)]}``, and the names it uses."""
    found: Numbers = {}
    names: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            number = next(iter(line.values())).removesuffix(".0")
            place = only.get(number) or BY_NUMBER.get(number)
            if line["end"] < LEFT_OUT_BEFORE:
                continue
            if place is None:
                print(f"{path.name}: no place for {number} {line['country_name']}", file=sys.stderr)
                continue
            found.setdefault(place, []).append((number, line["start"], line["end"]))
            names.setdefault(place, set()).add(fold(line["country_name"]))
    return found, names


def number_codes(scheme: CodeScheme, spans: list[tuple[str, str, str]]) -> list[Code]:
    """Turn numbers with days into codes; the lists write an open end as 9999-12-31."""
    return [
        Code(
            scheme=scheme,
            value=number,
            start=Date.parse(start),
            end=None if end.startswith("9999") else Date.parse(end),
        )
        for number, start, end in spans
    ]


def main(lists: str, target: str) -> None:
    """Write one file per State."""
    folder = Path(lists)
    cow, cow_names = state_numbers(folder / "states_cowstates.csv", ONLY_COW)
    gw, gw_names = state_numbers(folder / "states_gwstates.csv", ONLY_GW)
    with (folder / "datasets_country-codes.csv").open(encoding="utf-8", newline="") as file:
        rows = [line for line in csv.DictReader(file) if line["ISO3166-1-Alpha-2"]]
    for line in rows:
        key = line["ISO3166-1-Alpha-2"]
        name = (line["UNTERM English Short"] or line["CLDR display name"]).replace("*", "")
        name = " ".join(name.split()).removesuffix(" (the)").replace("\u2019", "'")
        aliases = tuple(
            dict.fromkeys(
                alias.replace("\u2019", "'")
                for alias in (line["CLDR display name"], line["official_name_en"])
                if alias and alias.replace("\u2019", "'") not in (name, key)
            )
        )
        codes = [
            Code(scheme=CodeScheme.ISO2, value=key),
            Code(scheme=CodeScheme.ISO3, value=line["ISO3166-1-Alpha-3"]),
        ]
        if line["M49"] or line["ISO3166-1-numeric"]:
            number = (line["M49"] or line["ISO3166-1-numeric"]).zfill(3)
            codes.append(Code(scheme=CodeScheme.M49, value=number))
        codes += number_codes(CodeScheme.COW, cow.pop(key, []))
        codes += number_codes(CodeScheme.GW, gw.pop(key, []))
        if line["Geoname ID"]:
            codes.append(Code(scheme=CodeScheme.GEONAMES, value=line["Geoname ID"]))
        if line["wikidata_id"]:
            item = line["wikidata_id"].rpartition("/")[2]
            codes.append(Code(scheme=CodeScheme.WIKIDATA, value=item))
        schemes = {code.scheme for code in codes}
        citations = [_citation("codes", f"row {line['ISO3166-1-Alpha-3']}", ("name", "codes"))]
        named = 1
        for scheme, source, names in (
            (CodeScheme.COW, "cow", cow_names),
            (CodeScheme.GW, "gw", gw_names),
        ):
            if scheme in schemes:
                same = fold(name) in names[key]
                named += same
                supports = ("name", "codes") if same else ("codes",)
                citations.append(_citation(source, "rows of the number", supports))
        state = line["is_independent"].startswith("Yes")
        _write(
            target,
            Place(
                id=key,
                name=name,
                aliases=aliases,
                kind=PlaceKind.STATE if state else PlaceKind.TERRITORY,
                codes=tuple(codes),
                citations=tuple(citations),
                review=Review.VETTED if named > 1 else Review.DRAFT,
            ),
        )
    for key, (name, note) in NO_ISO.items():
        numbers = number_codes(CodeScheme.COW, cow.pop(key)) + number_codes(
            CodeScheme.GW, gw.pop(key)
        )
        both = (
            _citation("cow", "rows of the number", ("name", "codes")),
            _citation("gw", "rows of the number", ("name", "codes")),
        )
        _write(
            target,
            Place(
                id=key,
                name=name,
                kind=PlaceKind.TERRITORY,
                codes=tuple(numbers),
                note=note,
                citations=both,
                review=Review.VETTED,
            ),
        )
    for key, (name, iso4, note) in FORMER.items():
        spans = number_codes(CodeScheme.COW, cow.pop(key, []))
        spans += number_codes(CodeScheme.GW, gw.pop(key, []))
        ends = [code.end for code in spans if code.end is not None]
        _write(
            target,
            Place(
                id=key,
                name=name,
                kind=PlaceKind.FORMER_STATE,
                start=min(code.start for code in spans if code.start),
                end=max(ends) if ends else None,
                codes=(Code(scheme=CodeScheme.ISO4, value=iso4), *spans),
                citations=(
                    _citation("cow", "rows of the number", ("start", "end", "codes")),
                    _citation("gw", "rows of the number", ("start", "end", "codes")),
                ),
                gaps=(
                    Gap(
                        field="name",
                        reason=GapReason.NOT_RESEARCHED,
                        note="name and ISO 3166-3 code not yet held against ISO's own list",
                    ),
                ),
                note=note,
            ),
        )
    for rest in (*cow, *gw):
        print(f"not used: {rest}", file=sys.stderr)


def _citation(source: str, at: str, supports: tuple[str, ...]) -> Citation:
    return Citation(document=LISTS[source], at=at, supports=supports, checked=Checked.READING)


def _write(target: str, place: Place) -> None:
    path = Path(target) / f"{slug(place.id)}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_yaml(place), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
