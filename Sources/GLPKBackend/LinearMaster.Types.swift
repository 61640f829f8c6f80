// SPDX-License-Identifier: GPL-3.0-or-later
package import IntegerProgramming
internal import Wording

/// What the sum of a row has to stay between; nil is no bound, equal is fixed.
package struct RowBounds: Hashable, Sendable {
  package var lower: Double?
  package var upper: Double?

  package init(lower: Double? = nil, upper: Double? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Bounds that allow one sum only.
  package static func exactly(_ sum: Double) -> RowBounds { RowBounds(lower: sum, upper: sum) }
}

/// Columns to be added together, their coefficients in compressed form.
package struct ColumnBatch: Sendable {
  package var costs: [Double] = []
  /// Least values; minus infinity is none.
  package var lower: [Double] = []
  /// Greatest values; infinity is none.
  package var upper: [Double] = []
  package var isInteger: [Bool] = []
  /// Where each column's entries begin, and behind the last where they end.
  package var starts: [Int32] = [0]
  /// The row of each entry, each row at most once in a column.
  package var rows: [Int32] = []
  /// The coefficient of each entry.
  package var values: [Double] = []

  package init() {}

  /// How many columns there are.
  package var count: Int { costs.count }

  /// Appends one column.
  package mutating func append(
    cost: Double, lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false,
    rows: [Int32], values: [Double]
  ) {
    costs.append(cost)
    self.lower.append(lower)
    self.upper.append(upper)
    self.isInteger.append(isInteger)
    self.rows.append(contentsOf: rows)
    self.values.append(contentsOf: values)
    starts.append(Int32(clamping: self.rows.count))
  }

  /// Throws unless the arrays fit together.
  func check() throws(SolverFailure) {
    guard lower.count == count, upper.count == count, isInteger.count == count,
      starts.count == count + 1, rows.count == values.count, starts.first == 0,
      starts.last.map(Int.init) == rows.count
    else {
      throw .invalidModel(
        localized("the arrays of a batch of \(count) columns do not fit together"))
    }
  }
}

/// Where a row or a column stands in a basis.
package enum BasisStatus: UInt8, Hashable, Sendable {
  case basic
  case atLower
  case atUpper
  case free
  case fixed

  init(guardValue: UInt8) { self = BasisStatus(rawValue: guardValue) ?? .atLower }
}

/// How to solve a linear program.
package enum SimplexMethod: Hashable, Sendable {
  /// Good after new columns: the basis stays feasible.
  case primal
  /// Good after new rows and changed bounds: the prices stay feasible.
  case dual
  /// The dual method, and the primal one if that fails.
  case dualThenPrimal
}

/// Limits and choices for one linear program.
package struct LinearOptions {
  /// Seconds after which to stop.
  package var timeLimit: Double?
  /// Simplex iterations after which to stop.
  package var iterationLimit: Int?
  /// What iterations, and one for each solve, are spent from.
  package var work: WorkBudget?
  /// Asked at the start and about every second whether to stop.
  package var isCancelled: (() -> Bool)?
  /// Feasibility tolerance of values and prices; GLPK's own is 1e-7.
  package var tolerance: Double?
  /// Whether the dual method passes several bounds in one step.
  package var usesLongSteps = false

  package init(
    timeLimit: Double? = nil, iterationLimit: Int? = nil, work: WorkBudget? = nil,
    isCancelled: (() -> Bool)? = nil
  ) {
    self.timeLimit = timeLimit
    self.iterationLimit = iterationLimit
    self.work = work
    self.isCancelled = isCancelled
  }
}

/// What is known after solving a linear program.
package enum LinearStatus: Hashable, Sendable {
  case optimal
  case infeasible
  case unbounded
  /// Values are those of the last basis, which need not be feasible.
  case stopped(Limit)
}

/// Families of cutting planes.
package struct Cuts: OptionSet, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static let gomory = Cuts(rawValue: 1)
  /// Mixed integer rounding.
  package static let rounding = Cuts(rawValue: 2)
  package static let cover = Cuts(rawValue: 4)
  package static let clique = Cuts(rawValue: 8)
}

/// Which fractional column a search branches on.
package enum Branching: Int32, Hashable, Sendable {
  case first = 1
  case last = 2
  case mostFractional = 3
  /// The column that moves the bound most (Driebeck and Tomlin).
  case strongestBound = 4
  case pseudocost = 5
}

/// Which subproblem a search goes on with after a dead end.
package enum Backtracking: Int32, Hashable, Sendable {
  case depthFirst = 1
  case breadthFirst = 2
  case bestBound = 3
  case bestProjection = 4
}

/// Limits and choices for one integer program.
package struct IntegerOptions {
  package var timeLimit: Double?
  /// Subproblems after which to stop.
  package var nodeLimit: Int?
  /// What subproblems and simplex iterations are spent from.
  package var work: WorkBudget?
  /// Relative distance between value and bound at which to stop; 0: proof.
  package var relativeGap: Double = 0
  /// Only strictly better points are wanted; not with the presolver.
  package var cutoff: Double?
  /// A feasible point, integer columns exactly whole; not with the presolver.
  ///
  /// The search does not check its rows.
  package var start: [Double]?
  /// Whether GLPK's presolver is used.
  ///
  /// It returns wrong optima when a row has coefficients from 10⁵ on.
  package var usesPresolver = false
  package var cuts: Cuts = [.gomory, .rounding]
  package var branching = Branching.strongestBound
  package var backtracking = Backtracking.bestBound
  package var usesRoundingHeuristic = true
  package var usesFeasibilityPump = false
  /// Whether the dual method passes several bounds in one step.
  package var usesLongSteps = false
  /// How far from whole a value may be; GLPK's own is 1e-5, which lets through
  /// broken rows when coefficients are large.
  package var integralityTolerance: Double?
  /// Relative improvement a subproblem must promise.
  ///
  /// By default a tenth of one at the value of the relaxation. GLPK's own 1e-7
  /// returns wrong optima from values of about 10⁶ on.
  package var objectiveTolerance: Double?
  /// Least seconds between two calls of the functions below.
  package var progressInterval = 0.1
  /// Asked whether to stop.
  package var isCancelled: (() -> Bool)?
  /// Told how the search stands.
  package var progress: ((SolveProgress) -> Void)?

  package init() {}
}

/// What is known after solving an integer program.
package enum IntegerStatus: Hashable, Sendable {
  /// The values are best, as far as GLPK knows.
  case optimal
  /// There is no point, or none better than the cutoff if one was given.
  case infeasible
  case infeasibleOrUnbounded
  case stopped(Limit)
}

/// What GLPK says about an integer program.
package struct IntegerResult: Sendable {
  package var status: IntegerStatus
  /// One value per column, integer columns exactly whole.
  package var values: [Double]?
  /// The value of that point; `nan` without one.
  package var objective: Double
  /// What no point can beat; infinite when nothing is known.
  package var bound: Double
  /// Subproblems made.
  package var nodes: Int
}
