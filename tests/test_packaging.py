"""What the installed library needs is what its project file says."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = pytest.importorskip("tomllib", reason="reads the project file, which Python 3.10 does not")

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DISTRIBUTIONS = packages_distributions()


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[\s<>=~!;\[]", requirement, maxsplit=1)[0]) for requirement in requirements}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the outermost modules that a file imports when it runs, not those that only type checkers import."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"import_module", "find_spec"}:
            constants = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield from (value.partition(".")[0] for value in constants if isinstance(value, str))
        yield from imported(node)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.relative_to(ROOT / "src").as_posix()
)
def test_what_is_imported_is_required(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    required = names(PROJECT["dependencies"])
    for extra, requirements in PROJECT["optional-dependencies"].items():
        if f"polyglot-news[{extra}]" in text:  # the file tells what to install
            required |= names(requirements)
    modules = set(imported(ast.parse(text))) - sys.stdlib_module_names - {"polyglot_news"}
    missing = {module for module in modules if not required & set(map(normal, DISTRIBUTIONS.get(module, [module])))}
    assert not missing


@pytest.mark.parametrize("path", sorted((ROOT / "tests").glob("*.py")), ids=lambda path: path.stem)
def test_what_a_test_imports_comes_with_the_extra_of_that_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    required = names([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]])
    ours = {"polyglot_news", "benchmarks", "training"}
    for module in set(imported(ast.parse(text))) - sys.stdlib_module_names - ours:
        known = required & set(map(normal, DISTRIBUTIONS.get(module, [module])))
        assert known or re.search(rf'(importorskip|find_spec)\("{module}"', text), module
