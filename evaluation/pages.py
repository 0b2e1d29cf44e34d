"""How fast the pages answer: `python -m evaluation.pages STORE [--clients 50] [--seconds 60] [--pause 5]`.

Starts `saksi serve` on a store, tells how long the first page takes, then how long each kind of page takes one after
the other (median and 95th percentile of 40, each with another question), then how they do with many clients at once.
Machines are noisy: the figures are of this run.
"""

import argparse
import asyncio
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import httpx

from saksi.store import Store

PORT = 8799
ADDRESS = f"http://127.0.0.1:{PORT}"
EACH = 40


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("store", type=Path)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=5, help="seconds that a client reads a page, on average")
    options = parser.parse_args()
    asked = questions(Store(options.store))
    began = time.perf_counter()
    command = [sys.executable, "-m", "saksi", "serve", "--store", str(options.store), "--port", str(PORT)]
    with subprocess.Popen(command) as server:  # noqa: S603 - our own program
        try:
            first_page(began)
            one_by_one(asked)
            asyncio.run(together(asked, options.clients, options.seconds, options.pause))
        finally:
            server.terminate()


def questions(store: Store) -> dict[str, list[str]]:
    """Addresses of each kind of page, taken at random from what the store holds."""
    draw = random.Random(1)  # noqa: S311 - no secret

    def some(query: str) -> list[str]:
        found = [str(value) for (value,) in store.answer(query).rows]
        return draw.sample(found, min(EACH, len(found)))

    names = some("SELECT name FROM actors GROUP BY name HAVING count(*) > 5 ORDER BY name")
    codes = some("SELECT code FROM actors WHERE kind = 'state' GROUP BY code HAVING count(*) > 20 ORDER BY code")
    types = some("SELECT DISTINCT type FROM events_flat ORDER BY type")
    pairs = list(zip(codes, reversed(codes), strict=True))
    return {
        "start": ["/", "/?since=2025-01-01"],
        "stories": ["/stories", *(f"/stories?type={name}&sort=witnesses" for name in types)],
        "events": ["/events", *(f"/events?actor={quote(name)}" for name in names)],
        "search": [f"/events?text={word}" for word in ("menyerang", "presiden", "polisi", "memuji", "rudal")],
        "articles": ["/articles", *(f"/articles?text={word}" for word in ("banjir", "presiden", "rudal"))],
        "actors": ["/actors", *(f"/actors?name={word}" for word in ("police", "ministry", "bank"))],
        "story": [f"/stories/{name}" for name in some("SELECT id FROM stories ORDER BY id")],
        "article": [f"/articles/{name}" for name in some("SELECT id FROM articles WHERE latest ORDER BY id")],
        "actor": [f"/actors/{quote(name, safe='')}" for name in (*names, *codes)],
        "pair": [f"/pairs?one={one}&other={other}" for one, other in pairs],
        "map": ["/map", *(f"/map?place={code}" for code in codes)],
        "network": ["/network", *(f"/network?party={code}" for code in codes)],
        "sources": ["/sources", "/sources?since=2025-06-01"],
    }


def first_page(began: float) -> None:
    """Say how long it took from the start of the program to the first page."""
    while True:
        try:
            httpx.get(f"{ADDRESS}/", timeout=30).raise_for_status()
        except httpx.ConnectError:
            time.sleep(0.01)
        else:
            print(f"start to first page: {time.perf_counter() - began:.2f} s")
            return


def one_by_one(asked: dict[str, list[str]]) -> None:
    """Print the median and the 95th percentile of each kind, in milliseconds."""
    print(f"{'page':<10}{'median':>10}{'95th':>10}  ms, one after the other")
    with httpx.Client(base_url=ADDRESS, timeout=30) as client:
        for kind, addresses in asked.items():
            taken = []
            for address, _ in zip(cycle(addresses), range(EACH), strict=False):
                before = time.perf_counter()
                client.get(address).raise_for_status()
                taken.append(time.perf_counter() - before)
            print(f"{kind:<10}{1000 * statistics.median(taken):>10.0f}{1000 * percentile(taken):>10.0f}")


async def together(asked: dict[str, list[str]], clients: int, seconds: float, pause: float) -> None:
    """Let clients read for a while, each a page, a moment of reading, another page; print how they fared."""
    pages = [address for addresses in asked.values() for address in addresses]
    end = time.perf_counter() + seconds
    taken: list[float] = []
    errors: list[str] = []

    async def read(number: int) -> None:
        draw = random.Random(number)  # noqa: S311 - no secret
        async with httpx.AsyncClient(base_url=ADDRESS, timeout=30) as client:
            await asyncio.sleep(draw.random() * 2)
            while time.perf_counter() < end:
                address = draw.choice(pages)
                before = time.perf_counter()
                try:
                    (await client.get(address)).raise_for_status()
                except httpx.HTTPError as error:
                    errors.append(f"{address}: {error!r}")
                taken.append(time.perf_counter() - before)
                await asyncio.sleep(draw.uniform(0, 2 * pause))

    await asyncio.gather(*(read(number) for number in range(clients)))
    print(
        f"{clients} clients reading for {seconds:.0f} s, a page each {pause:g} s: {len(taken)} pages, "
        f"{len(errors)} errors, median {1000 * statistics.median(taken):.0f} ms, "
        f"95th percentile {1000 * percentile(taken):.0f} ms"
    )
    for error in errors[:5]:
        print(f"  {error}")


def percentile(taken: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
