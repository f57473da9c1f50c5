"""Reading: a report in, its statements, acts and actors out. Door: `read_reports(reports, configuration)`."""

from diurna.reading.reader import Configuration, check_registry, read_report, read_reports

__all__ = ["Configuration", "check_registry", "read_report", "read_reports"]
