// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// An applicant and a place that would rather have each other than what a plan gives
/// them.
package struct BlockingPair: Hashable, Sendable {
  /// Index into the year's applicants.
  package var applicant: Int
  package var post: Post
  /// Index into the year's cohorts.
  package var cohort: Int
  /// The partner there for whom the post would rather have the applicant.
  ///
  /// Of several the one it likes least; nobody where a seat is free.
  package var displaced: Int?
}

/// How far a plan is from a stable one, worked out from the data alone.
///
/// `docs/rules.md`, section "Stability", is what this follows.
package struct Stability: Sendable {
  /// Sorted by applicant, then by post and cohort as the posts come.
  package private(set) var blockingPairs: [BlockingPair] = []
  /// Σ over the applicants of the places that each would rather have.
  package private(set) var ranks: Int64 = 0

  /// Looks at every applicant and every place.
  ///
  /// - Parameters:
  ///   - placements: A plan.
  ///   - year: Its year.
  ///   - baseline: The earlier plan that it was made with, if there is one.
  /// - Complexity: O(*a* · *s*) table look-ups for *a* applicants and *s* places, a place
  ///   being a post in a cohort.
  package init(
    of placements: [Placement], in year: ProgrammeYear, baseline: [EarlierPlacement]? = nil
  ) {
    self.init(of: PlanFacts(year: year, submitted: placements, baseline: baseline))
  }

  init(of plan: PlanFacts) {
    let market = PlanMarket(of: plan)
    for applicant in plan.year.applicants.indices {
      let own = market.appeal(ofPlacementOf: applicant)
      for cohort in plan.year.cohorts.indices
      where !market.catalogue.isExcluded(applicant, from: cohort) {
        // A cohort is in one country, so that the wish is the same at all its places.
        let wish = market.wish(of: applicant, for: cohort)
        if let own, wish < own.wish { continue }
        let least = own.map { wish > $0.wish ? Int.min : $0.points } ?? Int.min
        for slot in market.catalogue.slotsOfCohort[cohort]
        where market.catalogue.mayFill(applicant, slot) {
          let points = market.catalogue.points(applicant, slot)
          guard points > least else { continue }
          ranks += 1
          guard let blocking = market.blockingPair(applicant, slot, points: points) else {
            continue
          }
          blockingPairs.append(blocking)
        }
      }
    }
    let order = Dictionary(
      market.catalogue.posts.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    blockingPairs.sort { left, right in
      (left.applicant, order[left.post.id] ?? 0, left.cohort)
        < (right.applicant, order[right.post.id] ?? 0, right.cohort)
    }
  }
}

/// What a place is to an applicant: of two they would rather have the one with the
/// greater wish, then the one with more points.
private struct Appeal {
  /// Groups of countries ranked before this one's, less than 0 as they are more.
  var wish: Int
  /// Weighted points of the placement.
  var points: Int
}

/// A plan as a market: who is at which place, and who would rather have whom.
private struct PlanMarket {
  let plan: PlanFacts
  let catalogue: TripleCatalogue
  /// The partner that each slot likes least, if it has one, and what they are to it.
  private var least: [(worth: Int, applicant: Int)?]
  /// Partners of each post, over its cohorts.
  private var countOfPost: [Int]
  /// Whether a post may be filled by one more as far as other posts are concerned.
  private let mayHost: [Bool]
  private let wishWeight: Int

  private struct Key: Hashable {
    let post: String
    let cohort: Int
  }

  init(of plan: PlanFacts) {
    self.plan = plan
    catalogue = TripleCatalogue(of: plan, countsCandidates: false)
    wishWeight = plan.year.weights[.countryWish] ?? 0
    least = Array(repeating: nil, count: catalogue.slots.count)
    countOfPost = Array(repeating: 0, count: catalogue.posts.count)
    var slots: [Key: Int] = [:]
    for (index, slot) in catalogue.slots.enumerated() {
      slots[Key(post: slot.post.id, cohort: slot.cohort)] = index
    }
    for placement in plan.placements {
      guard let slot = slots[Key(post: placement.post.id, cohort: placement.cohort)] else {
        continue
      }
      countOfPost[catalogue.slots[slot].postIndex] += 1
      let worth = Self.worth(of: placement, wishWeight: wishWeight, in: plan)
      if least[slot].map({ (worth, placement.applicant) < ($0.worth, $0.applicant) }) ?? true {
        least[slot] = (worth, placement.applicant)
      }
    }
    mayHost = zip(catalogue.posts, countOfPost).map { post, count in
      count > 0 || post.seatsMin <= 1 && !post.schools.contains { plan.hosts[$0] }
    }
  }

  private func placement(of applicant: Int) -> Placement? {
    plan.placementsByApplicant[applicant]?.first.map { plan.placements[$0] }
  }

  func appeal(ofPlacementOf applicant: Int) -> Appeal? {
    placement(of: applicant).map { placement in
      Appeal(
        wish: wish(of: applicant, for: placement.cohort),
        points: Int(plan.points.weightedPoints(of: placement)))
    }
  }

  /// How much an applicant wishes for a cohort's country, as `Appeal` has it.
  func wish(of applicant: Int, for cohort: Int) -> Int {
    let ranks = plan.year.applicants[applicant].countryRanks
    let country = plan.year.cohorts[cohort].country
    return -(ranks.firstIndex { $0.contains(country) } ?? ranks.count)
  }

  /// What an applicant is to a post: the points without the applicant's own wish.
  private static func worth(
    of placement: Placement, wishWeight: Int, in plan: PlanFacts
  ) -> Int {
    Int(plan.points.weightedPoints(of: placement))
      - wishWeight * plan.points.points(of: placement, by: .countryWish)
  }

  /// The pair of an applicant and a place that the applicant would rather have, if the
  /// place would rather have the applicant, too.
  ///
  /// - Parameters:
  ///   - applicant: The applicant.
  ///   - slot: The place.
  ///   - points: The weighted points of the applicant there.
  /// - Returns: The pair; nothing when the place would not have them.
  func blockingPair(_ applicant: Int, _ slot: Int, points: Int) -> BlockingPair? {
    func pair(_ displaced: Int?) -> BlockingPair {
      BlockingPair(
        applicant: applicant, post: catalogue.slots[slot].post,
        cohort: catalogue.slots[slot].cohort, displaced: displaced)
    }
    if let least = least[slot],
      least.worth < points - wishWeight * catalogue.countryWish(applicant, slot)
    {
      return pair(least.applicant)
    }
    return hasRoom(for: applicant, at: slot) ? pair(nil) : nil
  }

  /// Whether a seat is free there, and a place in the cohort and the country when the
  /// applicant leaves where they are.
  private func hasRoom(for applicant: Int, at slot: Int) -> Bool {
    let year = plan.year
    let (post, cohort) = (catalogue.slots[slot].postIndex, catalogue.slots[slot].cohort)
    guard mayHost[post], countOfPost[post] < catalogue.posts[post].seatsMax else { return false }
    let now = placement(of: applicant)
    let inCohort = plan.cohortCounts[cohort] - (now?.cohort == cohort ? 1 : 0)
    if year.rules[.cohortPlaces] == .hard, inCohort >= year.cohorts[cohort].places {
      return false
    }
    let country = year.cohorts[cohort].country
    let isInCountry = now.map { year.cohorts[$0.cohort].country == country } ?? false
    if year.rules[.countryQuota] == .hard, let most = year.countries[country].max,
      plan.countryCounts[country] - (isInCountry ? 1 : 0) >= most
    {
      return false
    }
    return true
  }
}
