"""No text for people is forgotten: each literal of the program with words in it is translated.

The source is walked as a tree. A literal with words is either an argument of ``translated``, or the
text of a declaration that is translated where it is shown, or it is listed below with the reason
why nobody reads it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import utpartners

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(utpartners.__file__).parent

WORDS = re.compile(
    r"[A-Za-z]{2,}[,:;']? [a-z(]|[a-z]{2,} \(|[a-z]{3,} $|^ [a-z]{3,}|^[A-Z][a-z]+ \W.*\.$"
)
"""Two words, a word before or behind a value, or a sentence."""

QUERY = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|JOIN|WHERE|ORDER BY|DROP|EXISTS|UNION|COLLATE"
    r"|coalesce|substr|IN kept_|WHEN|END|IS NULL|FROM|BETWEEN|AND)\b|^[a-z0-9]+\.\"?[a-z]+\"?[, ]"
)
MARKUP = re.compile(r"<[a-z?!/]|=\"|; [a-z-]+-src |\{\n")

DECLARED = {
    "translated", "Meta", "compile", "Column", "View", "Matrix", "SqlColumn", "table_columns",
    "Filter", "Option", "Argument", "_option", "Brief", "Format", "Form", "Region", "Stored",
    "CommandEntry", "Completes", "_graph", "_picture", "TypeVar", "TypeError", "AttributeError",
}  # fmt: skip
"""Calls whose texts are translated where they are shown, or belong to the help or to Python."""

TOLD = {
    "DETAILS", "EXAMPLES", "ABOUT", "KEEP", "ALONE", "EXIT_STATUSES", "VARIABLES", "DATES",
    "TOPICS", "OF_CURRENT", "OF_ENDED", "_OF_STATUS", "_OF_PARTNERS", "_OF_KIND",
}  # fmt: skip
"""Constants whose texts are translated where they are shown: those of the help and of filters."""

COMMANDS = re.compile(r"^\s*(\d? ?'?utpartners |pipx |uv tool |.* -m pip install )")

UNSAID = {
    "notebook.py": "the form of a Table and a Card in Python",
    "api/data.py": "the form of a Catalogue in Python",
    "cli/completion/install.py": "lines of the start files of shells",
    "cli/synonyms.py": "words that people type, and commands",
    "vocabulary.py": "words that are translated one by one",
    "field_types.py": "words of the model, which are translated one by one",
    "errors.py": "reasons of the system, which are translated one by one",
    "importing/country_habits.py": "what people write for countries",
    "questions/variants.py": "texts of filters, which are collected from their declarations",
    "importing/header_words.py": "what people write over columns",
    "importing/ror/forms.py": "words in names of organisations",
    "importing/kinds.py": "what people write for kinds and statuses",
    "importing/meaning_words.py": "words and cities in names of universities",
    "importing/term_words.py": "what people write for terms and renewals",
    "store/tables.py": "what JSON Schema and data package say of a table",
    "store/relation.py": "the form of a Relation in Python",
    "regions.py": "names of regions in English and Japanese",
    "territories.py": "names of countries in English and Japanese",
}
"""Modules with words that are no texts, or whose texts are translated by their lists."""

KNOWN = {
    "agreement_state.py": {"not yet in force", "in force"},
    "checks/shape.py": {"a whole number", "true or false"},
    "cli/completion/named.py": {"full id"},
    "cli/commands/merge.py": {"{} --kind {}", "{} merge {}", "{} merge {} --kind partnership"},
    "cli/commands/rename.py": {"{} --kind {}", "{} rename {} {}", "{} merge {} {} --kind {}"},
    "cli/completion/words.py": {
        "partner or department", "record kind", "agreement kind", "department kind",
    },
    "cli/editing_options.py": {"  {} --data ours.toml", "--data {}"},
    # What is written into a catalogue is in English, as its keys are.
    "editing/merge.py": {"# Also said of {}, which is now merged into this record:"},
    "formats/parts_order.py": {
        "# The order of the partnerships. Those that are not named here follow, by file name.\n"
    },
    "formats/template.py": {
        "Partnerships of {}",
        "# A partnership with one institution,",
        "# The partnerships are in the folder {}, a file for each.\n",
    },
    "questions/depts.py": {"graduate school"},
    "render/layout.py": {"{} dim"},
    "cli/unknown_command.py": {"help ", "help {}"},
    "cli/usage_errors.py": {"does not take"},
    "drawing/canvas.py": {"picture-title picture-description", "mark t{}{}", " hollow"},
    "drawing/timeline.py": {"time t{}"},
    "formats/positions.py": {"no header of a table"},
    "formats/json_faults.py": {"JSON is malformed: ", "trailing characters"},
    "geography.py": {"the {}"},
    "names/other_kinds.py": {"list --country {}", "list --region {}", "dept {}", "show {}"},
    "questions/partnership_names.py": {"compare {}"},
    "importing/finishing.py": {"by review"},
    "importing/mapping.py": {"by review"},
    "importing/times.py": {"by review"},
    "importing/row_agreements.py": {"student exchange"},
    "importing/small_values.py": {
        "before end", "before expiry", "prior notice", "written notice", "before the end",
    },
    "importing/target.py": {"Partnerships of {}"},
    "page/__init__.py": {"\n  utpartners export -o catalogue.db && datasette catalogue.db"},
    "page/context.py": {"by status"},
    "page/partners.py": {"partner institutions", "partner countries"},
    "questions/report.py": {
        "New partnerships", "Ended partnerships", "Agreements signed", "Agreements ended",
        "Agreements that end within the following year", "partner countries",
        "departments with a partnership", "agreements signed",
    },
    "questions/record_names.py": {
        "in force by department",
        "by department", "most departments", "most shared partnerships", "most shared",
    },
    "questions/columns.py": {"{} AS c{}"},
    "questions/filter.py": {"agreement kind", "department kind"},
    "questions/filter_names.py": {
        "agreement kind", "department kind",
        "kind of activity", "kind of agreement", "kind of department",
    },
    "questions/agreement_counts.py": {
        "by state", "by kind", "by country", "by region", "by department", "by year of signature",
        "student places in force", "all by state",
    },
    "questions/agreement_stats.py": {
        "by state", "by kind", "by country", "by region", "by department", "by year of signature",
        "student places in force", "places a year",
    },
    "questions/agreement_years.py": {
        "by kind", "by region", "by country", "by department", "all by state", "in force",
        "in force by kind", "in force by region", "in force by country", "in force by department",
        "student places in force", "signed in the year", "ended in the year",
        "replaced in the year",
    },
    "questions/agreements.py": {"a.end_day, a.pk"},
    "questions/search.py": {"rank, rowid"},
    "questions/sql.py": {
        "not authorized", "one statement at a time", "incomplete input", "no such column: ",
        "no such table: ", "no such function: ", "ambiguous column name: ", "near ",
        '": syntax error', ": syntax error",
    },
    "render/__init__.py": { "a picture of matrix, timeline or export{}",
                           "the network that export gives, for {}"},
    "render/dot.py": {"graph {\n  graph {}\n"},
    "store/fill.py": {"two {}s have the same {}"},
    "store/language.py": {"{} AS name"},
    "importing/ror/index.py": {"full id"},
    "store/name_index.py": {"full id"},
    "store/part.py": {"kept_{} (pk) AS ({})", "CASE kind {} END"},
    "store/sqlite_errors.py": {"no such module: fts5"},
}  # fmt: skip
"""Literals that are compared with what other programs say, are translated by name, or are data."""


def text_of(node: ast.Constant | ast.JoinedStr) -> str:
    """A literal as a text, with ``{}`` for each value in it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
    )


