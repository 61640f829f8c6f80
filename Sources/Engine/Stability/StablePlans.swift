// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme
internal import Verification

/// Plans by deferred acceptance: applicants propose, places keep whom they would rather
/// have (Gale and Shapley 1962).
struct StablePlans {
  private let formulation: DispatchFormulation
  private let baseline: [EarlierPlacement]?
  private let preferences: Preferences

  private var year: ProgrammeYear { formulation.year }
  private var eligibility: DispatchEligibility { formulation.eligibility }
  private var triples: TripleTable { formulation.triples }

  init(_ formulation: DispatchFormulation, baseline: [EarlierPlacement]?) {
    self.formulation = formulation
    self.baseline = baseline
    preferences = Preferences(of: formulation)
  }

  /// The stable plan that is best for every applicant, if that settles every goal.
  ///
  /// It does where the first goals are those of stability, nobody is indifferent between
  /// places or people, seats are the only limit that could be reached, and the plan
  /// breaks no rule: there is no other plan without blocking pairs in which applicants
  /// have as few places that they would rather have, so what it is worth in later goals
  /// cannot be bettered.
  func provenBest(_ names: [String]) -> DispatchOutcome? {
    guard names.prefix(2).elementsEqual(Goal.stability.map(\.rawValue)), areSeatsTheOnlyLimit,
      !hasTies
    else { return nil }
    let plan = accepted { eligibility.posts[eligibility.slots[$0].post].seatsMax }
    let verification = verified(plan)
    guard verification.isValid,
      verification.tiers.first.map({ $0.value == 0 }) ?? false
    else { return nil }
    return DispatchOutcome(status: .optimal, placements: plan, tiers: verification.tiers)
  }

  /// The plan with the best goals among those that deferred acceptance finds near to
  /// another one, and that one itself.
  ///
  /// - Parameter placements: A plan that keeps the hard rules.
  /// - Returns: The plan, by applicant.
  func best(near placements: [Placement]) -> [Placement] {
    var seats: [Int: Int] = [:]
    var slotOf: [SlotKey: Int] = [:]
    for (index, slot) in eligibility.slots.enumerated() {
      slotOf[SlotKey(post: eligibility.posts[slot.post].id, cohort: slot.cohort)] = index
    }
    let bound = peopleOfSideRules
    var free = seats
    var stay: [Placement] = []
    for placement in placements {
      guard let slot = slotOf[SlotKey(post: placement.post.id, cohort: placement.cohort)]
      else { continue }
      seats[slot, default: 0] += 1
      if bound.contains(placement.applicant) {
        stay.append(placement)
      } else {
        free[slot, default: 0] += 1
      }
    }
    let candidates = [
      accepted { eligibility.posts[eligibility.slots[$0].post].seatsMax },
      accepted { seats[$0] ?? 0 },
      (stay + accepted(except: bound) { free[$0] ?? 0 }).sorted { $0.applicant < $1.applicant },
    ]
    var best = (plan: placements, tiers: verified(placements).tiers)
    for candidate in candidates {
      let verification = verified(candidate)
      guard verification.isValid, isBetter(verification.tiers, than: best.tiers) else { continue }
      best = (candidate, verification.tiers)
    }
    return best.plan
  }

  private struct SlotKey: Hashable {
    let post: String
    let cohort: Int
  }

  private func verified(_ placements: [Placement]) -> DispatchVerification {
    verifyDispatch(year, placements: placements, baseline: baseline, claimed: nil)
  }

  /// Applicants whom rules about more than one placement name.
  private var peopleOfSideRules: Set<Int> {
    var found = Set(year.pins.filter { $0.kind == .pin || $0.kind == .announced }.map(\.applicant))
    for (index, applicant) in year.applicants.enumerated() {
      let others = applicant.togetherWith + applicant.apartFrom
      if !others.isEmpty { found.formUnion(others + [index]) }
      if applicant.track != Applicant.openTrack { found.insert(index) }
    }
    return found
  }

  // MARK: - Deferred acceptance

