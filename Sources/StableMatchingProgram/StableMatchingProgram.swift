// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import MatchingCore

/// The integer program of stable matching with couples and ties.
///
/// After Biró, Manlove, McBride (2014) for the rows that keep a pair from
/// blocking, and Manlove, McBride, Trimble, "Almost-stable matchings in the
/// hospitals/residents problem with couples" (2017) for the columns that count
/// blocking pairs. What differs: rows are written per entry of a list and
/// cover every current entry at once, so that there is no column for a rank; a
/// place's side is a sum over its list and needs a column of its own only
/// where either of two places, or of two sums, may keep a pair from blocking.
///
/// For the entry `e` = (*k*, *l*) of an agent, with `S` the sum of the entries
/// at least as good, `F` of the worse ones that have *k* too, `G` of the worse
/// ones that have *l* too, and *n*(*k*, *r*) the number of persons at *k* whom
/// it likes at least as much as rank *r*:
///
/// - neither member stays: *k* or *l* refuses, which full places do whose
///   members are all at least as good: `S + F + G + full(k) + full(l) + b ≥ 1`,
///   where `q · full(k) ≤ n(k, r)`;
/// - the first stays: `n(l, r₂) + q · b ≥ q · F`; the second likewise;
/// - both at one place: the thresholds of `CoupleStability`.
///
/// `b` is the column that says that `e` blocks; it is left out when only stable
/// matchings are wanted.
struct StableMatchingProgram {
  private let market: CouplesMarket
  private let stability: CoupleStability
  private let countsBlocking: Bool

  private(set) var program = IntegerProgram()
  /// A column for each entry: whether the agent has it.
  private var chosen: [IntegerProgram.Column] = []
  /// A column for each entry: whether it blocks; empty if none may.
  private var blocking: [IntegerProgram.Column] = []
  /// For each place who may come to it, the best liked first.
  private var arrivals: [[Arrival]] = []
  private var fullColumns: [FullKey: IntegerProgram.Column] = [:]

  /// An entry that brings somebody to a place.
  private struct Arrival {
    var rank: Int32
    var agent: Int32
    var entry: Int32
  }

  /// Says that at least so many at a place are liked at least as much as a rank.
  private struct FullKey: Hashable {
    var place: Int32
    var rank: Int32
    var count: Int32
  }

  /// Formulates the program of a market.
  ///
  /// - Parameters:
  ///   - market: Who may go where.
  ///   - stability: Which deviations of couples count.
  ///   - countsBlocking: Whether pairs may block, at a price of 1 each.
  init(_ market: CouplesMarket, _ stability: CoupleStability, countsBlocking: Bool) {
    self.market = market
    self.stability = stability
    self.countsBlocking = countsBlocking
    addChoices()
    for agent in 0..<market.agentCount {
      for entry in market.entries(of: agent) { addStability(of: entry, of: agent) }
    }
  }

  /// The number of blocking pairs, to be made small.
  var fewestBlocking: Tier {
    Tier(name: "blocking", sense: .minimize, terms: blocking.map { $0 * 1 })
  }

  /// The number of persons with a place, to be made large.
  var mostPlaced: Tier {
    Tier(
      name: "placed", sense: .maximize,
      terms: chosen.indices.map { entry in
        chosen[entry]
          * ((market.entryFirsts[entry] >= 0 ? 1 : 0) + (market.entrySeconds[entry] >= 0 ? 1 : 0))
      })
  }

  /// The places of persons that an assignment stands for.
  func placeOfPerson(_ assignment: Assignment) -> [Int32] {
    var places = [Int32](repeating: -1, count: market.personCount)
    for agent in 0..<market.agentCount {
      for entry in market.entries(of: agent) where assignment[chosen[entry]] == 1 {
        places[Int(market.firstPersons[agent])] = market.entryFirsts[entry]
        if market.secondPersons[agent] >= 0 {
          places[Int(market.secondPersons[agent])] = market.entrySeconds[entry]
        }
      }
    }
    return places
  }
}

// MARK: - Rows

extension StableMatchingProgram {
  private typealias Term = IntegerProgram.Term