def called(node: ast.AST) -> str:
    """The name of what a call calls; empty where a node is none."""
    function = getattr(node, "func", None)
    return str(getattr(function, "id", "") or getattr(function, "attr", ""))


def names_of(node: ast.AST) -> set[str]:
    """The names to which a statement gives a value."""
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    return {getattr(target, "id", "") for target in targets}


def literals(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The literals below a node, but for docstrings and the texts of declarations."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if called(node) in DECLARED or names_of(node) & TOLD:
        return
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        yield node
    for inner in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(inner, ast.Constant)):
            yield from literals(inner)


def untranslated(source: str) -> list[str]:
    """The literals with words that no call of ``translated`` has."""
    found = map(text_of, literals(ast.parse(source)))
    return [
        text
        for text in found
        if any(WORDS.search(part) for part in text.split("{}"))
        and not (QUERY.search(text) or MARKUP.search(text) or COMMANDS.match(text))
    ]


MODULES = sorted(str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py"))


ROOMS = sorted({name.partition("/")[0] for name in MODULES})


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_is_translated(room: str) -> None:
    """What a module says to people goes through ``translated``."""
    for module in MODULES:
        if module.partition("/")[0] == room and module not in UNSAID:
            left = untranslated((SOURCE / module).read_text("utf-8"))
            assert [text for text in left if text not in KNOWN.get(module, ())] == [], module


@pytest.mark.parametrize(
    "line",
    [
        'raise UsageError(f"there is no place {name}", "Choose another.")',
        'what = "this is wrong"\n    yield Problem(path, name, what, "type")',
        'print_notes([f"{count} rows were left out"])',
        'raise UsageError(translated("no"), "Use -o picture.svg.")',
    ],
)
def test_a_forgotten_text_is_found(line: str) -> None:
    """An error, problem or note that is written without ``translated`` is found."""
    assert untranslated(f"def f():\n    {line}\n") != []


def test_the_lists_hold_nothing_else() -> None:
    """What is listed as no text is still there."""
    assert set(UNSAID) <= set(MODULES)
    for module, texts in KNOWN.items():
        known = set(map(text_of, literals(ast.parse((SOURCE / module).read_text("utf-8")))))
        assert texts <= known, module
