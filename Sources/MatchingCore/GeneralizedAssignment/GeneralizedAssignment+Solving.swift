// SPDX-License-Identifier: GPL-3.0-or-later

extension GeneralizedAssignment {
  /// Looks for the best assignment and proves it.
  ///
  /// Bounds come from the Lagrangian relaxation that prices the rows of tasks
  /// and solves a knapsack for each agent, from the prices of the linear one;
  /// assignments from repair of its solutions, dives, exact searches of
  /// neighbourhoods and of what lies between good assignments, and a depth-first search;
  /// the proof from deciding, one unit of cost after the other, that nothing so
  /// cheap exists (Posta, Ferland and Michelon, "An exact method with variable
  /// fixing for solving the generalized assignment problem", 2012). All bounds
  /// are whole numbers; losses that remove cells are doubles with a margin.
  ///
  /// - Parameters:
  ///   - limits: When to end early; a unit of work is one evaluation of a
  ///     relaxation, of the problem or of a part of it.
  ///   - progress: Told the best value so far, if any, and the proven bound.
  /// - Returns: The best assignment, or why there is none; the same whenever
  ///   the problem and a limit of work are, as long as no other limit bites.
  /// - Complexity: Exponential in the worst case; O(*m* + *n* + free cells) of
  ///   memory, and for knapsacks at most the states that are told apart.
  public func solve(
    limits: SearchLimits = SearchLimits(),
    progress: (_ value: Int?, _ bound: Int) -> Void = { _, _ in }
  ) -> GeneralizedOutcome {
    let sign = sense == .minimize ? 1 : -1
    if taskCount == 0 { return .optimal(GeneralizedSolution(value: 0, agents: [])) }
    let search = AssignmentSearch(self)
    search.limits = limits
    // A cost of the search, where every task costs its least less, as it is meant.
    func meant(_ cost: Int) -> Int { sign * (cost + search.offset) }
    search.search { cost, bound in
      progress(cost.map(meant), bound == .max ? meant(search.worstCost) : meant(bound))
    }
    guard search.bestCost < .max else {
      guard let stop = search.stop else { return .infeasible }
      return .unknown(bound: meant(search.provedBound), stoppedBy: stop)
    }
    let solution = GeneralizedSolution(
      value: meant(search.bestCost), agents: search.best.map { Int($0) })
    guard search.provedBound < search.bestCost, let stop = search.stop else {
      return .optimal(solution)
    }
    return .feasible(solution, bound: meant(search.provedBound), stoppedBy: stop)
  }
}
