// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds best assignments of integer programs.
///
/// Whoever implements this keeps three promises. An assignment that is handed
/// out has no `IntegerProgram.violations(of:tier:)`. An option that is not in
/// `capabilities` is refused, never ignored. No fault of the solver ends the
/// process.
public protocol IntegerProgramSolver: Sendable {
  /// The options this solver honours.
  var capabilities: SolverCapabilities { get }

  /// Finds an assignment that is best for one tier, or any if there is none.
  ///
  /// The other tiers of the program are not looked at; hold them with
  /// `IntegerProgram.hold(_:at:)`.
  func solve(
    _ program: IntegerProgram, tier: Tier?, options: SolveOptions
  ) throws(SolverFailure) -> SolveOutcome
}

extension IntegerProgramSolver {
  /// Finds a best assignment without any limit.
  public func solve(
    _ program: IntegerProgram, tier: Tier?
  ) throws(SolverFailure) -> SolveOutcome {
    try solve(program, tier: tier, options: SolveOptions())
  }
}

/// The options a solver honours.
public struct SolverCapabilities: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let timeLimit = SolverCapabilities(rawValue: 1)
  public static let relativeGap = SolverCapabilities(rawValue: 2)
  public static let cutoff = SolverCapabilities(rawValue: 4)
  public static let start = SolverCapabilities(rawValue: 8)
  public static let nodeLimit = SolverCapabilities(rawValue: 16)
  public static let cancellation = SolverCapabilities(rawValue: 32)
  public static let progress = SolverCapabilities(rawValue: 64)
  public static let work = SolverCapabilities(rawValue: 128)
}

/// Limits and helps for one search.
public struct SolveOptions: Sendable {
  /// Seconds after which to stop, or nil for none.
  ///
  /// Makes results depend on the machine.
  public var timeLimit: Double?
  /// Relative distance between value and bound at which to stop; 0 asks for
  /// a proof.
  public var relativeGap: Double = 0
  /// Only assignments strictly better than this are wanted.
  public var cutoff: Int64?
  /// A known assignment; the answer is at least as good.
  public var start: Assignment?
  /// Subproblems after which to stop, or nil for none.
  public var nodeLimit: Int?
  /// What simplex steps and subproblems are spent from, or nil for no limit; a
  /// search ends when nothing is left.
  public var work: WorkBudget?
  /// Asked now and then whether to stop.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Told now and then how the search stands, on the searching thread.
  public var progress: (@Sendable (SolveProgress) -> Void)?

  /// Sets no limits.
  public init() {}
}

/// How a search stands.
public struct SolveProgress: Hashable, Sendable {
  /// Seconds since the search began.
  public var seconds: Double
  /// The value of the best assignment so far.
  public var incumbent: Double?
  /// A proven bound of the value.
  public var bound: Double?
  /// Subproblems made so far.
  public var nodes: Int
  /// Subproblems known and not yet explored.
  public var openNodes: Int

  /// Says how a search stands.
  public init(seconds: Double, incumbent: Double?, bound: Double?, nodes: Int, openNodes: Int) {
    self.seconds = seconds
    self.incumbent = incumbent
    self.bound = bound
    self.nodes = nodes
    self.openNodes = openNodes
  }
}