  private mutating func addChoices() {
    arrivals = Array(repeating: [], count: market.placeCount)
    for agent in 0..<market.agentCount {
      for entry in market.entries(of: agent) {
        chosen.append(program.addColumn(named: "x\(entry)", in: 0...1))
        if countsBlocking { blocking.append(program.addColumn(named: "b\(entry)", in: 0...1)) }
        let (first, second) = (market.entryFirsts[entry], market.entrySeconds[entry])
        if first >= 0 {
          arrivals[Int(first)].append(
            Arrival(
              rank: market.entryFirstRanks[entry], agent: Int32(agent), entry: Int32(entry)))
        }
        if second >= 0 {
          arrivals[Int(second)].append(
            Arrival(
              rank: market.entrySecondRanks[entry], agent: Int32(agent), entry: Int32(entry)))
        }
      }
      program.addRow(
        named: "agent\(agent)", terms: sum(market.entries(of: agent)), upper: 1,
        origin: Origin(rule: "one-entry", subjects: [String(agent)]))
    }
    for place in 0..<market.placeCount {
      arrivals[place].sort { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
      program.addRow(
        named: "place\(place)", terms: arrivals[place].map { chosen[Int($0.entry)] * 1 },
        upper: Int64(market.quotas[place]),
        origin: Origin(rule: "quota", subjects: [String(place)]))
    }
  }

  private mutating func addStability(of entry: Int, of agent: Int) {
    let (first, second) = (market.entryFirsts[entry], market.entrySeconds[entry])
    let entries = market.entries(of: agent)
    let rank = market.entryRanks[entry]
    let kept = sum(entries.filter { market.entryRanks[$0] <= rank })
    let worse = entries.filter { market.entryRanks[$0] > rank }
    let firstStays = worse.filter { market.entryFirsts[$0] == first }
    let secondStays = worse.filter { market.entrySeconds[$0] == second }
    if first == second {
      addTogether(entry, agent, settled: kept + sum(firstStays) + sum(secondStays))
      addBeside(
        entry, agent, active: firstStays, mover: market.entrySecondRanks[entry],
        partner: market.entryFirstRanks[entry])
      addBeside(
        entry, agent, active: secondStays, mover: market.entryFirstRanks[entry],
        partner: market.entrySecondRanks[entry])
      return
    }
    if second < 0 {
      // Who comes to nowhere asks nobody; so does one who stays there.
      add(entry, settled: kept + sum(firstStays), firstOnly: true)
      forbid(entry, while: firstStays)
    } else if first < 0 {
      add(entry, settled: kept + sum(secondStays), firstOnly: false)
      forbid(entry, while: secondStays)
    } else {
      let firstFull = full(first, market.entryFirstRanks[entry], market.quotas[Int(first)])
      let secondFull = full(second, market.entrySecondRanks[entry], market.quotas[Int(second)])
      addRow(
        kept + sum(firstStays) + sum(secondStays) + [firstFull * 1, secondFull * 1],
        entry: entry, weight: 1, lower: 1)
      refuse(entry, at: second, market.entrySecondRanks[entry], while: firstStays)
      refuse(entry, at: first, market.entryFirstRanks[entry], while: secondStays)
    }
  }

  /// One place decides: it refuses unless the agent is settled.
  private mutating func add(_ entry: Int, settled: [Term], firstOnly: Bool) {
    let place = firstOnly ? market.entryFirsts[entry] : market.entrySeconds[entry]
    let rank = firstOnly ? market.entryFirstRanks[entry] : market.entrySecondRanks[entry]
    let quota = Int64(market.quotas[Int(place)])
    addRow(
      settled.map { $0.column * quota } + liked(place, rank), entry: entry, weight: quota,
      lower: quota)
  }

  /// Nobody decides: the entry blocks while the agent has one of these.
  private mutating func forbid(_ entry: Int, while active: [Int]) {
    guard !active.isEmpty else { return }
    addRow(sum(active, times: -1), entry: entry, weight: 1, lower: 0)
  }

  /// One place refuses while the agent has one of these entries.
  private mutating func refuse(_ entry: Int, at place: Int32, _ rank: Int32, while active: [Int]) {
    guard !active.isEmpty else { return }
    let quota = Int64(market.quotas[Int(place)])
    addRow(
      liked(place, rank) + sum(active, times: -quota), entry: entry, weight: quota, lower: 0)
  }

  /// A place refuses a member beside his partner who is there.
  private mutating func addBeside(
    _ entry: Int, _ agent: Int, active: [Int], mover: Int32, partner: Int32
  ) {
    guard !active.isEmpty else { return }
    let place = market.entryFirsts[entry]
    let others = Int64(market.quotas[Int(place)]) - 1
    let asked = stability == .responsive ? mover : max(mover, partner)
    addRow(
      liked(place, asked, without: agent) + sum(active, times: -others), entry: entry,
      weight: others, lower: 0)
  }

  /// A place refuses both members, neither of whom is there.
  private mutating func addTogether(_ entry: Int, _ agent: Int, settled: [Term]) {
    let place = market.entryFirsts[entry]
    let quota = market.quotas[Int(place)]
    let ranks = (market.entryFirstRanks[entry], market.entrySecondRanks[entry])
    let (better, worse) = (min(ranks.0, ranks.1), max(ranks.0, ranks.1))
    switch stability {
    case .responsive:
      let almost = full(place, better, quota - 1)
      let all = full(place, worse, quota)
      addRow(settled + [almost * 1, all * 1], entry: entry, weight: 1, lower: 1)
    case .choice:
      let others = Int64(quota) - 1
      addRow(
        settled.map { $0.column * others } + liked(place, worse), entry: entry, weight: others,
        lower: others)
    }
  }

  /// Adds a row that the entry's blocking column can satisfy alone.
  private mutating func addRow(_ terms: [Term], entry: Int, weight: Int64, lower: Int64) {
    program.addRow(
      terms: terms + (countsBlocking ? [blocking[entry] * weight] : []), lower: lower,
      origin: Origin(rule: "stable", subjects: [String(entry)]))
  }

  private func sum(_ entries: some Sequence<Int>, times factor: Int64 = 1) -> [Term] {
    entries.map { chosen[$0] * factor }
  }

  /// How many at a place are liked at least as much as a rank.
  private func liked(_ place: Int32, _ rank: Int32, without agent: Int = -1) -> [Term] {
    arrivals[Int(place)].prefix { $0.rank <= rank }
      .filter { Int($0.agent) != agent }
      .map { chosen[Int($0.entry)] * 1 }
  }

  /// The column that may be 1 only if so many at a place are liked at least as
  /// much as a rank.
  private mutating func full(
    _ place: Int32, _ rank: Int32, _ count: Int32
  ) -> IntegerProgram.Column {
    let key = FullKey(place: place, rank: rank, count: count)
    if let known = fullColumns[key] { return known }
    let column = program.addColumn(named: "full\(place)_\(rank)_\(count)", in: 0...1)
    fullColumns[key] = column
    program.addRow(
      terms: liked(place, rank) + [column * -Int64(count)], lower: 0,
      origin: Origin(rule: "full", subjects: [String(place), String(rank)]))
    return column
  }
}
