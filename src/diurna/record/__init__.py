"""The ledger and the record: what was read, kept for good, and read back.

`Ledger` is the append-only file and the only thing that writes; `verify` checks it; `Record` is what users hold, with
`record_of` to get it out of a ledger, `records_of` to do so piece by piece, and `write_json` to stream it. `shape` gives single
lines in the public shape, and `encode` their JSON. Everything that goes wrong with the file is a `LedgerTrouble` that holds a
`Trouble`.
"""

from diurna.record import shape
from diurna.record.entries import Entry, Head
from diurna.record.filters import Wanted, wanted
from diurna.record.integrity import verify
from diurna.record.json_out import encode, write_json
from diurna.record.ledger import Counts, Ledger
from diurna.record.ledger_trouble import LedgerTrouble, Unfit
from diurna.record.record import Record, record_of, records_of
from diurna.record.tables import Table

__all__ = [
    "Counts", "Entry", "Head", "Ledger", "LedgerTrouble", "Record", "Table", "Unfit", "Wanted", "encode", "record_of",
    "records_of", "shape", "verify", "wanted", "write_json",
]
