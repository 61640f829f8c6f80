// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Applicants whom rules bind to places or to each other.
struct BoundPeople {
  /// Pairs who go to one city and cohort or nowhere.
  var couples: [(first: Int, second: Int)] = []
  /// Applicants who name more than one other: they stay at home.
  var tangled: Set<Int> = []
  /// Pairs who must not be in one city, whatever the cohort.
  var apart: [(first: Int, second: Int)] = []
  /// What must be kept of each applicant with a pin or an announced placement.
  var pins: [Int: [Pin]] = [:]

  init(_ year: ProgrammeYear) {
    var partners: [Int: Set<Int>] = [:]
    if year.rules[.together] != .off {
      for (index, applicant) in year.applicants.enumerated() {
        for other in applicant.togetherWith where other != index {
          partners[index, default: []].insert(other)
          partners[other, default: []].insert(index)
        }
      }
    }
    for (index, others) in partners.sorted(by: { $0.key < $1.key }) {
      if others.count > 1 { tangled.formUnion(others.union([index])) }
    }
    for (index, others) in partners.sorted(by: { $0.key < $1.key }) {
      guard let other = others.first, index < other, !tangled.contains(index),
        !tangled.contains(other)
      else { continue }
      couples.append((index, other))
    }
    if year.rules[.apart] != .off {
      for (index, applicant) in year.applicants.enumerated() {
        for other in Set(applicant.apartFrom).sorted() where other != index {
          apart.append((index, other))
        }
      }
    }
    for pin in year.pins {
      let rule: Rule? =
        switch pin.kind {
        case .pin: .pin
        case .announced: .announced
        case .forbid, .prefer: nil
        }
      if let rule, year.rules[rule] == .hard { pins[pin.applicant, default: []].append(pin) }
    }
  }

  /// Whether anything binds somebody.
  func binds(_ applicant: Int) -> Bool { pins[applicant] != nil }
}

/// A city of a country.
struct City: Hashable {
  var country: Int
  var name: String
}

extension PostScan {
  /// An entry with the cohorts that all of an applicant's pins leave; nothing when
  /// they leave none.
  func kept(_ entry: Entry, by pins: [Pin]) -> Entry? {
    var entry = entry
    let post = eligibility.posts[Int(entry.post)]
    for cohort in cohorts(of: entry.cohorts)
    where !pins.allSatisfy({ $0.names(post, cohort: cohort) }) {
      entry.cohorts &= ~(1 << UInt64(cohort))
    }
    return entry.cohorts == 0 ? nil : entry
  }
}

extension MarketRun {
  /// What a placement that a pin asks for is worth beyond its points: more than
  /// any placement has.
  static var pinBonus: Int32 { 8_000 }
  /// The same of a place beside somebody with a pin, and of one beside anybody: who is
  /// asked for by name comes first.
  private static var besidePinBonus: Int32 { pinBonus * 3 / 4 }
  private static var besideBonus: Int32 { pinBonus / 2 }
  /// What keeps somebody from a post.
  static var ban: Int32 { -100_000 }

  func city(ofPost post: Int) -> City {
    let facts = scan.eligibility.facts[post]
    return City(country: facts.country, name: facts.city)
  }

  /// Adds the pairs that pins ask for, and makes them wanted.
  func addPinned(_ all: [Int: [Pin]], to market: inout PeopleMarket) {
    var entries: [PostScan.Entry] = []
    for (applicant, pins) in all.sorted(by: { $0.key < $1.key }) {
      scan.collect(of: applicant, into: &entries)
      _ = market.add(
        entries.compactMap { scan.kept($0, by: pins) }.map {
          PostScan.Pair(applicant: applicant, entry: $0, gain: 0)
        })
    }
    for (index, pair) in market.pairs.enumerated() {
      guard let pins = all[Int(pair.applicant)], let kept = scan.kept(pair.entry, by: pins)
      else { continue }
      market.narrow(pair: index, to: kept.cohorts)
      market.prefer(pair: index, by: Self.pinBonus)
    }
  }

  /// What somebody with pins gains at most where they are kept, at prices of posts:
  /// less than nothing where that costs more than it brings.
  func gain(ofPinned applicant: Int, _ pins: [Pin], _ posts: [Double]) -> Double {
    var entries: [PostScan.Entry] = []
    scan.collect(of: applicant, into: &entries)
    return entries.filter { scan.kept($0, by: pins) != nil }
      .map { Double($0.points) - posts[Int($0.post)] }.max() ?? 0
  }

