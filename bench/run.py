"""How fast, how large, how it grows. Every time is CPU time of one process unless said otherwise, given as a ratio to the spaCy
parse of the same text in the same run.

    python bench/run.py [--reports 200] [--grow 100 1000 10000] [--jobs 2]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]
os.environ.setdefault("OMP_NUM_THREADS", "1")
from reports import write

PROGRAM = "import sys; from diurna.views.cli import main; main()"


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process that a piece of work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def ratios(path: Path) -> dict[str, float]:
    """The stages of one run as ratios to the parse."""
    from diurna.intake import take
    from diurna.pipeline import run
    from diurna.reading import Configuration
    from diurna.reading.did import learned
    from diurna.reading.document import readable
    from diurna.reading.encoder import load_network
    from diurna.reading.parse import parse, pipeline
    from diurna.reading.said.tagger import attributions
    from diurna.record import Ledger
    from diurna.words import Report

    reports = [r for r in take([path]) if isinstance(r, Report)]
    pipeline(), load_network()
    parse(reports[0])
    parsed = cpu(lambda: [pipeline()(readable(r)) for r in reports])
    documents = [parse(r) for r in reports]
    encoded = [load_network().encode(readable(r)) for r in reports]
    encode = cpu(lambda: [load_network().encode(readable(r)) for r in reports])
    tag = cpu(lambda: [attributions(r.text, e) for r, e in zip(reports, encoded, strict=True)])
    act = cpu(lambda: [learned.proposals(d, e) for d, e in zip(documents, encoded, strict=True)])
    whole = {}
    for reader in ("tagger", "rules"):
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
            whole[reader] = cpu(lambda r=reader, w=ledger: run([path], w, configuration=Configuration(r)))  # type: ignore[misc]
    words = sum(len(r.text.split()) for r in reports)
    return {
        "words a second, parse alone": words / parsed,
        "encoder": encode / parsed,
        "encoder + statements": (encode + tag) / parsed,
        "encoder + statements + acts": (encode + tag + act) / parsed,
        "end to end, tagger": whole["tagger"] / parsed,
        "end to end, rules": whole["rules"] / parsed,
    }


def subprocess_run(path: Path, jobs: int, reader: str = "tagger") -> tuple[float, float, float, str]:
    """Wall seconds, CPU seconds, peak memory in MB, and a digest of the record printed; into a ledger on the disk, as users read."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as out:
        into = ["--ledger", str(Path(folder) / "bench.db"), "--json", "--jobs", str(jobs), "--reader", reader]
        begun = time.time()
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "read", *into, str(path)],
            stdout=out,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent / "src")},
        )
        _, _, usage = os.wait4(child.pid, 0)
        taken = time.time() - begun
        out.seek(0)
        digest = hashlib.file_digest(out, "sha256").hexdigest()  # type: ignore[arg-type]
    return taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, digest


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", type=int, default=200)
    ap.add_argument("--grow", type=int, nargs="*", default=[100, 1000])
    ap.add_argument("--reader", choices=("tagger", "rules"), default="tagger", help="for how it grows")
    ap.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    ap.add_argument("--json", action="store_true")
    args = ap.parse_args()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        started = subprocess.run(
            [sys.executable, "-c", PROGRAM, "--help"],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent / "src")},
        )
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        figures["--help, CPU seconds"] = round(usage.ru_utime + usage.ru_stime, 3)
        assert started.returncode == 0
        write(path, args.reports)
        figures |= {k: round(v, 2) for k, v in ratios(path).items()}
        for number in args.grow:
            write(path, number)
            _, spent, memory, _ = subprocess_run(path, 1, args.reader)
            figures[f"{number} reports: ms a report, CPU"] = round(1000 * spent / number, 1)
            figures[f"{number} reports: peak MB"] = round(memory)
        write(path, args.reports)
        one, several = subprocess_run(path, 1), subprocess_run(path, args.jobs)
        figures[f"{args.jobs} processes: times as fast"] = round(one[0] / several[0], 2)
        figures["same record on one process and several"] = one[3] == several[3]
    print(json.dumps(figures, indent=1) if args.json else "\n".join(f"{k:45s} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
