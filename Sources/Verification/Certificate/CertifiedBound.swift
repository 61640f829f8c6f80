// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The bound that prices of rules prove for a goal, added up in whole numbers.
///
/// Every rule says that some sum over the plan stays within two sides. Adding
/// *price* × (side − sum) of all rows to the goal changes it for the better in
/// every plan that keeps the rules, whatever the prices, if prices above 0 go
/// with upper sides and prices below 0 with lower ones. What remains is a sum of
/// gains of applicants, posts and few other choices, whose greatest value is
/// found by looking at each for itself (weak duality of the Lagrangian; Geoffrion,
/// "Lagrangean relaxation for integer programming", 1974). No solver is needed
/// and nothing is rounded.
///
/// `docs/certificate.md` lists the rows. Gains and sums are in units of
/// 1/`Certificate.denominator` of the goal, which is taken as a maximum.
struct CertifiedBound {
  let catalogue: TripleCatalogue
  /// The tiers of the plan that come before the goal, which are held.
  let held: ArraySlice<TierResult>
  let goal: String
  var prices: PriceList
  /// Sum of price × side.
  var constant: Int128 = 0
  /// Gains of a placement, by cohort and by slot, before those of its applicant.
  var cohortGains: [Int128]
  var slotGains: [Int128]
  /// Gain of an open post in which a school is, by school.
  var hostGains: [Int128]
  /// Prices that fall on applicants, by slot: on all, and on the guarded.
  var seatPrices: [Int]
  var guardPrices: [Int]
  var people = PeoplePrices()
  /// Gains of choices beside the plan itself, with the most units of each.
  var extras: [(gain: Int128, most: Int)] = []
  /// What the goal and the held ones pay for a unit of penalty, for a point, for
  /// a seat by priority, for a change, for somebody who is moved, and for somebody who
  /// is dropped.
  private(set) var ofPenalty = 0
  private(set) var ofPoint = 0
  private(set) var ofPriority = 0
  private(set) var ofChange = 0
  private(set) var ofMove = 0
  private(set) var ofDrop = 0
  /// Whether shares are held that no group can have.
  var isContradictory = false

  var year: ProgrammeYear { catalogue.year }

  /// Prices every row.
  ///
  /// - Parameters:
  ///   - tier: The goal and its prices.
  ///   - catalogue: Who may go where.
  ///   - tiers: The plan's tiers in the year's order, as recomputed; those before
  ///     the goal are held.
  init(_ tier: TierPrices, catalogue: TripleCatalogue, tiers: [TierResult]) {
    self.catalogue = catalogue
    goal = tier.name
    held = tiers[..<(tiers.firstIndex { $0.name == tier.name } ?? 0)]
    prices = PriceList(tier)
    cohortGains = Array(repeating: 0, count: catalogue.year.cohorts.count)
    slotGains = Array(repeating: 0, count: catalogue.slots.count)
    hostGains = Array(repeating: 0, count: catalogue.year.schools.count)
    seatPrices = Array(repeating: 0, count: catalogue.slots.count)
    guardPrices = seatPrices
    priceGoals()
    priceSeats()
    pricePlaces()
    pricePredeparture()
    priceRotation()
    priceCompanions()
    pricePairs()
    priceRows()
    priceLosses()
    priceDrops()
    priceQuotas()
    priceShares()
  }

  /// The bound in units of the goal, or nothing where no number can be named.
  var bound: Int64? {
    guard prices.faults.isEmpty, !isContradictory else { return nil }
    let sum = constant + gainsOfPosts + gainsOfApplicants + gainsOfExtras
    let unit = Int128(Certificate.denominator)
    let whole = sum / unit - (sum % unit < 0 ? 1 : 0)
    let before = goal == "changes" ? Int128(constantOfChanges) : 0
    let value = isLeast ? before - whole : whole
    return Int64(clamping: value)
  }

  /// What is amiss with the prices; those of rows that the year does not have
  /// are left out of the sum.
  var remarks: [String] {
    let unknown = prices.leftOver
    guard let first = unknown.first else { return prices.faults }
    return prices.faults + [
      unknown.count == 1
        ? localized("this year has no row \(first)")
        : localized("this year has no row \(first) and \(unknown.count - 1) more")
    ]
  }

  /// Whether less is better.
  private var isLeast: Bool { Self.leastGoals.contains(goal) }

  /// The goals of which less is better.
  private static var leastGoals: [String] { ["penalties", "changes", "moved", "dropped"] }

  /// Takes a row's price, and its side into the sum.
  ///
  /// - Parameters:
  ///   - row: The sort of row.
  ///   - subjects: Whom it concerns.
  ///   - lower: The least the row's sum may be, or nothing.
  ///   - upper: The most it may be, or nothing.
  /// - Returns: The price; 0 where the side that it points to is missing.
  mutating func price(
    _ row: String, _ subjects: [String], lower: Int? = nil, upper: Int? = nil
  ) -> Int {
    let price = prices.take(row, subjects)
    guard price != 0, let side = price > 0 ? upper : lower else { return 0 }
    constant += Int128(price) * Int128(side)
    return price
  }

  /// Adds a choice of 0 to so many units.
  mutating func addExtra(gain: Int128, most: Int) {
    if gain > 0, most > 0 { extras.append((gain, most)) }
  }
}

// MARK: - Goals

extension CertifiedBound {
  private mutating func priceGoals() {
    let unit = Int(Certificate.denominator)
    add(unit, of: goal, isLeast ? -1 : 1)
    for tier in held where tier.shares == nil {
      let isMinimum = Self.leastGoals.contains(tier.name)
      let value = Int(tier.value) - (tier.name == "changes" ? constantOfChanges : 0)
      let price = price(
        "hold", [tier.name], lower: isMinimum ? nil : value, upper: isMinimum ? value : nil)
      add(price, of: tier.name, -1)
    }
  }