  /// The stable plan over places with some seats that is best for every applicant; of
  /// equally good places and people the earlier by identifier.
  ///
  /// - Parameters:
  ///   - left: Applicants who take no part.
  ///   - seats: How many a slot takes.
  /// - Returns: The placements, by applicant.
  /// - Complexity: O(*t* log *t*) for *t* triples.
  private func accepted(
    except left: Set<Int> = [], seats: (_ slot: Int) -> Int
  ) -> [Placement] {
    var people = PreferenceLists()
    people.reserve(lists: year.applicants.count, entries: triples.count)
    for (applicant, own) in triples.ofApplicant.enumerated() {
      if !left.contains(applicant) {
        var last: Int?
        for triple in own.sorted(by: { isBefore($0, $1) }) {
          let isTied = last.map { !preferences.prefers($0, to: triple) } ?? false
          people.add(Int(triples.slots[triple]), isTied: isTied)
          last = triple
        }
      }
      people.closeList()
    }
    var places = PreferenceLists()
    places.reserve(lists: eligibility.slots.count, entries: triples.count)
    for own in triples.ofSlot {
      var last: Int32?
      for triple in own.map({ Int($0) }).sorted(by: {
        preferences.worths[$0] != preferences.worths[$1]
          ? preferences.worths[$0] > preferences.worths[$1] : $0 < $1
      }) {
        let worth = preferences.worths[triple]
        places.add(Int(triples.applicants[triple]), isTied: worth == last)
        last = worth
      }
      places.closeList()
    }
    let quotas = eligibility.slots.indices.map(seats)
    // Lists name what there is, each once, so that a market is made of them.
    guard let market = try? StableMarket(checking: people, places: places, quotas: quotas) else {
      return []
    }
    return market.personOptimal().placeOfPerson.enumerated().compactMap { applicant, place in
      guard place >= 0 else { return nil }
      let slot = eligibility.slots[Int(place)]
      return Placement(
        applicant: applicant, post: eligibility.posts[slot.post], cohort: slot.cohort)
    }
  }

  private func isBefore(_ triple: Int, _ other: Int) -> Bool {
    if preferences.prefers(triple, to: other) { return true }
    return !preferences.prefers(other, to: triple) && triple < other
  }

  // MARK: - When that is all there is to say

  /// Whether no count but that of a post's seats can be reached by any plan.
  private var areSeatsTheOnlyLimit: Bool {
    var seatsOfCohort = [Int](repeating: 0, count: year.cohorts.count)
    var seatsOfCountry = [Int](repeating: 0, count: year.countries.count)
    var isUsed = [Bool](repeating: false, count: year.schools.count)
    for (index, post) in eligibility.posts.enumerated() {
      let slots = eligibility.slotsOfPost[index].filter { !triples.ofSlot[$0].isEmpty }
      guard let slot = slots.first else { continue }
      guard slots.count == 1, post.seatsMin <= 1, !post.schools.contains(where: { isUsed[$0] })
      else { return false }
      for school in post.schools { isUsed[school] = true }
      let cohort = eligibility.slots[slot].cohort
      seatsOfCohort[cohort] += post.seatsMax
      seatsOfCountry[year.cohorts[cohort].country] += post.seatsMax
    }
    let fitsCohorts =
      year.rules[.cohortPlaces] == .off
      || year.cohorts.indices.allSatisfy { seatsOfCohort[$0] <= year.cohorts[$0].places }
    let fitsCountries =
      year.rules[.countryQuota] == .off
      || year.countries.indices.allSatisfy { country in
        year.countries[country].max.map { seatsOfCountry[country] <= $0 } ?? true
      }
    return fitsCohorts && fitsCountries
  }

  /// Whether some applicant is indifferent between places, or some place between
  /// people.
  private var hasTies: Bool {
    for own in triples.ofApplicant {
      let sorted = own.sorted { isBefore($0, $1) }
      for (one, other) in zip(sorted, sorted.dropFirst())
      where !preferences.prefers(one, to: other) { return true }
    }
    return triples.ofSlot.contains { own in
      Set(own.map { preferences.worths[Int($0)] }).count < own.count
    }
  }
}
