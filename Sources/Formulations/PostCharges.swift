// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What a place at each post costs an applicant at given prices: the least over
/// the cohorts that he may join there.
///
/// Members of the same sets with the same cohorts are charged the same, so that
/// prices are worked out once for all of them, and a post costs one look-up.
package struct PostCharges: Sendable {
  private let scan: PostScan
  private let prices: PeoplePrices
  /// Sets that any price is about.
  private let pricedSets: [Int]
  private let cohortCount: Int
  private var known: [Key: Int] = [:]
  private var charges: [Double] = []
  /// Where a post stands among those of its country.
  private let places: [Int32]

  private struct Key: Hashable {
    var cohorts: UInt64
    var sets: [UInt64]
  }

  package init(_ scan: PostScan, _ prices: PeoplePrices) {
    self.scan = scan
    self.prices = prices
    cohortCount = scan.eligibility.year.cohorts.count
    pricedSets = prices.ofSet.indices.filter { set in
      prices.ofSet[set].contains { $0 != 0 }
    }
    var places = [Int32](repeating: 0, count: scan.eligibility.posts.count)
    for posts in scan.postsOfCountry {
      for (place, post) in posts.enumerated() { places[Int(post)] = Int32(place) }
    }
    self.places = places
  }

  /// What an applicant gains at each post beyond its price.
  ///
  /// - Parameters:
  ///   - applicant: The applicant.
  ///   - entries: The posts that take him, from `PostScan.collect`.
  ///   - gains: Takes points less price for each entry.
  package mutating func gains(
    of applicant: Int, _ entries: [PostScan.Entry], into gains: inout [Double]
  ) {
    gains.removeAll(keepingCapacity: true)
    let own = scan.cohortsOfApplicant[applicant]
    let sets = sets(of: applicant)
    let hasPins = scan.eligibility.hasPins(applicant)
    var country = -1
    var start = 0
    for entry in entries {
      let post = Int(entry.post)
      let charge: Double
      if hasPins {
        charge = least(of: entry.cohorts, post: post, sets)
      } else {
        let home = scan.eligibility.facts[post].country
        if home != country {
          country = home
          start = self.start(of: home, own, sets)
        }
        charge = charges[start + Int(places[post])]
      }
      gains.append(Double(entry.points) - charge)
    }
  }

  /// The cohorts, a bit each, as a member of which an applicant is in each priced set.
  private func sets(of applicant: Int) -> [UInt64] {
    pricedSets.map { set in
      (0..<cohortCount).reduce(UInt64(0)) { bits, cohort in
        prices.personSets[set][applicant * cohortCount + cohort]
          ? bits | 1 << UInt64(cohort) : bits
      }
    }
  }

  private func price(post: Int, cohort: Int, _ sets: [UInt64]) -> Double {
    let slot = scan.slot(ofPost: post, cohort: cohort)
    var price = prices.ofSlot[slot]
    for (position, set) in pricedSets.enumerated() where sets[position] >> UInt64(cohort) & 1 != 0 {
      price += prices.ofSet[set][slot]
    }
    return price
  }

  private func least(of cohorts: UInt64, post: Int, _ sets: [UInt64]) -> Double {
    var best = Double.infinity
    var rest = cohorts
    while rest != 0 {
      best = min(best, price(post: post, cohort: rest.trailingZeroBitCount, sets))
      rest &= rest - 1
    }
    return best
  }

  /// Where the charges at a country's posts begin.
  private mutating func start(of country: Int, _ own: UInt64, _ sets: [UInt64]) -> Int {
    let cohorts = own & scan.cohortsOfCountry[country]
    let key = Key(cohorts: cohorts, sets: sets.map { $0 & cohorts })
    if let start = known[key] { return start }
    let start = charges.count
    for post in scan.postsOfCountry[country] {
      let shared = cohorts & scan.cohortsOfPost[Int(post)]
      charges.append(shared == 0 ? 0 : least(of: shared, post: Int(post), sets))
    }
    known[key] = start
    return start
  }
}

extension PostScan {
  /// An applicant at a post.
  package struct Pair: Sendable {
    package var applicant: Int32
    package var entry: Entry
    /// Points beyond the post's price.
    package var gain: Double

    package init(applicant: Int, entry: Entry, gain: Double) {
      self.applicant = Int32(applicant)
      self.entry = entry
      self.gain = gain
    }
  }

