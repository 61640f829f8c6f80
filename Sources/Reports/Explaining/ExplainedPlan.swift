// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
package import Programme
package import Verification

/// What is asked about in a plan.
package enum ExplainedSubject: Hashable, Sendable {
  /// Index into the year's applicants.
  case applicant(Int)
  /// Index into the year's schools.
  case school(Int)
  case post(Post)
  /// Index into the year's cohorts.
  case cohort(Int)

  /// The word that stands for the kind of subject.
  package enum Kind: String, CaseIterable, Sendable {
    case applicant, school, post, cohort
  }

  package var kind: Kind {
    switch self {
    case .applicant: .applicant
    case .school: .school
    case .post: .post
    case .cohort: .cohort
    }
  }

  /// The identifier of the subject.
  func id(in year: ProgrammeYear) -> String {
    switch self {
    case .applicant(let index): year.applicants[index].id
    case .school(let index): year.schools[index].id
    case .post(let post): post.id
    case .cohort(let index): year.cohorts[index].id
    }
  }

  /// Whether a placement is of the subject.
  func holds(_ placement: Placement) -> Bool {
    switch self {
    case .applicant(let index): placement.applicant == index
    case .school(let index): placement.post.schools.contains(index)
    case .post(let post): placement.post.id == post.id
    case .cohort(let index): placement.cohort == index
    }
  }
}

/// A plan that is asked about, prepared once for any number of questions.
package struct ExplainedPlan: Sendable {
  package let year: ProgrammeYear
  package let placements: [Placement]
  package let baseline: [EarlierPlacement]?
  package let verification: DispatchVerification
  /// What else there is to say about the plan, a sentence each.
  package let notes: [String]
  let finder: MoveFinder

  /// Checks a plan.
  ///
  /// - Parameters:
  ///   - year: The programme year.
  ///   - placements: The plan's placements.
  ///   - baseline: The earlier plan that it was made with, if any.
  ///   - notes: What else there is to say about the plan, a sentence each.
  package init(
    _ year: ProgrammeYear, placements: [Placement], baseline: [EarlierPlacement]?,
    notes: [String] = []
  ) {
    self.year = year
    self.placements = placements
    self.baseline = baseline
    self.notes = notes
    verification = verifyDispatch(
      year, placements: placements, baseline: baseline, claimed: nil)
    finder = MoveFinder(year, baseline: baseline, from: placements)
  }

  /// The goals' values of the plan.
  package var tiers: [TierResult] { verification.tiers }

  /// Whether the plan keeps the hard rules and no plan has better values than the
  /// session's.
  func isBest(in session: borrowing DispatchSession) -> Bool {
    verification.isValid && losses(of: session.base.tiers, against: tiers).allSatisfy { $0 == 0 }
      && zip(session.base.tiers, tiers).allSatisfy { $0.shares == $1.shares }
  }
}

/// How much worse the goals' values are than those of another plan.
///
/// A fairness goal is compared by its smallest share, in basis points.
///
/// - Parameters:
///   - tiers: Values of a plan.
///   - base: Values of the plan it is compared with.
/// - Returns: One number per tier; less than 0 where the value is better.
func losses(of tiers: [TierResult], against base: [TierResult]) -> [Int64] {
  zip(tiers, base).map { tier, base in
    base.isLeast ? tier.value - base.value : base.value - tier.value
  }
}
