// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The slots that somebody may fill, and who may fill them for how much.
///
/// Worked out from the same checks and criteria that plans are checked with,
/// once for each class of applicants and slots. A slot is a post in a cohort.
struct TripleCatalogue {
  struct Slot: Sendable {
    let post: Post
    let cohort: Int
    /// Index of the post among the posts with slots.
    let postIndex: Int
  }

  let plan: PlanFacts
  /// Slots of posts that keep the hard rules about posts, by post.
  let slots: [Slot]
  /// Posts that keep the hard rules about posts and take a cohort.
  let posts: [Post]
  let slotsOfPost: [Range<Int>]
  let slotsOfCohort: [[Int]]
  /// How many applicants may fill each slot.
  private(set) var candidates: [Int] = []
  /// Among them, those whom `companions` guards.
  private(set) var guardedCandidates: [Int] = []

  /// Hard rules about the cohort alone keep an applicant out, by applicant × cohort.
  private var isExcluded: [Bool]
  /// Penalties of soft rules about the cohort alone.
  private var cohortPenalties: [Int]
  private let guarded: [Bool]
  /// Hard rules about the place; 1 where one is kept.
  private var hardTables: [ClassTable] = []
  private var softTables: [(penalty: Int, kept: ClassTable)] = []
  private var criterionTables: [Criterion: ClassTable] = [:]
  private var wishes: ClassTable?
  private var weighted: [(weight: Int, table: ClassTable)] = []
  private let criterionRules: [(rule: CriterionRule, selects: SelectorTable)]
  /// Applicants with rows in `pins.csv`, whose placements are looked at one by one.
  private let hasRows: [Bool]
  private let rowCriteria: [(criterion: Criterion, weight: Int)]

  var year: ProgrammeYear { plan.year }

  /// Prepares the look-ups.
  ///
  /// - Parameters:
  ///   - plan: A plan, or a year alone.
  ///   - countsCandidates: Whether it is counted how many applicants may fill each slot.
  /// - Complexity: O(*a* + *s*) for *a* applicants and *s* slots, and what each class of
  ///   them takes; O(*a* · *s*) table look-ups where candidates are counted.
  init(of plan: PlanFacts, countsCandidates: Bool = true) {
    let year = plan.year
    self.plan = plan
    posts = Self.posts(of: year)
    var slots: [Slot] = []
    var slotsOfPost: [Range<Int>] = []
    var slotsOfCohort = [[Int]](repeating: [], count: year.cohorts.count)
    for (index, post) in posts.enumerated() {
      let first = slots.count
      for cohort in year.cohorts.indices
      where PostStructure.takes(post, cohort: cohort, in: year) {
        slotsOfCohort[cohort].append(slots.count)
        slots.append(Slot(post: post, cohort: cohort, postIndex: index))
      }
      slotsOfPost.append(first..<slots.count)
    }
    self.slots = slots
    self.slotsOfPost = slotsOfPost
    self.slotsOfCohort = slotsOfCohort
    let people = year.applicants.indices
    hasRows = people.map { !plan.points.rows(of: $0).isEmpty }
    criterionRules = year.rules.criteria.filter { $0.strictness != .off }.map {
      (
        $0,
        SelectorTable($0.select, applicantCount: people.count, slots: slots, year: year)
      )
    }
    rowCriteria = [Criterion.preference, .continuity].compactMap { criterion in
      year.weights[criterion].flatMap { $0 == 0 ? nil : (criterion, $0) }
    }
    isExcluded = Array(repeating: false, count: people.count * year.cohorts.count)
    cohortPenalties = Array(repeating: 0, count: isExcluded.count)
    guarded = people.flatMap { applicant in
      year.cohorts.indices.map {
        CompanionsCheck.isGuarded(applicant: applicant, cohort: $0, in: plan)
      }
    }
    addCohortRules()
    addPlaceRules()
    addCriteria()
    if countsCandidates { countCandidates() }
  }

  /// Every post of the year that keeps the hard rules about posts, each once.
  private static func posts(of year: ProgrammeYear) -> [Post] {
    let known = PostsOfSchool(year: year)
    var posts: [Post] = []
    for school in year.schools.indices {
      known.visit(containing: school) { post in
        if post.base == school, PostStructure.keepsHardRules(post, in: year) {
          posts.append(post)
        }
        return true
      }
    }
    return posts
  }
}

// MARK: - Tables

