"""Asks the processor for memory that is about to be read, so that many such waits pass at once."""

from collections.abc import Callable
from typing import Any, cast

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic

from matcher.matching.engine.compiled import compiled
from matcher.matching.engine.segment import Ints, Singles

LINE = 64  # bytes that come into the cache together


def _fetch(typing: Any, array: Any, at: Any) -> Any:
    """LLVM's prefetch of one item, to be read, into every level of the cache."""

    def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        kind = signature.args[0]
        items = context.make_array(kind)(context, builder, values[0])
        place = context.cast(builder, values[1], signature.args[1], types.intp)
        item = _address(context, builder, kind, items, [place])
        address = builder.bitcast(item, ir.IntType(8).as_pointer())
        number = ir.IntType(32)
        shape = ir.FunctionType(ir.VoidType(), [address.type, number, number, number])
        prefetch = builder.module.declare_intrinsic("llvm.prefetch", [address.type], shape)
        builder.call(prefetch, [address, number(0), number(3), number(1)])
        return context.get_dummy_value()

    return types.void(array, at), code


_address: Any = cgutils.get_item_pointer
# An item of an array by its place, which may lie behind the end: nothing is read yet.
fetch = cast("Callable[[Ints, int], None]", intrinsic(_fetch))


@compiled
def fetch_row(features: Ints, weights: Singles, start: int) -> None:
    """The beginning of a stretch of a row; what follows the processor guesses by itself."""
    fetch(features, start)
    fetch(features, start + LINE // 2)
    fetch(weights, start)
    fetch(weights, start + LINE // 4)
