// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
internal import Wording

/// What it is worth to widen limits, each number from a best plan made for it.
package struct LimitPrice: Hashable, Sendable {
  /// A limit as it is and after one step.
  struct Change: Hashable, Sendable {
    /// The path of `set` in scenarios.
    var path: String
    var from, to: Int64
  }

  /// One step in words, such as `one more place in Thailand 14`.
  var words: Sentence
  var changes: [Change]
  /// The goals' values after one step; empty where that was not proven.
  package var tiers: [TierResult]
  /// Whether these are better than those of the year as it is, or worse, goal by goal.
  package var isBetter, isWorse: Bool
  /// Steps of which each brings what the first does.
  package var sameSteps: Int
  /// Whether a further step was tried and brings something else.
  var isEndKnown: Bool
  /// Steps after which the plan as it is is still a best one.
  package var idleSteps: Int
  /// Whether that is so however far the limits are widened.
  package var isAlwaysIdle: Bool
  /// Whether all that was asked about it was proven.
  package var isProven: Bool

  /// Begins with one step.
  ///
  /// - Parameters:
  ///   - offer: What is widened.
  ///   - year: The year.
  ///   - base: The goals' values as it is.
  ///   - outcome: What came of one step.
  package init(
    _ offer: Offer, in year: ProgrammeYear, base: [TierResult], outcome: some PlanOutcome
  ) {
    words = offer.words(in: year)
    changes = offer.limits.compactMap { limit in
      limit.value(in: year).map {
        Change(path: limit.path(in: year), from: $0, to: $0 + limit.step(in: year))
      }
    }
    isProven = outcome.status == .optimal
    tiers = isProven ? comparable(outcome.tiers) : []
    let before = comparable(base)
    isBetter = isProven && Engine.isBetter(tiers, than: before)
    isWorse = isProven && Engine.isBetter(before, than: tiers)
    sameSteps = isBetter || isWorse ? 1 : 0
    idleSteps = 0
    isEndKnown = false
    isAlwaysIdle = false
    if isProven, !isBetter, !isWorse { idleSteps = 1 }
  }
}

/// Goals that are compared: nearness to a plan is none.
package func comparable(_ tiers: [TierResult]) -> [TierResult] {
  tiers.filter { $0.name != "changes" }
}

extension LimitPrice {
  /// Most steps that each limit is widened.
  package static let mostSteps = 5

  /// Works out the price of an offer.
  ///
  /// One step is planned, then further ones as long as each brings what the first
  /// does. Where the first brings nothing the year without the limits is planned: a
  /// plan that is best there is best with any limit between.
  ///
  /// - Parameters:
  ///   - offer: What is widened.
  ///   - year: The year.
  ///   - base: The goals' values as it is.
  ///   - plan: Plans a year.
  /// - Returns: The price.
  /// - Throws: What `plan` throws.
  package static func price<Outcome: PlanOutcome, Failure: Error>(
    of offer: Offer, in year: ProgrammeYear, base: [TierResult],
    plan: (ProgrammeYear) throws(Failure) -> Outcome
  ) throws(Failure) -> LimitPrice? {
    guard let first = offer.widened(by: 1, in: year) else { return nil }
    var price = LimitPrice(offer, in: year, base: base, outcome: try plan(first))
    guard price.isProven else { return price }
    let before = comparable(base)
    if price.idleSteps > 0, let free = offer.withoutLimits(in: year) {
      let outcome = try plan(free)
      if outcome.status == .optimal, !Engine.isBetter(comparable(outcome.tiers), than: before) {
        price.isAlwaysIdle = true
        return price
      }
    }
    var last = price.tiers
    for step in 2...max(2, mostSteps) {
      guard let widened = offer.widened(by: step, in: year) else { break }
      let outcome = try plan(widened)
      guard outcome.status == .optimal else {
        price.isProven = false
        break
      }
      let tiers = comparable(outcome.tiers)
      if price.idleSteps > 0 {
        guard !differ(tiers, before) else {
          price.isEndKnown = true
          break
        }
        price.idleSteps = step
      } else {
        guard steps(from: last, to: tiers) == steps(from: before, to: price.tiers) else {
          price.isEndKnown = true
          break
        }
        price.sameSteps = step
      }
      last = tiers
    }
    return price
  }

  private static func differ(_ tiers: [TierResult], _ others: [TierResult]) -> Bool {
    tiers.map(\.value) != others.map(\.value) || tiers.map(\.shares) != others.map(\.shares)
  }

  /// What a step brings, goal by goal.
  private static func steps(from before: [TierResult], to after: [TierResult]) -> [[Int64]] {
    zip(before, after).map { before, after in
      guard let old = before.shares, let new = after.shares else {
        return [after.value - before.value]
      }
      // Shares move with what they are shares of; what counts is who gains.
      return [old == new ? 0 : Engine.isBetter([after], than: [before]) ? 1 : -1]
    }
  }
}
