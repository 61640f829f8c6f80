// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The best training plan of a small year, found by looking at every plan.
///
/// Each group that must train takes each of the sessions it may join, each
/// delegation those or none; sessions that a hard rule about the group and the
/// session forbids are left out, and everything else is judged by `TrainingOracle`
/// on complete plans.
package enum BestTraining {
  package enum Outcome: Sendable {
    case best(Answer)
    case infeasible
    /// More complete plans than allowed.
    case tooLarge
  }

  /// An optimal plan.
  package struct Answer: Sendable {
    /// In the planner's order; bounds equal values.
    package var tiers: [TierResult]
    /// One of the best plans, with rooms.
    package var plan: TrainingPlan
    /// Complete plans that keep every hard rule.
    package var feasiblePlans: Int
    /// Complete plans judged.
    package var leaves: Int
  }

  /// Searches all plans.
  ///
  /// - Parameters:
  ///   - small: The year, hosting, earlier plan and pins.
  ///   - leafLimit: Most complete plans to judge.
  /// - Returns: The best plan, or why there is none.
  package static func search(_ small: SmallTraining, leafLimit: Int = .max) -> Outcome {
    let oracle = TrainingOracle(small)
    let options = options(in: oracle)
    guard count(options, upTo: leafLimit) <= leafLimit else { return .tooLarge }
    var search = TrainingSearch(oracle, options)
    search.visit([:], from: 0)
    guard let best = search.best else { return .infeasible }
    return .best(
      Answer(
        tiers: best.tiers,
        plan: TrainingPlan(
          joining: best.choice.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
          rooms: best.rooms.mapValues { ($0.single, $0.twin) }),
        feasiblePlans: search.feasiblePlans, leaves: search.leaves))
  }

  /// Complete plans to judge, or one more than the limit when there are more.
  package static func leaves(of small: SmallTraining, upTo limit: Int) -> Int {
    count(options(in: TrainingOracle(small)), upTo: limit)
  }

  typealias Options = [(group: TrainingGroup, sessions: [TrainingSession?])]

  private static func options(in oracle: TrainingOracle) -> Options {
    let hard = (TrainingRule.pairwise + [.closures]).filter { oracle.rules[$0] == .hard }
    return oracle.groups.map { group in
      let sessions = oracle.acceptedSessions(of: group).filter { session in
        hard.allSatisfy { oracle.pairUnits($0, group, session) == 0 }
      }
      let none: [TrainingSession?] = if case .delegation = group { [nil] } else { [] }
      return (group, none + sessions)
    }
  }

  private static func count(_ options: Options, upTo limit: Int) -> Int {
    var product = 1
    for option in options {
      product *= option.sessions.count
      if product > limit { return limit == .max ? limit : limit + 1 }
      if product == 0 { return 0 }
    }
    return product
  }
}

/// Goes through the choices of group after group.
private struct TrainingSearch {
  private let oracle: TrainingOracle
  private let options: BestTraining.Options
  private let hard: [TrainingOracle.RuleInstance]
  private let soft: [TrainingOracle.RuleInstance]
  private(set) var leaves = 0
  private(set) var feasiblePlans = 0
  private(set) var best: Best?

  struct Best {
    let tiers: [TierResult]
    let choice: TrainingOracle.Choice
    let rooms: [TrainingSession: TrainingOracle.Rooms]
  }

  init(_ oracle: TrainingOracle, _ options: BestTraining.Options) {
    self.oracle = oracle
    self.options = options
    let kept = oracle.instances.filter { $0.strictness == .hard && $0.rule != .beds }
    // Pairs are kept by the options.
    hard = kept.filter { !TrainingRule.pairwise.contains($0.rule) && $0.rule != .closures }
    soft = oracle.instances.filter { $0.strictness.penalty != nil }
  }

  mutating func visit(_ choice: TrainingOracle.Choice, from index: Int) {
    guard index < options.count else {
      judge(TrainingOracle.Plan(choice))
      return
    }
    for session in options[index].sessions {
      var longer = choice
      longer[options[index].group] = session
      visit(longer, from: index + 1)
    }
  }

  private mutating func judge(_ plan: TrainingOracle.Plan) {
    leaves += 1
    guard hard.allSatisfy({ oracle.units(of: $0, in: plan) == 0 }) else { return }
    var rooms: [TrainingSession: TrainingOracle.Rooms] = [:]
    if oracle.rules[.beds] == .hard {
      guard let fitting = oracle.fittingRooms(plan) else { return }
      rooms = fitting
    }
    feasiblePlans += 1
    var units: [String: Int] = [:]
    for instance in soft { units[instance.id] = oracle.units(of: instance, in: plan) }
    let tiers = oracle.tiers(of: plan, units: units)
    if let best, !TrainingOracle.isBetter(tiers, than: best.tiers) { return }
    best = Best(tiers: tiers, choice: plan.choice, rooms: rooms)
  }
}
