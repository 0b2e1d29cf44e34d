"""What breaks, and what then: `python -m evaluation.faults [--kills 100] [--seed 0]`.

The command set (add, link, judgements import, export, reread, and where Ray is installed load) is killed at random
moments and run again; what is left is compared with what nobody disturbed. Then come the other faults: a disk that is
full, a folder that cannot be written, a second writer, a clock set back, a damaged model, and servers that hang, reset,
trickle, lie about length or lead into private networks. Printed is what the user sees, and whether the store is whole.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import duckdb
from filelock import FileLock

from evaluation.bulk import contents
from saksi.languages import load_pack
from saksi.store import Store
from saksi.store.judgements import judge_event

EXAMPLES = Path(__file__).parent.parent / "examples"
COMMANDS: dict[str, list[str]] = {
    "add": ["add", str(EXAMPLES), "--store", "s.duckdb", "--workers", "1", "--no-link"],
    "link": ["link", "--store", "s.duckdb"],
    "judge": ["judgements", "import", "../judgements.jsonl", "--store", "s.duckdb"],
    "export": ["export", "--store", "s.duckdb", "--format", "parquet,polecat,jsonl", "--out", "out"],
    "reread": ["reread", "--store", "s.duckdb", "--workers", "1"],
}
"""In the order in which they are run."""
LOAD = ["load", "../shards", "--store", "l.duckdb", "--no-link"]
"""What is killed too where there is a cluster to write shards."""
LONGEST = {"add": 6.0, "link": 1.5, "judge": 1.5, "export": 2.5, "reread": 6.0, "load": 2.0}
"""Seconds within which a command is killed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a fault: how the program ended, what it said, and whether nothing was lost."""

    fault: str
    status: int
    told: str
    whole: bool


def saksi(folder: Path, words: Sequence[str], **options: object) -> "subprocess.CompletedProcess[str]":
    """Run the program in a folder."""
    command = [sys.executable, "-m", "saksi", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]  # noqa: S603


def outdate(folder: Path) -> None:
    """Let another version have read everything, so that there is something to reread."""

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("UPDATE articles SET read_by = '0'")

    Store(folder / "s.duckdb").write(change)


def left(folder: Path) -> list[object]:
    """All that a run leaves: the store's tables and the exported records."""
    store = Store(folder / "s.duckdb")
    stories = sorted(map(str, store.rows("SELECT * FROM stories")))
    judged = sorted(map(str, store.rows("SELECT event_id, verdict FROM events_flat WHERE verdict IS NOT NULL")))
    loaded = contents(folder / "l.duckdb") if (folder / "l.duckdb").exists() else None
    exported = sorted((folder / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines())
    stray = sorted(path.name for path in (folder / "out").iterdir() if path.name.startswith((".", "tmp")))
    return [contents(folder / "s.duckdb"), stories, judged, exported, stray, loaded]


def prepared(folder: Path) -> dict[str, list[str]]:
    """Put down what the commands take beside the examples: judgements, and shards; what takes shards, if there are."""
    store = folder / "s.duckdb"
    saksi(folder, COMMANDS["add"])
    for row in Store(store).rows("SELECT event_id FROM events_flat ORDER BY event_id LIMIT 12"):
        judge_event(Store(store), row["event_id"], "right")
    judged = saksi(folder, ["judgements", "export", "--partial", "--store", "s.duckdb"]).stdout
    (folder / "judgements.jsonl").write_text(judged, encoding="utf-8")
    if find_spec("ray") is None:
        return {}
    saksi(folder, ["add", str(EXAMPLES), "--runner", "ray", "--workers", "2", "--shards", "shards"])
    return {"load": LOAD}


def killed(kills: int, dice: random.Random, folder: Path) -> tuple[int, int]:
    """How many of some kills were survived, and how many there were: each round kills every command and ends it."""
    whole = folder / "whole"
    whole.mkdir()
    commands = {**COMMANDS, **prepared(folder)}
    for name, words in commands.items():
        if name == "reread":
            outdate(whole)
        saksi(whole, words)
    expected, done, survived, number = left(whole), 0, 0, 0
    while done < kills:
        place = folder / f"round{number}"
        place.mkdir()
        before = done
        for name, words in commands.items():
            if name == "reread":
                outdate(place)
            for _ in range(min(dice.randrange(2, 6), kills - done)):
                _kill(place, words, dice.uniform(0.2, LONGEST[name]))
                done += 1
            ended = saksi(place, words)
            if ended.returncode:
                print(f"  {name}: {ended.stderr.strip()}")
        right = left(place) == expected
        survived += (done - before) * right
        number += 1
        print(f"  round {number}: {survived} of {done} kills survived", flush=True)
        shutil.rmtree(place)
    return survived, done


def _kill(folder: Path, words: Sequence[str], seconds: float) -> None:
    command = [sys.executable, "-m", "saksi", *words]
    process = subprocess.Popen(  # noqa: S603 (our own program)
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def full_disk(folder: Path, expected: object) -> Outcome:
    """No file may grow beyond a megabyte, which is what a full disk comes to."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))

    done = saksi(folder, COMMANDS["add"], preexec_fn=limit)
    saksi(folder, COMMANDS["add"])
    return Outcome("full disk", done.returncode, done.stderr, contents(folder / "s.duckdb") == expected)


def no_writing(folder: Path, expected: object) -> Outcome:
    """A place in which nobody may write, whoever runs this."""
    done = saksi(folder, [*COMMANDS["add"][:2], "--store", "/proc/s.duckdb"])
    saksi(folder, COMMANDS["add"])
    return Outcome(
        "folder that cannot be written", done.returncode, done.stderr, contents(folder / "s.duckdb") == expected
    )


def second_writer(folder: Path, expected: object) -> Outcome:
    """Another process is writing."""
    saksi(folder, COMMANDS["add"])
    with FileLock(str(folder / "s.duckdb.lock")):
        done = saksi(folder, COMMANDS["add"])
    return Outcome("second writer", done.returncode, done.stderr, contents(folder / "s.duckdb") == expected)


def clock_back(folder: Path, expected: object) -> Outcome:
    """All that is in the store was done in the future."""
    saksi(folder, COMMANDS["add"])

    def ahead(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "UPDATE runs SET started = started + INTERVAL 70 YEAR, finished = finished + INTERVAL 70 YEAR"
        )

    Store(folder / "s.duckdb").write(ahead)
    done = saksi(folder, COMMANDS["add"])
    return Outcome("clock set back", done.returncode, done.stderr, contents(folder / "s.duckdb") == expected)


def damaged_model(folder: Path, expected: object) -> Outcome:
    """A file of a pipeline is cut short."""
    shutil.copytree(load_pack("id").pipeline, folder / "model")
    weights = folder / "model" / "parser" / "model"
    weights.write_bytes(weights.read_bytes()[: weights.stat().st_size // 2])
    done = saksi(folder, [*COMMANDS["add"], "--pipeline", "model"])
    saksi(folder, COMMANDS["add"])
    return Outcome("damaged model", done.returncode, done.stderr, contents(folder / "s.duckdb") == expected)


def _head(length: int) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n".encode()


def _redirect(place: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode()


def _trickle(peer: socket.socket) -> None:
    """A byte every half second."""
    peer.sendall(_head(10**9))
    for _ in range(200):
        peer.sendall(b"x")
        time.sleep(0.5)


ANSWERS: dict[str, Callable[[socket.socket], None]] = {
    "connection reset": lambda peer: peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0"),
    "no answer": lambda _: time.sleep(30),
    "answer that never ends": _trickle,
    "lies about length": lambda peer: peer.sendall(_head(1_000_000) + b"<html><body><p>short</p></body></html>"),
    "huge answer": lambda peer: peer.sendall(_head(10**12) + b"x" * 20_000_000),
    "no HTTP": lambda peer: peer.sendall(b"\x00\xff garbage\r\n\r\n"),
    "redirect for ever": lambda peer: peer.sendall(_redirect("/page")),
    "redirect to a private address": lambda peer: peer.sendall(_redirect("http://169.254.169.254/latest/meta-data")),
}


@contextmanager
def server(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that allows robots all, and answers every other request badly."""

    def one(peer: socket.socket) -> None:
        with peer:
            try:
                request = peer.recv(65536)
                if request.startswith(b"GET /robots.txt"):
                    peer.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                else:
                    answer(peer)
            except OSError:
                return

    def serve() -> None:
        while True:
            try:
                peer, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(peer,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield int(listening.getsockname()[1])


def bad_server(name: str, folder: Path, expected: object) -> Outcome:
    """A page of a server that misbehaves, beside articles that are read all the same."""
    with server(ANSWERS[name]) as port:
        words = [*COMMANDS["add"], f"http://127.0.0.1:{port}/page", "--allow-private"]
        if "private" in name:
            words.remove("--allow-private")
        done = saksi(folder, words)
    told = next((line for line in done.stderr.splitlines() if "skipped 1:" in line), done.stderr)
    read = contents(folder / "s.duckdb")[:-1]
    return Outcome(name, done.returncode, told, read == expected[:-1])  # type: ignore[index]


def main() -> int:
    """The command; status 1 if anything was lost, or ended in a traceback."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--no-faults", dest="faults", action="store_false", help="kill alone")
    args = ask.parse_args()
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "plain").mkdir()
        saksi(root / "plain", COMMANDS["add"])
        expected = contents(root / "plain" / "s.duckdb")
        faults: list[Callable[[Path], Outcome]] = [
            *(lambda place, fault=fault: fault(place, expected) for fault in (full_disk, no_writing, second_writer)),
            *(lambda place, fault=fault: fault(place, expected) for fault in (clock_back, damaged_model)),
            *(lambda place, name=name: bad_server(name, place, expected) for name in ANSWERS),
        ]
        for number, fault in enumerate(faults if args.faults else []):
            place = root / f"fault{number}"
            place.mkdir()
            outcomes.append(outcome := fault(place))
            last = (outcome.told.strip().splitlines() or [""])[-1]
            print(
                f"{outcome.fault}: {'whole' if outcome.whole else 'LOST'}, status {outcome.status}: {last}", flush=True
            )
        survived, done = killed(args.kills, random.Random(args.seed), root) if args.kills else (0, 0)  # noqa: S311
    good = sum(outcome.whole and "Traceback" not in outcome.told for outcome in outcomes)
    print(f"faults: {good} of {len(outcomes)} told in a line, with nothing lost")
    print(f"kills: {survived} of {done} survived with nothing lost or doubled")
    return 0 if good == len(outcomes) and survived == done else 1


if __name__ == "__main__":
    sys.exit(main())
