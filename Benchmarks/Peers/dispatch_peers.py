# SPDX-License-Identifier: GPL-3.0-or-later
"""The points of a dispatch, the goals before them held, with five peers.

Each reads FOLDER/points.mps, which `musubi export` wrote, and is asked for the
same gap in the same time, with two threads where it has them. Timed is the
search alone, by the peer's own clock where it runs as a program; reading the
file is left out. Processor time is that of the whole process, for a machine that
others use as well. The file minimizes the negative of the points.
"""
import math
import os
import re
import resource
import subprocess
import time


def answer(limit, gap, seconds, value, bound, who=resource.RUSAGE_SELF):
    """What a peer has reached; `optimal` means that the gap was reached."""
    usage = resource.getrusage(who)
    result = {
        "status": "unknown",
        "seconds": seconds,
        "peakBytes": usage.ru_maxrss << 10,
        "extra": {"cpu s": usage.ru_utime + usage.ru_stime},
    }
    # Solvers write 1e20 or more for what they do not know.
    if bound is not None and abs(bound) < 1e15:
        # Points are whole.
        result["bound"] = math.floor(-bound + 1e-4)
    if value is None or abs(value) >= 1e15:
        return result
    result["objective"] = round(-value)
    result["status"] = "feasible"
    if "bound" in result:
        left = (result["bound"] - result["objective"]) / max(1, abs(result["objective"]))
        if left <= float(gap) and seconds <= 1.05 * float(limit) + 1:
            result["status"] = "optimal"
        else:
            result["extra"]["gap %"] = 100 * left
    return result


def program(limit, path, command):
    """What a program prints; it is ended some time after its limit, with a second
    for two megabytes to read."""
    start = time.perf_counter()
    patience = 1.1 * float(limit) + 10 + os.path.getsize(path) / 2e6
    try:
        run = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=patience,
            check=False)
        text = run.stdout
    except subprocess.TimeoutExpired as expired:
        text = expired.stdout or b""
    return text.decode(errors="replace"), time.perf_counter() - start


def last(pattern, text):
    found = re.findall(pattern, text)
    return float(found[-1]) if found else None


def glpsol(limit, gap, folder):
    path = os.path.join(folder, "points.mps")
    text, wall = program(
        limit, path,
        ["glpsol", "--freemps", path, "--gomory", "--mir", "--mipgap", gap, "--tmlim",
         str(max(1, round(float(limit))))])
    # In between it says so too, with a full stop.
    seconds = last(r"Time used:\s+(\S+) secs\n", text)
    value = last(r"(?:>>>>>|mip =)\s+(-?[\d.]+e[+-]\d+)", text)
    bound = last(r">=\s+(-?[\d.]+e[+-]\d+)", text)
    if "INTEGER OPTIMAL SOLUTION FOUND" in text:
        bound = value
    # Its clock has tenths of seconds.
    return answer(
        limit, gap, seconds or wall, value, bound, resource.RUSAGE_CHILDREN)


def cbc(limit, gap, folder):
    path = os.path.join(folder, "points.mps")
    text, wall = program(
        limit, path,
        ["cbc", path, "timeMode", "elapsed", "sec", limit, "ratio", gap, "threads", "2",
         "solve", "quit"])
    seconds = last(r"Time \(Wallclock seconds\):\s+(\S+)", text)
    value = last(r"Objective value:\s+(\S+)", text)
    bound = last(r"Lower bound:\s+(\S+)", text)
    if bound is None and "Result - Optimal solution found" in text:
        bound = value
    return answer(
        limit, gap, seconds or wall, value, bound, resource.RUSAGE_CHILDREN)


def highs(limit, gap, folder):
    import highspy

    solver = highspy.Highs()
    for name, setting in {
        "output_flag": False,
        "time_limit": float(limit),
        "parallel": "on",
        "threads": 2,
        "mip_rel_gap": float(gap),
    }.items():
        solver.setOptionValue(name, setting)
    solver.readModel(os.path.join(folder, "points.mps"))
    start = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - start
    info = solver.getInfo()
    hasvalue = info.primal_solution_status == 2
    return answer(
        limit, gap, seconds, info.objective_function_value if hasvalue else None,
        info.mip_dual_bound)


def scip(limit, gap, folder):
    import pyscipopt

    model = pyscipopt.Model()
    model.hideOutput()
    model.readProblem(os.path.join(folder, "points.mps"))
    model.setParam("limits/time", float(limit))
    model.setParam("limits/gap", float(gap))
    model.setParam("parallel/minnthreads", 2)
    model.setParam("parallel/maxnthreads", 2)
    start = time.perf_counter()
    model.solveConcurrent()
    seconds = time.perf_counter() - start
    value = model.getPrimalbound() if model.getNSols() > 0 else None
    return answer(limit, gap, seconds, value, model.getDualbound())


def cpsat(limit, gap, folder):
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    model.import_from_mps_file(os.path.join(folder, "points.mps"))
    solver = model_builder.Solver("SAT")
    solver.set_time_limit_in_seconds(float(limit))
    solver.set_solver_specific_parameters(f"num_workers:2 relative_gap_limit:{gap}")
    start = time.perf_counter()
    status = solver.solve(model)
    seconds = time.perf_counter() - start
    # Without a plan the wrapper keeps the bound to itself.
    if status not in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
        return answer(limit, gap, seconds, None, None)
    return answer(limit, gap, seconds, solver.objective_value, solver.best_objective_bound)


methods = {
    "dispatch-glpsol": glpsol,
    "dispatch-cbc": cbc,
    "dispatch-highs": highs,
    "dispatch-scip": scip,
    "dispatch-cpsat": cpsat,
}
