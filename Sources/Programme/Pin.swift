// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of `pins.csv`: a word of the planner about one applicant.
package struct Pin: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Must be placed, there.
    case pin
    /// Must not be placed there.
    case forbid
    /// Gives the points of the criterion `preference`.
    case prefer
    /// Told to the applicant already: must stay.
    case announced
  }

  package enum Place: Hashable, Sendable {
    case anywhere
    /// The post of this identifier, given or formed.
    case post(String)
    /// Any post that contains the school (an index).
    case school(Int)
  }

  package var applicant: Int
  package var place: Place
  /// Index of the cohort; none means any.
  package var cohort: Int?
  package var kind: Kind
  package var reason: String
  /// Who decided it, and when; empty and none where nobody said.
  package var who = ""
  package var when: Day?
  /// Line of `pins.csv`, for messages and origins; 0 when not from a file.
  package var line: Int

  package init(
    applicant: Int, place: Place, cohort: Int? = nil, kind: Kind, reason: String = "",
    line: Int = 0
  ) {
    self.applicant = applicant
    self.place = place
    self.cohort = cohort
    self.kind = kind
    self.reason = reason
    self.line = line
  }

  /// Whether a placement at this post and in this cohort is what the row names.
  package func names(_ post: Post, cohort other: Int) -> Bool {
    if let cohort, cohort != other { return false }
    return switch place {
    case .anywhere: true
    case .post(let id): post.id == id
    case .school(let school): post.schools.contains(school)
    }
  }
}
