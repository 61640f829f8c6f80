// SPDX-License-Identifier: GPL-3.0-or-later

package import GLPKBackend
package import Programme
package import Wording

/// What a dispatch run is asked for.
package struct DispatchOptions: Sendable {
  /// Relative gap at which the tier `points` (or `weighted`) may stop; the
  /// other tiers are always closed.
  package var gap: Double = 0.0001
  /// Whether the best itself is looked for in the first nodes before the gap is enough.
  var triesExactly = false
  /// Wall-clock seconds for the whole run; none means no limit.
  package var timeLimit: Double?
  /// Units of work for the whole run, 0 or more; none means no limit.
  ///
  /// A unit is a step of the simplex method, a solve or a subproblem of one, or a look at
  /// ten thousand triples. Prices for the certificate may take as much again. Where a run
  /// ends under this limit depends on nothing but the year and the options.
  package var workLimit: Int?
  /// How searches that may take long are run in a process of their own; none means that
  /// this process does everything.
  package var searchCommand: SearchCommand?
  /// Threads that may be used; the plan does not depend on it.
  package var threads: Int = 1
  /// An earlier plan, for `continuity` and `changes`.
  package var baseline: [EarlierPlacement]?
  /// Asked often; true stops the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Years with at most this many triples are given to GLPK whole.
  ///
  /// Tests set it to see every way of solving; how good the plan is does not
  /// depend on it.
  package var mostTriplesForGLPK = 200
  /// Years with at most this many are given to GLPK whole when the ways of large
  /// years end without a proof.
  package var mostTriplesToRetry = 2_000
  /// Years with more applicants times slots than this keep a choice of triples and
  /// look at the others without keeping them.
  package var mostPairsToKeep = 30_000_000
  /// Years with more applicants times slots than this are not formulated over
  /// triples at all: seats are merged and people placed by flows.
  package var mostPairsToChoose = 300_000_000
  /// Triples of each slot in a choice; applicants have twice as many.
  package var choiceWidth = 32
  /// Whether the prices of a certificate are worked out beside the search.
  package var certifies = true
  /// Whether the plan that breaks rules least is looked for where no plan keeps them.
  package var findsNearest = true
  /// Told about each step worth a line.
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }

  package init() {}
}

/// One step of a run, for the terminal.
package struct DispatchProgress: Sendable {
  /// The tier being solved, or `preparing`.
  package var tier: String
  /// What is being done, such as `linear relaxation`.
  package var step: Sentence
  /// Value of the best plan and the bound in this tier, when known.
  package var value: Int64?
  package var bound: Int64?
  package var columns: Int
  package var seconds: Double

  package init(
    tier: String, step: Sentence, value: Int64? = nil, bound: Int64? = nil, columns: Int = 0,
    seconds: Double = 0
  ) {
    self.tier = tier
    self.step = step
    self.value = value
    self.bound = bound
    self.columns = columns
    self.seconds = seconds
  }
}

/// What a run found out.
package struct DispatchOutcome: Sendable {
  package enum Status: String, Sendable {
    /// Every tier is proven to the asked gap.
    case optimal
    /// A plan that keeps the hard rules; some tier is not proven.
    case feasible
    /// No plan keeps the hard rules.
    case infeasible
    /// Stopped before a plan or a proof that there is none.
    case unknown
  }

  package var status: Status
  /// Sorted by applicant; empty unless the status is optimal or feasible.
  package var placements: [Placement]
  /// In the order they were solved.
  package var tiers: [TierResult]
  /// The levels of the fairness tiers in the order they were proven; with them
  /// `export` can write each solved program.
  package var levels: [FairnessLevel]
  /// For an infeasible year: a plan that breaks rules as little as any can.
  ///
  /// Each unit counts once. What it breaks is what collides.
  package var nearest: [Placement]
  /// Prices from which bounds of the tiers follow.
  package var certificate = Certificate()
  /// What became of searches whose process ended before they did; the run went on
  /// without them.
  package var lostSearches: [String] = []

  package init(
    status: Status, placements: [Placement] = [], tiers: [TierResult] = [],
    levels: [FairnessLevel] = [], nearest: [Placement] = []
  ) {
    self.status = status
    self.placements = placements
    self.tiers = tiers
    self.levels = levels
    self.nearest = nearest
  }
}

/// One step of a leximin tier: at best `count` groups reach `threshold`.
package struct FairnessLevel: Hashable, Sendable {
  /// `fairness-countries` or `fairness-areas`.
  package var tier: String
  /// Basis points.
  package var threshold: Int
  package var count: Int

  package init(tier: String, threshold: Int, count: Int) {
    self.tier = tier
    self.threshold = threshold
    self.count = count
  }
}

/// A fault of ours: the solver broke, or an answer failed its verification.
package struct EngineFailure: Error, Hashable, Sendable, CustomStringConvertible {
  private let sentence: Sentence

  package var description: String { sentence.description }

  package init(_ sentence: Sentence) {
    self.sentence = sentence
  }
}
