# SPDX-License-Identifier: GPL-3.0-or-later
"""Generalized assignment with HiGHS and CP-SAT: two threads, sixty seconds,
and a proof is asked for. Timed is the solve, not the building of the model."""
import math
import resource
import time

LIMIT = 60.0


def read(path):
    with open(path, encoding="ascii") as file:
        numbers = list(map(int, file.read().split()))
    agents, tasks = numbers[:2]
    cells = agents * tasks
    costs = numbers[2 : 2 + cells]
    weights = numbers[2 + cells : 2 + 2 * cells]
    return agents, tasks, costs, weights, numbers[2 + 2 * cells :]


def answer(status, value, bound, seconds):
    result = {
        "status": status,
        "seconds": seconds,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10,
    }
    if value is not None:
        result["objective"] = value
    if bound is not None and math.isfinite(bound):
        # Costs are whole.
        result["bound"] = math.ceil(bound - 1e-6)
        if value and status != "optimal":
            result["extra"] = {"gap %": 100 * (value - result["bound"]) / value}
    return result


def highs(path):
    import highspy
    import numpy

    agents, tasks, costs, weights, capacities = read(path)
    solver = highspy.Highs()
    for name, value in {
        "output_flag": False,
        "time_limit": LIMIT,
        "threads": 2,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.99,
    }.items():
        solver.setOptionValue(name, value)
    count = agents * tasks
    solver.addVars(count, numpy.zeros(count), numpy.ones(count))
    columns = numpy.arange(count, dtype=numpy.int32)
    solver.changeColsCost(count, columns, numpy.array(costs, dtype=float))
    solver.changeColsIntegrality(
        count, columns, numpy.array([highspy.HighsVarType.kInteger] * count)
    )
    for task in range(tasks):
        cells = columns[task::tasks].copy()
        solver.addRow(1.0, 1.0, agents, cells, numpy.ones(agents))
    for agent in range(agents):
        cells = columns[agent * tasks : (agent + 1) * tasks].copy()
        loads = numpy.array(weights[agent * tasks : (agent + 1) * tasks], dtype=float)
        solver.addRow(-highspy.kHighsInf, float(capacities[agent]), tasks, cells, loads)
    start = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - start
    info = solver.getInfo()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return answer("infeasible", None, None, seconds)
    isoptimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    hasvalue = math.isfinite(info.objective_function_value) and info.primal_solution_status == 2
    value = round(info.objective_function_value) if hasvalue else None
    status = "optimal" if isoptimal else "feasible" if hasvalue else "unknown"
    return answer(status, value, info.mip_dual_bound, seconds)


def cpsat(path):
    from ortools.sat.python import cp_model

    agents, tasks, costs, weights, capacities = read(path)
    model = cp_model.CpModel()
    cells = [model.new_bool_var("") for _ in range(agents * tasks)]
    for task in range(tasks):
        model.add_exactly_one(cells[task::tasks])
    for agent in range(agents):
        part = slice(agent * tasks, (agent + 1) * tasks)
        model.add(
            cp_model.LinearExpr.weighted_sum(cells[part], weights[part]) <= capacities[agent]
        )
    model.minimize(cp_model.LinearExpr.weighted_sum(cells, costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = LIMIT
    start = time.perf_counter()
    status = solver.solve(model)
    seconds = time.perf_counter() - start
    if status == cp_model.INFEASIBLE:
        return answer("infeasible", None, None, seconds)
    if status == cp_model.UNKNOWN:
        return answer("unknown", None, solver.best_objective_bound, seconds)
    word = "optimal" if status == cp_model.OPTIMAL else "feasible"
    return answer(word, round(solver.objective_value), solver.best_objective_bound, seconds)


methods = {"gap-highs": highs, "gap-cpsat": cpsat}
