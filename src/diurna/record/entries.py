"""An entry of the ledger, and the two chains that it is sealed into.

hash   chains what was recorded: the same reports and readings in the same order give the same hashes anywhere.
stamp  chains when it was recorded, over the hash: so that a time of recording cannot be changed unseen either, and yet
       two ledgers of the same reports can be compared by their hashes.
"""
from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import msgspec
from msgspec import Struct


class Head(Struct, frozen=True):
    """How far the ledger goes: the number of entries, and the hash and stamp of the last.

    Kept beside the entries so that a missing tail shows; note it elsewhere to hold a ledger against it later.
    """

    count: int
    hash: str
    stamp: str


class Entry(Struct, frozen=True):
    """One line of the ledger.

    number: from 1, without gaps. kind: report, reading (later: correction, verdict…). subject: the report's id.
    recorded_at: UTC, ISO 8601 with microseconds. body: canonical JSON (bodies.py). digest: sha256 of the body. previous:
    the hash of the entry before. All hashes are 64 hexadecimal digits.
    """

    number: int
    kind: str
    subject: str
    recorded_at: str
    body: bytes
    digest: str
    previous: str
    hash: str
    stamp: str


def digest_of_body(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def hash_of(previous: str, number: int, kind: str, subject: str, digest: str) -> str:
    """sha256 of the JSON list of what the entry holds, after the entry before."""
    return hashlib.sha256(msgspec.json.encode([previous, number, kind, subject, digest])).hexdigest()


def stamp_of(previous_stamp: str, entry_hash: str, recorded_at: str) -> str:
    """sha256 of the JSON list of the entry's hash and time, after the stamp before."""
    return hashlib.sha256(msgspec.json.encode([previous_stamp, entry_hash, recorded_at])).hexdigest()


def seal(head: Head, kind: str, subject: str, body: bytes, recorded_at: str) -> Entry:
    """The entry that follows `head`."""
    number, digest = head.count + 1, digest_of_body(body)
    own = hash_of(head.hash, number, kind, subject, digest)
    stamp = stamp_of(head.stamp, own, recorded_at)
    return Entry(number, kind, subject, recorded_at, body, digest, head.hash, own, stamp)


def head_after(entry: Entry) -> Head:
    return Head(entry.number, entry.hash, entry.stamp)


def now() -> str:
    """The time of recording: UTC, ISO 8601, always with microseconds (2022-04-26T12:00:00.000000Z)."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
