# SPDX-License-Identifier: GPL-3.0-or-later
"""OR-Tools' minimum-cost flow; timed is solve() alone, arrays go in before."""
import resource
import time

import numpy


def simple_min_cost_flow(path):
    from ortools.graph.python import min_cost_flow

    with open(path, "rb") as file:
        nodes, arcs = numpy.fromfile(file, numpy.int64, 2)
        supplies = numpy.fromfile(file, numpy.int64, nodes)
        tails = numpy.fromfile(file, numpy.int32, arcs)
        heads = numpy.fromfile(file, numpy.int32, arcs)
        lowers = numpy.fromfile(file, numpy.int64, arcs)
        uppers = numpy.fromfile(file, numpy.int64, arcs)
        costs = numpy.fromfile(file, numpy.int64, arcs)
    # It knows neither lower bounds nor unlimited capacities.
    supplies = supplies.copy()
    constant = int((lowers * costs).sum())
    numpy.subtract.at(supplies, tails, lowers)
    numpy.add.at(supplies, heads, lowers)
    most = int(supplies[supplies > 0].sum())
    uppers = numpy.where(uppers == numpy.iinfo(numpy.int64).max, most, uppers - lowers)
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, uppers, costs)
    flow.set_nodes_supplies(numpy.arange(nodes), supplies)
    start = time.perf_counter()
    status = flow.solve()
    seconds = time.perf_counter() - start
    answer = {
        "seconds": seconds,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    if status == flow.OPTIMAL:
        return answer | {"status": "optimal", "objective": flow.optimal_cost() + constant}
    if status == flow.INFEASIBLE or status == flow.UNBALANCED:
        return answer | {"status": "infeasible"}
    return answer | {"status": "unknown"}


methods = {"simple-min-cost-flow": simple_min_cost_flow}
