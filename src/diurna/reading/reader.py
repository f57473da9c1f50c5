"""The reader: one parse, one pass of the encoder, then who, when, said, did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna.words import Absent, Reading, Report

READERS = ("tagger", "rules")
LANGUAGES = ("en",)
"""Languages with a reader. A report in another is kept and reported as unread."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """How to read. reader: `tagger` (the trained network) or `rules` (no model); registry: the user's own tables."""

    reader: str = "tagger"
    registry: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        if self.reader not in READERS:
            raise ValueError(f"no reader is called {self.reader!r}: choose one of {', '.join(READERS)}")


def check_registry(configuration: Configuration) -> None:
    """Loads the user's own tables before anything is read: a fault in one would keep every report from being read, for good.

    Raises ValueError (who.RegistryFault) that names the file and the line, OSError for a file that cannot be opened.
    """
    if configuration.registry:
        from diurna.reading.who import check_tables

        check_tables(configuration.registry)


def read_reports(reports: Iterable[Report], configuration: Configuration | None = None) -> Iterator[Reading]:
    """The reading of each report, in order. A report's reading depends on that report alone."""
    configuration = configuration or Configuration()
    return (read_report(report, configuration) for report in reports)


def read_report(report: Report, configuration: Configuration) -> Reading:
    """Everything one report yields; `unread` says why when there is no reader for its language."""
    language = report.language
    if not isinstance(language, Absent) and language.split("-")[0].lower() not in LANGUAGES:
        return Reading(report=report.id, unread=f"no reader for the language {language}")
    if not any(c.isalpha() for c in report.text):
        return Reading(report=report.id, unread="no words in it")
    return questions(report, configuration)


def questions(report: Report, configuration: Configuration) -> Reading:
    """Put every question to one report."""
    from diurna.reading.did import read_acts
    from diurna.reading.document import readable
    from diurna.reading.encoder import load_network
    from diurna.reading.parse import bounded, parse
    from diurna.reading.said import read_statements
    from diurna.reading.when import find_times
    from diurna.reading.who import find_actors

    document = parse(report)
    encoded = load_network().encode(bounded(readable(report))) if configuration.reader == "tagger" else None
    who = find_actors(document, configuration.registry)
    statements = read_statements(document, who, encoded)
    acts = read_acts(document, who, find_times(document), statements, encoded)
    return Reading(report=report.id, statements=statements, acts=acts, actors=who.actors(), mentions=who.mentions())
