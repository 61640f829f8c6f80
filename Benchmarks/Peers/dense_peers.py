# SPDX-License-Identifier: GPL-3.0-or-later
"""Dense assignment with SciPy, lapjv (lap) and OR-Tools.

SciPy and lapjv are handed the matrix as they want it, rows of Float64 in one
block, and are timed from there to the matching. OR-Tools wants arcs with whole
costs; they are put in before the clock starts.
"""
import resource
import time

import numpy


def read(path):
    with open(path, "rb") as file:
        rows, columns = numpy.fromfile(file, numpy.int64, 2)
        return numpy.fromfile(file, numpy.float64, rows * columns).reshape(rows, columns)


def answer(seconds, value):
    return {
        "status": "optimal",
        "objective": float(value),
        "seconds": seconds,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def scipy(path):
    from scipy.optimize import linear_sum_assignment

    costs = read(path)
    start = time.perf_counter()
    rows, columns = linear_sum_assignment(costs)
    seconds = time.perf_counter() - start
    return answer(seconds, costs[rows, columns].sum())


def lapjv(path):
    import lap

    costs = read(path)
    is_square = costs.shape[0] == costs.shape[1]
    start = time.perf_counter()
    _, columns, _ = lap.lapjv(costs, extend_cost=not is_square)
    seconds = time.perf_counter() - start
    rows = numpy.nonzero(columns >= 0)[0]
    return answer(seconds, costs[rows, columns[rows]].sum())


def or_tools(path):
    from ortools.graph.python import linear_sum_assignment

    costs = read(path)
    rows, columns = costs.shape
    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(
        numpy.repeat(numpy.arange(rows, dtype=numpy.int32), columns),
        numpy.tile(numpy.arange(columns, dtype=numpy.int32), rows),
        costs.astype(numpy.int64).ravel(),
    )
    start = time.perf_counter()
    solver.solve()
    return answer(time.perf_counter() - start, solver.optimal_cost())


methods = {"scipy-dense": scipy, "lapjv-dense": lapjv, "or-tools-dense": or_tools}
