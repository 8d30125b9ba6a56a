"""French verbs whose ending shows the future or the conditional."""

from __future__ import annotations

import re

_STEM = r"^\w*?(?:er|ir|dr|ttr|îtr|uivr|ivr|evr|clur|aur|ourr|verr|uerr)"
FUTURE = re.compile(_STEM + "(?:a|ont|ai|ons|ez|as)$")
CONDITIONAL = re.compile(_STEM + "(?:ait|aient|ais|ions|iez)$")
