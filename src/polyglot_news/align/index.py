"""Official texts made ready for search once and kept on disk, so that the next article costs milliseconds."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from polyglot_news.align.layout import is_dateline, paragraph_starts, said_by_journalists
from polyglot_news.align.lexical import WordTable, has_lexicon
from polyglot_news.align.model import Encoder
from polyglot_news.align.searchable import Searchable
from polyglot_news.errors import InputError
from polyglot_news.given import check_path, check_type
from polyglot_news.signature import signature
from polyglot_news.text import Span, in_simplified

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.documents import Document

_FORMAT = 3  # of the files


class PassageIndex:
    """A folder of official texts that were prepared for search.

    Vectors are memory-mapped arrays, all else is JSON; an entry is known by the hash of text, language and signature
    (library, tables, encoder), so that a text which is already there costs nothing, and a changed one, or one that
    another version would cut or encode otherwise, is a new entry. Hand what ``add`` returns to ``find_passages`` in
    place of the documents.

    Args:
        folder: made when something is first added.
        encoder: the sentence encoder, by default the one that ships with the library.
    """

    def __init__(self, folder: str | Path, *, encoder: Encoder | None = None) -> None:
        from polyglot_news.align.encoder import default_encoder

        check_path(folder, "folder")
        self._folder = Path(folder)
        self.encoder = encoder or default_encoder()

    def add(self, official: Document) -> Searchable:
        """Return a text ready for search, from disk if it is there.

        Raises:
            InputError: the entry on disk is damaged, or the folder cannot be written.
        """
        from polyglot_news.documents import Document

        check_type(official, Document, "official", "a file is read with read_document(path)")
        key = self._key(official)
        if not (self._folder / f"{key}.json").exists():
            self._write(key, official)
        return self._read(key, official.text)

    def _key(self, official: Document) -> str:
        digest = hashlib.blake2b(digest_size=16)
        for part in (str(_FORMAT), signature(encoder=self.encoder), official.language, official.text):
            digest.update(part.encode("utf-8", "replace") + b"\0")
        return digest.hexdigest()

    def _write(self, key: str, official: Document) -> None:
        from polyglot_news.files import write_whole

        ready = Searchable.of(official, self.encoder)
        words = ready.words
        entry = {
            "format": _FORMAT,
            "encoder": self.encoder.name,
            "name": official.name,
            "language": official.language,
            "sentences": [[span.start, span.end] for span in ready.sentences],
            "window_spans": [[span.start, span.end] for span in ready.window_spans],
            "window_starts": ready.window_starts.tolist(),
            "words": None if words is None else [[words.forms[k] for k in words.ids], words.starts.tolist()],
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"The index in {self._folder} cannot be written: {error.strerror}.") from error
        # Each file takes its name when it is whole, since another process may have the same entry open.
        write_whole(self._folder / f"{key}.runs.npy", _saved(ready.runs))
        write_whole(self._folder / f"{key}.windows.npy", _saved(ready.windows))
        # Last of all: where this one is, the others are.
        write_whole(self._folder / f"{key}.json", json.dumps(entry, ensure_ascii=False))

    def _read(self, key: str, original: str) -> Searchable:
        import numpy as np

        try:
            entry = json.loads((self._folder / f"{key}.json").read_text(encoding="utf-8"))
            runs = np.load(self._folder / f"{key}.runs.npy", mmap_mode="r", allow_pickle=False)
            windows = np.load(self._folder / f"{key}.windows.npy", mmap_mode="r", allow_pickle=False)
            words = entry["words"]
            language = entry["language"]
            text = in_simplified(original, language)
            sentences = [Span(*span) for span in entry["sentences"]]
            return Searchable(
                original=original,
                text=text,
                sentences=sentences,
                breaks=paragraph_starts(text, sentences),
                asked=said_by_journalists(sentences, original),
                datelines=[is_dateline(sentence.of(text)) for sentence in sentences],
                runs=runs,
                windows=windows,
                window_spans=[Span(*span) for span in entry["window_spans"]],
                window_starts=np.array(entry["window_starts"], dtype=np.int64),
                words=WordTable.numbered(words[0], words[1], language) if has_lexicon(language, language) else None,
            )
        except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"The entry {key} of the index in {self._folder} is damaged ({error}): delete its files."
            ) from error


def _saved(vectors: NDArray[np.float32]) -> bytes:
    import numpy as np

    file = io.BytesIO()
    np.save(file, vectors)
    return file.getvalue()
