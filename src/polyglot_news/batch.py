"""Many articles: on the cores of this machine, or on many machines with Ray."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import attrs

from polyglot_news.errors import InputError, PolyglotNewsError

if TYPE_CHECKING:
    from polyglot_news.documents import Document

ENGINES = ("local", "ray")


@attrs.frozen
class Done:
    """How a batch ended.

    Attributes:
        reports: how many articles have a report in the output.
        failures: how many could not be checked; their line in the output holds an "error".
    """

    reports: int
    failures: int


def run_batch(
    source: Path,
    output: Path,
    *,
    engine: str = "local",
    resume: bool = False,
    glossary: Path | None = None,
    packages: Path | None = None,
    workers: int | None = None,
) -> Done:
    """Check every article that ``source`` lists; write one line of JSON for each to ``output``, in the same order.

    What is done is kept in ``OUTPUT.part`` until all is; an interrupted run goes on from there with ``resume``.

    Args:
        source: JSON lines, each ``{"article": …, "officials": […]}`` where a text is a file's path, relative to the
            folder of ``source``, or ``{"name": …, "text": …}``; other keys are copied to the output.
        output: JSON lines, each a report (or an "error") with the keys of its input line but for the texts.
        engine: "local" (processes on this machine) or "ray" (Ray Data; needs the extra ``ray``).
        resume: keep what ``OUTPUT.part`` holds already.
        glossary: glossary file for all articles.
        packages: folder of translation packages.
        workers: how many processes; by default one per core.

    Raises:
        InputError: ``source`` is not JSON lines, ``output`` cannot be written, or the engine is unknown or not
            installed.
        GlossaryError: the glossary cannot be used.
        PackageError: a package is broken.
    """
    from polyglot_news.files import read_lines

    if engine not in ENGINES:
        msg = f"The engine {engine!r} is unknown: choose one of {', '.join(ENGINES)}."
        raise InputError(msg)
    jobs = [
        {**_record(line, number, source), "_folder": str(source.parent)}
        for number, line in enumerate(read_lines(source), start=1)
        if line.strip()
    ]
    part = output.with_name(output.name + ".part")
    kept = _kept(part) if resume else []
    settings = {"glossary": str(glossary) if glossary else None, "packages": str(packages) if packages else None}
    Checker(settings)  # what is wrong with them is said here, not in every process
    run = _run_local if engine == "local" else _run_ray
    with _open(part, output) as stream:
        stream.writelines(kept)
        for line in run(jobs[len(kept) :], settings, workers):
            stream.write(line)
            stream.flush()
    lines = part.read_text(encoding="utf-8").removesuffix("\n").split("\n") if jobs else []
    part.replace(output)
    failures = sum("error" in json.loads(line) for line in lines)
    return Done(reports=len(lines) - failures, failures=failures)


def _open(part: Path, output: Path) -> TextIO:
    if output.is_dir():
        msg = f"Cannot write '{output}': it is a folder; name a file in it."
        raise InputError(msg)
    try:
        return part.open("w", encoding="utf-8")
    except OSError as error:
        msg = f"Cannot write '{part}': {error.strerror}; name a file in a folder that can be written."
        raise InputError(msg) from error


def _record(line: str, number: int, source: Path) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        msg = f"Line {number} of {source} is not JSON ({error}): write one object a line."
        raise InputError(msg) from error
    if not isinstance(record, dict) or "article" not in record or not isinstance(record.get("officials"), list):
        msg = f'Line {number} of {source} must be an object with "article" and a list of "officials".'
        raise InputError(msg)
    return record


def _no_constant(name: str) -> None:
    msg = f"{name} is no JSON value"
    raise ValueError(msg)


def _kept(part: Path) -> list[str]:
    """The whole lines of an interrupted run; a line that was cut off is done again."""
    if not part.exists():
        return []
    *whole, _cut_off = part.read_text(encoding="utf-8").split("\n")
    return [line + "\n" for line in whole]


class Checker:
    """Checks articles in one process, with models that are opened once."""

    def __init__(self, settings: dict[str, str | None]) -> None:
        """Take the glossary's and the packages' paths from ``settings``."""
        from polyglot_news.glossary import Glossary
        from polyglot_news.translate import Translator

        self.glossary = Glossary.load(settings["glossary"]) if settings["glossary"] else None
        self.translator = Translator(packages=settings["packages"], glossary=self.glossary)

    def __call__(self, job: dict[str, Any]) -> dict[str, str]:
        """Return the output line of one input record, under "line"."""
        from polyglot_news.article import compare_article

        rest = {key: value for key, value in job.items() if key not in {"article", "officials", "_folder"}}
        folder = Path(job["_folder"])
        try:
            report = compare_article(
                _document(job["article"], folder),
                [_document(official, folder) for official in job["officials"]],
                glossary=self.glossary,
                translator=self.translator,
            )
            result = {**rest, **report.to_dict()}
        except (PolyglotNewsError, OSError) as error:
            result = {**rest, "error": " ".join(str(error).split())}
        text = json.dumps(result, ensure_ascii=False)
        if any("\ud800" <= char <= "\udfff" for char in text):
            text = json.dumps(result)  # half a surrogate pair, in a key that is copied: no UTF-8 holds it
        return {"line": text + "\n"}


def _document(text: str | dict[str, str], folder: Path) -> Document:
    from polyglot_news.documents import document_from_text, read_document

    if isinstance(text, str):
        return read_document(folder / text)
    if not isinstance(text, dict) or not isinstance(text.get("text"), str):
        msg = 'A text must be the path of a file or an object with "name" and "text".'
        raise InputError(msg)
    return document_from_text(text["text"], name=str(text.get("name") or "text"))


_checker: Checker | None = None


def _start(settings: dict[str, str | None]) -> None:
    global _checker  # noqa: PLW0603  # one set of models for the life of a worker process
    _checker = Checker(settings)


def _check(job: dict[str, Any]) -> str:
    if _checker is None:
        msg = "the worker was not started"
        raise RuntimeError(msg)
    return _checker(job)["line"]


def _run_local(jobs: list[dict[str, Any]], settings: dict[str, str | None], workers: int | None) -> Iterator[str]:
    import multiprocessing

    count = min(workers or multiprocessing.cpu_count(), len(jobs))
    if count <= 1:
        checker = Checker(settings)
        for job in jobs:
            yield checker(job)["line"]
        return
    # Started afresh, not forked: the inference library keeps threads, which do not survive a fork.
    with multiprocessing.get_context("spawn").Pool(count, _start, (settings,)) as pool:
        yield from pool.imap(_check, jobs)


def _run_ray(jobs: list[dict[str, Any]], settings: dict[str, str | None], workers: int | None) -> Iterator[str]:
    import logging
    import os

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anyone
    try:
        import ray
        import ray.data
    except ImportError as error:
        msg = "The engine ray is not installed: run pip install 'polyglot-news[ray]'."
        raise InputError(msg) from error
    if not jobs:
        return
    ours = not ray.is_initialized()
    if ours:
        ray.init(logging_level="error", log_to_driver=False)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = context.print_on_execution_start = False
    # Workers have folders of their own.
    settings = {key: value and str(Path(value).resolve()) for key, value in settings.items()}
    jobs = [{**job, "_folder": str(Path(job["_folder"]).resolve())} for job in jobs]
    # Each record travels as JSON: Ray's tables want one type a column, and records differ.
    rows = ray.data.from_items([{"job": json.dumps(job)} for job in jobs])
    pool = ray.data.ActorPoolStrategy(min_size=workers or 1, max_size=workers or len(jobs))
    try:
        for row in rows.map(RayChecker, fn_constructor_args=(settings,), compute=pool).iter_rows():
            yield row["line"]
    finally:
        if ours:
            ray.shutdown()


class RayChecker:
    """The same check, as an actor of Ray Data."""

    def __init__(self, settings: dict[str, str | None]) -> None:
        """Open the models once for each actor."""
        self.checker = Checker(settings)

    def __call__(self, row: dict[str, str]) -> dict[str, str]:
        """Map a row with a "job" to a row with a "line"."""
        return self.checker(json.loads(row["job"]))
