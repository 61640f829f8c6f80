// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Verification

/// What is known of alternatives before they are searched for: bounds by prices, and plans
/// that follow from known ones by an exchange of seats.
///
/// Where both have the same value the alternative needs no search. A plan is only believed
/// once it is checked from the data alone, goal by goal.
struct AlternativeKnowledge {
  private let run: DispatchRun
  private let base: DispatchOutcome
  private let warm: WarmSearch?
  /// The sense of the last goal.
  let sense: Sense
  private var boundsOf: [Int: PinnedBounds] = [:]
  /// A plan that holds the counts, and the exchanges among its seats.
  private struct KnownPlan {
    var placements: [Placement]
    var value: Int64
    var exchange: SeatExchange
  }

  /// The base's plan; made once it is needed.
  private var basePlan: KnownPlan?
  /// Plans that were found for an applicant's alternatives.
  private var plansOf: [Int: [KnownPlan]] = [:]
  private let positionOfPost: [String: Int]

  /// - Parameters:
  ///   - run: The planned year.
  ///   - base: Its best plan.
  ///   - warm: The state of proof; nothing is known without it.
  init(of run: DispatchRun, base: DispatchOutcome, warm: WarmSearch?) {
    self.run = run
    self.base = base
    self.warm = warm
    sense = warm?.search.tier.sense ?? .maximize
    positionOfPost = Dictionary(
      run.formulation.eligibility.posts.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Bounds of an applicant's triples, after `begin`.
  func bounds(of applicant: Int) -> [Double]? { boundsOf[applicant]?.values }

  /// What is known of each node of the proof for one of an applicant's triples.
  func boundsOfNodes(applicant: Int, triple position: Int) -> [Double] {
    boundsOf[applicant]?.ofNodes(triple: position) ?? []
  }

  /// Looks the bounds of an applicant up again, after the proof's nodes have changed.
  mutating func beginAgain(with applicant: Int) {
    boundsOf[applicant] = nil
    begin(with: applicant)
  }

  /// Looks up what the prices of the proof say of an applicant.
  mutating func begin(with applicant: Int) {
    guard boundsOf[applicant] == nil else { return }
    boundsOf[applicant] = warm?.bounds(ofPinning: applicant)
  }

  /// Takes over what the search for an alternative has found.
  ///
  /// - Parameters:
  ///   - outcome: The best plan with the alternative, found by the state of proof last.
  ///   - applicant: Whom it is about.
  mutating func learn(from outcome: DispatchOutcome, about applicant: Int) {
    guard let warm, let last = outcome.tiers.last else { return }
    if var bounds = boundsOf[applicant] {
      warm.tighten(&bounds, at: warm.pricesOfAnswer)
      boundsOf[applicant] = bounds
    }
    // Only plans that hold the counts are near to others that do.
    guard exchangesSeats, keepsGoals(outcome.tiers),
      plansOf[applicant, default: []].count < Self.mostPlans
    else { return }
    plansOf[applicant, default: []].append(
      known(outcome.placements, worth: last.value, at: warm.pricesOfAnswer.first))
  }

  /// Plans by whose seats an applicant's alternatives are tried.
  private static var mostPlans: Int { 3 }
  /// Exchanges that are checked for one alternative.
  private static var mostChecks: Int { 2 }

  /// Whether seats can be exchanged for points alone.
  private var exchangesSeats: Bool {
    warm != nil && base.tiers.last?.name == Goal.points.rawValue
      && run.formulation.triples.isComplete
  }

  /// Whether the goals before the last are as good as the base's.
  func keepsGoals(_ tiers: [TierResult]) -> Bool {
    tiers.count == base.tiers.count
      && zip(tiers, base.tiers).dropLast().allSatisfy {
        $0.value == $1.value && $0.shares == $1.shares
      }
  }

  private func known(
    _ placements: [Placement], worth value: Int64, at prices: [Double]?
  ) -> KnownPlan {
    let (eligibility, triples) = (run.formulation.eligibility, run.formulation.triples)
    let plan = placements.compactMap { placement in
      triples.ofApplicant[placement.applicant].first { triple in
        let slot = eligibility.slots[Int(triples.slots[triple])]
        return slot.cohort == placement.cohort && slot.post == positionOfPost[placement.post.id]
      }
    }
    let exchange = SeatExchange(run.formulation, plan: plan) { triple in
      guard let warm, let prices else { return Double(triples.points[triple]) }
      return warm.worth(ofTriple: triple, at: prices)
    }
    return KnownPlan(placements: placements, value: value, exchange: exchange)
  }

  /// A plan with an alternative that reaches the bound of all of them, if an exchange of
  /// seats leads to one.
  ///
  /// - Parameters:
  ///   - pin: The alternative.
  ///   - value: What the last goal is at most with it, while the others stay.
  /// - Returns: The outcome, as exact as one that was searched for.
  mutating func outcome(of pin: Pin, reaching value: Int64?) -> DispatchOutcome? {
    guard let value, let best = base.tiers.last?.value, exchangesSeats else { return nil }
    var plans = plansOf[pin.applicant] ?? []
    let first = basePlan ?? known(base.placements, worth: best, at: warm?.pricesOfBest)
    plans.insert(first, at: 0)
    defer {
      basePlan = plans.removeFirst()
      plansOf[pin.applicant] = plans
    }
    let triples = run.formulation.triples(namedBy: pin)
    var checks = 0
    for index in plans.indices {
      for triple in triples {
        for change in plans[index].exchange.changes(to: triple)
        where plans[index].value - change.loss == value && checks < Self.mostChecks {
          checks += 1
          if let outcome = outcome(of: plans[index].placements, after: change, worth: value) {
            return outcome
          }
        }
      }
    }
    return nil
  }

  /// The plan after an exchange, if it keeps every rule and the goals have these values.
  private func outcome(
    of plan: [Placement], after change: SeatExchange.Change, worth value: Int64
  ) -> DispatchOutcome? {
    let (eligibility, triples) = (run.formulation.eligibility, run.formulation.triples)
    let people = Set((change.left + change.taken).map { Int(triples.applicants[$0]) })
    var placements = plan.filter { !people.contains($0.applicant) }
    for triple in change.taken {
      let slot = eligibility.slots[Int(triples.slots[triple])]
      placements.append(
        Placement(
          applicant: Int(triples.applicants[triple]), post: eligibility.posts[slot.post],
          cohort: slot.cohort))
    }
    placements.sort { $0.applicant < $1.applicant }
    let found = verifyDispatch(
      run.formulation.year, placements: placements, baseline: run.options.baseline, claimed: nil)
    guard found.isValid, keepsGoals(found.tiers), found.tiers.last?.value == value else {
      return nil
    }
    var outcome = base
    outcome.placements = placements
    if let last = outcome.tiers.indices.last {
      outcome.tiers[last].value = value
      outcome.tiers[last].bound = value
    }
    return outcome
  }
}
