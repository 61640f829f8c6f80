// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification

/// Somebody who has another placement in one plan than in another, or none.
package struct ChainMove: Hashable, Sendable {
  /// Index into the year's applicants.
  package var applicant: Int
  package var from: Placement?
  package var to: Placement?
  /// How the move follows from those before it.
  package var cause = Cause.other
  /// Whose move it follows from, an index into the year's applicants; none of the first of
  /// a chain.
  package var follows: Int?

  package enum Cause: String, Hashable, Sendable {
    /// It is what was asked for.
    case first
    /// Somebody took the place.
    case displaced
    /// Somebody left the place that is taken.
    case fills
    /// Something else, such as a place in a cohort.
    case other
  }

  /// The schools that the move fills or leaves.
  fileprivate var schools: Set<Int> {
    Set((from?.post.schools ?? []) + (to?.post.schools ?? []))
  }
}

/// Who moves between two plans.
struct MoveFinder {
  let year: ProgrammeYear
  let baseline: [EarlierPlacement]?
  /// The plan before.
  let before: [Placement]
  private let byApplicant: [Int: Placement]
  private let points: PlacementPoints

  init(_ year: ProgrammeYear, baseline: [EarlierPlacement]?, from before: [Placement]) {
    self.year = year
    self.baseline = baseline
    self.before = before
    byApplicant = Dictionary(
      before.map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    points = PlacementPoints(year: year, baseline: baseline)
  }

  /// The moves that lead to a plan of given values, beginning with somebody's.
  ///
  /// Of two equally good plans the search finds one; moves that make no difference
  /// are left out where what is left is as good and keeps every hard rule.
  ///
  /// - Parameters:
  ///   - after: The plan.
  ///   - tiers: Its values.
  ///   - applicant: Whose move comes first.
  ///   - isFromBest: Whether the plan before is a best one; else moves are taken as
  ///     they come, since most of them make it better.
  /// - Returns: The moves, each after those that it follows from where that is so.
  func moves(
    to after: [Placement], of tiers: [TierResult], from applicant: Int, isFromBest: Bool
  ) -> [ChainMove] {
    var groups = groups(of: moves(to: after))
    guard let own = groups.firstIndex(where: { $0.contains { $0.applicant == applicant } }) else {
      return groups.flatMap { $0 }
    }
    let first = groups.remove(at: own)
    if isFromBest, !groups.isEmpty {
      // What changes the points is not left out where they are a goal.
      let counts = tiers.contains { $0.name == "points" }
      let isIdle = groups.map { !counts || gain(of: $0) == 0 }
      if isIdle.allSatisfy(\.self), isAsGood(first, as: tiers) {
        groups = []
      } else if groups.count <= Self.mostGroups {
        for index in groups.indices.reversed() where isIdle[index] {
          var fewer = groups
          fewer.remove(at: index)
          if isAsGood(first + fewer.flatMap { $0 }, as: tiers) { groups = fewer }
        }
      }
    }
    return ordered(first, from: applicant)
      + groups.flatMap { ordered($0, from: $0[0].applicant, as: .other) }
  }

  /// Every move to a plan, in chains that hang together by schools.
  ///
  /// - Parameters:
  ///   - after: The plan.
  ///   - mayLead: Whether a move may be the first of its chain; one that may not is first
  ///     only where no other is left.
  /// - Returns: The chains, by the applicant whose move comes first.
  func chains(to after: [Placement], ledBy mayLead: (ChainMove) -> Bool) -> [[ChainMove]] {
    var chains: [[ChainMove]] = []
    for group in groups(of: moves(to: after)) {
      var left = group
      while let first = left.first(where: { mayLead($0) && $0.to == nil })
        ?? left.first(where: mayLead) ?? left.first
      {
        let chain = chain(from: first.applicant, in: &left)
        chains.append(chain)
      }
    }
    return chains.sorted { $0[0].applicant < $1[0].applicant }
  }

  /// By how much moves change the weighted points.
  private func gain(of moves: [ChainMove]) -> Int64 {
    moves.reduce(0) { sum, move in
      sum + (move.to.map { points.weightedPoints(of: $0) } ?? 0)
        - (move.from.map { points.weightedPoints(of: $0) } ?? 0)
    }
  }

  /// Groups of moves that are tried one by one.
  private static var mostGroups: Int { 8 }

  /// Everybody whose placement differs, by applicant.
  private func moves(to after: [Placement]) -> [ChainMove] {
    let now = Dictionary(
      after.map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(byApplicant.keys).union(now.keys).sorted().compactMap { applicant in
      let (from, to) = (byApplicant[applicant], now[applicant])
      return from == to ? nil : ChainMove(applicant: applicant, from: from, to: to)
    }
  }

  /// Whether the plan after some moves keeps the hard rules and has the values.
  private func isAsGood(_ moves: [ChainMove], as tiers: [TierResult]) -> Bool {
    let moved = Set(moves.map(\.applicant))
    let plan =
      before.filter { !moved.contains($0.applicant) } + moves.compactMap(\.to)
    let found = verifyDispatch(
      year, placements: plan.sorted { $0.applicant < $1.applicant }, baseline: baseline,
      claimed: nil)
    return found.isValid
      && found.tiers.count == tiers.count
      && zip(found.tiers, tiers).allSatisfy { $0.value == $1.value && $0.shares == $1.shares }
  }

  /// Moves that are joined by schools, in groups.
  private func groups(of moves: [ChainMove]) -> [[ChainMove]] {
    var groups: [(schools: Set<Int>, moves: [ChainMove])] = []
    for move in moves {
      var joined = (schools: move.schools, moves: [move])
      groups.removeAll { group in
        guard !group.schools.isDisjoint(with: joined.schools) else { return false }
        joined.schools.formUnion(group.schools)
        joined.moves = group.moves + joined.moves
        return true
      }
      groups.append(joined)
    }
    return groups.map { group in group.moves.sorted { $0.applicant < $1.applicant } }
  }

  /// A group's moves as a chain: who is put out of a school goes next, to the end,
  /// and then who fills what was left.
  private func ordered(
    _ moves: [ChainMove], from applicant: Int, as cause: ChainMove.Cause = .first
  ) -> [ChainMove] {
    var left = moves
    let chain = chain(from: applicant, as: cause, in: &left)
    return chain.isEmpty ? moves : chain + left
  }

  /// The chain that begins with an applicant's move; its moves are taken out of the others.
  private func chain(
    from applicant: Int, as cause: ChainMove.Cause = .first, in left: inout [ChainMove]
  ) -> [ChainMove] {
    var chain: [ChainMove] = []
    func follow(_ move: ChainMove, _ cause: ChainMove.Cause, after: Int? = nil) {
      chain.append(move)
      chain[chain.count - 1].cause = cause
      chain[chain.count - 1].follows = after
      let taken = Set(move.to?.post.schools ?? [])
      let freed = Set(move.from?.post.schools ?? [])
      while let next = left.firstIndex(where: {
        !taken.isDisjoint(with: $0.from?.post.schools ?? [])
      }) {
        follow(left.remove(at: next), .displaced, after: move.applicant)
      }
      while let next = left.firstIndex(where: {
        !freed.isDisjoint(with: $0.to?.post.schools ?? [])
      }) {
        follow(left.remove(at: next), .fills, after: move.applicant)
      }
    }
    guard let first = left.firstIndex(where: { $0.applicant == applicant }) else { return [] }
    follow(left.remove(at: first), cause)
    return chain
  }
}
