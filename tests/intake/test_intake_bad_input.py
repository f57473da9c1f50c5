"""Whatever it is given: one clear line, and the rest goes on."""
from __future__ import annotations

import gzip
import json
import os
import re
import socket
import time
import zlib
from pathlib import Path

import pytest
from intake_words import SENTENCE, codes, reports

from diurna.intake import take
from diurna.words import Trouble

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "D106"),
        ("blank.txt", b" \n\t\r\n ", "D106"),
        ("dashes.txt", b"--- ... ---", "D106"),
        ("nothing.jsonl", b"\n\n", "D106"),
        ("image.txt", PNG, "D107"),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), "D107"),
        ("paper.txt", b"%PDF-1.7\n1 0 obj", "D107"),
        ("office.txt", b"PK\x03\x04" + bytes(100), "D107"),
        ("rich.txt", b"{\\rtf1\\ansi Hello}", "D107"),
        ("random.txt", bytes((n * 7919 + n // 3) % 256 for n in range(5_000)), "D107"),
        ("zeros.txt", bytes(5_000), "D106"),
        ("feed.txt", b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "D107"),
        ("archive.txt", b"WARC/1.0\r\nWARC-Type: response\r\n", "D107"),
        ("cut.txt.gz", gzip.compress(SENTENCE.encode() * 50)[:-20], "D108"),
        ("damaged.txt.gz", gzip.compress(SENTENCE.encode())[:-9] + b"\x00" * 9, "D108"),
        ("twice.txt.gz", gzip.compress(gzip.compress(SENTENCE.encode())), "D107"),
        ("line.txt", b"x" * 50_000_000, "D110"),
        ("long.txt", "я".encode() * 5_000_001, "D110"),
        ("wide.txt", ("a" * 6_000_000).encode("utf-16"), "D110"),
        ("bomb.txt.gz", gzip.compress(b"0" * 60_000_000, 6), "D110"),
    ],
)
def test_each_gets_one_line_and_the_rest_goes_on(file, name, content, code):
    bad, good = file(name, content), file("zz-good.txt", SENTENCE)
    items = list(take([bad, good]))
    assert (codes(items), [r.name for r in reports(items)]) == ([code], ["zz-good.txt"])
    [trouble] = [t for t in items if isinstance(t, Trouble)]
    assert trouble.lost
    assert trouble.line().startswith(str(bad))
    assert trouble.do.endswith(".")


def test_a_bomb_of_lines_is_bounded_in_time(file):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    million = b"0" * 1_000_000
    bomb = packer.compress(json.dumps({"id": "a", "text": SENTENCE}).encode() + b"\n")
    bomb += b"".join(packer.compress(million) for _ in range(400)) + packer.flush()
    began = time.monotonic()
    items = list(take([file("bomb.jsonl.gz", bomb)]))
    assert (codes(items), len(reports(items))) == (["D109"], 1)
    assert time.monotonic() - began < 5


def test_packed_lines_are_kept_up_to_where_the_file_is_cut(file):
    rows = "".join(json.dumps({"id": f"r{n}", "text": f"{SENTENCE} {n * 7919}"}) + "\n" for n in range(200))
    items = list(take([file("cut.jsonl.gz", gzip.compress(rows.encode())[:-200])]))
    assert codes(items) == ["D108"]
    assert 0 < len(reports(items)) < 200
    assert isinstance(items[-1], Trouble)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (f"{SENTENCE}\x07\x1b[31m", "U+0007"),
        (f"{SENTENCE} \u202egnihton\u202c", "U+202E"),
        (f"{SENTENCE}\x00{SENTENCE}", "U+0000"),
    ],
)
def test_characters_that_cannot_be_seen_are_kept_and_told(file, content, shown):
    items = list(take([file("odd.txt", content)]))
    assert codes(items) == ["D113"]
    assert shown in items[0].what
    assert not items[0].lost
    assert reports(items)[0].text == content


@pytest.mark.parametrize(
    ("path", "code"), [("no/such/file.txt", "D101"), ("no-such-*.txt", "D102"), ("a\x00b.txt", "D104"), ("/dev/null", "D105")]
)
def test_paths_that_lead_nowhere(path, code):
    assert codes(take([path])) == [code]


def test_a_link_to_nothing(tmp_path):
    os.symlink(tmp_path / "gone", tmp_path / "link.txt")
    [trouble] = take([tmp_path / "link.txt"])
    assert (trouble.code, trouble.what) == ("D101", "is a link to a file that is not there")
    assert codes(take([tmp_path])) == ["D101"]


def test_a_pipe_is_never_waited_on(tmp_path, file):
    os.mkfifo(tmp_path / "pipe.txt")
    file("a.txt", SENTENCE)
    items = list(take([tmp_path]))
    assert (codes(items), len(reports(items))) == (["D105"], 1)


def test_a_socket_is_no_file(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        assert codes(take([tmp_path / "s.txt"])) == ["D105"]


def test_a_folder_with_nothing_to_read(tmp_path, file):
    file("inner/pic.png", PNG)
    assert codes(take([tmp_path])) == ["D103"]


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_what_the_system_refuses(file, monkeypatch, error):
    bad, good = file("locked.txt", SENTENCE), file("good.txt", SENTENCE)
    real = os.open

    def refusing(path, *more, **named):
        if str(path) == str(bad):
            raise error
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", refusing)
    items = list(take([bad, good]))
    assert (codes(items), [r.name for r in reports(items)]) == (["D104"], ["good.txt"])
    assert error.strerror in items[0].what


def test_a_fault_of_ours_stops_one_report_only(file, monkeypatch):
    def fails(*_: object) -> None:
        raise KeyError("never")

    bad, good = file("a.txt", SENTENCE), file("b.jsonl", '{"id": "x", "text": "word"}\n')
    monkeypatch.setitem(__import__("diurna.intake").intake._READERS, "text", fails)
    assert (codes(take([bad, good])), len(reports(take([bad, good])))) == (["D122"], 1)


def test_millions_of_lines_are_soon_done(file):
    began = time.monotonic()
    [taken] = reports(take([file("many.txt", b"a b\n" * 1_000_000)]))
    assert len(taken.text) == 4_000_000
    assert time.monotonic() - began < 5


def test_the_codes_are_those_of_the_docs():
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/diurna/intake").glob("*.py"))
    docs = (ROOT / "docs/troubles.md").read_text(encoding="utf-8")
    assert set(re.findall(r'"(D1\d\d)"', source)) == set(re.findall(r"\bD1\d\d\b", docs))
