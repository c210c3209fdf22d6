"""Document symbols: every spelling leads to one canonical form, anything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peaceops.errors import BadSymbol
from peaceops.symbols import Series, canonical, parse, slug, url, year_of_resolution

# How many resolutions the Council adopted in each year from 1946: counted by their dates of adoption,
# not taken from the table under test.
_ADOPTED = (
    15, 22, 29, 12, 11, 7, 2, 5, 2, 5, 11, 5, 5, 1, 28, 10, 7, 8, 14, 20, 13, 12, 18, 13, 16, 16, 17,
    20, 22, 18, 18, 20, 21, 18, 23, 15, 29, 17, 14, 21, 13, 13, 20, 20, 37, 42, 74, 93, 77, 66, 57,
    54, 73, 65, 50, 52, 68, 67, 59, 71, 87, 56, 65, 48, 59, 66, 53, 47, 63, 64, 77, 61, 54, 52, 57,
    57, 54, 50, 46, 44,
)  # fmt: skip


def test_every_resolution_has_the_year_of_its_adoption() -> None:
    """All 2811 numbers, one by one, against the counts of each year."""
    years = [year for year, count in enumerate(_ADOPTED, 1946) for _ in range(count)]
    assert len(years) == 2811
    assert [year_of_resolution(number) for number in range(1, 2812)] == years
    assert year_of_resolution(2812) is None


SPELLINGS = {
    "S/RES/2100 (2013)": [
        "S/RES/2100 (2013)", "S/RES/2100(2013)", "s/res/2100", "S/RES/2100/2013", "UNSCR 2100",
        "UNSCR 2100 (2013)", "SCR 2100", "resolution 2100", "Resolution 2100 (2013)",
        "Security Council resolution 2100 (2013)", "UN Security Council Resolution 2100",
        "SC Res. 2100", "Res. 2100 (2013)", "  S/RES/2100   (2013) ", "S/RES/02100 (2013)",
        "S/RES/ 2100 ( 2013 )", "Security Council resolution no. 2100",
    ],
    "S/RES/1 (1946)": ["S/RES/1", "S/RES/0001 (1946)", "UNSCR 1"],
    "S/RES/2817 (2026)": ["S/RES/2817(2026)", "UNSCR 2817 (2026)"],
    "S/PRST/2011/18": ["s/prst/2011/18", "S/PRST/2011/018"],
    "S/2013/354": ["S/2013/354", "s/2013/0354"],
    "S/2004/797/Add.1": ["S/2004/797/add.1"],
    "S/25859": ["S/25859"],
    "S/96/Rev.7": ["S/96/REV.7"],
    "A/RES/55/25": ["A/RES/55/25", "a/res/55/25", "General Assembly resolution 55/25",
                    "GA res. 55/25", "UN General Assembly Resolution 55/25"],
    "A/RES/67/234 B": ["A/RES/67/234 B", "A/RES/67/234B", "a/res/67/234 b"],
    "A/RES/998 (ES-I)": ["A/RES/998(ES-I)", "General Assembly resolution 998 (ES-I)"],
    "A/RES/1395 (XIV)": ["A/RES/1395(XIV)", "A/RES/1395 (xiv)"],
    "A/RES/S-26/2": ["A/RES/s-26/2"],
    "A/60/88": ["A/60/88", "a/60/0088".replace("0088", "88")],
    "A/CONF.192/15": ["a/conf.192/15"],
    "A/CONF.222/L.6": ["A/CONF.222/l.6"],
    "2014/486/CFSP": ["2014/486/CFSP", "Council Decision 2014/486/CFSP", "Decision 2014/486/cfsp"],
    "2008/124/CFSP": ["Council Joint Action 2008/124/CFSP", "joint action 2008/124/CFSP",
                      "2008/124/PESC"],
    "(CFSP) 2020/472": ["(CFSP) 2020/472", "Council Decision (CFSP) 2020/472",
                        "Decision (cfsp)2020/472", "Implementing Decision (CFSP) 2020/472"],
    "(EU) 2016/44": ["Council Regulation (EU) 2016/44", "Regulation (EU) 2016/44"],
    "(EU) No 204/2011": ["Council Regulation (EU) No 204/2011", "(eu) no. 204/2011"],
    "(EC) No 174/2005": ["(EC) No 174/2005"],
    "(EEC) No 945/1992": ["Council Regulation (EEC) No 945/1992", "(eec) no 945/1992"],
    "PC.DEC/1117": ["PC.DEC/1117", "pc.dec 1117", "Permanent Council Decision No. 1117",
                    "OSCE Permanent Council Decision 1117"],
    "PC.DEC/500/Corr.1": ["PC.DEC/500/Corr.1", "pc.dec/500/corr.1"],
    "FSC.DEC/4": ["fsc.dec/4"],
    "MC.DEC/3/11": ["MC.DEC/3/11", "mc.dec/3/2011"],
    "MC(5).DEC/1": ["MC(5).DEC/1", "mc(5).dec/1"],
    "16-CSO/Journal No. 3/Annex 1": ["16-CSO/Journal No. 3, Annex 1", "16-cso/journal 3/annex 1",
                                     "16-CSO/J 3/Annex 1"],
    "19-CSO/Journal No. 2": ["19-CSO/Journal No. 2"],
    "PSC/PR/COMM.(DCLXXIX)": ["PSC/PR/COMM.(DCLXXIX)", "psc/pr/comm (dclxxix)"],
    "PSC/AHG/COMM.2(CCCXLVII)": ["PSC/AHG/COMM.2(CCCXLVII)"],
    "PSC/PR/COMM.(1100)": ["PSC/PR/COMM.(1100)"],
    "zif-countering-organized-crime": ["zif-countering-organized-crime"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("spelling", "wanted"),
    [(text, wanted) for wanted, texts in SPELLINGS.items() for text in texts],
)
def test_spelling(spelling: str, wanted: str) -> None:
    assert canonical(spelling) == wanted
    assert canonical(wanted) == wanted
    assert str(parse(wanted)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2100", "S/RES/", "S/RES/0", "S/RES/2100 (2014)", "S/RES/9999", "S/RES/2817",
        "S/RES/9999 (2013)", "S/RES/٢١٠٠", "S/RES/2100 (2013) para. 7", "S/PRST/18", "x" * 121,
        "A/RES/XIV", "2014/486", "CFSP 2020/472", "PC.DEC", "Über-uns", "UPPER-CASE", "a b",
        "PSC/PR/COMM.(ABC)", "-leading", "trailing-", "S/RES/2100 (2013) S/RES/2101 (2013)",
        "http://example.org",
    ],
)  # fmt: skip
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(BadSymbol):
        canonical(text)


@pytest.mark.parametrize("value", [None, 2100, b"S/RES/2100"])
def test_only_text_is_parsed(value: object) -> None:
    with pytest.raises(BadSymbol):
        parse(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "year"),
    [(1, 1946), (15, 1946), (16, 1947), (132, 1959), (678, 1990), (1325, 2000), (2100, 2013),
     (2231, 2015), (2767, 2024), (2768, 2025), (2811, 2025)],
)  # fmt: skip
def test_the_year_follows_from_the_number(number: int, year: int) -> None:
    assert year_of_resolution(number) == year
    assert parse(f"S/RES/{number}").year == year
    for wrong in (year - 1, year + 1):
        with pytest.raises(BadSymbol, match=f"adopted in {year}"):
            canonical(f"S/RES/{number} ({wrong})")


def test_numbers_beyond_the_list_need_their_year() -> None:
    assert year_of_resolution(2900) is None
    assert parse("S/RES/2900 (2027)").year == 2027
    with pytest.raises(BadSymbol, match="begin at 1"):
        year_of_resolution(0)


@given(st.integers(1, 2811))
def test_every_resolution_parses_back(number: int) -> None:
    """Every number of the list has a canonical form that parses to itself."""
    text = canonical(f"S/RES/{number}")
    assert canonical(text) == text
    assert parse(text).number == number
    assert parse(text).series is Series.SECURITY_COUNCIL_RESOLUTION


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but our own error ever comes out, and what is read is read the same again."""
    try:
        found = canonical(text)
    except BadSymbol:
        return
    assert canonical(found) == found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("S/RES/2100 (2013)", "https://undocs.org/en/S/RES/2100(2013)"),
        ("A/RES/55/25", "https://undocs.org/en/A/RES/55/25"),
        ("(CFSP) 2020/472",
         "https://eur-lex.europa.eu/search.html?scope=EURLEX&text=CFSP+2020/472"),
        ("PC.DEC/1117", None),
        ("some-page", None),
    ],
)  # fmt: skip
def test_addresses(text: str, address: str | None) -> None:
    assert url(text) == address