  /// The best pairs at prices: some of each applicant, and some of each post.
  ///
  /// - Parameters:
  ///   - prices: What posts cost.
  ///   - applicantPrices: What a place of each applicant is worth elsewhere; when
  ///     nothing is known, what he gains at most.
  ///   - ofApplicant: How many of each applicant.
  ///   - ofPost: How many of each post.
  ///   - floor: Pairs of applicants are left out that gain less than their price
  ///     and this.
  ///   - threads: On how many threads to look; the pairs are the same for any.
  /// - Returns: The pairs by applicant and post, each once, with the greatest gains of
  ///   all applicants in order.
  /// - Complexity: O(*a* · *p*) for *a* applicants and *p* posts.
  package func best(
    at prices: PeoplePrices, applicantPrices: [Double]?, ofApplicant: Int, ofPost: Int,
    floor: Double, threads: Int
  ) -> (pairs: [Pair], greatest: [Double]) {
    let pieces = inParallel(cohortsOfApplicant.indices, threads: threads) { piece in
      var charges = PostCharges(self, prices)
      var kept: [Pair] = []
      var greatest: [Double] = []
      var ofPosts = [[Rated]](repeating: [], count: eligibility.posts.count)
      var entries: [Entry] = []
      var gains: [Double] = []
      var own = BestPairs(most: ofApplicant)
      // What a pair has to be worth to be among the best of a post.
      var least = [Double](repeating: -.infinity, count: eligibility.posts.count)
      for applicant in piece {
        collect(of: applicant, into: &entries)
        charges.gains(of: applicant, entries, into: &gains)
        own.removeAll()
        var most = 0.0
        for gain in gains where gain > most { most = gain }
        let price = applicantPrices?[applicant] ?? most
        for (entry, gain) in zip(entries, gains) {
          let post = Int(entry.post)
          let isOwn = gain >= price + floor && gain > own.least
          let isBest = gain - price > least[post]
          guard isOwn || isBest else { continue }
          let pair = Pair(applicant: applicant, entry: entry, gain: gain)
          if isOwn { own.insert(pair) }
          if isBest {
            insert(Rated(pair: pair, worth: gain - price), into: &ofPosts[post], most: ofPost)
            if ofPosts[post].count == ofPost, let last = ofPosts[post].last {
              least[post] = last.worth
            }
          }
        }
        kept += own.pairs
        greatest.append(most)
      }
      return (kept: kept, greatest: greatest, ofPosts: ofPosts)
    }
    var all = pieces.flatMap(\.kept)
    for post in eligibility.posts.indices {
      var best: [Rated] = []
      for piece in pieces {
        for pair in piece.ofPosts[post] { insert(pair, into: &best, most: ofPost) }
      }
      all += best.map(\.pair)
    }
    all.sort {
      ($0.applicant, $0.entry.post, $0.entry.cohorts)
        < ($1.applicant, $1.entry.post, $1.entry.cohorts)
    }
    var pairs: [Pair] = []
    pairs.reserveCapacity(all.count)
    for pair in all {
      if let last = pairs.last, last.applicant == pair.applicant,
        last.entry.post == pair.entry.post, last.entry.cohorts == pair.entry.cohorts
      {
        continue
      }
      pairs.append(pair)
    }
    return (pairs, pieces.flatMap(\.greatest))
  }

  /// A pair with what it gains beyond the applicant's price.
  private struct Rated: Sendable {
    var pair: Pair
    var worth: Double
  }

  /// Inserts a pair behind those worth as much, if there is room or one is worth less.
  @inline(__always)
  private func insert(_ rated: Rated, into list: inout [Rated], most: Int) {
    if list.count >= most {
      guard let last = list.last, rated.worth > last.worth else { return }
      list.removeLast()
    }
    var place = list.count
    while place > 0, list[place - 1].worth < rated.worth { place -= 1 }
    list.insert(rated, at: place)
  }
}

/// The pairs with the greatest gains, the best first.
private struct BestPairs {
  let most: Int
  private(set) var pairs: [PostScan.Pair] = []

  init(most: Int) {
    self.most = most
  }

  /// What a gain has to exceed to be among them.
  private(set) var least = -Double.infinity

  mutating func removeAll() {
    pairs.removeAll(keepingCapacity: true)
    least = -.infinity
  }

  @inline(__always)
  mutating func insert(_ pair: PostScan.Pair) {
    if pairs.count >= most { pairs.removeLast() }
    var place = pairs.count
    while place > 0, pairs[place - 1].gain < pair.gain { place -= 1 }
    pairs.insert(pair, at: place)
    if pairs.count >= most, let last = pairs.last { least = last.gain }
  }
}