extension TripleCatalogue {
  private mutating func addCohortRules() {
    guard let post = slots.first?.post else { return }
    for check in pairwiseChecks where check.scope == .cohort {
      let strictness = year.rules[check.rule]
      guard strictness != .off else { continue }
      for applicant in year.applicants.indices {
        for cohort in year.cohorts.indices {
          let triple = Placement(applicant: applicant, post: post, cohort: cohort)
          guard !check.isKept(by: triple, in: plan) else { continue }
          let index = applicant * year.cohorts.count + cohort
          if let penalty = strictness.penalty {
            cohortPenalties[index] += penalty
          } else {
            isExcluded[index] = true
          }
        }
      }
    }
  }

  private mutating func addPlaceRules() {
    for check in pairwiseChecks where check.scope == .place {
      let strictness = year.rules[check.rule]
      guard strictness != .off else { continue }
      let table = ClassTable(
        applicants: year.applicants.map { person(of: $0, for: check.rule) },
        slots: slots.map { place(of: $0, for: check.rule) }
      ) { applicant, slot in
        check.isKept(by: placement(applicant, slot), in: plan) ? 1 : 0
      }
      if let penalty = strictness.penalty {
        softTables.append((penalty, table))
      } else {
        hardTables.append(table)
      }
    }
  }

  /// What a rule about places reads of an applicant.
  private func person(of applicant: Applicant, for rule: Rule) -> String {
    switch rule {
    case .housing: applicant.sex.rawValue
    case .medical: String(applicant.medicalTier)
    case .diet: key(applicant.diet)
    case .language: levels(of: applicant)
    default: preconditionFailure("\(rule.rawValue) is not about places.")
    }
  }

  /// What a rule about places reads of a slot.
  private func place(of slot: Slot, for rule: Rule) -> String {
    let schools = slot.post.schools.map { year.schools[$0] }
    switch rule {
    case .housing: return schools[0].housing.rawValue
    case .medical: return String(schools.map(\.medicalTier).min() ?? 0)
    case .diet:
      let everywhere = schools.dropFirst().reduce(into: Set(schools[0].dietAvailable)) {
        $0.formIntersection($1.dietAvailable)
      }
      return key(Array(everywhere))
    case .language:
      return "\(year.cohorts[slot.cohort].country) \(schools.contains(where: \.isRemote))"
    default: preconditionFailure("\(rule.rawValue) is not about places.")
    }
  }

  /// Levels in English and in each country's language.
  private func levels(of applicant: Applicant) -> String {
    let all = [applicant.level(in: "en")] + year.countries.map { applicant.level(in: $0.language) }
    return all.map(String.init).joined(separator: " ")
  }

  private func key(_ words: [String]) -> String {
    Set(words).map { "\($0.utf8.count):\($0)" }.sorted().joined()
  }

  private mutating func addCriteria() {
    var needed = Set(criterionRules.map(\.rule.criterion))
    for (criterion, weight) in year.weights where weight != 0 { needed.insert(criterion) }
    for criterion in Criterion.allCases where needed.contains(criterion) {
      guard criterion != .preference, criterion != .continuity else { continue }
      let table = ClassTable(
        applicants: year.applicants.map { person(of: $0, for: criterion) },
        slots: slots.map { place(of: $0, for: criterion) }
      ) { applicant, slot in
        plan.points.points(of: placement(applicant, slot), by: criterion)
      }
      criterionTables[criterion] = table
      if criterion == .countryWish { wishes = table }
      if let weight = year.weights[criterion], weight != 0 { weighted.append((weight, table)) }
    }
  }

  /// What a criterion reads of an applicant.
  private func person(of applicant: Applicant, for criterion: Criterion) -> String {
    switch criterion {
    case .countryWish:
      return applicant.countryRanks.map { "\($0.sorted())" }.joined(separator: ">")
    case .interview: return String(applicant.interviewScore)
    case .skillMatch: return key(applicant.skills)
    case .communicator: return levels(of: applicant)
    case .schoolNeed, .preference, .continuity: return ""
    case .regionalTies:
      let ties = applicant.tags.filter {
        $0.hasPrefix("university:") || $0.hasPrefix("sister-city:")
      }
      return "\(applicant.prefecture.utf8.count):\(applicant.prefecture)\(key(ties))"
    case .remoteExperience:
      return "\(applicant.earlierDispatches) \(applicant.teachingYears)"
    }
  }