  /// Who sits where.
  struct Seating {
    var seated: [Seated]
    /// Couples among the seated.
    var couples: [(Int, Int)]
    var prices: PeopleMarket.Prices
  }

  /// Fills whole seats; couples sit in one city, or not at all.
  ///
  /// A flow knows no couples: each is sent to the city where the two bring most at
  /// the flow's prices, and the flow is solved again. Who does not arrive together
  /// stays at home.
  func seat(_ market: inout PeopleMarket, seats: [Double], pins: [Int: [Pin]]) -> Seating? {
    guard var flow = market.fill(seats) else { return nil }
    var cities: [Int: City] = [:]
    let couples = people.couples.enumerated().filter {
      pins[$1.first] == nil && pins[$1.second] == nil
    }
    for (number, couple) in couples {
      guard let best = bestCity(of: couple, seats, flow.posts) else { continue }
      cities[number] = best.city
      _ = market.add(best.pairs)
    }
    sendPartners(of: pins, seats, flow, to: &market)
    let pairsOf = pairs(of: market)
    for applicant in people.tangled.sorted() where pins[applicant] == nil {
      for pair in pairsOf[applicant] ?? [] { market.prefer(pair: pair, by: Self.ban) }
    }
    for _ in 0..<Self.mostRounds {
      for (number, couple) in couples {
        for pair in (pairsOf[couple.first] ?? []) + (pairsOf[couple.second] ?? []) {
          let isThere = cities[number] == city(ofPost: Int(market.pairs[pair].entry.post))
          market.prefer(pair: pair, by: isThere ? Self.besideBonus : Self.ban)
        }
      }
      guard let next = market.fill(seats) else { return nil }
      flow = next
      var isSettled = true
      let postOf = Dictionary(
        market.taken(flow).map { (Int($0.applicant), Int($0.entry.post)) },
        uniquingKeysWith: { first, _ in first })
      for (number, couple) in couples where cities[number] != nil {
        guard let first = postOf[couple.first], let second = postOf[couple.second],
          city(ofPost: first) == city(ofPost: second)
        else {
          cities[number] = nil
          isSettled = false
          continue
        }
      }
      for pair in people.apart {
        guard let first = postOf[pair.first], let second = postOf[pair.second],
          city(ofPost: first) == city(ofPost: second)
        else { continue }
        let leaving = pins[pair.second] == nil ? pair.second : pair.first
        for index in pairsOf[leaving] ?? []
        where city(ofPost: Int(market.pairs[index].entry.post)) == city(ofPost: first) {
          market.prefer(pair: index, by: Self.ban)
        }
        isSettled = false
      }
      if isSettled { break }
    }
    return seating(market.taken(flow), flow)
  }

  private static var mostRounds: Int { 12 }

  /// Leaves couples only the city where they gain most together at prices, if they
  /// gain anything, so that seats are chosen with both of them in mind.
  func sendCouples(at worth: [Double], to market: inout PeopleMarket) {
    let everywhere = [Double](repeating: 1, count: worth.count)
    var cities: [Int: City] = [:]
    var isFree: Set<Int> = []
    for couple in people.couples where !people.binds(couple.first) && !people.binds(couple.second) {
      isFree.formUnion([couple.first, couple.second])
      guard let best = bestCity(of: couple, everywhere, worth) else { continue }
      cities[couple.first] = best.city
      cities[couple.second] = best.city
      _ = market.add(best.pairs.filter { $0.gain > -100 })
    }
    for (index, pair) in market.pairs.enumerated() where isFree.contains(Int(pair.applicant)) {
      let isThere = cities[Int(pair.applicant)] == city(ofPost: Int(pair.entry.post))
      market.prefer(pair: index, by: isThere ? 0 : Self.ban)
    }
  }

