"""Words that add nothing to a claim: the *fall* of *fall ill*, 进行 before 调查, *Madam*, *there is no doubt that*.

Such verbs say little beside what they govern, and such clauses only stress what follows.
"""

from __future__ import annotations

import re

from polyglot_news.text import Span

# fmt: off
_LIGHT = {
    "en": frozenset({
        "fall", "falls", "fell", "fallen", "falling", "get", "gets", "got", "gotten", "getting", "take", "takes",
        "took", "taken", "taking", "make", "makes", "made", "making", "give", "gives", "gave", "given", "giving",
        "become", "becomes", "became", "becoming", "go", "goes", "went", "gone", "going", "come", "comes", "came",
        "coming", "put", "puts", "putting", "set", "sets", "setting", "keep", "keeps", "kept", "keeping", "hold",
        "holds", "held", "holding", "bring", "brings", "brought", "bringing", "run", "runs", "ran", "running", "turn",
        "turns", "turned", "turning", "pay", "pays", "paid", "paying", "have", "has", "had", "having", "do", "does",
        "did", "doing", "carry", "carries", "carried", "carrying", "grow", "grows", "grew", "growing", "play", "plays",
        "played", "out", "up", "where", "mr", "mrs", "ms", "madam", "sir",
    }),
    "fr": frozenset({
        "faire", "fait", "faits", "faite", "font", "fera", "feront", "faisait", "prendre", "prend", "prennent", "pris",
        "prise", "mettre", "met", "mettent", "mis", "mise", "donner", "donne", "donnent", "donné", "tomber", "tombe",
        "tombent", "tombé", "avoir", "rendre", "rend", "rendent", "rendu", "porter", "porte", "portent", "porté",
        "tenir", "tient", "tiennent", "tenu", "passer", "passe", "passent", "passé", "tirer", "tire", "jouer", "joue",
        "jouent", "procéder", "procède", "effectuer", "effectue", "apporter", "apporte", "devenir", "devient",
        "monsieur", "madame", "messieurs", "mesdames",
    }),
    "zh": frozenset({
        "进行", "予以", "加以", "作出", "做出", "给予", "展开", "开展", "实施", "得到", "受到", "加", "作", "做",
        "真正", "凡是", "先生", "女士",
    }),
}
# fmt: on
_STRESSED = {
    "en": re.compile(
        r"\b(?:there (?:is|was|can be) )?(?:no|without|beyond)(?: (?:any|a))? (?:doubt|question|denying)\b|\bfact is\b"
        r"|\b(?:I|we) (?:can|must|would|have to|want to) "
        r"(?:say|tell|assure|stress|add|repeat|emphasi[sz]e|point out|note)"
        r"|\bin all (?:honesty|seriousness|fairness|cando?u?r|sincerity)\b|\bto be fair\b"
        r"|\bwhat (?:really |truly )?(?:counts|matters)(?: most)? is\b"
        r"|\b(?:first|second|third|fourth|last)ly\b,?|^(?:first|second|third)(?: of all)?,",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:aucun|nul|le moindre) doute\b|\bil est (?:clair|évident|indéniable|certain) qu"
        r"|\b(?:je|nous) (?:tiens|tenons|dois|devons|voudrais|veux|peux|pouvons) (?:à )?"
        r"(?:dire|souligner|ajouter|répéter|assurer|rappeler|préciser)"
        r"|\ben toute (?:honnêteté|franchise|sincérité)\b|\bà vrai dire\b"
        r"|\bce qui compte(?: vraiment)?,? c['’]est\b"
        r"|\b(?:premièrement|deuxièmement|troisièmement)\b|\btout d['’]abord,",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "毫无疑问|毋庸置疑|无可否认|不可否认|众所周知|毫无疑义|我们?(?:要|想|必须)?(?:指出|强调|重申|说明)"
        "|(?:首先|其次|再次)[，,]|平心而论|说真的|老实说|坦率地说|坦白说|说到底"
    ),
}
"""What only stresses or counts claims: *there is no doubt that*, « je tiens à souligner que », *secondly*."""


def is_light(word: str, language: str) -> bool:
    """Whether a word is a verb that only helps to say what follows, or but addresses somebody."""
    return word.lower() in _LIGHT[language]


def stressed(text: str, language: str) -> list[Span]:
    """Return where a text only stresses what it says."""
    return [Span(*match.span()) for match in _STRESSED[language].finditer(text)]