def test_the_first_part_of_an_address_can_be_replaced() -> None:
    assert url("S/2013/354", un="https://docs.un.org/en/") == "https://docs.un.org/en/S/2013/354"


def test_slugs() -> None:
    assert slug("S/RES/2100 (2013)") == "s-res-2100-2013"
    assert slug("16-CSO/Journal No. 3/Annex 1") == "16-cso-journal-no-3-annex-1"


@pytest.mark.parametrize(
    ("text", "series", "number", "year"),
    [
        ("S/RES/2100", Series.SECURITY_COUNCIL_RESOLUTION, 2100, 2013),
        ("S/PRST/2011/018", Series.SECURITY_COUNCIL_STATEMENT, 18, 2011),
        ("S/2013/354", Series.SECURITY_COUNCIL_DOCUMENT, 354, 2013),
        ("S/25859", Series.SECURITY_COUNCIL_DOCUMENT, 25859, None),
        ("A/RES/55/25", Series.GENERAL_ASSEMBLY_RESOLUTION, 25, None),
        ("A/RES/1395(XIV)", Series.GENERAL_ASSEMBLY_RESOLUTION, 1395, None),
        ("A/CONF.222/L.6", Series.GENERAL_ASSEMBLY_DOCUMENT, 6, None),
        ("A/60/88/Add.1", Series.GENERAL_ASSEMBLY_DOCUMENT, 88, None),
        ("2014/486/CFSP", Series.EU_ACT, 486, 2014),
        ("(CFSP) 2020/472", Series.EU_ACT, 472, 2020),
        ("(EU) No 204/2011", Series.EU_ACT, 204, 2011),
        ("PC.DEC/1117", Series.OSCE_DECISION, 1117, None),
        ("MC.DEC/3/11", Series.OSCE_DECISION, 3, 2011),
        ("MC.DEC/3/71", Series.OSCE_DECISION, 3, 1971),
        ("MC.DEC/3/70", Series.OSCE_DECISION, 3, 2070),
        ("MC.DEC/3/1999", Series.OSCE_DECISION, 3, 1999),
        ("MC(5).DEC/1", Series.OSCE_DECISION, 1, None),
        ("16-CSO/Journal No. 3/Annex 1", Series.OSCE_DECISION, 3, None),
        ("PSC/PR/COMM.(1100)", Series.AFRICAN_UNION_COMMUNIQUE, 1100, None),
        ("some-page", Series.PAGE, None, None),
    ],
)
def test_a_symbol_taken_apart(
    text: str, series: Series, number: int | None, year: int | None
) -> None:
    found = parse(text)
    assert (found.series, found.number, found.year) == (series, number, year)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("I", 1), ("IV", 4), ("VI", 6), ("IX", 9), ("XIV", 14), ("XL", 40), ("XC", 90), ("CD", 400),
     ("D", 500), ("CM", 900), ("M", 1000), ("DCLXXIX", 679), ("MCMXCIV", 1994), ("MMXXVI", 2026),
     ("III", 3), ("LXXXVIII", 88), ("CCCXLVII", 347)],
)  # fmt: skip
def test_roman_numerals(numeral: str, number: int) -> None:
    assert parse(f"PSC/PR/COMM.({numeral})").number == number


def test_the_first_year_without_a_list_may_be_stated() -> None:
    """Behind the last listed resolution a year is needed, and none that is listed can be it."""
    assert canonical("S/RES/2812 (2026)") == "S/RES/2812 (2026)"
    for text, words in (
        ("S/RES/2812", r"S/RES/2812 needs its year, such as S/RES/2812 \(2026\)"),
        (
            "S/RES/2812 (2025)",
            r"S/RES/2812 \(2025\) cannot be: the last resolution of 2025 is 2811",
        ),
        ("S/RES/0", "there is no Security Council resolution 0; they begin at 1"),
    ):
        with pytest.raises(BadSymbol, match=words):
            canonical(text)


def test_the_longest_text_that_is_read() -> None:
    assert canonical("a" * 120) == "a" * 120
    with pytest.raises(BadSymbol, match=f"{'a' * 40!r}… has 121 characters"):
        canonical("a" * 121)


def test_a_page_has_a_letter() -> None:
    assert canonical("page-1") == "page-1"
    with pytest.raises(BadSymbol):
        canonical("2014-486")
