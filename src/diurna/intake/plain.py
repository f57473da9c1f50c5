"""Plain text and Markdown: the text is the decoded file, character for character."""
from __future__ import annotations

import re
from collections.abc import Iterator

from diurna.intake.composing import FIELDS, Given, composed
from diurna.intake.dates import date_of
from diurna.intake.languages import language_named
from diurna.intake.lines import has_letters
from diurna.intake.troubles import MOST_CHARACTERS, LeftOutError, empty, too_long
from diurna.words import NOT_STATED, Absent, Furniture, Published, Report, Trouble

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<body>(?:[^\n]{0,2000}\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z_-]{2,20})[ \t]*:[ \t]*(.{1,1000}?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#[ \t]+(?P<words>[^\r\n]*?\S)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<words>[^\r\n]{3,220})\r?\n={3,}[ \t]*\r?$", re.MULTILINE)


def plain_report(text: str, name: str, where: str) -> Iterator[Report | Trouble]:
    """The report of a text file. Raises LeftOutError for one without words, or beyond the bound."""
    checked(text, where)
    yield from composed(text, name, where, Given())


def checked(text: str, where: str) -> None:
    """Raises LeftOutError for a text without words, or beyond the bound."""
    if len(text) > MOST_CHARACTERS:
        raise LeftOutError(too_long(where))
    if not has_letters(text) and not any(c.isalnum() for c in text):
        raise LeftOutError(empty(where))


def markdown_report(text: str, name: str, where: str) -> Iterator[Report | Trouble]:
    """The report of a Markdown file: its marks stay in the text; front matter and the first heading say what they say.

    Raises LeftOutError as plain_report does.
    """
    checked(text, where)
    front = _FRONT.match(text)
    given = _front_matter(front["body"]) if front else Given()
    marks = [Furniture(front.start(), front.end(), "notice")] if front else []
    if isinstance(given.title, Absent):
        heading = _HEADING.search(text, 0, 5000) or _UNDERLINED.search(text, 0, 5000)
        given = Given(
            title=heading["words"] if heading else NOT_STATED, outlet=given.outlet, byline=given.byline, url=given.url,
            language=given.language, published=given.published,
        )
    yield from composed(text, name, where, given, marks)


def _front_matter(body: str) -> Given:
    fields = {key.lower(): value.strip("\"' ") for key, value in _FIELD.findall(body)}
    said = {ours: next((fields[t] for t in theirs if fields.get(t)), "") for ours, theirs in FIELDS.items()}
    day = date_of(said["date"]) if said["date"] else NOT_STATED
    return Given(
        title=said["title"] or NOT_STATED, outlet=said["outlet"] or NOT_STATED, byline=said["byline"] or NOT_STATED,
        url=said["url"] or NOT_STATED, language=language_named(said["language"]) if said["language"] else NOT_STATED,
        published=day if isinstance(day, Absent) else Published(day, 'the field "date"'),
    )
