// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
package import Programme
internal import ProgrammeFiles
internal import Verification

/// Somebody who would step in if a partner withdrew.
package struct ReserveEntry: Hashable, Sendable {
  package var post: String
  package var cohort: String
  /// Who would have withdrawn.
  package var partner: String
  /// 1 for whoever would step in best.
  package var rank: Int
  package var applicant: String
  /// How much worse each goal would be than in the plan, by the goal's name; of fairness
  /// goals the smallest share, in basis points.
  package var losses: [String: Int64] = [:]
}

/// For every partner of a plan those who would step in best.
package struct ReserveLists: Sendable {
  /// How many were asked for of each partner.
  package var asked: Int
  /// By partner, then by rank.
  package var entries: [ReserveEntry]
  /// How many partners nobody could step in for.
  package var without: Int

  /// The table `reserves.csv`.
  package var table: [UInt8] {
    var writer = CSVWriter(
      header: ReserveColumn.allCases.map(\.rawValue) + PlanProblem.dispatch.lossColumns)
    for entry in entries {
      writer.append(
        [entry.post, entry.cohort, entry.partner, String(entry.rank), entry.applicant]
          + PlanProblem.dispatch.lossCells { entry.losses[$0] })
    }
    return writer.bytes
  }
}

extension PlanProblem {
  /// The goals that tables have a column of losses for, in their order.
  private var goalsWithLosses: [String] {
    switch self {
    case .dispatch:
      [
        "moved", "dropped", "penalties", "filled", "fairness-countries", "fairness-areas",
        "points", "weighted", "changes",
      ]
    case .training: TrainingGoal.allCases.map(\.rawValue)
    case .returnees: ReturneeGoal.allCases.map(\.rawValue)
    case .exchange, .decade: []
    }
  }

  /// The columns that say how much worse goals are.
  var lossColumns: [String] {
    goalsWithLosses.map { "lost_" + $0.replacing("-", with: "_") }
  }

  /// Their cells in a row; empty where a year does not have the goal.
  func lossCells(_ loss: (String) -> Int64?) -> [String] {
    goalsWithLosses.map { loss($0).map { String($0) } ?? "" }
  }
}

/// How much worse goals are, by name.
func lossesByGoal(of tiers: [TierResult], against base: [TierResult]) -> [String: Int64] {
  Dictionary(
    zip(tiers.map(\.name), losses(of: tiers, against: base)),
    uniquingKeysWith: { first, _ in first })
}

extension DispatchReport {
  /// Finds for every partner who would step in best if that partner alone withdrew and
  /// everybody else stayed.
  ///
  /// A reserve is somebody without a placement who may go to the post in the cohort, so that
  /// the plan with them in the partner's place keeps every hard rule; what depended on the
  /// partner (rows of `pins.csv`, friends) is let go. Each such plan is checked and valued as
  /// `verify` does. The best come first; of equal ones those with more points, then by
  /// identifier.
  ///
  /// - Parameters:
  ///   - count: How many are looked for each, 1 or more.
  ///   - baseline: The earlier plan that the plan was made with, if any.
  ///   - threads: On how many threads to look; the lists are the same for any.
  /// - Returns: The lists.
  /// - Complexity: For each partner proportional to the applicants that are looked at, times
  ///   the time of a verification.
  package func reserveLists(
    _ count: Int, baseline: [EarlierPlacement]?, threads: Int
  ) -> ReserveLists {
    let finder = ReserveFinder(
      year: year, baseline: baseline, placements: outcome.placements, tiers: verification.tiers,
      isProven: outcome.status == .optimal, eligibility: eligibility,
      triples: TripleTable(eligibility, threads: threads))
    let found = inParallel(outcome.placements.indices, threads: threads) { piece in
      piece.map { index in slots[index].map { finder.best(count, for: index, at: $0) } ?? [] }
    }.flatMap { $0 }
    var entries: [ReserveEntry] = []
    for (placement, reserves) in zip(outcome.placements, found) {
      for (position, reserve) in reserves.enumerated() {
        entries.append(
          ReserveEntry(
            post: placement.post.id, cohort: year.cohorts[placement.cohort].id,
            partner: year.applicants[placement.applicant].id, rank: position + 1,
            applicant: year.applicants[reserve.applicant].id,
            losses: lossesByGoal(of: reserve.tiers, against: verification.tiers)))
      }
    }
    return ReserveLists(
      asked: count, entries: entries, without: found.count { $0.isEmpty })
  }
}

/// Looks for reserves in a plan.
private struct ReserveFinder: Sendable {
  let year: ProgrammeYear
  let baseline: [EarlierPlacement]?
  let placements: [Placement]
  /// The plan's values.
  let tiers: [TierResult]
  /// Whether no plan has better values in the goals before the points.
  let isProven: Bool
  let eligibility: DispatchEligibility
  let triples: TripleTable

  struct Found {
    var applicant: Int
    var tiers: [TierResult]
  }

  /// The best reserves of a placement.
  ///
  /// Applicants are looked at by their points there. No plan of the year has better values
  /// than the best one, so that the values of the goals before the points are a bound for
  /// everybody; looking ends when enough are at least as good as the next one can be.
  func best(_ count: Int, for index: Int, at slot: Int) -> [Found] {
    let placement = placements[index]
    let isPlaced = Set(placements.map(\.applicant))
    let open = year.withdrawing(placement.applicant)
    // What depended on the partner may have kept the best plan from being better.
    let isBound = isProven && open == year
    let others = placements.filter { $0.applicant != placement.applicant }
    let own = eligibility.points(applicant: placement.applicant, slot: slot)
    let candidates = triples.ofSlot[slot].map { Int($0) }
      .filter { !isPlaced.contains(Int(triples.applicants[$0])) }
      .sorted { (-triples.points[$0], $0) < (-triples.points[$1], $1) }
    var found: [Found] = []
    for triple in candidates {
      if isBound, found.count == count, let last = found.last,
        !isBetter(bound(gaining: Int(triples.points[triple]) - own), than: last.tiers)
      {
        break
      }
      let applicant = Int(triples.applicants[triple])
      let plan =
        (others
        + [Placement(applicant: applicant, post: placement.post, cohort: placement.cohort)])
        .sorted { $0.applicant < $1.applicant }
      let checked = verifyDispatch(open, placements: plan, baseline: baseline, claimed: nil)
      guard checked.isValid else { continue }
      let place = found.firstIndex { isBetter(checked.tiers, than: $0.tiers) } ?? found.count
      found.insert(Found(applicant: applicant, tiers: checked.tiers), at: place)
      if found.count > count { found.removeLast() }
    }
    return found
  }

  /// Values that a plan with so many more points does not exceed.
  private func bound(gaining points: Int) -> [TierResult] {
    var isBehindPoints = false
    return tiers.map { tier in
      var tier = tier
      if tier.name == Goal.points.rawValue || tier.name == Goal.weighted.rawValue {
        tier.value += Int64(points)
        isBehindPoints = true
      } else if isBehindPoints, tier.isLeast {
        tier.value = 0
      }
      return tier
    }
  }
}
