"""Reading on a cluster: each input file a shard, read by workers that have the models loaded, by Ray Data.

Nothing but marks comes back to the driver. This is the one module that knows Ray (the extra `saksi[ray]`).
"""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from saksi.errors import InputError
from saksi.folders import PACKS
from saksi.runners.local import ONE_THREAD, Progress, Summary
from saksi.runners.shards import Job, Mark, pending, read_shard

UNTOLD = "could not be read; saksi load tells why"
"""Why articles are missing, as far as their shard's mark tells."""


def add(
    sources: Sequence[str], job: Job, *, workers: int, address: str | None = None, progress: Progress | None = None
) -> Summary:
    """Read input files into shards; those that are done are not read again.

    Args:
        sources: paths, or addresses of file systems that all workers reach.
        job: where shards go, and how articles are read.
        workers: how many read at once; each has one core.
        address: of a cluster, as `ray.init` takes it; one on this machine where None.
        progress: called whenever a shard is done.

    Raises InputError if Ray is not installed, cannot be reached, or the place of the shards is none.

    """
    summary = Summary()

    def count(mark: Mark) -> None:
        summary.articles += mark.articles
        summary.events += mark.events
        summary.known += mark.known
        for reason, inputs in ((mark.reason, 1), (UNTOLD, mark.skipped)):
            if reason and inputs:
                summary.reasons[reason] = summary.reasons.get(reason, 0) + inputs
        if progress:
            progress(summary)

    missing = pending(sources, job.place, job.settings.read_by, count)
    if missing:
        with _cluster(workers, address) as data:
            for mark in _read(data, missing, job, workers):
                count(mark)
    return summary


class _Worker:
    """An actor that reads shards, with the models loaded once."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        """The marks of a batch of input files."""
        marks = [asdict(read_shard(str(source), self.job)) for source in batch["source"]]
        return {name: [mark[name] for mark in marks] for name in marks[0]}


def _read(data: Any, sources: Sequence[str], job: Job, workers: int) -> Iterator[Mark]:
    """The marks of input files, as they are done."""
    from ray.exceptions import RayError  # noqa: PLC0415

    rows = data.from_items([{"source": source} for source in sources], override_num_blocks=len(sources))
    crew = data.ActorPoolStrategy(size=min(workers, len(sources)))
    read = rows.map_batches(_Worker, fn_constructor_args=(job,), batch_size=1, compute=crew)
    try:
        for row in read.iter_rows():
            yield Mark(**row)
    except RayError as error:
        reason = f"a worker failed ({str(error).strip().splitlines()[-1]}); the same command goes on from there"
        raise InputError(source="--runner ray", reason=reason) from error


@contextmanager
def _cluster(workers: int, address: str | None) -> Iterator[Any]:
    """Ray Data on a cluster; one that is started here is stopped again."""
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray  # noqa: PLC0415 (an extra)
        import ray.data  # noqa: PLC0415
    except ImportError as error:
        raise InputError(source="--runner ray", reason="needs Ray: pip install 'saksi[ray]'") from error
    _quiet(ray)
    alone: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False}
    variables = {**dict.fromkeys(ONE_THREAD, "1"), **({PACKS: os.environ[PACKS]} if PACKS in os.environ else {})}
    try:
        ray.init(
            address=address,
            log_to_driver=False,
            logging_level=logging.ERROR,
            runtime_env={"env_vars": variables},
            **alone,
        )
    except (ConnectionError, ValueError) as error:
        raise InputError(source=f"--ray-address {address}", reason=f"cannot be reached ({error})") from error
    try:
        yield ray.data
    finally:
        ray.shutdown()


def _quiet(ray: Any) -> None:
    """No bars and reports of Ray's own between our lines."""
    logging.getLogger("ray").setLevel(logging.ERROR)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
