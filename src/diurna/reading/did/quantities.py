"""Numbers as values with their words: "at least 344 civilians", "50 to 60 buses", "$300 million", "six hours"."""

from __future__ import annotations

import re

from diurna.words import NOT_STATED, Absent, Quantity, Quote

WORDS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
WORDS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
FIGURE = rf"(?:{NUMBER}|\b(?:{'|'.join(WORDS)})\b)"
SCALE = r"(?:[ -](?:hundred|thousand|million|billion|trillion|bn|m)\b)?"
BOUND = r"(?:(?P<bound>at least|more than|over|up to|no more than|fewer than|less than|nearly|almost|about|around|some|as many as)\s+)?"
PATTERN = re.compile(
    rf"\b{BOUND}(?P<money>[$€£]\s?)?(?P<low>{FIGURE})(?P<scale1>{SCALE})"
    rf"(?:\s?(?:to|-|–)\s?(?P<high>{FIGURE})(?P<scale2>{SCALE}))?\s+(?P<of>(?:(?!and\b|in\b|on\b|of\b|the\b|to\b)[a-z][a-z-]+\s?){{1,3}})?",
    re.I,
)
AT_LEAST = frozenset(("at least", "more than", "over"))
AT_MOST = frozenset(("up to", "no more than", "fewer than", "less than", "as many as"))
MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*$", re.I)
MONTH_AFTER = re.compile(
    r"\s*(?:january|february|march|april|may|june|july|august|september|october|november|december|a\.?m|p\.?m|gmt)\b", re.I
)


def quantities(text: str, offset: int) -> tuple[Quantity, ...]:
    """The quantities in some words of a report that begin at `offset`; days and hours of the clock left out."""
    out = []
    for match in PATTERN.finditer(text):
        if (
            MONTHS.search(text[: match.start("low")])
            or MONTH_AFTER.match(text[match.end("low") :])
            or "-" in text[match.end("low") : match.end("low") + 1]
        ):
            continue
        low = value(match["low"], match["scale1"] or match["scale2"] or "")
        high = value(match["high"], match["scale2"] or "") if match["high"] else low
        of = "money" if match["money"] else (match["of"] or "").strip()
        if not of or (1900 <= low <= 2100 and not match["bound"] and len(match["low"]) == 4):
            continue
        bound = (match["bound"] or "").lower()
        start, end = match.start(), match.start() + len(match.group().rstrip())
        ends: tuple[float | Absent, float | Absent] = (low, high)
        if bound in AT_LEAST:
            ends = (low, NOT_STATED)
        elif bound in AT_MOST:
            ends = (NOT_STATED, high)
        out.append(Quantity(Quote(offset + start, offset + end, text[start:end]), *ends, of))
    return tuple(out)


def value(figure: str, scale: str) -> float:
    """A figure in digits or a word, times its scale."""
    plain = figure.replace(",", "").lower()
    number = float(WORDS[plain]) if plain in WORDS else float(plain)
    return number * SCALES.get(scale.strip(" -").lower(), 1)
