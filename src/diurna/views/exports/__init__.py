"""Exports: the record as files for other programs."""
from diurna.views.exports.lines import write_jsonl
from diurna.views.exports.sheets import guarded, write_csv

__all__ = ["guarded", "write_csv", "write_jsonl"]
