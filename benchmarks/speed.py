"""Speed and memory of translation, against argostranslate.translate with the same package.

    python -m benchmarks.speed --packages DIR [--direction en-fr] [--data DIR] [--sample N] [--json FILE]

Each system runs in a process of its own. They translate the same lines in turns, a few at a time, so that what else the
machine does falls on all of them alike: read the ratios, not the seconds. On a busy machine the processor time (cpu)
says what the waiting hides, though not that both cores work at once. The sentence splitter of Argos Translate is
replaced by one that passes its input through, so that nothing is downloaded; each line is one sentence.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.common import add_arguments, write_json

ROUND = 200  # lines that one system translates before it is the next one's turn
REPEATS = {1: 20, 20: 5}  # how often the small inputs are translated

Translate = Callable[[Sequence[str]], list[str]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--packages", type=Path, required=True, help="folder of Argos packages")
    parser.add_argument("--direction", default="en-fr")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    options = parser.parse_args()
    source, target = options.direction.split("-")
    if options.worker:
        _work(SYSTEMS[options.worker](options.packages, source, target))
        return
    lines = list(_lines(options.data, source, target))[: options.sample or 2000]
    workers = {name: _Worker.start(name) for name in SYSTEMS}
    for count, repeats in REPEATS.items():
        for repeat in range(repeats):
            some = [text for text, _ in lines[count * repeat : count * (repeat + 1)]]  # Argos keeps its last answer
            for worker in workers.values():
                worker.translate(some, label=count)
    for start in range(0, len(lines), ROUND):
        for worker in workers.values():
            worker.translate([text for text, _ in lines[start : start + ROUND]], label=len(lines), keep=True)
    figures = {name: worker.finish([reference for _, reference in lines], target) for name, worker in workers.items()}
    _print(figures, len(lines))
    cost = _import_cost()
    print(f"import polyglot_news: {cost['seconds']} s, {cost['mib']} MiB more than Python alone")
    write_json(options.json, {"direction": options.direction, "lines": len(lines), "systems": figures, "import": cost})


def _lines(data: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield news and encyclopaedia lines with their human translations."""
    with (data / "translation" / "ntrex.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row[source], row[target]
    flores = data / "translation" / f"flores_dev.{source}-{target}.tsv"
    if flores.is_file():
        with flores.open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["src"], row["ref"]


def _argos(packages: Path, source: str, target: str) -> Translate:
    """Argos Translate as it comes: beam 4, length penalty 0.2, batches of 32 tokens."""
    home = tempfile.mkdtemp()
    os.environ.update(XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
    os.environ["ARGOS_PACKAGES_DIR"] = str(packages.resolve())
    from argostranslate import translate

    class PassThrough:
        def __init__(self, package: object) -> None:
            pass

        def split_sentences(self, text: str) -> list[str]:
            return [text]

    translate.MiniSBDSentencizer = PassThrough
    translation = translate.get_translation_from_codes(source, target)
    return lambda lines: translation.translate("\n".join(lines)).split("\n")


def _engine(packages: Path, source: str, target: str) -> Translate:
    """Our engine with the options of Argos Translate: what batching alone gives."""
    from polyglot_news.translate.decoding import Decoding
    from polyglot_news.translate.engine import Engine
    from polyglot_news.translate.packages import choose_package, find_packages

    engine = Engine(choose_package(find_packages(packages), source, target))
    options = Decoding(beam=4, length_penalty=0.2)
    return lambda lines: [found.text for found in engine.translate(lines, decoding=options)]


def _translator(packages: Path, source: str, target: str) -> Translate:
    """Our default setting, with typography, names and all."""
    from polyglot_news.translate import Translator

    translator = Translator(packages)
    return lambda lines: [" ".join(done.text.split("\n")) for done in translator.translate(lines, source, target)]


SYSTEMS: dict[str, Callable[[Path, str, str], Translate]] = {
    "argostranslate": _argos,
    "engine, same options": _engine,
    "translator, default": _translator,
}


def _work(translate: Translate) -> None:
    """Translate what comes on standard input, a JSON list a line, and tell how long it took."""
    translate(["Peace."])
    for line in sys.stdin:
        start, used = time.perf_counter(), time.process_time()
        done = translate(json.loads(line))
        seconds, used = time.perf_counter() - start, time.process_time() - used
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(json.dumps({"done": done, "seconds": seconds, "cpu": used, "peak": peak}) + "\n")
        sys.stdout.flush()


@attrs.define
class _Worker:
    """A system in a process of its own.

    Attributes:
        process: the process.
        ready: seconds until it had translated its first word.
        seconds: by input size, how long each translation took.
        cpu: by input size, the processor time of each.
        done: its translations.
        peak: its most memory so far, MiB.
    """

    process: subprocess.Popen[str]
    ready: float
    seconds: dict[int, list[float]] = attrs.Factory(dict)
    cpu: dict[int, list[float]] = attrs.Factory(dict)
    done: list[str] = attrs.Factory(list)
    peak: float = 0.0

    @classmethod
    def start(cls, name: str) -> _Worker:
        command = [sys.executable, "-m", "benchmarks.speed", *sys.argv[1:], "--worker", name]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        worker = cls(process, 0.0)
        worker.translate([], label=0)
        worker.ready = time.perf_counter() - start
        return worker

    def translate(self, lines: Sequence[str], *, label: int, keep: bool = False) -> None:
        if self.process.stdin is None or self.process.stdout is None:
            return
        self.process.stdin.write(json.dumps(lines) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        self.seconds.setdefault(label, []).append(answer["seconds"])
        self.cpu.setdefault(label, []).append(answer["cpu"])
        self.peak = answer["peak"]
        if keep:
            self.done += answer["done"]

    def finish(self, references: Sequence[str], target: str) -> dict[str, Any]:
        import sacrebleu

        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.wait()
        bleu = sacrebleu.corpus_bleu(self.done, [references], tokenize="zh" if target == "zh" else "13a")
        return {
            "ready_seconds": round(self.ready, 2),
            "lines_per_second": _speeds(self.seconds),
            "lines_per_cpu_second": _speeds(self.cpu),
            "peak_mib": round(self.peak),
            "bleu": round(bleu.score, 2),
        }


def _import_cost() -> dict[str, float]:
    """Return what importing the library takes in a fresh interpreter: the median of five (Linux)."""
    code = """
import os, time
def resident():  # ru_maxrss would tell the parent's as well
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
before, start = resident(), time.perf_counter()
import polyglot_news
print(time.perf_counter() - start, resident() - before)
"""
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
        for _ in range(5)
    ]
    seconds, mib = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return {"seconds": round(statistics.median(seconds), 3), "mib": round(statistics.median(mib), 1)}


def _speeds(times: dict[int, list[float]]) -> dict[str, float]:
    return {str(label): round(label * REPEATS.get(label, 1) / sum(taken), 2) for label, taken in times.items() if label}


def _print(figures: dict[str, dict[str, Any]], count: int) -> None:
    base = figures["argostranslate"]
    columns = [
        *((label, "lines_per_second") for label in [*map(str, REPEATS), str(count)]),
        (str(count), "lines_per_cpu_second"),
    ]
    heads = [f"{label} lines{' (cpu)' if 'cpu' in key else ''}" for label, key in columns]
    print(f"{'':22}{'ready s':>9}" + "".join(f"{head:>22}" for head in heads) + f"{'peak MiB':>10}{'BLEU':>8}")
    for name, system in figures.items():
        cells = []
        for label, key in columns:
            speed = system[key][label]
            cells.append(f"{speed:>10.1f}/s {speed / base[key][label]:>7.2f}×  ")
        print(
            f"{name:22}{system['ready_seconds']:>9}" + "".join(cells) + f"{system['peak_mib']:>10}{system['bleu']:>8}"
        )


if __name__ == "__main__":
    main()