  /// Makes partners of those with pins want to be where these are, and these stay there.
  private func sendPartners(
    of pins: [Int: [Pin]], _ seats: [Double], _ flow: PeopleMarket.Prices,
    to market: inout PeopleMarket
  ) {
    let pairOf = Dictionary(
      market.taken(flow).map { (Int($0.applicant), $0.entry) },
      uniquingKeysWith: { first, _ in first })
    var wanted: [Int: (city: City, cohorts: UInt64)] = [:]
    var homes: [Int: City] = [:]
    var entries: [PostScan.Entry] = []
    for couple in people.couples {
      for (bound, partner) in [(couple.first, couple.second), (couple.second, couple.first)]
      where pins[bound] != nil && pins[partner] == nil {
        guard let entry = pairOf[bound] else { continue }
        let home = city(ofPost: Int(entry.post))
        homes[bound] = home
        wanted[partner] = (home, entry.cohorts)
        scan.collect(of: partner, into: &entries)
        _ = market.add(
          entries.filter {
            city(ofPost: Int($0.post)) == home && $0.cohorts & entry.cohorts != 0
              && seats[Int($0.post)] > 0.5
          }.map { PostScan.Pair(applicant: partner, entry: $0, gain: 0) })
      }
    }
    for (index, pair) in market.pairs.enumerated() {
      if let home = homes[Int(pair.applicant)], home != city(ofPost: Int(pair.entry.post)) {
        market.prefer(pair: index, by: Self.ban)
      }
      guard let wish = wanted[Int(pair.applicant)] else { continue }
      let shared = pair.entry.cohorts & wish.cohorts
      let isThere = city(ofPost: Int(pair.entry.post)) == wish.city && shared != 0
      if isThere { market.narrow(pair: index, to: shared) }
      market.prefer(pair: index, by: isThere ? Self.besidePinBonus : Self.ban)
    }
  }

  /// The pairs of those whom rules bind to each other.
  private func pairs(of market: borrowing PeopleMarket) -> [Int: [Int]] {
    let named = people.tangled.union(
      (people.couples + people.apart).flatMap { [$0.first, $0.second] })
    var found: [Int: [Int]] = [:]
    for (index, pair) in market.pairs.enumerated() where named.contains(Int(pair.applicant)) {
      found[Int(pair.applicant), default: []].append(index)
    }
    return found
  }

  private func seating(_ taken: [PostScan.Pair], _ flow: PeopleMarket.Prices) -> Seating {
    var place: [Int: Int] = [:]
    let seated = taken.enumerated().map { number, pair in
      place[Int(pair.applicant)] = number
      return Seated(
        applicant: Int(pair.applicant), post: Int(pair.entry.post),
        points: Int(pair.entry.points), cohorts: pair.entry.cohorts)
    }
    let couples = people.couples.compactMap { couple in
      place[couple.first].flatMap { first in place[couple.second].map { (first, $0) } }
    }
    return Seating(seated: seated, couples: couples, prices: flow)
  }

  /// The city where a couple gains most at the prices of open posts, if it gains
  /// anything, with the pairs of both there.
  private func bestCity(
    of couple: (first: Int, second: Int), _ seats: [Double], _ prices: [Double]
  ) -> (city: City, pairs: [PostScan.Pair])? {
    var pairs: [[City: [PostScan.Pair]]] = []
    var entries: [PostScan.Entry] = []
    for applicant in [couple.first, couple.second] {
      scan.collect(of: applicant, into: &entries)
      var found: [City: [PostScan.Pair]] = [:]
      for entry in entries where seats[Int(entry.post)] > 0.5 {
        found[city(ofPost: Int(entry.post)), default: []].append(
          PostScan.Pair(
            applicant: applicant, entry: entry,
            gain: Double(entry.points) - prices[Int(entry.post)]))
      }
      for city in Array(found.keys) {
        found[city]?.sort { ($1.gain, $0.entry.post) < ($0.gain, $1.entry.post) }
      }
      pairs.append(found)
    }
    var best: (gain: Double, city: City)?
    for (city, own) in pairs[0] {
      guard let other = pairs[1][city] else { continue }
      var most = -Double.infinity
      for first in own.prefix(8) {
        for second in other.prefix(8)
        where first.entry.cohorts & second.entry.cohorts != 0
          && (first.entry.post != second.entry.post || seats[Int(first.entry.post)] > 1.5)
        {
          most = max(most, first.gain + second.gain)
        }
      }
      let isBetter =
        best.map { (most, $0.city.country, $0.city.name) > ($0.gain, city.country, city.name) }
        ?? true
      if most > 0, isBetter { best = (most, city) }
    }
    guard let best else { return nil }
    return (
      best.city, (pairs[0][best.city] ?? []) + (pairs[1][best.city] ?? [])
    )
  }
}
