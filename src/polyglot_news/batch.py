"""Many articles: on the cores of this machine, or on many machines with Ray."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from polyglot_news.cores import usable_cores
from polyglot_news.errors import InputError, PolyglotNewsError, PolyglotNewsWarning
from polyglot_news.files import real_path
from polyglot_news.report.model import REPORT_KEYS
from polyglot_news.unfinished import claim, cut_to_what_stands, finish, is_failure, places

if TYPE_CHECKING:
    from polyglot_news.documents import Document
    from polyglot_news.glossary import Glossary

ENGINES = ("local", "ray")
_OURS = frozenset(["_folder", "error", *REPORT_KEYS])


@attrs.frozen(kw_only=True)
class Settings:
    """What all articles of a batch share; it is handed to every worker, so that all work with the same terms."""

    glossary: Glossary | None
    packages: Path | None
    index: Path | None
    article_language: str | None
    official_language: str | None


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
    glossary: Glossary | Path | None = None,
    packages: Path | None = None,
    index: Path | None = None,
    workers: int | None = None,
    article_language: str | None = None,
    official_language: str | None = None,
) -> Done:
    """Check every article that ``source`` lists; write one line of JSON for each to ``output``, in the same order.

    What is done is kept in ``OUTPUT.part`` until all is; an interrupted run goes on from there with ``resume``, from
    the first article on whose files have changed since. The input may be of any size: it is read line by line, with
    Ray alone as a whole.

    Args:
        source: JSON lines (``-`` for standard input), each ``{"article": …, "officials": […]}`` where a text is a
            file's path, relative to the folder of ``source``, or ``{"name": …, "text": …}``; other keys are copied to
            the output.
        output: JSON lines, each a report (or an "error") with the keys of its input line that neither has.
        engine: "local" (processes on this machine) or "ray" (Ray Data; needs the extra ``ray``).
        resume: keep what ``OUTPUT.part`` holds already, of the same input, glossary, packages and languages.
        glossary: glossary for all articles, or the file to read it from.
        packages: folder of translation packages.
        index: folder that keeps official texts ready for search, for articles that share them.
        workers: how many processes; by default one for each core that this process may use.
        article_language: "en", "fr" or "zh" where all articles are in that language; told by each by default.
        official_language: the same of the official texts.

    Raises:
        LanguageError: a language is not English, French or Chinese.
        InputError: ``source`` is not JSON lines, ``output`` cannot be written or is no file of its own, or the engine
            is unknown or not installed, or ``OUTPUT.part`` is of another input or of other settings, or is being
            written by another batch.
        PolyglotNewsError: a worker process was killed.
        GlossaryError: the glossary cannot be used.
        PackageError: a package is broken.
    """
    from polyglot_news.files import open_seekable
    from polyglot_news.glossary import Glossary
    from polyglot_news.language import language_code

    if engine not in ENGINES:
        msg = f"The engine {engine!r} is unknown: choose one of {', '.join(ENGINES)}."
        raise InputError(msg)
    if not isinstance(glossary, (Glossary, type(None))):
        glossary = Glossary.load(glossary)
    _check_output(output, source, glossary)
    settings = Settings(
        glossary=glossary,
        packages=packages,
        index=index,
        article_language=article_language and language_code(article_language),
        official_language=official_language and language_code(official_language),
    )
    checker = Checker(settings)  # what is wrong with these is said here, once
    run = _run_local if engine == "local" else _run_ray
    with open_seekable(source) as file:
        total, checksum = _look_over(file, source, output)
        key = f"{checksum} {checker.signature} {settings.article_language} {settings.official_language}"
        with claim(output, key, resume=resume) as (lines, stamped):
            with lines.open("r+b") as part, stamped.open("r+b") as mark:
                failures = cut_to_what_stands(part, mark, map(_stamp, _jobs(file, source)))
                jobs = itertools.islice(_jobs(file, source), len(failures), None)
                stamps: deque[str] = deque()
                with contextlib.closing(run(_stamped(jobs, stamps), total - len(failures), checker, workers)) as texts:
                    for text in texts:
                        line = text.encode("utf-8")
                        mark.write(stamps.popleft().encode() + b"\n")
                        part.write(line)
                        mark.flush()
                        part.flush()
                        failures.append(is_failure(line))
            finish(output)
    return Done(reports=failures.count(False), failures=failures.count(True))


def _check_output(output: Path, source: Path, glossary: Glossary | None) -> None:
    if str(output) == "-" or (output.exists() and not output.is_file() and not output.is_dir()):
        reason = "an interrupted batch goes on from its output, which must be a file; name one"
        msg = f"Cannot write {str(output)!r}: {reason}."
        raise InputError(msg)
    from polyglot_news.files import check_outputs

    read = [source, *(file.path for file in (glossary.files if glossary else ()))]
    inputs = [path for path in read if str(path) != "-"]
    check_outputs([output], inputs)
    check_outputs(places(output), inputs)


def _look_over(file: BinaryIO, source: Path, output: Path) -> tuple[int, str]:
    """Return how many jobs an input holds, and its SHA-256; what is wrong with a line is said before work begins."""
    digest, total = hashlib.sha256(), 0
    written = {real_path(output), *places(output)}
    for number, line in _lines(file, source):
        digest.update(line)
        if line.strip():
            record = _record(line, number, source)
            for path in _paths({**record, "_folder": _folder(source)}):
                if _is_one_of(path, written):
                    msg = f"Cannot write {str(output)!r}: line {number} reads {str(path)!r}; name another file."
                    raise InputError(msg)
            total += 1
    return total, digest.hexdigest()


def _is_one_of(path: Path, written: set[Path]) -> bool:
    with contextlib.suppress(OSError, ValueError):  # what cannot be a path is an error of its article
        return real_path(path) in written
    return False


def _jobs(file: BinaryIO, source: Path) -> Iterator[dict[str, Any]]:
    for number, line in _lines(file, source):
        if line.strip():
            yield {**_record(line, number, source), "_folder": _folder(source)}


def _folder(source: Path) -> str:
    """Return the folder where relative paths start, as a whole: "-" in it is a file's name and not standard input."""
    return str(real_path(source.parent))


