// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme
package import ProgrammeFiles

/// A placement that somebody was told of, by identifiers: the year that it is planned
/// again in may not have them any more.
package struct AnnouncedPlacement: Hashable, Sendable {
  package var applicant: String
  package var post: String
  /// The post's schools, the base first.
  package var schools: [String]
  package var cohort: String

  /// Takes a placement of an earlier plan.
  ///
  /// - Parameters:
  ///   - earlier: The placement.
  ///   - year: The year whose applicants it names.
  ///   - posts: The posts that the year has or forms.
  package init(_ earlier: EarlierPlacement, in year: ProgrammeYear, posts: [Post]) {
    applicant = year.applicants[earlier.applicant].id
    cohort = earlier.cohort
    let others = earlier.schools.filter { $0 != earlier.base }
    schools = [earlier.base] + others
    let known = posts.first { post in
      let own = post.schools.map { year.schools[$0].id }
      return own.first == earlier.base && own.sorted() == earlier.schools
    }
    post = known?.id ?? schools.joined(separator: "+")
    if let known { schools = known.schools.map { year.schools[$0].id } }
  }

  /// The placement in a year, unless the year lacks the applicant, the post or the cohort.
  package func placement(in names: YearIdentifiers) -> Placement? {
    guard let applicant = names.applicants[applicant], let post = names.posts[post],
      let cohort = names.cohorts[cohort],
      post.schools.map({ names.year.schools[$0].id }) == schools
    else { return nil }
    return Placement(applicant: applicant, post: post, cohort: cohort)
  }
}

/// What a year's identifiers name.
package struct YearIdentifiers: Sendable {
  package let year: ProgrammeYear
  package let applicants: [String: Int]
  package let cohorts: [String: Int]
  /// The posts that the year has or forms.
  package let posts: [String: Post]

  package init(_ year: ProgrammeYear) {
    self.year = year
    applicants = Self.index(year.applicants.map(\.id))
    cohorts = Self.index(year.cohorts.map(\.id))
    posts = Dictionary(
      candidatePosts(of: year).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func index(_ identifiers: [String]) -> [String: Int] {
    Dictionary(
      identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The name of the scenario that says who was told what.
private let announcedScenarioName = "announced placements"

/// The scenario that makes a plan of the fewest changes: what was announced is what it
/// says, nobody has to keep it, and that as many as possible do is the first goal; the next is
/// that few of the others are left without a place.
///
/// - Parameters:
///   - announced: The placements, in order.
///   - objective: The year's own goals; none leaves them as they are.
/// - Returns: The scenario.
package func announcedScenario(
  _ announced: [AnnouncedPlacement], objective: [Goal]?
) -> Scenario? {
  var settings: [String: CanonicalJSON] = ["rules.announced.off": true]
  if let objective {
    let first = [Goal.moved, .dropped]
    let goals = first + objective.filter { !first.contains($0) }
    settings["objective"] = .array(goals.map { .string($0.rawValue) })
  }
  return Scenario(
    [
      "name": .string(announcedScenarioName),
      "announced": .array(
        announced.map { placement in
          [
            "applicant": .string(placement.applicant), "post": .string(placement.post),
            "cohort": .string(placement.cohort),
          ]
        }),
      "set": .object(settings),
    ], calledInFaults: announcedScenarioName)
}
