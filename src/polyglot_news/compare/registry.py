"""All the checkers there are. A new kind of divergence is a new file, and a line here."""

from __future__ import annotations

import functools

from polyglot_news.compare.model import Checker


@functools.lru_cache(maxsize=1)
def checkers() -> tuple[Checker, ...]:
    """Return one checker of each kind, in the order in which a reader would ask."""
    from polyglot_news.compare.coverage import AdditionChecker, OmissionChecker
    from polyglot_news.compare.cuts import CutChecker
    from polyglot_news.compare.direction import DirectionChecker
    from polyglot_news.compare.meaning import MeaningChecker
    from polyglot_news.compare.modality import ModalityChecker
    from polyglot_news.compare.names import NameChecker
    from polyglot_news.compare.numbers import NumberChecker
    from polyglot_news.compare.polarity import PolarityChecker
    from polyglot_news.compare.qualifiers import QualifierChecker
    from polyglot_news.compare.untranslated import UntranslatedChecker

    return (
        NumberChecker(),
        PolarityChecker(),
        ModalityChecker(),
        QualifierChecker(),
        DirectionChecker(),
        NameChecker(),
        OmissionChecker(),
        CutChecker(),
        AdditionChecker(),
        MeaningChecker(),
        UntranslatedChecker(),
    )
