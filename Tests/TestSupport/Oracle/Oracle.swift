// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A plain, slow reading of `docs/rules.md`, kept apart from the planner and
/// from the verifier.
///
/// Each rule is one function with the words of its row. Nothing here is meant
/// to be quick; `BruteForce` puts the same answers into tables.
package struct Oracle: Sendable {
  package let year: ProgrammeYear
  package let baseline: [EarlierPlacement]?
  /// Given posts, or the candidate posts formed from the schools.
  package let posts: [Post]
  /// Renewal schools that count for `rotation`.
  package private(set) var servable: Set<Int> = []

  package init(_ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil) {
    self.year = year
    self.baseline = baseline
    posts = Oracle.posts(of: year)
    servable = servableRenewals()
  }

  /// Every placement that the structure allows: the post takes the cohort.
  package func structuralPlacements(of applicant: Int) -> [Placement] {
    var placements: [Placement] = []
    for post in posts {
      for cohort in year.cohorts.indices where takes(post, cohort) {
        placements.append(Placement(applicant: applicant, post: post, cohort: cohort))
      }
    }
    return placements
  }

  /// Whether a structural placement breaks no hard rule about it or its post.
  package func isEligible(_ placement: Placement) -> Bool {
    for rule in Rule.pairwise where rule != .criterion {
      if year.rules[rule] == .hard, breaks(rule, placement) { return false }
    }
    for rule in year.rules.criteria where rule.strictness == .hard {
      if breaks(rule, placement) { return false }
    }
    for rule in [Rule.hours, .travel] where year.rules[rule] == .hard {
      if breaks(rule, placement.post) { return false }
    }
    return year.rules[.rotation] != .hard || !placement.post.schools.contains(where: mustPause)
  }

  /// The renewal schools that may host and that an eligible triple reaches.
  ///
  /// A school that must pause may host all the same when `rotation` is soft.
  private func servableRenewals() -> Set<Int> {
    var reached: Set<Int> = []
    for applicant in year.applicants.indices {
      for placement in structuralPlacements(of: applicant) where isEligible(placement) {
        reached.formUnion(placement.post.schools)
      }
    }
    return reached.filter { school in
      year.schools[school].isRenewal && (year.rules[.rotation] != .hard || !mustPause(school))
    }
  }
}

// MARK: - Posts

extension Oracle {
  /// Whether every school of a post takes a cohort.
  package func takes(_ post: Post, _ cohort: Int) -> Bool {
    post.schools.allSatisfy { Oracle.takes($0, cohort, in: year) }
  }

  private static func takes(_ school: Int, _ cohort: Int, in year: ProgrammeYear) -> Bool {
    let school = year.schools[school]
    return year.cohorts[cohort].country == school.country
      && (school.cohorts.isEmpty || school.cohorts.contains(cohort))
  }

  private static func posts(of year: ProgrammeYear) -> [Post] {
    if let given = year.givenPosts { return given }
    var posts: [Post] = []
    for members in subsets(of: Array(year.schools.indices), upTo: year.bundles.maximumSchools) {
      if members.count == 1 {
        let school = year.schools[members[0]]
        posts.append(
          Post(
            id: school.id, schools: members, seatsMin: school.seatsMin, seatsMax: school.seatsMax))
      } else if let post = bundle(of: members, in: year) {
        posts.append(post)
      }
    }
    return posts
  }

  private static func bundle(of members: [Int], in year: ProgrammeYear) -> Post? {
    let byIdentifier = members.sorted { year.schools[$0].id < year.schools[$1].id }
    var base = byIdentifier[0]
    for school in byIdentifier
    where year.schools[school].japaneseHours > year.schools[base].japaneseHours {
      base = school
    }
    let others = byIdentifier.filter { $0 != base }
    let sharesCohort = year.cohorts.indices.contains { cohort in
      members.allSatisfy { takes($0, cohort, in: year) }
    }
    let isNear = others.allSatisfy { metres(base, $0, in: year) <= year.bundles.outerMetres }
    guard sharesCohort, isNear else { return nil }
    let schools = [base] + others
    return Post(id: schools.map { year.schools[$0].id }.joined(separator: "+"), schools: schools)
  }

  private static func subsets(of items: [Int], upTo size: Int) -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ members: [Int], from next: Int) {
      if !members.isEmpty { found.append(members) }
      guard members.count < size else { return }
      for position in next..<items.count { extend(members + [items[position]], from: position + 1) }
    }
    extend([], from: 0)
    return found
  }

  private static func metres(_ one: Int, _ other: Int, in year: ProgrammeYear) -> Int {
    year.schools[one].position.metres(to: year.schools[other].position)
  }

  /// The distance between two schools.
  package func metres(_ one: Int, _ other: Int) -> Int {
    Oracle.metres(one, other, in: year)
  }
}
