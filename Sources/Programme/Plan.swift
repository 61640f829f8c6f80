// SPDX-License-Identifier: GPL-3.0-or-later

/// One partner at one post in one cohort.
package struct Placement: Hashable, Sendable {
  /// Index into the year's applicants.
  package var applicant: Int
  package var post: Post
  /// Index into the year's cohorts.
  package var cohort: Int

  package init(applicant: Int, post: Post, cohort: Int) {
    self.applicant = applicant
    self.post = post
    self.cohort = cohort
  }
}

/// Where somebody was placed by an earlier plan, in the words of its file.
package struct EarlierPlacement: Hashable, Sendable {
  /// Index into this year's applicants.
  package var applicant: Int
  /// Identifiers of the schools, sorted.
  package var schools: [String]
  /// Identifier of the cohort.
  package var cohort: String
  /// Identifier of the base school.
  package var base: String

  package init(applicant: Int, schools: [String], cohort: String, base: String) {
    self.applicant = applicant
    self.schools = schools.sorted()
    self.cohort = cohort
    self.base = base
  }
}

extension EarlierPlacement {
  /// Placements of a year in the words of their file, of those whose applicants are in another
  /// year.
  ///
  /// - Parameters:
  ///   - placements: The placements, in the order of applicants.
  ///   - year: The year they are of.
  ///   - other: The other year, whose indices the result has.
  /// - Returns: The placements, in the same order.
  /// - Complexity: Proportional to the applicants and the placements.
  package static func list(
    _ placements: [Placement], of year: ProgrammeYear, in other: ProgrammeYear
  ) -> [EarlierPlacement] {
    let indices = Dictionary(
      other.applicants.indices.map { (other.applicants[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    return placements.compactMap { placement in
      let schools = placement.post.schools.map { year.schools[$0].id }
      return indices[year.applicants[placement.applicant].id].map {
        EarlierPlacement(
          applicant: $0, schools: schools, cohort: year.cohorts[placement.cohort].id,
          base: schools.first ?? "")
      }
    }
  }
}

/// The value of a tier and how good it could be at best.
package struct TierResult: Hashable, Sendable {
  /// `penalties`, `filled`, `fairness-countries`, `fairness-areas`, `points`,
  /// `changes` or `weighted`.
  package var name: String
  package var value: Int64
  /// No plan that keeps the earlier tiers does better than this.
  package var bound: Int64
  /// For the fairness tiers: the shares in basis points, smallest first.
  ///
  /// The value is then the first of them (10,000 when there is none).
  package var shares: [Int]?
  /// For the fairness tiers: whether no plan has a better vector of shares.
  ///
  /// The smallest share may be proven when the others are not.
  package var isVectorProven: Bool

  package init(
    name: String, value: Int64, bound: Int64, shares: [Int]? = nil, isVectorProven: Bool = true
  ) {
    self.name = name
    self.value = value
    self.bound = bound
    self.shares = shares
    self.isVectorProven = isVectorProven
  }
}
