"""How long an export takes, and how much memory: `python -m evaluation.export STORE [--times 24] [--formats a,b]`.

The rows of a store are multiplied first, under other ids, to see what many events cost; 24 times the store of 12,114
Indonesian articles has a million events.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from saksi.export import export
from saksi.store import Store
from saksi.store.keeping import PARTS
from saksi.store.search import Question


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--formats", default="parquet,polecat")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.duckdb"
        shutil.copy(options.store, path)
        if options.times > 1:
            multiply(path, options.times)
        began = time.perf_counter()
        out = Path(folder) / "out"
        count, files = export(Store(path), Question(), formats=options.formats.split(","), out=out, per_event=True)
        took = time.perf_counter() - began
        size = sum(file.stat().st_size for file in files) / 2**20
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:,} events as {options.formats}: {took:.0f} s, {peak:.0f} MB of memory, {size:.0f} MB written")


def multiply(path: Path, times: int) -> None:
    """Put the rows of a store into it again and again, in a process of its own, whose memory does not count here."""
    import subprocess  # noqa: PLC0415

    code = f"from evaluation.export import again; from pathlib import Path; again(Path({str(path)!r}), {times})"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def again(path: Path, times: int) -> None:
    """Do it."""
    with duckdb.connect(str(path)) as connection:
        for table in ("articles", *PARTS):
            key = "id" if table == "articles" else "article_id"
            connection.execute(f"CREATE TEMP TABLE one AS SELECT * FROM {table}")  # noqa: S608
            for number in range(1, times):
                renamed = f"SELECT * REPLACE ({key} || '-{number}' AS {key}) FROM one"  # noqa: S608
                if table == "articles":
                    renamed = f"SELECT * REPLACE (id || '-{number}' AS id, url || '?{number}' AS url) FROM one"  # noqa: S608
                connection.execute(f"INSERT INTO {table} {renamed}")
            connection.execute("DROP TABLE one")


if __name__ == "__main__":
    main()
