"""What there is to read, in an order that never changes."""
from __future__ import annotations

import gzip
import io
import os
import pickle
from pathlib import Path

from intake_words import SENTENCE, codes, reports

from diurna.intake import Format, Source, open_source, sources, take


def names(paths, **more):
    return [r.name for r in reports(take(paths, **more))]


def test_paths_as_given_folders_in_the_order_of_names(file, tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/a.html.txt", "z.md"):
        file(name, SENTENCE)
    assert names([tmp_path / "z.md", tmp_path]) == ["z.md", "a.txt", "b.txt", "a.html.txt", "c.txt"]


def test_a_path_met_twice_counts_once(file, tmp_path):
    path = file("a.txt", SENTENCE)
    os.symlink(path, tmp_path / "b.txt")
    assert names([path, str(path), f"{tmp_path}/./a.txt", tmp_path]) == ["a.txt"]


def test_a_linked_folder_is_read_once_and_a_loop_ends(file, tmp_path):
    file("reports/a.txt", SENTENCE)
    file("elsewhere/b.txt", SENTENCE)
    os.symlink(tmp_path / "elsewhere", tmp_path / "reports" / "linked")
    os.symlink(tmp_path / "reports", tmp_path / "elsewhere" / "back")
    assert names([tmp_path / "reports"]) == ["a.txt", "b.txt"]


def test_patterns_are_expanded_and_sorted(file, tmp_path):
    for name in ("b.txt", "a.txt", "deep/down/c.txt"):
        file(name, SENTENCE)
    assert names([f"{tmp_path}/*.txt"]) == ["a.txt", "b.txt"]
    assert names([f"{tmp_path}/**/*.txt"]) == ["a.txt", "b.txt", "c.txt"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name(file):
    assert names([file("a[1]*.txt", SENTENCE)]) == ["a[1]*.txt"]


def test_what_is_beside_the_reports_in_a_folder(file, tmp_path):
    beside = (".hidden.txt", ".git/b.txt", "README.md", "LICENSE", "page_files/frame.html", "style.css", "pic.png")
    for name in ("a.txt", "page.html", *beside):
        file(name, SENTENCE)
    items = list(take([tmp_path]))
    assert ([r.name for r in reports(items)], codes(items)) == (["a.txt", "page.html"], [])


def test_files_of_other_kinds_are_counted_not_hidden(file, tmp_path):
    for name in ("a.txt", "b.pdf", "c.docx", "d.csv"):
        file(name, SENTENCE)
    [trouble] = [t for t in take([tmp_path]) if not hasattr(t, "text")]
    assert (trouble.code, trouble.lost) == ("D120", True)
    assert "3 files" in trouble.what
    assert ".csv, .docx, .pdf" in trouble.what


def test_listing_reads_nothing_but_heads(file, tmp_path):
    file("a.txt", SENTENCE)
    file("b.html", f"<html><body><p>{SENTENCE}</p></body></html>")
    file("c.jsonl.gz", gzip.compress(b'{"id": "x", "text": "word"}\n'))
    listed = list(sources([tmp_path]))
    assert [(Path(s.path).name, s.format, s.packed) for s in listed] == [
        ("a.txt", Format.TEXT, False), ("b.html", Format.PAGE, False), ("c.jsonl.gz", Format.LINES, True),
    ]


def test_a_source_can_be_sent_to_another_process(file):
    [source] = sources([file("a.txt", SENTENCE)])
    assert isinstance(source, Source)
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    assert list(open_source(again)) == list(open_source(source))


def test_a_file_that_goes_between_listing_and_reading(file):
    path = file("a.txt", SENTENCE)
    listed = list(sources([path]))
    path.unlink()
    assert codes(open_source(listed[0])) == ["D101"]


def test_standard_input_is_looked_at_like_a_file():
    packed = io.BytesIO(gzip.compress(SENTENCE.encode()))
    page = io.BytesIO(f"<html><body><h1>Road stays shut</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>".encode())
    [text] = take(["-", "-"], stdin=packed)
    assert (text.name, text.place, text.text) == ("-", "-", SENTENCE)
    assert next(take(["-"], stdin=page)).title == "Road stays shut"
    assert [r.name for r in reports(take(["-"], stdin=io.BytesIO(b'{"id": "x", "text": "word"}\n')))] == ["x"]
    assert next(take(["-"], stdin=io.BytesIO(f"# Road shut\n\n{SENTENCE}".encode()))).title == "Road shut"


def test_packed_files_of_each_kind(file, tmp_path):
    file("a.txt.gz", gzip.compress(SENTENCE.encode()))
    file("b.html.gz", gzip.compress(f"<html><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>".encode()))
    file("c.md.gz", gzip.compress(f"# Road shut\n\n{SENTENCE}".encode()))
    file("d.jsonl.gz", gzip.compress(b'{"id": "x", "text": "word"}\n'))
    file("e.txt", gzip.compress(SENTENCE.encode()))
    assert names([tmp_path]) == ["a.txt.gz", "b.html.gz", "c.md.gz", "x", "e.txt"]


def test_a_name_that_is_no_unicode_is_shown_all_the_same(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as out:
        out.write(SENTENCE.encode())
    [taken] = take([tmp_path])
    assert taken.name == "caf\ufffd.txt"
    taken.name.encode("utf-8")


def test_nothing_at_all_is_nothing():
    assert list(take([])) == []


def test_importing_intake_loads_no_model():
    import subprocess
    import sys

    heavy = "numpy trafilatura htmldate lxml py3langid charset_normalizer spacy"
    code = f"import sys, diurna.intake; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_files_about_the_folder_are_passed_over_as_such(file, tmp_path):
    about = ("README.md", "readme", "Licence.txt", "LICENSE-MIT.txt", "README_fr.md", "CHANGELOG.md", "NOTICE")
    reports_there = ("contributing-nations.txt", "licence-deal-signed.txt", "notice-to-mariners.txt", "noticed.txt")
    for name in (*about, *reports_there):
        file(name, SENTENCE)
    assert names([tmp_path]) == list(reports_there)


def test_a_ledger_in_the_folder_is_no_report_and_nothing_left_out(file, tmp_path):
    file("a.txt", SENTENCE)
    for ending in ("", "-wal", "-shm", "-journal"):
        file(f"diurna.db{ending}", b"SQLite format 3\0")
    items = list(take([tmp_path]))
    assert ([r.name for r in reports(items)], codes(items)) == (["a.txt"], [])