def _paths(job: dict[str, Any]) -> list[Path]:
    """Return the files that a job reads."""
    return [Path(job["_folder"]) / text for text in (job["article"], *job["officials"]) if isinstance(text, str)]


def _stamped(jobs: Iterator[dict[str, Any]], stamps: deque[str]) -> Iterator[dict[str, Any]]:
    """Put down the stamp of each job before it is done: what changes while it is done is then seen as a change."""
    for job in jobs:
        stamps.append(_stamp(job))
        yield job


def _stamp(job: dict[str, Any]) -> str:
    """Return a checksum of the files that a job reads; the job itself is part of the input's."""
    from polyglot_news.files import MAX_BYTES

    digest = hashlib.sha256()
    for path in _paths(job):
        content = b""
        with contextlib.suppress(OSError, ValueError):  # what cannot be read now is an error of this article
            if path.is_file():
                with path.open("rb") as file:
                    content = b"file" + file.read(MAX_BYTES + 1)
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _lines(file: BinaryIO, source: Path) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of every line, from the start of a file of any size."""
    from polyglot_news.files import MAX_BYTES

    file.seek(0)
    for number in itertools.count(1):
        line = file.readline(MAX_BYTES + 1)
        if len(line) > MAX_BYTES:
            msg = f"Line {number} of {source} is longer than {MAX_BYTES // 1_000_000} MB: write one object a line."
            raise InputError(msg)
        if not line:
            return
        yield number, line


def _record(line: bytes, number: int, source: Path) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        msg = f"Line {number} of {source} is not JSON in UTF-8 ({error}): write one object a line."
        raise InputError(msg) from error
    if not isinstance(record, dict) or "article" not in record or not isinstance(record.get("officials"), list):
        msg = f'Line {number} of {source} must be an object with "article" and a list of "officials".'
        raise InputError(msg)
    return record


def _no_constant(name: str) -> None:
    msg = f"{name} is no JSON value"
    raise ValueError(msg)


class Checker:
    """Checks articles in one process, with models that are opened once."""

    def __init__(self, settings: Settings) -> None:
        """Make ready what all articles share."""
        from polyglot_news.align.index import PassageIndex
        from polyglot_news.translate import Translator

        self.settings = settings
        self.index = PassageIndex(settings.index) if settings.index else None
        self.translator = Translator(packages=settings.packages, glossary=settings.glossary)

    @property
    def signature(self) -> str:
        """The signature of every report."""
        from polyglot_news.align.encoder import default_encoder
        from polyglot_news.signature import signature

        return signature(encoder=default_encoder(), translator=self.translator, glossary=self.settings.glossary)

    def __call__(self, job: dict[str, Any]) -> dict[str, str]:
        """Return the output line of one input record, under "line"."""
        from polyglot_news.article import compare_article

        rest = {key: value for key, value in job.items() if key not in _OURS}
        folder = Path(job["_folder"])
        try:
            language = self.settings.official_language
            officials = enumerate(job["officials"], start=1)
            report = compare_article(
                _document(job["article"], "article", self.settings.article_language, folder),
                [_document(official, f"official {number}", language, folder) for number, official in officials],
                glossary=self.settings.glossary,
                translator=self.translator,
                index=self.index,
            )
            result = {**rest, **report.to_dict()}
        except (PolyglotNewsError, OSError) as error:
            result = {**rest, **_failure(job["article"], str(error))}
        except Exception as error:  # noqa: BLE001  # what one article brings about must not end the others
            result = {**rest, **_failure(job["article"], f"{type(error).__name__}: {error}")}
        text = json.dumps(result, ensure_ascii=False)
        if any("\ud800" <= char <= "\udfff" for char in text):
            text = json.dumps(result)  # half a surrogate pair, in a key that is copied: no UTF-8 holds it
        return {"line": text + "\n"}


def _failure(article: object, message: str) -> dict[str, Any]:
    """Return what stands in place of the report of an article, named as its input line names it."""
    name = article.get("name") if isinstance(article, dict) else article
    return {"article": {"name": str(name or "article")}, "error": " ".join(message.split())}


def _document(text: str | dict[str, str], name: str, language: str | None, folder: Path) -> Document:
    from polyglot_news.documents import document_from_text, read_document

    if isinstance(text, str):
        return read_document(folder / text, language=language)
    if not isinstance(text, dict) or not isinstance(text.get("text"), str):
        msg = 'A text must be the path of a file or an object with "name" and "text".'
        raise InputError(msg)
    return document_from_text(text["text"], name=str(text.get("name") or name), language=language)


_checker: Checker | None = None


def _start(settings: Settings, threads: int) -> None:
    global _checker  # noqa: PLW0603  # one set of models for the life of a worker process
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the batch wants one message, not one of each worker
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["OMP_NUM_THREADS"] = str(threads)  # before the models and their libraries are loaded
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PolyglotNewsWarning)  # the packages were told of already
        _checker = Checker(settings)


def _end_with_parent() -> None:
    """End this worker when the batch is ended from outside: it would wait for its next article for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _check(job: dict[str, Any]) -> dict[str, str]:
    if _checker is None:
        msg = "the worker was not started"
        raise RuntimeError(msg)
    return _with_warnings(_checker, job)


