// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Finds out whether a school has an eligible triple.
///
/// A triple is eligible when the post takes the cohort, no hard pairwise rule
/// is broken by it, and no hard post rule by its post.
struct Eligibility {
  private let plan: PlanFacts
  private let posts: PostsOfSchool
  private let cohortChecks: [any PairwiseCheck.Type]
  private let placeChecks: [any PairwiseCheck.Type]
  private let tripleChecks: [any PairwiseCheck.Type]
  private let criteria: [CriterionRule]
  /// Applicants who may go with a cohort, once asked for.
  private var applicants: [Int: [Int]] = [:]
  /// Classes of places that nobody may go to.
  private var deserted: Set<PlaceClass> = []

  init(of plan: PlanFacts) {
    self.plan = plan
    posts = PostsOfSchool(year: plan.year)
    let hard = pairwiseChecks.filter { plan.year.rules[$0.rule] == .hard }
    cohortChecks = hard.filter { $0.scope == .cohort }
    placeChecks = hard.filter { $0.scope == .place }
    tripleChecks = hard.filter { $0.scope == .triple }
    criteria = plan.year.rules.criteria.filter { $0.strictness == .hard }
  }

  /// What checks of the scope `place` read of a post and a cohort.
  private struct PlaceClass: Hashable {
    let cohort: Int
    let housing: Housing
    let medicalTier: Int
    let diet: Set<String>
    let isRemote: Bool

    init(_ post: Post, cohort: Int, in year: ProgrammeYear) {
      let schools = post.schools.map { year.schools[$0] }
      self.cohort = cohort
      housing = schools[0].housing
      medicalTier = schools.map(\.medicalTier).min() ?? 0
      diet = schools.dropFirst().reduce(into: Set(schools[0].dietAvailable)) {
        $0.formIntersection($1.dietAvailable)
      }
      isRemote = schools.contains(where: \.isRemote)
    }
  }

  /// Whether at least one eligible triple has a post that contains the school.
  mutating func hasTriple(containing school: Int) -> Bool {
    let plan = plan
    let cohorts = plan.year.cohorts.indices.filter {
      plan.year.cohorts[$0].country == plan.year.schools[school].country
    }
    var isFound = false
    posts.visit(containing: school) { post in
      isFound =
        PostStructure.keepsHardRules(post, in: plan.year)
        && cohorts.contains {
          PostStructure.takes(post, cohort: $0, in: plan.year) && hasApplicant(post, cohort: $0)
        }
      return !isFound
    }
    return isFound
  }

  private mutating func hasApplicant(_ post: Post, cohort: Int) -> Bool {
    let place = PlaceClass(post, cohort: cohort, in: plan.year)
    guard !deserted.contains(place) else { return false }
    var triple = Placement(applicant: 0, post: post, cohort: cohort)
    var isDeserted = true
    for applicant in applicants(of: cohort, at: post) {
      triple.applicant = applicant
      guard placeChecks.allSatisfy({ $0.isKept(by: triple, in: plan) }) else { continue }
      isDeserted = false
      guard tripleChecks.allSatisfy({ $0.isKept(by: triple, in: plan) }),
        criteria.allSatisfy({ CriterionCheck.isKept($0, by: triple, in: plan) })
      else { continue }
      return true
    }
    if isDeserted { deserted.insert(place) }
    return false
  }

  /// The applicants whom the rules about the cohort alone let into it.
  private mutating func applicants(of cohort: Int, at post: Post) -> [Int] {
    if let known = applicants[cohort] { return known }
    var triple = Placement(applicant: 0, post: post, cohort: cohort)
    let found = plan.year.applicants.indices.filter { applicant in
      triple.applicant = applicant
      return cohortChecks.allSatisfy { $0.isKept(by: triple, in: plan) }
    }
    applicants[cohort] = found
    return found
  }
}