  private mutating func add(_ price: Int, of tier: String, _ sign: Int) {
    switch tier {
    case "penalties": ofPenalty += sign * price
    case "filled": ofPriority += sign * price
    case "points": ofPoint += sign * price
    case "changes": ofChange += sign * price
    case "moved": ofMove += sign * price
    case "dropped": ofDrop += sign * price
    case "weighted":
      ofPoint += sign * price
      ofPriority += sign * price * year.filledWeight
    default: break
    }
  }

  /// Applicants of the earlier plan: each is a change unless placed as before.
  private var constantOfChanges: Int {
    year.applicants.indices.count { catalogue.plan.points.hasEarlier($0) }
  }
}

// MARK: - What is left

extension CertifiedBound {
  /// The greatest gain of each post: closed, or open with the seats that gain
  /// most within its least and most seats.
  private var gainsOfPosts: Int128 {
    var sum: Int128 = 0
    for (index, post) in catalogue.posts.enumerated() {
      var gain = post.schools.reduce(Int128(0)) { $0 + hostGains[$1] }
      gain += Int128(ofPenalty * penalty(of: post))
      let dearest = post.schools.map { year.schools[$0].priority }.max() ?? 0
      let priority = Int128(ofPriority) * Int128(dearest)
      var seats: [(gain: Int128, count: Int)] = []
      for slot in catalogue.slotsOfPost[index] where catalogue.candidates[slot] > 0 {
        let gain = slotGains[slot] + cohortGains[catalogue.slots[slot].cohort] + priority
        seats.append((gain, catalogue.candidates[slot]))
      }
      seats.sort { $0.gain > $1.gain }
      var taken = 0
      for seat in seats {
        let wanted = seat.gain > 0 ? post.seatsMax : post.seatsMin
        let count = min(seat.count, max(0, wanted - taken))
        gain += seat.gain * Int128(count)
        taken += count
      }
      if taken > 0, taken >= post.seatsMin { sum += max(0, gain) }
    }
    return sum
  }

  /// What soft rules about a post alone cost.
  private func penalty(of post: Post) -> Int {
    let rules = year.rules
    var sum = 0
    if let penalty = rules[.hours].penalty, !HoursCheck.isKept(by: post, in: year) {
      sum += penalty
    }
    if let penalty = rules[.travel].penalty, !TravelCheck.isKept(by: post, in: year) {
      sum += penalty
    }
    if let penalty = rules[.rotation].penalty {
      sum += penalty * post.schools.count { RotationCheck.mustPause($0, in: year) }
    }
    return sum
  }

  /// The greatest gain of each applicant, who has one placement or none.
  private var gainsOfApplicants: Int128 {
    var sum: Int128 = 0
    for applicant in year.applicants.indices {
      let own = people.own[applicant]
      let hasEarlier = catalogue.plan.points.hasEarlier(applicant)
      var best = 0
      for cohort in year.cohorts.indices where !catalogue.isExcluded(applicant, from: cohort) {
        let isGuarded = catalogue.isGuarded(applicant, in: cohort)
        let track = people.byTrack[year.applicants[applicant].track]?[cohort] ?? 0
        for slot in catalogue.slotsOfCohort[cohort] where catalogue.mayFill(applicant, slot) {
          var gain = -seatPrices[slot] - track
          if ofPoint != 0 { gain += ofPoint * catalogue.points(applicant, slot) }
          if ofPenalty != 0 { gain += ofPenalty * catalogue.penalty(applicant, slot) }
          if isGuarded { gain -= guardPrices[slot] }
          if ofChange != 0 {
            gain += ofChange * changes(applicant, slot, hasEarlier: hasEarlier)
          }
          for quota in people.quotas
          where quota.selects.selects(slot: slot)
            && quota.selects.selects(applicant: applicant, cohort: cohort)
          {
            gain -= quota.price
          }
          if let own { gain -= own.price(of: catalogue.placement(applicant, slot), in: year) }
          best = max(best, gain)
        }
      }
      sum += Int128(best)
    }
    return sum
  }

  private func changes(_ applicant: Int, _ slot: Int, hasEarlier: Bool) -> Int {
    guard hasEarlier else { return 1 }
    return catalogue.plan.points.isAsBefore(catalogue.placement(applicant, slot)) ? -1 : 0
  }

  private var gainsOfExtras: Int128 {
    extras.reduce(0) { $0 + $1.gain * Int128($1.most) }
  }
}

/// Prices that depend on who is placed.
struct PeoplePrices {
  /// By track, then by cohort.
  var byTrack: [String: [Int]] = [:]
  var quotas: [(selects: SelectorTable, price: Int)] = []
  /// Applicants in pairs or with rows in `pins.csv`.
  var own: [Int: Own] = [:]

  struct Own {
    struct Stay: Hashable {
      let city: City
      /// None for any cohort.
      let cohort: Int?
    }

    var stays: [Stay: Int] = [:]
    var pins: [(pin: Pin, price: Int)] = []
    /// What was announced, all of it, and the price of keeping it.
    var announced: (rows: [Pin], price: Int)?

    func price(of placement: Placement, in year: ProgrammeYear) -> Int {
      let city = City(of: placement.post, in: year)
      var sum = stays[Stay(city: city, cohort: placement.cohort)] ?? 0
      sum += stays[Stay(city: city, cohort: nil)] ?? 0
      for (pin, price) in pins where pin.isMet(by: placement) { sum += price }
      if let announced, announced.rows.allSatisfy({ $0.isMet(by: placement) }) {
        sum += announced.price
      }
      return sum
    }
  }
}
