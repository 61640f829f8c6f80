// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
internal import Verification

extension ProgrammeYear {
  /// Checks any placements against the data alone, wherever they come from.
  ///
  /// - Parameters:
  ///   - placements: Who goes where, in any order.
  ///   - certificate: Prices whose bounds are to be worked out.
  /// - Returns: Every rule, the recomputed goals and the bounds that the prices prove.
  /// - Throws: `PlanningFailure.unknown` for the first identifier that names nothing.
  /// - Complexity: Without a certificate proportional to the year and the placements; with one
  ///   every pair of an applicant and a post is looked at.
  public func verify(
    _ placements: [Placement], certificate: Certificate? = nil
  ) throws(PlanningFailure) -> Verification {
    Verification(
      verifyDispatch(
        value, placements: try values(of: placements), baseline: nil, claimed: nil,
        certificate: certificate?.value))
  }

  /// Placements by indices, in the order of applicants.
  func values(
    of placements: [Placement]
  ) throws(PlanningFailure) -> [Programme.Placement] {
    let posts = candidatePosts(of: value)
    func index(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let names = (
      applicants: value.applicants.map(\.id), posts: posts.map(\.id),
      cohorts: value.cohorts.map(\.id)
    )
    let (people, places, cohorts) = (
      index(names.applicants), index(names.posts), index(names.cohorts)
    )
    var found: [Programme.Placement] = []
    for placement in placements {
      guard let applicant = people[placement.applicant] else {
        throw .unknown("applicant", placement.applicant, among: names.applicants)
      }
      guard let post = places[placement.post] else {
        throw .unknown("post", placement.post, among: names.posts)
      }
      guard let cohort = cohorts[placement.cohort] else {
        throw .unknown("cohort", placement.cohort, among: names.cohorts)
      }
      found.append(Programme.Placement(applicant: applicant, post: posts[post], cohort: cohort))
    }
    return found.sorted { $0.applicant < $1.applicant }
  }
}
