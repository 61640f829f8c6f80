// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Verification
internal import Wording

extension MarketRun {
  /// A plan, as the independent verification sees it.
  struct Checked {
    var placements: [Placement]
    var verification: DispatchVerification
    var points: Int
  }

  /// Whole seats filled with people in cohorts.
  ///
  /// - Parameters:
  ///   - market: Who may fill the seats.
  ///   - priced: What seats are worth, and what no plan exceeds; whole seats may
  ///     lower that.
  /// - Returns: A plan that keeps the hard rules; nothing when none was found.
  /// - Throws: `EngineFailure` when the solver broke.
  func plan(
    _ market: inout PeopleMarket, _ priced: inout Priced
  ) throws(EngineFailure) -> Checked? {
    sendCouples(at: priced.worth, to: &market)
    let seats = try settledSeats(&market, &priced)
    let neighbours = SchoolNeighbours(
      formulation.year, within: formulation.year.rules.companions.withinMetres)
    var pins = people.pins
    var best: Checked?
    for _ in 0..<Self.mostMends {
      guard let seating = seat(&market, seats: seats, pins: pins) else { break }
      var split = CohortSplit(scan, neighbours: neighbours, seating.seated)
      let seated = split.run(together: seating.couples)
      let checked = check(seated)
      if checked.verification.isValid, best.map({ isBetter(checked, than: $0) }) ?? true {
        best = checked
        clock.tell(
          tier: "points", step: "plan", value: Int64(checked.points), bound: Int64(priced.bound))
      }
      // Who is missing in a track is called for like a pin.
      let wanted = missing(in: seated, worth: seating.prices, pins: pins)
      let isCrowded = thinOut(seated, pins, &market)
      if wanted.isEmpty && !isCrowded { break }
      pins.merge(wanted) { $0 + $1 }
      addPinned(wanted, to: &market)
    }
    return best
  }

  /// The whole seats that people fill for the most points, as far as some rounds
  /// find them.
  ///
  /// Each round the parts choose whole seats at prices, and a flow fills them. The
  /// prices of the next round are those of seats between all that were chosen so far
  /// (Frank and Wolfe over the hull of whole seats). The first round is at the best
  /// bound's prices and bounds plans better than the relaxation, since shares that are
  /// held cannot be had in halves.
  private func settledSeats(
    _ market: inout PeopleMarket, _ priced: inout Priced
  ) throws(EngineFailure) -> [Double] {
    var (worth, mixed) = (priced.worth, priced.seats)
    var best: (round: Int, value: Double, seats: [Double])?
    for round in 0..<Self.mostRounds where best == nil || !clock.isOver {
      let (seats, most) = try wholeSeats(worth)
      if round == 0 { priced.bound = min(priced.bound, priced.gains.reduce(0, +) + most) }
      guard let flow = market.fill(seats) else { break }
      if flow.value > best?.value ?? -.infinity { best = (round, flow.value, seats) }
      clock.tell(
        tier: "points", step: "whole seats, round \(round + 1)", value: Int64(flow.value),
        bound: Int64(priced.bound))
      if let best, round >= best.round + Self.roundsWithoutGain { break }
      let share = 1 / Double(round + 3)
      for post in seats.indices { mixed[post] += share * (seats[post] - mixed[post]) }
      guard let flow = market.fill(mixed) else { break }
      worth = flow.posts
    }
    return best?.seats ?? countedSeats()
  }

  private static var mostRounds: Int { 12 }
  private static var roundsWithoutGain: Int { 4 }
  private static var mostMends: Int { 4 }

  private func isBetter(_ checked: Checked, than other: Checked) -> Bool {
    for (tier, known) in zip(checked.verification.tiers, other.verification.tiers) {
      if tier.value != known.value {
        return (tier.value > known.value) == (tier.name != "penalties")
      }
      if let shares = tier.shares, let before = known.shares, shares != before {
        return before.lexicographicallyPrecedes(shares)
      }
    }
    return false
  }

  private func check(_ seated: [Seated]) -> Checked {
    let placements = seated.map {
      Placement(
        applicant: $0.applicant, post: scan.eligibility.posts[$0.post], cohort: $0.cohort)
    }.sorted { $0.applicant < $1.applicant }
    return Checked(
      placements: placements,
      verification: verifyDispatch(
        formulation.year, placements: placements, baseline: nil, claimed: nil),
      points: seated.reduce(0) { $0 + $1.points })
  }