  /// What a criterion reads of a slot.
  private func place(of slot: Slot, for criterion: Criterion) -> String {
    let schools = slot.post.schools.map { year.schools[$0] }
    let country = year.cohorts[slot.cohort].country
    switch criterion {
    case .countryWish: return String(country)
    case .interview, .preference, .continuity: return ""
    case .skillMatch: return key(schools.flatMap(\.skillsWanted))
    case .communicator:
      return "\(country) " + key(schools.map(\.teacherLevel.rawValue))
    case .schoolNeed: return String(slot.postIndex)
    case .regionalTies:
      return key(
        schools.flatMap(\.tags).filter {
          $0.hasPrefix("university:") || $0.hasPrefix("sister-city:") || $0.hasPrefix("sister:")
        })
    case .remoteExperience: return String(schools.contains(where: \.isRemote))
    }
  }

  private mutating func countCandidates() {
    candidates = Array(repeating: 0, count: slots.count)
    guardedCandidates = candidates
    for applicant in year.applicants.indices {
      for cohort in year.cohorts.indices where !isExcluded(applicant, from: cohort) {
        let isGuarded = isGuarded(applicant, in: cohort)
        for slot in slotsOfCohort[cohort] where mayFill(applicant, slot) {
          candidates[slot] += 1
          if isGuarded { guardedCandidates[slot] += 1 }
        }
      }
    }
  }
}

// MARK: - Questions

extension TripleCatalogue {
  func placement(_ applicant: Int, _ slot: Int) -> Placement {
    Placement(applicant: applicant, post: slots[slot].post, cohort: slots[slot].cohort)
  }

  func isGuarded(_ applicant: Int, in cohort: Int) -> Bool {
    guarded[applicant * year.cohorts.count + cohort]
  }

  /// Whether a hard rule keeps the applicant out of the cohort at any post.
  func isExcluded(_ applicant: Int, from cohort: Int) -> Bool {
    isExcluded[applicant * year.cohorts.count + cohort]
  }

  /// Whether an applicant who is not excluded from the slot's cohort may fill it.
  func mayFill(_ applicant: Int, _ slot: Int) -> Bool {
    for index in hardTables.indices where hardTables[index][applicant, slot] == 0 {
      return false
    }
    if hasRows[applicant], year.rules[.forbid] == .hard,
      !ForbidCheck.isKept(by: placement(applicant, slot), in: plan)
    {
      return false
    }
    for index in criterionRules.indices where criterionRules[index].rule.strictness == .hard {
      if isBroken(criterionRules[index], by: applicant, slot) { return false }
    }
    return true
  }

  /// The weighted points of a placement.
  func points(_ applicant: Int, _ slot: Int) -> Int {
    var sum = 0
    for index in weighted.indices {
      sum += weighted[index].weight * weighted[index].table[applicant, slot]
    }
    guard hasRows[applicant] || plan.points.hasEarlier(applicant) else { return sum }
    for (criterion, weight) in rowCriteria {
      sum += weight * plan.points.points(of: placement(applicant, slot), by: criterion)
    }
    return sum
  }

  /// The criterion `country-wish` for an applicant and a slot, where it counts for
  /// anything; 0 elsewhere.
  func countryWish(_ applicant: Int, _ slot: Int) -> Int {
    wishes?[applicant, slot] ?? 0
  }

  /// What the soft rules that a placement breaks by itself cost.
  func penalty(_ applicant: Int, _ slot: Int) -> Int {
    var sum = cohortPenalties[applicant * year.cohorts.count + slots[slot].cohort]
    for (penalty, kept) in softTables where kept[applicant, slot] == 0 { sum += penalty }
    if hasRows[applicant], let penalty = year.rules[.forbid].penalty,
      !ForbidCheck.isKept(by: placement(applicant, slot), in: plan)
    {
      sum += penalty
    }
    for rule in criterionRules where isBroken(rule, by: applicant, slot) {
      sum += rule.rule.strictness.penalty ?? 0
    }
    return sum
  }

  private func isBroken(
    _ entry: (rule: CriterionRule, selects: SelectorTable), by applicant: Int, _ slot: Int
  ) -> Bool {
    guard entry.selects.selects(slot: slot),
      entry.selects.selects(applicant: applicant, cohort: slots[slot].cohort)
    else { return false }
    let criterion = entry.rule.criterion
    let points =
      criterionTables[criterion]?[applicant, slot]
      ?? plan.points.points(of: placement(applicant, slot), by: criterion)
    return points < entry.rule.minimum
  }
}
