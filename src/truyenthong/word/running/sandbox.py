"""Jinja's environment for templates: the names, attributes, calls, filters and tests that they may reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from jinja2 import tests as jinja_tests
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, pass_context

from truyenthong.word.running import filters as own
from truyenthong.word.running import jinja_filters
from truyenthong.word.running.faults import Missing, MissingNameError
from truyenthong.word.running.limits import UnsuitableError, weigh, weight
from truyenthong.word.running.operators import (
    DATE_PARTS,
    DICT_METHODS,
    LOOP_METHODS,
    LOOP_PARTS,
    STR_METHODS,
    Method,
    binary,
    compare,
    kind_name,
    make_range,
)
from truyenthong.word.running.run import RenderState


class RunContext(Context):
    """Jinja's context with the render that it belongs to."""

    run: RenderState


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Every attribute and call by an allow list, every operator and filter with a cap.

    Jinja's own escaping is off because nothing in a template is ever XML: all that is printed passes through
    one door that escapes it. So ``{{ "GD&ĐT" }}`` prints GD&ĐT, and comparing with it is true.
    """

    context_class = RunContext
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=False, optimized=False, undefined=Missing, cache_size=0)
        self.filters = {name: _filter(function) for name, function in _FILTERS.items()}
        self.filters |= {name: _filter(function, strict=False) for name, function in _LENIENT.items()}
        self.filters |= {"map": _map, "select": _picker(wanted=True), "reject": _picker(wanted=False)}
        self.filters |= {"selectattr": _field_picker(wanted=True), "rejectattr": _field_picker(wanted=False)}
        self.tests = {name: _test(name, _JINJA_TESTS[name]) for name in _TESTS}
        self.tests |= {name: _test(name, _comparison(sign)) for name, sign in _COMPARISONS.items()}
        self.globals = {"range": Method(name="range", function=make_range), "namespace": NAMESPACE}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """``obj.attribute`` among what plain data offers; a ``Missing`` otherwise."""
        return self._look_up(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """``obj[argument]``, the same way."""
        if isinstance(obj, (list, str)) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else self._missing(obj, str(argument))
        if isinstance(obj, dict) and isinstance(argument, (str, int)) and argument in obj:
            return obj[argument]
        if isinstance(argument, Missing):
            str(argument)
        if not isinstance(argument, (str, int)):
            raise UnsuitableError(f"trong [ ] cần một tên hoặc một số thứ tự nhưng là {kind_name(argument)}")
        return self._look_up(obj, str(argument))

    def _look_up(self, obj: object, name: str) -> object:  # noqa: C901, PLR0911 - one branch for each kind
        if isinstance(obj, Missing):
            return obj  # the first name that is missing is the one to tell
        if name.startswith("_"):
            return self._missing(obj, name)
        match obj:
            case dict():
                if name in obj:
                    return obj[name]
                return _method(obj, name, DICT_METHODS) or self._missing(obj, name)
            case str():
                return _method(obj, name, STR_METHODS) or self._missing(obj, name)
            case jinja_filters.Group() if name in {"grouper", "list"}:
                return obj[name == "list"]
            case date() if name in DATE_PARTS and hasattr(obj, name):
                return getattr(obj, name)
            case LoopContext() if name in LOOP_PARTS:
                return getattr(obj, name)
            case LoopContext() if name in LOOP_METHODS:
                return Method(name=name, function=getattr(obj, name))
            case Namespace():
                return _in_namespace(obj, name)
            case _:
                return self._missing(obj, name)

    def _missing(self, obj: object, name: str) -> Missing:
        return Missing(obj=obj, name=name)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Calls what ``_look_up`` gave out as a method, and nothing else."""
        for hidden in ("_loop_vars", "_block_vars"):
            kwargs.pop(hidden, None)
        if isinstance(obj, Missing):
            return str(obj)
        if not isinstance(obj, Method):
            raise UnsuitableError(f"{kind_name(obj)} không gọi như một hàm được; bỏ cặp ngoặc ()")
        run = run_of(context)
        for one in (*args, *kwargs.values()):
            weigh(run.budget, one)
        return run.paid(obj.function(*args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """An operator, capped."""
        return run_of(context).paid(binary(operator, left, right))


def _in_namespace(space: Namespace, name: str) -> object:
    values = getattr(space, "_Namespace__attrs")  # noqa: B009 - no other way in: its attributes are the template's
    return values[name] if name in values else Missing(name=name)


def run_of(context: Context) -> RenderState:
    """The render that a context belongs to."""
    if not isinstance(context, RunContext):
        raise TypeError(f"not a context of this engine: {context!r}")
    return context.run


def _method(obj: object, name: str, methods: Mapping[str, Callable[..., object]]) -> Method | None:
    function = methods.get(name)
    if function is None:
        return None
    return Method(name=name, function=lambda *args, **kwargs: function(obj, *args, **kwargs))


NAMESPACE = Method(name="namespace", function=Namespace)


def _filter(function: Callable[..., object], *, strict: bool = True) -> Callable[..., object]:
    @pass_context
    def filtered(context: Context, value: object, /, *args: object, **kwargs: object) -> object:
        run = run_of(context)
        run.budget.spend(weight(value))
        if strict and isinstance(value, Missing):
            str(value)
        return run.paid(function(value, *args, **kwargs))

    return filtered


def _default(value: object, default_value: object = "", boolean: bool = False) -> object:
    if isinstance(value, Missing) or (boolean and not value):
        return default_value
    return value


_FILTERS: Mapping[str, Callable[..., object]] = {**jinja_filters.FILTERS, **own.FILTERS}
_LENIENT: Mapping[str, Callable[..., object]] = {"default": _default, "d": _default}

_Functions = Mapping[str, Callable[..., object]]
_JINJA_TESTS = cast("_Functions", jinja_tests.TESTS)
_COMPARISONS: Mapping[str, str] = {
    "in": "in",
    **dict.fromkeys(("eq", "==", "equalto"), "eq"),
    **dict.fromkeys(("ne", "!="), "ne"),
    **dict.fromkeys(("lt", "<", "lessthan"), "lt"),
    **dict.fromkeys(("le", "<="), "lteq"),
    **dict.fromkeys(("gt", ">", "greaterthan"), "gt"),
    **dict.fromkeys(("ge", ">="), "gteq"),
}
_TESTS = (
    *("defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "true", "false"),
    *("odd", "even", "divisibleby", "mapping", "iterable", "sequence", "lower", "upper", "sameas"),
)


def _comparison(sign: str) -> Callable[..., bool]:
    return lambda left, right: compare(sign, left, right)


def _test(name: str, function: Callable[..., object]) -> Callable[..., bool]:
    @pass_context
    def tested(context: Context, value: object, /, *args: object) -> bool:
        if isinstance(value, Missing) and name not in {"defined", "undefined"}:
            str(value)
        for one in (value, *args):
            weigh(run_of(context).budget, one)
        return bool(function(value, *args))

    return tested


@pass_context
def _map(context: Context, value: object, *args: object, **kwargs: object) -> list[object]:
    items = own.as_list(value)
    run_of(context).budget.spend(1 + len(items))
    if "attribute" in kwargs:
        path = kwargs["attribute"]
        if "default" not in kwargs:
            return [own.dig(one, str(path)) for one in items]
        return [own.dig_or(one, str(path), kwargs["default"]) for one in items]
    name, *rest = args or ("",)
    function = context.environment.filters.get(str(name))
    if function is None:
        raise UnsuitableError(f"không có bộ lọc «{name}»")
    return [function(context, one, *rest, **kwargs) for one in items]


def _picked(
    context: Context,
    value: object,
    args: tuple[object, ...],
    *,
    wanted: bool,
    tested: Callable[[object], object] = lambda one: one,
) -> list[object]:
    """The items for which a test holds, or does not; without a test the ones that count as true."""
    items = own.as_list(value)
    run_of(context).budget.spend(1 + len(items))
    if not args:
        return [one for one in items if bool(tested(one)) is wanted]
    function = cast("_Functions", context.environment.tests).get(str(args[0]))
    if function is None:
        raise UnsuitableError(f"không có phép thử «{args[0]}»")
    return [one for one in items if bool(function(context, tested(one), *args[1:])) is wanted]


def _picker(*, wanted: bool) -> Callable[..., list[object]]:
    @pass_context
    def picked(context: Context, value: object, *args: object) -> list[object]:
        return _picked(context, value, args, wanted=wanted)

    return picked


def _field_picker(*, wanted: bool) -> Callable[..., list[object]]:
    @pass_context
    def picked(context: Context, value: object, path: object, *args: object) -> list[object]:
        return _picked(context, value, args, wanted=wanted, tested=lambda one: _field(one, path))

    return picked


def _field(item: object, path: object) -> object:
    """The field, or a ``Missing`` so that ``selectattr('x', 'defined')`` can ask; other uses of it fail."""
    try:
        return own.dig(item, str(path))
    except MissingNameError as error:
        return Missing(obj=item, name=error.name)