  /// The best whole seats at what seats are worth, and what no whole seats exceed.
  private func wholeSeats(
    _ worth: [Double]
  ) throws(EngineFailure) -> (seats: [Double], most: Double) {
    var seats = countedSeats()
    var most = 0.0
    for (part, stack) in parts {
      var tier = Tier(name: "priced seats", sense: .maximize, terms: [])
      for (position, column) in part.columns.enumerated() where postOfColumn[column] >= 0 {
        let weight = Int64((Self.scale * worth[Int(postOfColumn[column])]).rounded(.up))
        if weight != 0 { tier.terms.append(Term(Column(index: position), weight)) }
      }
      if tier.terms.isEmpty { continue }
      var stack = stack
      var bound = try stack.dive(for: tier) ?? tier.trivialBound(in: stack.program)
      if let incumbent = stack.incumbent,
        Double(bound - stack.rated(incumbent, tier).objective) > Self.nearEnough * Double(bound),
        case .found(let found, let proven, _) = try stack.best(
          for: tier, gap: Self.nearEnough, nodes: Self.nodesOfPart)
      {
        stack.incumbent = found
        bound = min(bound, proven)
      }
      most += Double(bound) / Self.scale
      guard let best = stack.incumbent else { continue }
      for (position, column) in part.columns.enumerated() where postOfColumn[column] >= 0 {
        seats[Int(postOfColumn[column])] = Double(best.values[position])
      }
    }
    return (seats, most)
  }

  /// Seats are weighed in this part of a point.
  private static var scale: Double { 8 }
  private static var nearEnough: Double { 0.000_02 }
  private static var nodesOfPart: Int { 2_000 }

  /// Keeps those at home who are too many in a track and bring least.
  ///
  /// - Returns: Whether there are such.
  private func thinOut(
    _ seated: [Seated], _ pins: [Int: [Pin]], _ market: inout PeopleMarket
  ) -> Bool {
    let year = formulation.year
    guard year.rules[.trackQuota] == .hard else { return false }
    var leaving: [Int: Int] = [:]
    for (cohort, facts) in year.cohorts.enumerated() {
      for quota in facts.tracks {
        let inside = seated.filter {
          $0.cohort == cohort && quota.covers(year.applicants[$0.applicant].track)
        }
        let over = inside.count - (quota.max)
        guard over > 0 else { continue }
        let order = inside.filter { pins[$0.applicant] == nil }.sorted {
          ($0.points, $0.applicant) < ($1.points, $1.applicant)
        }
        for member in order.prefix(over) { leaving[member.applicant] = cohort }
      }
    }
    for (index, pair) in market.pairs.enumerated() {
      guard let cohort = leaving[Int(pair.applicant)],
        pair.entry.cohorts >> UInt64(cohort) & 1 != 0
      else { continue }
      market.prefer(pair: index, by: Self.ban)
    }
    return !leaving.isEmpty
  }

  /// Pins for applicants of tracks that have fewer placements than their least: those
  /// who lose least by it.
  private func missing(
    in seated: [Seated], worth: PeopleMarket.Prices, pins: [Int: [Pin]]
  ) -> [Int: [Pin]] {
    let year = formulation.year
    guard year.rules[.trackQuota] == .hard else { return [:] }
    var found: [Int: [Pin]] = [:]
    let cohortOf = Dictionary(
      seated.map { ($0.applicant, $0.cohort) }, uniquingKeysWith: { first, _ in first })
    var entries: [PostScan.Entry] = []
    for (cohort, facts) in year.cohorts.enumerated() {
      for quota in facts.tracks {
        let inside = cohortOf.count {
          $0.value == cohort && quota.covers(year.applicants[$0.key].track)
        }
        let short = quota.min - inside
        guard short > 0 else { continue }
        var losses: [(loss: Double, applicant: Int)] = []
        for applicant in year.applicants.indices
        where quota.covers(year.applicants[applicant].track) && pins[applicant] == nil
          && cohortOf[applicant] != cohort && found[applicant] == nil
          && scan.cohortsOfApplicant[applicant] >> UInt64(cohort) & 1 != 0
        {
          scan.collect(of: applicant, into: &entries)
          let gain = entries.filter { $0.cohorts >> UInt64(cohort) & 1 != 0 }
            .map { Double($0.points) - worth.posts[Int($0.post)] }.max()
          if let gain { losses.append((worth.applicants[applicant] - gain, applicant)) }
        }
        losses.sort { ($0.loss, $0.applicant) < ($1.loss, $1.applicant) }
        for entry in losses.prefix(short) {
          found[entry.applicant] = [
            Pin(applicant: entry.applicant, place: .anywhere, cohort: cohort, kind: .pin)
          ]
        }
      }
    }
    return found
  }
}
