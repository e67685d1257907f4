"""The two languages have the same messages with the same variables, and the code uses them all."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import locales
from bot.locales import LANGUAGES, Words
from tests import sources

FOLDER = sources.ROOT / "bot" / "locales"
SOURCES = [  # the sandbox is the outside world, with words of its own
    file for file in sources.FILES if "sandbox" not in file.parts
]
FILES = sorted(FOLDER.glob("*/*.ftl"))
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Finder(Visitor):
    """Collect what a message refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)


@cache
def entries(file: Path) -> list[ftl.EntryType]:
    return FluentParser().parse(file.read_text(encoding="utf-8")).body


def messages(language: str) -> list[ftl.Message]:
    return [
        entry
        for file in FILES
        if file.parent.name == language
        for entry in entries(file)
        if isinstance(entry, ftl.Message)
    ]


@cache
def found(language: str) -> dict[str, Finder]:
    """What each message of *language* refers to, by its id."""
    finders = {}
    for message in messages(language):
        finders[message.id.name] = finder = Finder()
        finder.visit(message)
    return finders


@cache
def variables(message_id: str) -> frozenset[str]:
    """The variables that a message needs."""
    return frozenset(found("sv")[message_id].variables)


@cache
def nodes() -> tuple[ast.AST, ...]:
    return tuple(node for file in SOURCES for node in sources.nodes(file))


def calls() -> Iterator[tuple[ast.Call, ast.expr]]:
    """Every call of words("…") or something.words("…"), with its first argument."""
    for node in nodes():
        if isinstance(node, ast.Call) and node.args and name_of(node.func) == "words":
            yield node, node.args[0]


def name_of(node: ast.expr) -> str:
    """The name that is called: `words` in words("…") and in deps.words("…")."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def pattern_of(node: ast.JoinedStr) -> re.Pattern[str]:
    """What an id that is put together, such as f"status-{status}", may become."""
    pieces = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
        for part in node.values
    )
    return re.compile("".join(pieces))


def kinds() -> dict[str, set[str]]:
    """The kinds of the refusals by the name of their class."""
    named: dict[str, set[str]] = {}
    for node in nodes():
        if isinstance(node, ast.ClassDef):
            for kind in refusal_kinds(node):
                named.setdefault(node.name, set()).add(kind)
    return named


def refusal_kinds(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        match line:
            case ast.Assign(targets=[ast.Name(id="kind")], value=ast.Constant(value=str(kind))):
                if kind.startswith("refusal-"):
                    yield kind


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_line_of_a_catalogue_can_be_read(file: Path) -> None:
    assert [entry.content for entry in entries(file) if isinstance(entry, ftl.Junk)] == []


def test_the_languages_have_the_same_files() -> None:
    by_language = [
        {file.name for file in FILES if file.parent.name == language} for language in LANGUAGES
    ]
    assert by_language[0] == by_language[1] != set()


def test_the_languages_have_the_same_messages_in_the_same_files() -> None:
    swedish, english = (
        {
            (file.name, entry.id.name)
            for file in FILES
            if file.parent.name == language
            for entry in entries(file)
            if isinstance(entry, (ftl.Message, ftl.Term))
        }
        for language in LANGUAGES
    )
    assert swedish ^ english == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_written_twice(language: str) -> None:
    ids = [message.id.name for message in messages(language)]
    assert {each for each in ids if ids.count(each) > 1} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_parsed_alone_as_it_is_in_its_file(language: str) -> None:
    for message in messages(language):
        source = locales._sources(language)[message.id.name]
        (alone,) = FluentParser(with_spans=False).parse(source).body
        assert alone.equals(message, ignored_fields=["span", "comment"]), message.id.name


def test_no_message_refers_to_another() -> None:
    every = (item for language in LANGUAGES for item in found(language).items())
    referring = [name for name, finder in every if finder.messages]
    assert not referring, "a message is parsed alone, when it is first said"


def test_a_message_has_the_same_variables_in_both_languages() -> None:
    swedish, english = map(found, LANGUAGES)
    shared = swedish.keys() & english.keys()
    assert {
        each: swedish[each].variables ^ english[each].variables
        for each in shared
        if swedish[each].variables != english[each].variables
    } == {}


def test_every_message_has_a_text_and_no_attributes() -> None:
    bare = [m.id.name for lang in LANGUAGES for m in messages(lang) if not m.value or m.attributes]
    assert bare == []


def test_every_id_in_the_code_is_in_the_catalogues() -> None:
    known = found("sv")
    missing = []
    for call, argument in calls():
        if isinstance(argument, ast.Constant) and argument.value not in known:
            missing.append((argument.value, call.lineno))
        if isinstance(argument, ast.JoinedStr) and not any(
            map(pattern_of(argument).fullmatch, known)
        ):
            missing.append((ast.unparse(argument), call.lineno))
    assert missing == []


def test_every_call_gives_the_variables_of_its_message() -> None:
    known = found("sv")
    wrong = {
        (argument.value, call.lineno): needed
        for call, argument in calls()
        if isinstance(argument, ast.Constant) and argument.value in known
        if all(keyword.arg for keyword in call.keywords)
        if (needed := variables(argument.value) - {keyword.arg for keyword in call.keywords})
    }
    assert wrong == {}


def test_every_kind_of_refusal_has_its_words() -> None:
    every = {kind for named in kinds().values() for kind in named}
    assert every
    assert every - found("sv").keys() == set()


def test_every_refusal_carries_the_variables_of_its_message() -> None:
    known, named = found("sv"), kinds()
    wrong = []
    for node in nodes():
        if isinstance(node, ast.Call) and (named_kinds := named.get(name_of(node.func))):
            given = {keyword.arg for keyword in node.keywords}
            needs = [variables(kind) for kind in named_kinds if kind in known]
            if needs and not any(need <= given for need in needs):
                wrong.append((name_of(node.func), node.lineno, needs))
    assert wrong == []


def test_every_message_is_used() -> None:
    texts = {node.value for node in nodes() if isinstance(node, ast.Constant)}
    suffixes = {  # f"{label}-hint"
        str(node.values[1].value)
        for node in nodes()
        if isinstance(node, ast.JoinedStr) and len(node.values) == 2
        if isinstance(node.values[1], ast.Constant)
        if str(node.values[1].value).startswith("-")
    }
    texts |= {f"{text}{suffix}" for text in texts for suffix in suffixes}
    patterns = [
        pattern_of(node)
        for node in nodes()
        if isinstance(node, ast.JoinedStr)
        if isinstance(node.values[0], ast.Constant)
        if re.match(r"[a-z][a-z0-9-]*-", str(node.values[0].value))
    ]
    unused = {
        each
        for each in found("sv").keys() - texts
        if not any(pattern.fullmatch(each) for pattern in patterns)
    }
    assert unused == set()


def test_ids_are_words_with_hyphens() -> None:
    assert [each for each in found("sv") if not ID.fullmatch(each)] == []


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(LookupError, match="no-such-message"):
        Words("sv")("no-such-message")


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(LookupError, match="number"):
        Words("sv")("weekday")


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ValueError, match="'fi'"):
        Words("fi")


def test_what_people_wrote_is_kept_as_it_is() -> None:
    said = Words("sv")("refusal-when-unreadable", text="{ $x } \u2068<!channel>&")
    assert "”{ $x } \u2068<!channel>&”" in said
