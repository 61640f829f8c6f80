// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Who may go where in a year: the candidate posts, the slots, and for each
/// applicant and slot the pairwise rules that are broken and the points.
///
/// A **slot** is a post together with a cohort it takes. Slots are sorted by
/// post, then cohort. Nothing here knows of integer programs.
package struct DispatchEligibility: Sendable {
  package struct Slot: Hashable, Sendable {
    package var post: Int
    package var cohort: Int
  }

  package let year: ProgrammeYear
  /// Sorted by identifier.
  package let posts: [Post]
  package let facts: [PostFacts]
  /// Every post with every cohort it takes, usable or not.
  package let slots: [Slot]
  /// The slots of each post.
  package let slotsOfPost: [Range<Int>]
  let applicants: [ApplicantFacts]
  let pairs: PairTables
  /// Pairwise rules that are off, and those that are hard.
  private let off: RuleSet
  private let hard: RuleSet
  /// Weights of the criteria that have any.
  let weights: [(criterion: Criterion, weight: Int)]
  /// Whether `companions` guards an applicant in a cohort, by applicant × cohort.
  private let guarded: [Bool]
  /// Rules broken whatever the post, by applicant × cohort.
  private let brokenByCohort: [RuleSet]
  /// Better of English and the country's language, by applicant × country.
  private let communication: [Int8]
  /// The criterion `country-wish`, by applicant × country.
  private let wishes: [Int8]
  /// The criterion rules that are not off.
  private var criterionRules: [PreparedCriterion] = []
  /// Those of them that are hard.
  private var hardRules: [Int] {
    criterionRules.indices.filter { criterionRules[$0].rule.strictness == .hard }
  }

  package init(_ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil) {
    self.year = year
    let posts = candidatePosts(of: year)
    self.posts = posts
    var words = Words()
    facts = posts.map { PostFacts($0, year: year, words: &words) }
    var slots: [Slot] = []
    var ranges: [Range<Int>] = []
    for (index, post) in posts.enumerated() {
      let first = slots.count
      for cohort in year.cohorts.indices where takes(post, cohort: cohort, in: year) {
        slots.append(Slot(post: index, cohort: cohort))
      }
      ranges.append(first..<slots.count)
    }
    self.slots = slots
    slotsOfPost = ranges

    let pins = Dictionary(grouping: year.pins, by: \.applicant)
    let earlier = Dictionary(
      (baseline ?? []).map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    let schoolIndex = Dictionary(
      year.schools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    applicants = year.applicants.enumerated().map { index, applicant in
      ApplicantFacts(
        applicant, pins: pins[index] ?? [], earlier: earlier[index], schoolIndex: schoolIndex,
        year: year, words: &words)
    }
    pairs = PairTables(year, applicants: applicants, posts: facts)
    off = RuleSet(year) { $0 == .off }
    hard = RuleSet(year) { $0 == .hard }
    weights = Criterion.allCases.compactMap { criterion in
      year.weights[criterion].flatMap { $0 == 0 ? nil : (criterion, $0) }
    }
    brokenByCohort = year.applicants.flatMap { applicant in
      year.cohorts.map { brokenWhateverThePost(applicant, cohort: $0, in: year) }
    }
    communication = year.applicants.flatMap { applicant in
      year.countries.map {
        Int8(max(applicant.level(in: "en"), applicant.level(in: $0.language)))
      }
    }
    wishes = year.applicants.flatMap { applicant in
      year.countries.indices.map { Int8(wish(of: applicant, for: $0)) }
    }
    guarded = year.applicants.flatMap { applicant in
      let english = applicant.level(in: "en")
      return year.cohorts.map { cohort in
        let level = max(english, applicant.level(in: year.countries[cohort.country].language))
        return guards(applicant, level: level, in: cohort, by: year.rules.companions)
      }
    }
    criterionRules = year.rules.criteria.filter { $0.strictness != .off }.map {
      PreparedCriterion($0, in: self)
    }
  }
}

// MARK: - Rules

extension DispatchEligibility {
  /// The better of the levels in English and the language of a country.
  package func communication(of applicant: Int, in country: Int) -> Int {
    Int(communication[applicant * year.countries.count + country])
  }

  /// The pairwise rules that a triple breaks, except those that are off.
  package func broken(applicant: Int, slot: Int) -> RuleSet {
    var broken = brokenByPlace(applicant: applicant, slot: slot)
    if !brokenCriteria(applicant: applicant, slot: slot).isEmpty { broken.insert(.criterion) }
    return broken
  }

  /// The same without rules about criteria.
  @inline(__always)
  private func brokenByPlace(applicant: Int, slot: Int) -> RuleSet {
    let (post, cohort) = (slots[slot].post, slots[slot].cohort)
    let person = pairs.people[applicant]
    let place = pairs.places[post]
    var broken = brokenByCohort[applicant * year.cohorts.count + cohort]
    if !place.housing.admits(person.sex) { broken.insert(.housing) }
    if person.medicalTier > place.medicalTier { broken.insert(.medical) }
    if pairs.diets.value(person: applicant, place: post) == 0 { broken.insert(.diet) }
    let needed =
      place.isRemote ? year.rules.language.minimumRemote : year.rules.language.minimum
    if communication(of: applicant, in: Int(place.country)) < needed { broken.insert(.language) }
    if person.hasPins {
      for pin in applicants[applicant].pins
      where pin.kind == .forbid && pin.names(posts[post], cohort: cohort) {
        broken.insert(.forbid)
      }
    }
    return broken.subtracting(off)
  }

  /// The criterion rules that a triple breaks, except those that are off.
  package func brokenCriteria(applicant: Int, slot: Int) -> [CriterionRule] {
    criterionRules.filter { $0.isBroken(applicant: applicant, slot: slot, in: self) }.map(\.rule)
  }

  /// What the hard criterion rules read of a slot: slots of one cohort with the
  /// same answer exclude the same people by these rules.
  package func criterionTraits(ofSlot slot: Int) -> [Int] {
    criterionRules.filter { $0.rule.strictness == .hard }.map { entry in
      guard entry.selects(slot: slot) else { return -1 }
      return switch entry.rule.criterion {
      case .interview, .countryWish: 0
      case .schoolNeed: points(of: .schoolNeed, applicant: 0, slot: slot)
      default: slot
      }
    }
  }

  /// Whether no hard pairwise rule and no hard rule about the post is broken.
  package func isEligible(applicant: Int, slot: Int) -> Bool {
    isUsable(slots[slot].post) && hardBroken(applicant: applicant, slot: slot).isEmpty
  }

  /// The hard pairwise rules that a triple breaks.
  package func hardBroken(applicant: Int, slot: Int) -> RuleSet {
    var broken = brokenByPlace(applicant: applicant, slot: slot).intersection(hard)
    for entry in criterionRules
    where entry.rule.strictness == .hard
      && entry.isBroken(applicant: applicant, slot: slot, in: self)
    {
      broken.insert(.criterion)
    }
    return broken
  }

  /// The hard pairwise rules that an applicant breaks at some slots.
  ///
  /// - Parameters:
  ///   - applicant: An index into the year's applicants.
  ///   - slots: Indices of slots.
  ///   - broken: Takes the rules of each slot in place of what it held.
  /// - Complexity: O(*s*) for *s* slots, and a criterion for each criterion rule.
  package func hardBroken(applicant: Int, slots: [Int], into broken: inout [RuleSet]) {
    broken.removeAll(keepingCapacity: true)
    let rules = hardRules
    for slot in slots {
      var found = brokenByPlace(applicant: applicant, slot: slot).intersection(hard)
      for rule in rules
      where criterionRules[rule].isBroken(applicant: applicant, slot: slot, in: self) {
        found.insert(.criterion)
      }
      broken.append(found)
    }
  }

  /// Whether a hard rule keeps the applicant out of the cohort, whatever the post.
  func isExcluded(applicant: Int, fromCohort cohort: Int) -> Bool {
    !brokenByCohort[applicant * year.cohorts.count + cohort].intersection(hard).isEmpty
  }

  /// Penalty of the soft pairwise rules that a triple breaks.
  package func penalty(applicant: Int, slot: Int) -> Int {
    let soft = brokenByPlace(applicant: applicant, slot: slot).subtracting(hard)
    var sum = 0
    if !soft.isEmpty {
      for rule in soft.rules { sum += year.rules[rule].penalty ?? 0 }
    }
    for entry in criterionRules {
      guard let penalty = entry.rule.strictness.penalty,
        entry.isBroken(applicant: applicant, slot: slot, in: self)
      else { continue }
      sum += penalty
    }
    return sum
  }

  /// The rules about a post alone that it breaks, except those that are off:
  /// of `hours`, `travel` and `rotation`.
  package func brokenByPost(_ post: Int) -> [Rule] {
    var broken: [Rule] = []
    let place = facts[post]
    let hours = year.rules.hours
    if !(hours.minimum...max(hours.minimum, hours.maximum)).contains(place.hours) {
      broken.append(.hours)
    }
    if place.reach > year.rules.travel.maximumMetres { broken.append(.travel) }
    if place.pausing > 0 { broken.append(.rotation) }
    return broken.filter { year.rules[$0] != .off }
  }

  /// Whether a post keeps the hard rules about posts alone.
  package func isUsable(_ post: Int) -> Bool {
    brokenByPost(post).allSatisfy { year.rules[$0] != .hard }
  }

  /// Whether a soft rule may cost a placement something by itself.
  var hasSoftPairRules: Bool {
    Rule.pairwise.contains { year.rules[$0].penalty != nil }
      || criterionRules.contains { $0.rule.strictness.penalty != nil }
  }

  /// The least interview score that hard criterion rules ask of every placement;
  /// nothing when such rules ask for more than that.
  var interviewFloor: Int? {
    var floor = 0
    for entry in criterionRules where entry.rule.strictness == .hard {
      guard entry.rule.criterion == .interview, entry.selectsEverything else { return nil }
      floor = max(floor, entry.rule.minimum)
    }
    return floor
  }

  /// Whether the cohort makes no difference to hard rules about an applicant and
  /// a post, for applicants without pins and cohorts that do not exclude them.
  var judgesCohortsAlike: Bool {
    criterionRules.allSatisfy { $0.isAlikeForCohorts(in: self) }
  }

  /// Whether `pins.csv` names the applicant.
  func hasPins(_ applicant: Int) -> Bool { pairs.people[applicant].hasPins }

  /// Whether `companions` guards this applicant in this cohort.
  package func isGuarded(applicant: Int, cohort: Int) -> Bool {
    guarded[applicant * year.cohorts.count + cohort]
  }
}

private func guards(
  _ applicant: Applicant, level: Int, in cohort: Cohort, by rule: CompanionsRule
) -> Bool {
  applicant.tags.contains(Applicant.firstAbroadTag)
    || cohort.dispatchStart.age(bornOn: applicant.birthDate) >= rule.oldestAge
    || level < rule.lowLanguageBelow
}

/// The pairwise rules that hang on the cohort alone.
private func brokenWhateverThePost(
  _ applicant: Applicant, cohort: Cohort, in year: ProgrammeYear
) -> RuleSet {
  var broken: RuleSet = []
  if let from = cohort.bornFrom, applicant.birthDate < from { broken.insert(.birthWindow) }
  if let to = cohort.bornTo, applicant.birthDate > to { broken.insert(.birthWindow) }
  let acceptsCountry =
    applicant.countryRanks.isEmpty
    || applicant.countryRanks.contains { $0.contains(cohort.country) }
  let acceptsCohort =
    applicant.cohorts.isEmpty || applicant.cohorts.contains { year.cohorts[$0].id == cohort.id }
  if !acceptsCountry || !acceptsCohort { broken.insert(.countryAccepted) }
  let first = min(cohort.predeparture?.lowerBound ?? cohort.dispatchStart, cohort.dispatchStart)
  let last = max(cohort.predeparture?.upperBound ?? cohort.dispatchEnd, cohort.dispatchEnd)
  if let from = applicant.availableFrom, from > first { broken.insert(.availability) }
  if let to = applicant.availableTo, to < last { broken.insert(.availability) }
  if applicant.track != Applicant.openTrack
    && !cohort.tracks.contains(where: { $0.covers(applicant.track) })
  {
    broken.insert(.trackQuota)
  }
  return broken
}

// MARK: - Criteria

extension DispatchEligibility {
  /// The points of a criterion before weighting, 0 to 100.
  package func points(of criterion: Criterion, applicant: Int, slot: Int) -> Int {
    let post = slots[slot].post
    let person = pairs.people[applicant]
    let place = pairs.places[post]
    switch criterion {
    case .countryWish:
      return Int(wishes[applicant * year.countries.count + Int(place.country)])
    case .interview:
      return Int(person.interview)
    case .skillMatch:
      return pairs.skills.value(person: applicant, place: post)
    case .communicator:
      return 20 * communication(of: applicant, in: Int(place.country)) * Int(place.weakness) / 100
    case .schoolNeed:
      return Int(place.need)
    case .regionalTies:
      return pairs.ties.value(person: applicant, place: post)
    case .remoteExperience:
      return place.isRemote ? Int(person.experience) : 0
    case .continuity:
      return person.hasEarlier ? continuity(applicants[applicant].earlier, facts[post]) : 0
    case .preference:
      guard person.hasPins else { return 0 }
      let isPreferred = applicants[applicant].pins.contains {
        $0.kind == .prefer && $0.names(posts[post], cohort: slots[slot].cohort)
      }
      return isPreferred ? 100 : 0
    }
  }

  /// The criterion `country-wish`.
  func countryWish(of applicant: Int, in country: Int) -> Int {
    Int(wishes[applicant * year.countries.count + country])
  }

  /// The weighted points of a placement.
  package func points(applicant: Int, slot: Int) -> Int {
    var sum = 0
    for (criterion, weight) in weights {
      sum += weight * points(of: criterion, applicant: applicant, slot: slot)
    }
    return sum
  }

  /// Whether the baseline has the applicant at this very post and cohort.
  package func isUnchanged(applicant: Int, slot: Int) -> Bool {
    guard let earlier = applicants[applicant].earlier else { return false }
    return earlier.cohort == year.cohorts[slots[slot].cohort].id
      && earlier.schoolIds == facts[slots[slot].post].schoolIds
  }

  /// Whether the baseline places the applicant.
  package func wasPlaced(_ applicant: Int) -> Bool {
    applicants[applicant].earlier != nil
  }

  private func continuity(_ earlier: ApplicantFacts.Earlier?, _ place: PostFacts) -> Int {
    guard let earlier else { return 0 }
    if earlier.schoolIds == place.schoolIds { return 100 }
    guard let base = earlier.base, base.country == place.country else { return 0 }
    return base.city == place.city ? 50 : 20
  }
}

private func wish(of applicant: Applicant, for country: Int) -> Int {
  let ranks = applicant.countryRanks
  if ranks.isEmpty { return 100 }
  guard let rank = ranks.firstIndex(where: { $0.contains(country) }) else { return 0 }
  return 100 * (ranks.count - rank) / ranks.count
}
