"""The signature of a method that takes filters, with a keyword for each of them."""

from __future__ import annotations

from functools import cache
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .filter import Subject

    Method = TypeVar("Method", bound=Callable[..., Any])


def takes(subject: Subject) -> Callable[[Method], Method]:
    """Return a decorator that shows the filters of a subject in the signature of a method."""

    def decorate(method: Method) -> Method:
        method.__signature__ = _WithFilters(cast("FunctionType", method), subject)  # type: ignore[attr-defined]
        return method

    return decorate


class _WithFilters(Signature):
    """A signature that is made when somebody looks at it, as most runs of the program do not."""

    __slots__ = ("_method", "_subject")

    # Without that of Signature, which wants the parameters at once.
    def __init__(self, method: FunctionType, subject: Subject) -> None:
        self._method = method
        self._subject: Subject = subject
        self._return_annotation = method.__annotations__.get("return")

    @property
    def parameters(self) -> Mapping[str, Parameter]:  # type: ignore[override]
        """The parameters of the method, with the filters in the place of ``**wanted``."""
        return _parameters(self._method, self._subject)

    def replace(self, **changes: Any) -> Signature:  # type: ignore[override]
        """Return a plain signature with other parameters, as that of a bound method has."""
        own: dict[str, Any] = {
            "parameters": list(self.parameters.values()),
            "return_annotation": self._return_annotation,
        }
        return Signature(**{**own, **changes})


@cache
def _parameters(method: FunctionType, subject: Subject) -> Mapping[str, Parameter]:
    from types import MappingProxyType

    from .filters import filters_of

    # A function with the same parameters, which has no signature of its own yet.
    bare = FunctionType(method.__code__, {}, method.__name__, method.__defaults__)
    bare.__kwdefaults__ = method.__kwdefaults__
    bare.__annotations__ = method.__annotations__
    own = [one for one in signature(bare).parameters.values() if one.kind != Parameter.VAR_KEYWORD]
    filters = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=None if filter.metavar else False,
            annotation=filter.type,
        )
        for name, filter in filters_of(subject).items()
    ]
    return MappingProxyType({one.name: one for one in (*own, *filters)})
