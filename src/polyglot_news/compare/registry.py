"""All the checkers there are. A new kind of divergence is a new file, and a line here."""

from __future__ import annotations

import functools

from polyglot_news.compare.model import Checker


@functools.lru_cache(maxsize=1)
def checkers() -> tuple[Checker, ...]:
    """Return one checker of each kind, in the order in which a reader would ask."""
    from polyglot_news.compare.asking import AskingChecker
    from polyglot_news.compare.coverage import AdditionChecker, OmissionChecker
    from polyglot_news.compare.cuts import CutChecker
    from polyglot_news.compare.direction import DirectionChecker
    from polyglot_news.compare.gaps import GapChecker
    from polyglot_news.compare.meaning import MeaningChecker
    from polyglot_news.compare.members import MemberChecker
    from polyglot_news.compare.modality import ModalityChecker
    from polyglot_news.compare.names import NameChecker
    from polyglot_news.compare.naming.ranks import RankChecker
    from polyglot_news.compare.numbers import NumberChecker
    from polyglot_news.compare.polarity import PolarityChecker
    from polyglot_news.compare.qualifiers import QualifierChecker
    from polyglot_news.compare.restricted import RestrictedChecker
    from polyglot_news.compare.rivals import RivalChecker
    from polyglot_news.compare.shifted import ShiftedChecker
    from polyglot_news.compare.speech_acts import SpeechActChecker
    from polyglot_news.compare.tenses import TenseChecker
    from polyglot_news.compare.untranslated import UntranslatedChecker

    return (
        NumberChecker(),
        PolarityChecker(),
        ShiftedChecker(),
        ModalityChecker(),
        AskingChecker(),
        SpeechActChecker(),
        TenseChecker(),
        QualifierChecker(),
        RestrictedChecker(),
        RankChecker(),
        DirectionChecker(),
        NameChecker(),
        RivalChecker(),
        OmissionChecker(),
        CutChecker(),
        MemberChecker(),
        GapChecker(),
        AdditionChecker(),
        MeaningChecker(),
        UntranslatedChecker(),
    )
