"""CTranslate2, driven directly: batches over all sentences, both cores, scores and attention."""

from __future__ import annotations

import ctypes
import functools
import threading
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from polyglot_news.cores import usable_threads
from polyglot_news.errors import PackageError
from polyglot_news.translate import guard
from polyglot_news.translate.decoding import Attention, Decoding, Hypothesis, Job, Progress, Scored
from polyglot_news.translate.packages import Package
from polyglot_news.translate.pieces import open_tokenizers

# Source tokens times beam in a batch. A batch holds the probabilities of the whole vocabulary for each of its sentences
# and each hypothesis; measured on two cores, half as many tokens cost 10 % of the speed, more bring nothing.
_BATCH_TOKENS = 2048
_SCORED_TOKENS = 96  # scoring holds the whole vocabulary, three times, for every target token of a batch at once
_CALL_TOKENS = 8192  # handed to CTranslate2 at once: sentences of about one length, so that one length limit fits
_MAX_WORKERS = 8
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h
_MAX_POSITIONS = 500  # tokens on either side; models know no more than 512, and what is beyond is left out


class Engine:
    """The model of one package. Threads may share it."""

    def __init__(self, package: Package) -> None:
        """Load the model.

        Raises:
            PackageError: the package is broken.
        """
        import ctranslate2

        _keep_heaps_small()
        workers = min(usable_threads(), _MAX_WORKERS)
        package.check()
        self.package = package
        self.source, self.target = open_tokenizers(package)
        self._prefix = (package.target_prefix,) if package.target_prefix else ()
        self._shortlist = (package.path / "model" / "vmap.txt").is_file()
        try:
            self._model = ctranslate2.Translator(
                str(package.path / "model"), device="cpu", inter_threads=workers, intra_threads=1
            )
        except (RuntimeError, ValueError) as error:
            msg = f"The translation package {package.path} is broken: its model cannot be loaded."
            raise PackageError(msg) from error

    def translate(
        self,
        sentences: Sequence[str],
        *,
        decoding: Decoding | None = None,
        attention: bool = False,
        progress: Progress | None = None,
    ) -> list[Hypothesis]:
        """Translate sentences: one batch, each sentence once however often it comes.

        An output that loops or does not end is decoded again with repeated n-grams forbidden.

        Args:
            sentences: single sentences without line breaks.
            decoding: how to search.
            attention: whether to return the attention.
            progress: called with how many sentences are done, and of how many.

        Returns:
            The best hypothesis for each sentence.
        """
        unique = list(dict.fromkeys(sentences))
        jobs = [Job(source=self.source.encode(sentence).pieces) for sentence in unique]
        best = [found[0] for found in self.decode(jobs, decoding=decoding, attention=attention, progress=progress)]
        done = dict(zip(unique, self.mend(jobs, best, decoding=decoding, attention=attention), strict=True))
        return [done[sentence] for sentence in sentences]

    def decode(
        self,
        jobs: Sequence[Job],
        *,
        decoding: Decoding | None = None,
        hypotheses: int = 1,
        attention: bool = False,
        suppress: Sequence[Sequence[str]] = (),
        block_ngrams: int = 0,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Decode tokenised sentences.

        Args:
            jobs: sources with the beginnings that their translations must have.
            decoding: how to search.
            hypotheses: how many to return for each job, at most the beam size.
            attention: whether to return the attention.
            suppress: sequences of target tokens that must not come.
            block_ngrams: forbid n-grams of this size to come twice; 0 allows all.
            progress: called with how many jobs are done, and of how many.

        Returns:
            The hypotheses for each job, the best first.
        """
        decoding = decoding or Decoding()
        options: dict[str, Any] = {
            "beam_size": decoding.beam,
            "num_hypotheses": hypotheses,
            "length_penalty": decoding.length_penalty,
            "no_repeat_ngram_size": block_ngrams,
            "return_attention": attention,
            "return_scores": True,
            "replace_unknowns": True,
            "use_vmap": self._shortlist and not any(job.prefix for job in jobs),
            "suppress_sequences": [list(sequence) for sequence in suppress] or None,
        }
        results: list[list[Hypothesis]] = [[] for _ in jobs]
        calls = []
        for indices in _calls([len(job.source) + len(job.prefix) for job in jobs]):
            longest = max(guard.length_limit(len(jobs[index].source)) for index in indices)
            begun = len(self._prefix) + max(len(jobs[index].prefix) for index in indices)
            pending = self._run(
                self._model.translate_batch,
                [list(jobs[index].source) for index in indices],
                target_prefix=[[*self._prefix, *jobs[index].prefix] for index in indices],
                max_decoding_length=max(1, min(longest, _MAX_POSITIONS - begun)),
                max_batch_size=_BATCH_TOKENS // decoding.beam,
                **options,
            )
            calls.append((indices, pending))
        done = len(jobs) - sum(len(indices) for indices, _ in calls)
        for indices, pending in calls:
            for index, outcome in zip(indices, pending, strict=True):
                results[index] = self._hypotheses(jobs[index], outcome.result(), decoding)
            done += len(indices)
            if progress:
                progress(done, len(jobs))
        return [found or [Hypothesis(text="", pieces=(), score=0.0)] for found in results]

    def _run(self, method: Any, *batch: Any, **options: Any) -> Any:
        return method(
            *batch,
            batch_type="tokens",
            max_input_length=_MAX_POSITIONS,
            asynchronous=True,
            **options,
        )

    def _hypotheses(self, job: Job, outcome: Any, decoding: Decoding) -> list[Hypothesis]:
        skip = len(self._prefix)
        found = []
        attentions = outcome.attention or [None] * len(outcome.hypotheses)
        for tokens, score, attention in zip(outcome.hypotheses, outcome.scores, attentions, strict=True):
            length = len(tokens) + 1
            pieces = [*job.prefix, *tokens[skip + len(job.prefix) :]]  # the prefix as given, unknown tokens included
            found.append(
                Hypothesis(
                    text=self.target.decode(pieces),
                    pieces=tuple(pieces),
                    score=score * length**decoding.length_penalty / length,
                    attention=_compact(attention[skip:]) if attention else (),
                )
            )
        return found

    def mend(
        self,
        jobs: Sequence[Job],
        hypotheses: Sequence[Hypothesis],
        *,
        decoding: Decoding | None = None,
        attention: bool = False,
    ) -> list[Hypothesis]:
        """Decode those again that went astray, with repeated n-grams forbidden."""
        astray = [index for index, (job, found) in enumerate(zip(jobs, hypotheses, strict=True)) if _astray(job, found)]
        mended = list(hypotheses)
        if not astray:
            return mended
        decoding = decoding or Decoding()
        again = self.decode(
            [jobs[index] for index in astray],
            decoding=attrs.evolve(decoding, beam=max(decoding.beam, 4)),
            attention=attention,
            block_ngrams=3,
        )
        for index, (found, *_) in zip(astray, again, strict=True):
            mended[index] = found
            if _astray(jobs[index], found):
                pieces = guard.unloop(hypotheses[index].pieces)
                mended[index] = attrs.evolve(
                    hypotheses[index], text=self.target.decode(pieces), pieces=tuple(pieces), attention=()
                )
        return mended

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        """Score given translations.

        Args:
            pairs: source and target sentences.

        Returns:
            For each pair the log-probabilities of the target's tokens, with their places in the target text; of a text
            only the first 500 tokens count.
        """
        sources = [self.source.encode(source).pieces for source, _ in pairs]
        encoded = {target: self.target.encode(target) for target in dict.fromkeys(target for _, target in pairs)}
        targets = [encoded[target] for _, target in pairs]  # one target is often scored for many sources
        scores = self.score_pieces(list(zip(sources, (target.pieces for target in targets), strict=True)))
        return [
            Scored(spans=target.spans[: len(log_probs) - 1], log_probs=tuple(log_probs[:-1]), end=log_probs[-1])
            for target, log_probs in zip(targets, scores, strict=True)
        ]

    def score_pieces(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[list[float]]:
        """Return the log-probability of each target token and, last, of the end; the pairs are tokenised."""
        scores: list[list[float]] = [[0.0] * (len(target) + 1) for _, target in pairs]
        calls = []
        for indices in _calls([len(source) and len(target) + 1 for source, target in pairs], _SCORED_TOKENS):
            pending = self._run(
                self._model.score_batch,
                [list(pairs[index][0]) for index in indices],
                [[*self._prefix, *pairs[index][1][:_MAX_POSITIONS]] for index in indices],
                max_batch_size=0,
            )
            if len(pairs[indices[0]][1]) > _SCORED_TOKENS:
                pending[0].result()  # one at a time: it takes as much memory as two batches
            calls.append((indices, pending))
        for indices, pending in calls:
            for index, outcome in zip(indices, pending, strict=True):
                scores[index] = outcome.result().log_probs[len(self._prefix) :]
        return scores

    def attend(self, pairs: Sequence[tuple[str, str]]) -> list[Attention]:
        """Return where the model looks in each source for the tokens of a given target (forced decoding)."""
        sides = [(self.source.encode(source), self.target.encode(target)) for source, target in pairs]
        weights = self.attend_pieces([(source.pieces, target.pieces) for source, target in sides])
        return [
            Attention(source=source.spans[:_MAX_POSITIONS], target=target.spans[: len(rows)], weights=rows)
            for (source, target), rows in zip(sides, weights, strict=True)
        ]

    def attend_pieces(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[tuple[Sequence[float], ...]]:
        """Return the attention of each target token; the pairs are tokenised."""
        weights: list[tuple[Sequence[float], ...]] = [() for _ in pairs]
        calls = []
        for indices in _calls([len(source) and len(source) + len(target) for source, target in pairs]):
            targets = [[*self._prefix, *pairs[index][1][:_MAX_POSITIONS]] for index in indices]
            pending = self._run(
                self._model.translate_batch,
                [list(pairs[index][0]) for index in indices],
                target_prefix=targets,
                beam_size=1,
                max_decoding_length=1 + max(map(len, targets)),
                max_batch_size=_BATCH_TOKENS // 2,
                return_attention=True,
            )
            calls.append((indices, pending))
        for indices, pending in calls:
            for index, outcome in zip(indices, pending, strict=True):
                rows = outcome.result().attention[0][len(self._prefix) :]
                weights[index] = _compact(rows[: len(pairs[index][1])])
        return weights


def _compact(rows: Sequence[Sequence[float]]) -> tuple[Sequence[float], ...]:
    """Return attention in little memory: many are kept at once."""
    return tuple(array("f", row) for row in rows)


def _astray(job: Job, found: Hypothesis) -> bool:
    endless = len(found.pieces) >= guard.length_limit(len(job.source)) + len(job.prefix)
    return endless or guard.loops(found.pieces, job.source)


def _calls(lengths: Sequence[int], tokens: int = _CALL_TOKENS) -> Iterator[list[int]]:
    """Yield the indices of inputs, longest first, in groups for one call each; inputs of no length are left out."""
    order = sorted(
        (index for index, length in enumerate(lengths) if length), key=lambda index: (-lengths[index], index)
    )
    start = 0
    while start < len(order):
        size = max(1, tokens // lengths[order[start]])
        yield order[start : start + size]
        start += size


@functools.lru_cache(maxsize=1)
def _keep_heaps_small() -> None:
    """Let large buffers go back to the system once they are freed (glibc).

    Left alone, glibc keeps up to 64 MiB in the heap of every worker once a long sentence was scored.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # another C library
        return
    for parameter, limit in ((_M_TRIM_THRESHOLD, 8 << 20), (_M_MMAP_THRESHOLD, 12 << 20)):
        mallopt(parameter, limit)


_engines: dict[tuple[Path, str], Engine] = {}
_lock = threading.Lock()


def open_engine(package: Package) -> Engine:
    """Return the engine of a package, loaded once for all who ask.

    Raises:
        PackageError: the package is broken.
    """
    with _lock:
        key = (package.path.resolve(), package.checksum)
        if key not in _engines:
            _engines[key] = Engine(package)
        return _engines[key]
