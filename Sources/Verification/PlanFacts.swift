// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// A plan with the counts that several checks need.
struct PlanFacts: Sendable {
  let year: ProgrammeYear
  /// The placements as they were handed in.
  let submitted: [Placement]
  /// Those whose applicant, cohort and schools exist.
  let placements: [Placement]
  /// In the order in which the plan first names them.
  let openPosts: [OpenPost]
  /// Placements of each applicant who has one, as offsets into `placements`.
  let placementsByApplicant: [Int: [Int]]
  /// Placements of each cohort.
  let cohortCounts: [Int]
  /// Placements of each country, over its cohorts.
  let countryCounts: [Int]
  /// Whether each school is in an open post.
  let hosts: [Bool]
  let baseline: [EarlierPlacement]?
  let points: PlacementPoints

  /// A post that holds a placement.
  struct OpenPost: Sendable {
    let post: Post
    /// Offsets into `placements`.
    var holders: [Int]
  }

  init(year: ProgrammeYear, submitted: [Placement], baseline: [EarlierPlacement]?) {
    self.year = year
    self.submitted = submitted
    self.baseline = baseline
    placements = submitted.filter { PlanFacts.exists($0, in: year) }
    var openPosts: [OpenPost] = []
    var offsets: [Post: Int] = [:]
    var placementsByApplicant: [Int: [Int]] = [:]
    var cohortCounts = Array(repeating: 0, count: year.cohorts.count)
    var countryCounts = Array(repeating: 0, count: year.countries.count)
    var hosts = Array(repeating: false, count: year.schools.count)
    for (offset, placement) in placements.enumerated() {
      placementsByApplicant[placement.applicant, default: []].append(offset)
      cohortCounts[placement.cohort] += 1
      countryCounts[year.cohorts[placement.cohort].country] += 1
      for school in placement.post.schools { hosts[school] = true }
      if let known = offsets[placement.post] {
        openPosts[known].holders.append(offset)
      } else {
        offsets[placement.post] = openPosts.count
        openPosts.append(OpenPost(post: placement.post, holders: [offset]))
      }
    }
    self.openPosts = openPosts
    self.placementsByApplicant = placementsByApplicant
    self.cohortCounts = cohortCounts
    self.countryCounts = countryCounts
    self.hosts = hosts
    points = PlacementPoints(year: year, baseline: baseline)
  }

  /// Whether everything that a placement names is in the year.
  static func exists(_ placement: Placement, in year: ProgrammeYear) -> Bool {
    year.applicants.indices.contains(placement.applicant)
      && year.cohorts.indices.contains(placement.cohort)
      && !placement.post.schools.isEmpty
      && placement.post.schools.allSatisfy { year.schools.indices.contains($0) }
  }
}

extension PlanFacts {
  func applicantId(_ applicant: Int) -> String { year.applicants[applicant].id }

  func cohortId(_ cohort: Int) -> String { year.cohorts[cohort].id }

  func schoolId(_ school: Int) -> String { year.schools[school].id }

  /// The applicant, the post and the cohort.
  func subjects(of placement: Placement) -> [Subject] {
    [
      .applicant(applicantId(placement.applicant)), .post(placement.post.id),
      .cohort(cohortId(placement.cohort)),
    ]
  }

  /// Such as `A0001 at S001+S002 in TH14`.
  func phrase(_ placement: Placement) -> Sentence {
    "\(applicantId(placement.applicant)) at \(placement.post.id) in \(cohortId(placement.cohort))"
  }

  /// The better of an applicant's levels in English and in a cohort's language.
  func languageLevel(of applicant: Int, in cohort: Int) -> Int {
    let language = year.countries[year.cohorts[cohort].country].language
    let person = year.applicants[applicant]
    return max(person.level(in: "en"), person.level(in: language))
  }
}

/// A city: two cities of one name in different countries are different.
struct City: Hashable {
  let country: Int
  let name: String

  /// The city where the holder of a post lives.
  init(of post: Post, in year: ProgrammeYear) {
    self.init(ofSchool: post.base, in: year)
  }

  init(ofSchool school: Int, in year: ProgrammeYear) {
    country = year.schools[school].country
    name = year.schools[school].city
  }
}
