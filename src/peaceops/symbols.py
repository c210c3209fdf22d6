"""Document symbols: one parser for every spelling, one canonical form for every document.

The id of a document is its official symbol in canonical form (``S/RES/2100 (2013)``,
``A/RES/55/25``, ``2014/486/CFSP``, ``(CFSP) 2020/472``, ``PC.DEC/1117``) or, for a page without
a symbol, a slug of lower-case letters, digits and hyphens (``zif-countering-organized-crime``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from attrs import frozen

from peaceops.errors import BadSymbol


class Series(Enum):
    """The series of documents whose symbols are understood."""

    SECURITY_COUNCIL_RESOLUTION = "S/RES"
    SECURITY_COUNCIL_STATEMENT = "S/PRST"
    SECURITY_COUNCIL_DOCUMENT = "S"
    GENERAL_ASSEMBLY_RESOLUTION = "A/RES"
    GENERAL_ASSEMBLY_DOCUMENT = "A"
    EU_ACT = "EU"
    OSCE_DECISION = "OSCE"
    AFRICAN_UNION_COMMUNIQUE = "AU"
    PAGE = "page"


@frozen
class Symbol:
    """A document symbol taken apart; ``text`` is the canonical form.

    ``number`` is the number within the series (None for a page), ``year`` the year that the
    symbol itself carries or that follows from it (None where neither is so).
    """

    text: str
    series: Series
    number: int | None = None
    year: int | None = None

    def __str__(self) -> str:
        """Give the canonical form."""
        return self.text


# The last Security Council resolution of each year, 1946 to 2025. Read from the list of all
# resolutions (dates of adoption); numbers run on without a gap, so the year follows from the
# number. Resolutions adopted after the last year here are taken at the year they state.
_LAST_OF_YEAR = (
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219,
    232, 244, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545,
    559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334,
    1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259,
    2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767, 2811,
)  # fmt: skip
_FIRST_YEAR = 1946

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ROMAN = re.compile(r"[IVXLCDM]+", re.ASCII)
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LONGEST = 120


def year_of_resolution(number: int) -> int | None:
    """Return the year in which the Security Council adopted a resolution.

    None for numbers above the last that is listed. Raises :class:`BadSymbol` below 1.
    """
    if number < 1:
        raise BadSymbol(f"there is no Security Council resolution {number}; they begin at 1")
    for offset, last in enumerate(_LAST_OF_YEAR):
        if number <= last:
            return _FIRST_YEAR + offset
    return None


def _resolution(number: str, year: str | None) -> Symbol:
    count = int(number)
    listed = year_of_resolution(count)
    stated = int(year) if year else None
    if listed is None and stated is None:
        raise BadSymbol(f"S/RES/{count} needs its year, such as S/RES/{count} (2026)")
    if listed is None and stated is not None and stated < _FIRST_YEAR + len(_LAST_OF_YEAR):
        raise BadSymbol(
            f"S/RES/{count} ({stated}) cannot be: the last resolution of "
            f"{_FIRST_YEAR + len(_LAST_OF_YEAR) - 1} is {_LAST_OF_YEAR[-1]}"
        )
    if listed is not None and stated is not None and listed != stated:
        raise BadSymbol(f"S/RES/{count} was adopted in {listed}, not in {stated}")
    when = listed if listed is not None else stated
    series = Series.SECURITY_COUNCIL_RESOLUTION
    return Symbol(f"S/RES/{count} ({when})", series, count, when)


def _statement(year: str, number: str) -> Symbol:
    text = f"S/PRST/{year}/{int(number)}"
    return Symbol(text, Series.SECURITY_COUNCIL_STATEMENT, int(number), int(year))


def _council_paper(year: str | None, number: str, tail: str | None) -> Symbol:
    text = f"S/{f'{year}/' if year else ''}{int(number)}{_tail(tail)}"
    series = Series.SECURITY_COUNCIL_DOCUMENT
    return Symbol(text, series, int(number), int(year) if year else None)


def _assembly_resolution(session: str, number: str, letter: str | None) -> Symbol:
    text = f"A/RES/{session.upper()}/{int(number)}{f' {letter.upper()}' if letter else ''}"
    return Symbol(text, Series.GENERAL_ASSEMBLY_RESOLUTION, int(number))


def _early_assembly_resolution(number: str, letter: str | None, session: str) -> Symbol:
    letter = f" {letter.upper()}" if letter else ""
    text = f"A/RES/{int(number)}{letter} ({session.upper()})"
    return Symbol(text, Series.GENERAL_ASSEMBLY_RESOLUTION, int(number))


def _assembly_paper(body: str, number: str, tail: str | None) -> Symbol:
    text = f"A/{body.upper()}/{number.upper()}{_tail(tail)}"
    digits = re.sub(r"[^0-9]", "", number)
    return Symbol(text, Series.GENERAL_ASSEMBLY_DOCUMENT, int(digits))


def _tail(tail: str | None) -> str:
    return "".join(f"/{part.capitalize()}" for part in (tail or "").split("/") if part)


def _cfsp_before_2015(year: str, number: str) -> Symbol:
    return Symbol(f"{year}/{int(number)}/CFSP", Series.EU_ACT, int(number), int(year))


def _act_since_2015(domain: str, year: str, number: str) -> Symbol:
    text = f"({domain.upper()}) {year}/{int(number)}"
    return Symbol(text, Series.EU_ACT, int(number), int(year))


def _regulation_before_2015(domain: str, number: str, year: str) -> Symbol:
    text = f"({domain.upper()}) No {int(number)}/{year}"
    return Symbol(text, Series.EU_ACT, int(number), int(year))


def _council_decision_osce(body: str, number: str, tail: str | None) -> Symbol:
    return Symbol(
        f"{body.upper()}.DEC/{int(number)}{_tail(tail)}", Series.OSCE_DECISION, int(number)
    )


def _ministerial(number: str, year: str) -> Symbol:
    short = year[-2:]
    century = 1900 if int(short) > 70 else 2000
    text = f"MC.DEC/{int(number)}/{short}"
    return Symbol(text, Series.OSCE_DECISION, int(number), century + int(short))


def _early_ministerial(meeting: str, number: str) -> Symbol:
    return Symbol(f"MC({int(meeting)}).DEC/{int(number)}", Series.OSCE_DECISION, int(number))


def _senior_officials(meeting: str, journal: str, annex: str | None) -> Symbol:
    text = f"{int(meeting)}-CSO/Journal No. {int(journal)}"
    if annex:
        text += f"/Annex {int(annex)}"
    return Symbol(text, Series.OSCE_DECISION, int(journal))


def _african_union(level: str, part: str | None, numeral: str) -> Symbol:
    roman = numeral.upper()
    if roman.isdigit():
        number, text = int(roman), str(int(roman))
    else:
        number, text = _from_roman(roman), roman
    head = f"PSC/{level.upper()}/COMM.{part or ''}"
    return Symbol(f"{head}({text})", Series.AFRICAN_UNION_COMMUNIQUE, number)


def _from_roman(numeral: str) -> int:
    if not _ROMAN.fullmatch(numeral):
        raise BadSymbol(f"{numeral!r} is not a roman numeral")
    total = 0
    highest = 0
    for letter in reversed(numeral):
        value = _ROMAN_VALUE[letter]
        total += value if value >= highest else -value
        highest = max(highest, value)
    return total


_N = r"([0-9]{1,5})"
_YEAR = r"([12][0-9]{3})"
_IN_YEAR = r"(?: ?\( ?([12][0-9]{3}) ?\))?"
_TAIL = r"((?:/(?:add|corr|rev)\.[0-9]{1,2})*)"

# Spellings, tried in order on the text with its white space folded; letters in any case.
_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[..., Symbol]], ...] = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), build)
    for pattern, build in (
        (rf"s/res/ ?{_N}{_IN_YEAR}", _resolution),
        (rf"s/res/ ?{_N}/{_YEAR}", _resolution),
        (
            rf"(?:un ?)?(?:sc ?|security council )?(?:res|resolution)\.? ?(?:no\.? ?)?{_N}{_IN_YEAR}",
            _resolution,
        ),
        (rf"(?:un)?scr ?{_N}{_IN_YEAR}", _resolution),
        (rf"s/prst/{_YEAR}/{_N}", _statement),
        (rf"s/(?:{_YEAR}/)?{_N}{_TAIL}", _council_paper),
        (rf"a/res/((?:s-|es-)?[0-9]{{1,2}})/{_N} ?([a-z])?", _assembly_resolution),
        (
            rf"(?:un ?)?(?:ga|general assembly) (?:res|resolution)\.? ?"
            rf"((?:s-|es-)?[0-9]{{1,2}})/{_N} ?([a-z])?",
            _assembly_resolution,
        ),
        (
            rf"(?:a/res/|(?:un ?)?(?:ga|general assembly) (?:res|resolution)\.? ?){_N} ?([a-z])? ?"
            r"\( ?((?:s-|es-)?[ivxl]{1,8}) ?\)",
            _early_assembly_resolution,
        ),
        (rf"a/([0-9]{{1,2}}|conf\.[0-9]{{1,3}})/((?:l\.)?[0-9]{{1,4}}){_TAIL}", _assembly_paper),
        (
            rf"(?:council )?(?:joint action|common position|decision)? ?{_YEAR}/{_N}/(?:cfsp|pesc)",
            _cfsp_before_2015,
        ),
        (
            rf"(?:council )?(?:implementing )?(?:decision|regulation)? ?\((cfsp|eu)\) ?{_YEAR}/{_N}",
            _act_since_2015,
        ),
        (
            rf"(?:council )?(?:implementing )?(?:regulation)? ?\((eu|ec|eec)\) ?no\.? ?{_N}/{_YEAR}",
            _regulation_before_2015,
        ),
        (rf"(pc|fsc)\.dec[/ ]{_N}{_TAIL}", _council_decision_osce),
        (
            rf"(?:osce )?permanent council decision (?:no\.? ?)?{_N}",
            lambda number: _council_decision_osce("PC", number, None),
        ),
        (rf"mc\.dec/{_N}/((?:[12][0-9])?[0-9]{{2}})", _ministerial),
        (rf"mc\({_N}\)\.dec/{_N}", _early_ministerial),
        (
            rf"{_N}-cso/j(?:ournal)? ?(?:no\.? ?)?{_N}(?:[/,] ?annex ?{_N})?",
            _senior_officials,
        ),
        (
            r"psc/(pr|ahg|min)/comm\.? ?([0-9]{1,2})? ?\(([0-9]{1,4}|[ivxlcdm]{1,12})\)",
            _african_union,
        ),
    )
)


def parse(text: str) -> Symbol:
    """Read a document symbol or slug in any accepted spelling.

    Raises :class:`BadSymbol` where the text is in no known series, or where a resolution's
    number and year do not fit each other.
    """
    if not isinstance(text, str):
        raise BadSymbol(f"{text!r} is not a text")
    if len(text) > _LONGEST:
        raise BadSymbol(f"{text[:40]!r}… has {len(text)} characters; no symbol is that long")
    folded = " ".join(text.split())
    for pattern, build in _SPELLINGS:
        match = pattern.fullmatch(folded)
        if match is not None:
            return build(*match.groups())
    if SLUG.fullmatch(folded) and any(letter.isalpha() for letter in folded):
        return Symbol(folded, Series.PAGE)
    raise BadSymbol(
        f"{text!r} is no known symbol; write it as S/RES/2100 (2013), S/PRST/2011/18, S/2013/354, "
        "A/RES/55/25, 2014/486/CFSP, (CFSP) 2020/472 or PC.DEC/1117, "
        "or name a page with a slug such as un-peacekeeping-monusco"
    )


def canonical(text: str) -> str:
    """Return the canonical form of a symbol; raises :class:`BadSymbol` as :func:`parse` does."""
    return parse(text).text


def slug(symbol: str) -> str:
    """Turn a symbol into a part of an id: ``S/RES/2100 (2013)`` gives ``s-res-2100-2013``."""
    return re.sub(r"[^a-z0-9]+", "-", symbol.lower()).strip("-")


def url(symbol: str, *, un: str = "https://undocs.org/en/", eu: str | None = None) -> str | None:
    """Return a public address at which the document can be read, or None where none follows.

    ``un`` and ``eu`` replace the first part of the addresses of UN and EU documents.
    """
    parsed = parse(symbol)
    if parsed.series in _UNITED_NATIONS:
        return un + parsed.text.replace(" ", "")
    if parsed.series is Series.EU_ACT:
        base = eu or "https://eur-lex.europa.eu/search.html?scope=EURLEX&text="
        return base + re.sub(r"[() ]+", "+", parsed.text).strip("+")
    return None


_UNITED_NATIONS = frozenset(
    {
        Series.SECURITY_COUNCIL_RESOLUTION,
        Series.SECURITY_COUNCIL_STATEMENT,
        Series.SECURITY_COUNCIL_DOCUMENT,
        Series.GENERAL_ASSEMBLY_RESOLUTION,
        Series.GENERAL_ASSEMBLY_DOCUMENT,
    }
)
