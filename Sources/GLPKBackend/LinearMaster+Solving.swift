// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGLPK
package import IntegerProgramming
internal import Wording

extension LinearMaster {
  /// Solves the program from the present basis; integer columns may be broken.
  ///
  /// A basis that turns out singular, and a breakdown on the way, are answered
  /// by two new starts from fresh bases before giving up.
  ///
  /// - Throws: `numericalTrouble` after those, `invalidModel` for what an
  ///   earlier setter refused, and the failures of the guard.
  package mutating func solveLinear(
    _ method: SimplexMethod, options: LinearOptions = LinearOptions()
  ) throws(SolverFailure) -> LinearStatus {
    try throwPending()
    let left = options.work?.left
    if left == 0 { return .stopped(.work) }
    let most = [options.iterationLimit.map { Int64(max(0, $0)) }, left].compactMap { $0 }.min()
    var control = unsafe musubi_glp_simplex_options()
    unsafe control.method = method.guardValue
    unsafe control.flip = options.usesLongSteps ? 1 : 0
    unsafe control.iterations = most ?? -1
    unsafe control.seconds = options.timeLimit.map { max(0, $0) } ?? -1
    unsafe control.tolerance = options.tolerance ?? 0
    let watcher = Watcher(isCancelled: options.isCancelled, progress: nil)
    unsafe control.watch = watcher.callback
    var result = musubi_glp_simplex_result()
    let status = withExtendedLifetime(watcher) {
      unsafe control.context = Unmanaged.passUnretained(watcher).toOpaque()
      return unsafe musubi_glp_simplex(problem, &control, &result)
    }
    try check(status)
    iterations += Int(clamping: result.iterations)
    options.work?.spend(1 + result.iterations)
    switch result.status {
    case MUSUBI_GLP_OPTIMAL: return .optimal
    case MUSUBI_GLP_INFEASIBLE: return .infeasible
    case MUSUBI_GLP_UNBOUNDED: return .unbounded
    case MUSUBI_GLP_STOPPED: return .stopped(Limit(guardValue: result.limit))
    default:
      throw .numericalTrouble(localized("GLPK's simplex method gave up with code \(result.code)."))
    }
  }

  /// The value of the last basic solution.
  package func objective() -> Double {
    var value = Double.nan
    guard unsafe musubi_glp_get_objective(problem, &value) == MUSUBI_GLP_OK else { return .nan }
    return value
  }

  /// The values of the columns in the last basic solution.
  package func columnValues() -> [Double] {
    var values = [Double](repeating: .nan, count: columnCount)
    let status = unsafe musubi_glp_get_columns(problem, &values, nil)
    return believed(values, status)
  }

  /// The reduced costs of the columns in the last basic solution.
  package func reducedCosts() -> [Double] {
    var values = [Double](repeating: .nan, count: columnCount)
    let status = unsafe musubi_glp_get_columns(problem, nil, &values)
    return believed(values, status)
  }

  /// The sums of the rows in the last basic solution.
  package func rowValues() -> [Double] {
    var values = [Double](repeating: .nan, count: rowCount)
    let status = unsafe musubi_glp_get_rows(problem, &values, nil)
    return believed(values, status)
  }

  /// The prices of the rows in the last basic solution.
  package func rowDuals() -> [Double] {
    var values = [Double](repeating: .nan, count: rowCount)
    let status = unsafe musubi_glp_get_rows(problem, nil, &values)
    return believed(values, status)
  }

  /// Values that were read, or as many `nan` if reading failed half way.
  private func believed(_ values: [Double], _ status: Int32) -> [Double] {
    status == MUSUBI_GLP_OK ? values : [Double](repeating: .nan, count: values.count)
  }
}

// MARK: - Integer programs

extension LinearMaster {
  /// Solves the program with its integer columns whole.
  ///
  /// Without the presolver the search starts from the present basis, and a
  /// start point and a cutoff may be given. With it they are refused.
  /// Integer columns of the answer are whole numbers exactly. Rows are
  /// satisfied within GLPK's tolerance only: check the answer.
  ///
  /// - Throws: `numericalTrouble` when GLPK gives up, `invalidModel` for what
  ///   it does not accept, and the failures of the guard.
  package mutating func solveInteger(
    options: IntegerOptions
  ) throws(SolverFailure) -> IntegerResult {
    try throwPending()
    if let start = options.start, start.count != columnCount {
      throw .invalidModel(localized("a start of \(start.count) values for \(columnCount) columns"))
    }
    var control = unsafe options.guardOptions
    let watcher = Watcher(isCancelled: options.isCancelled, progress: options.progress)
    unsafe control.watch = watcher.callback
    var result = musubi_glp_integer_result()
    var point = [Double](repeating: 0, count: max(1, columnCount))
    let status = withExtendedLifetime(watcher) {
      unsafe control.context = Unmanaged.passUnretained(watcher).toOpaque()
      return unsafe musubi_glp_integer(problem, &control, options.start, &result, &point)
    }
    options.work?.spend(1 + result.work)
    try check(status)
    if result.status == MUSUBI_GLP_TROUBLE {
      throw .numericalTrouble(localized("GLPK's integer search gave up with code \(result.code)."))
    }
    point.removeLast(point.count - columnCount)
    return IntegerResult(
      status: IntegerStatus(guardValue: result.status, limit: result.limit),
      values: result.has_point != 0 ? point : nil,
      objective: result.has_point != 0 ? result.objective : .nan,
      bound: result.bound, nodes: Int(result.nodes))
  }
}

extension IntegerOptions {
  /// The same in the guard's form, without the watch and the start.
  fileprivate var guardOptions: musubi_glp_integer_options {
    var control = unsafe musubi_glp_integer_options()
    unsafe control.presolve = usesPresolver ? 1 : 0
    unsafe control.cuts = cuts.rawValue
    unsafe control.branching = branching.rawValue
    unsafe control.backtracking = backtracking.rawValue
    unsafe control.rounding_heuristic = usesRoundingHeuristic ? 1 : 0
    unsafe control.feasibility_pump = usesFeasibilityPump ? 1 : 0
    unsafe control.flip = usesLongSteps ? 1 : 0
    unsafe control.gap = relativeGap
    unsafe control.integrality_tolerance = integralityTolerance ?? 0
    unsafe control.objective_tolerance = objectiveTolerance ?? 0
    unsafe control.seconds = timeLimit.map { max(0, $0) } ?? -1
    unsafe control.nodes = nodeLimit.map { Int64(max(0, $0)) } ?? -1
    unsafe control.work = work.map(\.left) ?? -1
    unsafe control.has_cutoff = cutoff == nil ? 0 : 1
    unsafe control.cutoff = cutoff ?? 0
    unsafe control.interval = progressInterval
    return unsafe control
  }
}