def _with_warnings(checker: Checker, job: dict[str, Any]) -> dict[str, str]:
    """Return the output line of a job with what the library warns of under "told": the one who asked is to hear it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", PolyglotNewsWarning)
        done = checker(job)
    told = [str(one.message) for one in caught if issubclass(one.category, PolyglotNewsWarning)]
    return {**done, "told": "\0".join(told)}


def _told(done: dict[str, str]) -> str:
    """Return the output line that a worker made, and warn of what it was warned of."""
    for message in filter(None, done["told"].split("\0")):
        warnings.warn(message, PolyglotNewsWarning, stacklevel=2)
    return done["line"]


def _run_local(
    jobs: Iterator[dict[str, Any]], total: int, checker: Checker, workers: int | None
) -> Generator[str, None, None]:
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    count = min(workers or usable_cores(), total)
    if count <= 1:
        for job in jobs:
            yield checker(job)["line"]
        return
    others = set(multiprocessing.active_children())
    # Started afresh, not forked: the inference library keeps threads, which do not survive a fork.
    pool = ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(checker.settings, max(1, usable_cores() // count)),
    )
    pending: deque[Future[dict[str, str]]] = deque()
    try:
        for job in jobs:
            pending.append(pool.submit(_check, job))
            if len(pending) > 4 * count:  # enough to keep all at work, and no more of a long input in memory
                yield _told(pending.popleft().result())
        while pending:
            yield _told(pending.popleft().result())
    except BaseException as error:
        # Who ends the batch is not to wait for the articles that are being checked; and the pool, once a worker was
        # killed, for ever for another one that was just starting.
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()
        if isinstance(error, BrokenProcessPool):
            msg = (
                "A worker process was killed, perhaps for want of memory; what is done is kept: "
                "go on with --resume, with fewer --workers."
            )
            raise PolyglotNewsError(msg) from error
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _run_ray(
    jobs: Iterator[dict[str, Any]], total: int, checker: Checker, workers: int | None
) -> Generator[str, None, None]:
    import logging

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anyone
    try:
        import ray
        import ray.data
    except ImportError as error:
        msg = "The engine ray is not installed: run pip install 'polyglot-news[ray]'."
        raise InputError(msg) from error
    if not total:
        return
    ours = not ray.is_initialized()
    if ours:
        ray.init(logging_level="error", log_to_driver=False)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = context.print_on_execution_start = False
    # Workers have folders of their own.
    packages, index = checker.settings.packages, checker.settings.index
    settings = attrs.evolve(checker.settings, packages=packages and packages.resolve(), index=index and index.resolve())
    # Each record travels as JSON: Ray's tables want one type a column, and records differ.
    rows = ray.data.from_items([{"job": json.dumps(job)} for job in jobs])
    pool = ray.data.ActorPoolStrategy(min_size=workers or 1, max_size=workers or total)
    try:
        for row in rows.map(RayChecker, fn_constructor_args=(settings,), compute=pool).iter_rows():
            yield _told(row)
    finally:
        if ours:
            ray.shutdown()


class RayChecker:
    """The same check, as an actor of Ray Data."""

    def __init__(self, settings: Settings) -> None:
        """Open the models once for each actor."""
        self.checker = Checker(settings)

    def __call__(self, row: dict[str, str]) -> dict[str, str]:
        """Map a row with a "job" to a row with a "line" and what is "told"."""
        return _with_warnings(self.checker, json.loads(row["job"]))
