// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Wording

extension MarketRun {
  /// What the steps came to.
  struct Priced {
    /// What a seat of each post is worth where that bounds plans best.
    var worth: [Double]
    /// What each applicant gains at most at these prices; less than nothing for some
    /// who are bound.
    var gains: [Double]
    /// No plan with the counts held has more points.
    var bound: Double
    /// Seats, fractions mostly, where the steps ended.
    var seats: [Double]
  }

  /// The seats that the counts' own assignments fill.
  func countedSeats() -> [Double] {
    var seats = [Double](repeating: 0, count: merged.seatsOfPost.count)
    for (part, stack) in parts {
      for (position, column) in part.columns.enumerated() where postOfColumn[column] >= 0 {
        seats[Int(postOfColumn[column])] = Double(stack.incumbent?.values[position] ?? 0)
      }
    }
    return seats
  }

  /// Prices of slots that hang on the post alone.
  private func prices(ofPosts posts: [Double]) -> PeoplePrices {
    PeoplePrices(
      formulation, ofSlot: scan.eligibility.slots.map { posts[$0.post] })
  }

  /// Moves seats to where people bring most, and bounds what plans bring.
  ///
  /// - Returns: The best bound with its prices; nothing when there was no time for
  ///   any.
  /// - Throws: `EngineFailure` when the solver broke.
  /// - Complexity: A flow, and a relaxation of each part, for each step; a look at
  ///   all applicants and posts for some of them.
  func price(
    _ market: inout PeopleMarket, _ relaxations: [PartRelaxation]
  ) throws(EngineFailure) -> Priced? {
    let count = scan.eligibility.posts.count
    let none = [Double](repeating: 0, count: count)
    let first = scan.best(
      at: prices(ofPosts: none), applicantPrices: nil, ofApplicant: 8, ofPost: 24,
      floor: -.infinity, threads: options.threads)
    guard market.add(first.pairs) != nil else { return nil }
    clock.tell(tier: "points", step: "best pairs", columns: market.pairs.count)
    var seats = countedSeats()
    var best: Priced?
    var value = 0.0
    for step in 0..<Self.mostSteps {
      guard !clock.isOver || best == nil, let flow = market.fill(seats) else { break }
      var chosen = none
      var most = 0.0
      for relaxation in relaxations {
        guard let worth = try relaxation.best(flow.posts, into: &chosen) else { return best }
        most += worth
      }
      var fresh = 0
      var gained = 0.0
      // Prices say who else would bring more; late ones bound best.
      let isLast = step >= Self.looks && flow.value - value < Self.leastGain * flow.value
      if step < Self.looks || isLast {
        let found = scan.best(
          at: prices(ofPosts: flow.posts), applicantPrices: flow.applicants,
          ofApplicant: 12, ofPost: 12, floor: isLast ? -10 : -60,
          threads: options.threads)
        guard let added = market.add(found.pairs) else { return best }
        fresh = added
        let gains = boundGains(found.greatest, flow.posts)
        let bound = gains.reduce(0, +) + most
        if bound < best?.bound ?? .infinity {
          gained = (best?.bound ?? .infinity) - bound
          best = Priced(worth: flow.posts, gains: gains, bound: bound, seats: seats)
        }
      }
      clock.tell(
        tier: "points", step: "seats for people, step \(step + 1)", value: Int64(flow.value),
        bound: best.map { Int64($0.bound) }, columns: market.pairs.count)
      best?.seats = seats
      if isLast, fresh == 0 || gained < Self.leastGain * flow.value { break }
      value = flow.value
      let share = 2 / Double(step + 3)
      for post in 0..<count { seats[post] += share * (chosen[post] - seats[post]) }
    }
    return best
  }

  private static var mostSteps: Int { 40 }
  /// In so many first steps all pairs are looked at.
  private static var looks: Int { 3 }
  /// Less than this part of the value is not worth another step.
  private static var leastGain: Double { 0.000_01 }

  /// What applicants gain at most, given what they gain if nothing binds them.
  private func boundGains(_ greatest: [Double], _ posts: [Double]) -> [Double] {
    var gains = greatest
    for couple in people.couples where !people.binds(couple.first) && !people.binds(couple.second) {
      // Most couples gain nothing, apart or together.
      guard gains[couple.first] > 0 || gains[couple.second] > 0 else { continue }
      let found = gainsByHome(of: couple, posts)
      gains[couple.first] = 0
      gains[couple.second] = found.reduce(0) { max($0, $1.first + $1.second) }
    }
    for (applicant, pins) in people.pins {
      gains[applicant] = gain(ofPinned: applicant, pins, posts)
    }
    return gains
  }

  /// What the two of a couple gain in a city and cohort.
  struct HomeGain {
    var city: String
    var cohort: Int
    var first: Double
    var second: Double
  }

  /// What a couple gains at most in each city and cohort where either gains anything;
  /// less than any sum where only one of them may be.
  func gainsByHome(of couple: (first: Int, second: Int), _ posts: [Double]) -> [HomeGain] {
    struct Home: Hashable {
      var city: City
      var cohort: Int
    }
    var found: [Home: (first: Double, second: Double)] = [:]
    var entries: [PostScan.Entry] = []
    for (number, applicant) in [couple.first, couple.second].enumerated() {
      scan.collect(of: applicant, into: &entries)
      for entry in entries {
        let gain = Double(entry.points) - posts[Int(entry.post)]
        for cohort in cohorts(of: entry.cohorts) {
          let home = Home(city: city(ofPost: Int(entry.post)), cohort: cohort)
          let known = found[home] ?? (-1e6, -1e6)
          found[home] =
            number == 0
            ? (max(known.first, gain), known.second) : (known.first, max(known.second, gain))
        }
      }
    }
    return found.filter { $0.value.first > 0 || $0.value.second > 0 }.map {
      HomeGain(
        city: $0.key.city.name, cohort: $0.key.cohort, first: $0.value.first,
        second: $0.value.second)
    }.sorted { ($0.cohort, $0.city) < ($1.cohort, $1.city) }
  }
}
