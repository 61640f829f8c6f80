// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Verification
package import Wording

/// Somebody who is elsewhere after replanning.
package struct ReplanChange: Hashable, Sendable {
  /// A place in the words of the files.
  package struct Place: Hashable, Sendable {
    package var post: String
    /// City of the base, if the year knows it.
    package var city: String
    package var cohort: String
  }

  package var applicant: String
  package var kind: ReplanKind
  package var from: Place?
  package var to: Place?
  /// Whose change it follows from: who left the place that is taken, or took the one that
  /// was left.
  package var follows: String?
  /// Rules that the announced placement would break in the new plan, and the first of them
  /// in words; of somebody moved or dropped.
  package var rules: [String] = []
  package var obstacle: Sentence = ""
  /// Whose list of reserves the person comes from, and their number on it.
  package var reserveOf: String?
  package var reserveRank: Int?
}

/// Finds who is elsewhere, and why.
struct ReplanChanges {
  let year: ProgrammeYear
  /// The plan now.
  let placements: [Placement]
  /// What was announced, by applicant's identifier.
  private let announced: [AnnouncedPlacement]
  private let names: YearIdentifiers

  init(_ year: ProgrammeYear, placements: [Placement], announced: [AnnouncedPlacement]) {
    self.year = year
    self.placements = placements
    self.announced = announced
    names = YearIdentifiers(year)
  }

  /// Everybody who is elsewhere: chains of moves, each after what it follows from.
  func changes(reserves: [ReserveEntry]) -> [ReplanChange] {
    // Whoever withdrew is in the year no more; behind its applicants they are again.
    var whole = year
    var before: [Placement] = []
    var lost: [Int: AnnouncedPlacement] = [:]
    for placement in announced {
      let index: Int
      if let known = names.applicants[placement.applicant] {
        index = known
      } else {
        index = whole.applicants.count
        whole.applicants.append(Applicant(id: placement.applicant, birthDate: Day(number: 0)))
      }
      lost[index] = placement
      if let post = names.posts[placement.post], let cohort = names.cohorts[placement.cohort] {
        before.append(Placement(applicant: index, post: post, cohort: cohort))
      }
    }
    let finder = MoveFinder(whole, baseline: nil, from: before)
    let chains = finder.chains(to: placements) { $0.to == nil || $0.from != nil }
    var found = chains.flatMap { $0 }.map { move in
      change(move, in: whole, was: lost[move.applicant], reserves: reserves)
    }
    // Places that the year has no more are in no chain.
    let told = Set(found.map(\.applicant))
    for (index, placement) in lost.sorted(by: { $0.key < $1.key })
    where !told.contains(placement.applicant) && placement.placement(in: names) == nil {
      let now = placements.first { $0.applicant == index }
      guard now == nil || !before.contains(where: { $0.applicant == index }) else { continue }
      found.append(
        change(
          ChainMove(applicant: index, from: nil, to: now), in: whole, was: placement,
          reserves: reserves))
    }
    return found
  }

  private func change(
    _ move: ChainMove, in whole: ProgrammeYear, was announced: AnnouncedPlacement?,
    reserves: [ReserveEntry]
  ) -> ReplanChange {
    let id = whole.applicants[move.applicant].id
    let isThere = move.applicant < year.applicants.count
    var change = ReplanChange(
      applicant: id,
      kind: !isThere
        ? .withdrawn : announced == nil ? .reserve : move.to == nil ? .dropped : .moved,
      from: announced.map { placement in
        ReplanChange.Place(
          post: placement.post, city: city(of: placement.schools.first), cohort: placement.cohort)
      },
      to: move.to.map { placement in
        ReplanChange.Place(
          post: placement.post.id, city: year.schools[placement.post.base].city,
          cohort: year.cohorts[placement.cohort].id)
      }, follows: move.follows.map { whole.applicants[$0].id })
    if let announced, change.kind.isCounted { tellObstacle(of: announced, in: &change) }
    if change.kind == .reserve, let to = change.to {
      let entry = reserves.first {
        $0.applicant == id && $0.post == to.post && $0.cohort == to.cohort
      }
      change.reserveOf = entry?.partner
      change.reserveRank = entry?.rank
    }
    return change
  }

  private func city(of school: String?) -> String {
    year.schools.first { $0.id == school }?.city ?? ""
  }

  /// What the new plan would break with somebody back where they were.
  private func tellObstacle(of announced: AnnouncedPlacement, in change: inout ReplanChange) {
    guard let back = announced.placement(in: names) else {
      change.obstacle = "The place is there no more."
      return
    }
    // Whoever came instead would be in the way only because they came.
    let schools = Set(back.post.schools)
    let plan =
      placements.filter { placement in
        placement.applicant != back.applicant
          && (schools.isDisjoint(with: placement.post.schools) || isAnnounced(placement))
      } + [back]
    let broken = verifyDispatch(
      year, placements: plan.sorted { $0.applicant < $1.applicant }, baseline: nil, claimed: nil
    ).rules.filter(\.isBroken).sorted { isPersonal($0) && !isPersonal($1) }
    change.rules = broken.map(\.id)
    change.obstacle = broken.first?.violations.first?.words ?? ""
  }

  /// Whether a placement is what was announced.
  private func isAnnounced(_ placement: Placement) -> Bool {
    announced.contains {
      $0.applicant == year.applicants[placement.applicant].id && $0.post == placement.post.id
        && $0.cohort == year.cohorts[placement.cohort].id
    }
  }

  /// Whether a rule is about one person at one post: what it says is said first, since others
  /// may break only because somebody else has the place by now.
  private func isPersonal(_ check: RuleCheck) -> Bool {
    Rule.pairwise.contains { check.id == $0.rawValue || check.id.hasPrefix($0.rawValue + ":") }
  }
}
