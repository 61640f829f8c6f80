// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// What placing sessions looks up: the coarse plan, and who may come when.
struct PlacementTables {
  let formulation: TrainingFormulation
  let eligibility: TrainingEligibility
  let year: ProgrammeYear
  /// Classes that are told apart, and where each went in the coarse formulation.
  let classes: [TrainingClass]
  let wholes: [Int]
  /// Sessions that a pattern has in the coarse plan.
  let open: [Int]
  /// Members of each coarse class who join a pattern, by pattern.
  let demands: [[Int: Int]]
  /// The possible sessions of each pattern that is open, with who may join them.
  let candidates: [[Candidate]]
  /// How many times as much there is to choose from as a pattern needs.
  let room: [Double]
  /// Classes that may join each session, ascending.
  private let joins: [[Join]]
  /// The least price of a coarse class in a pattern.
  private let leastPrices: [[Int: Int64]]
  /// Days of all sessions.
  let span: ClosedRange<Day>

  /// A possible session of a pattern.
  struct Candidate {
    var session: Int
    /// Classes that may join it as cheaply as any session of the pattern, those with
    /// the fewest sessions to choose from first.
    var groups: [Join]
  }

  /// A class that may join a session.
  struct Join {
    var group: Int
    /// Price of the soft rules that one member breaks.
    var penalty: Int64
    /// Whether it had rather come at another time.
    var isUnloved: Bool
  }

  /// - Parameters:
  ///   - plan: An assignment of a coarse formulation.
  ///   - formulation: The coarse formulation.
  ///   - classes: The classes that it was made from.
  /// - Complexity: O(classes × sessions × patterns of a course).
  init(
    _ plan: Assignment, of formulation: TrainingFormulation, _ classes: [TrainingClass]
  ) {
    let eligibility = formulation.eligibility
    self.formulation = formulation
    self.eligibility = eligibility
    self.classes = classes
    year = eligibility.year
    wholes = formulation.positions
    let whole = eligibility.days.reduce(eligibility.days.first) { span, days in
      span.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) }
    }
    span = whole ?? Day(number: 0)...Day(number: 0)
    let open = formulation.open.map { Int(plan[$0]) }
    let demands = zip(formulation.patterns, formulation.joins).map { pattern, columns in
      var demand: [Int: Int] = [:]
      for (join, column) in zip(pattern.joins, columns) where plan[column] > 0 {
        demand[join.group] = Int(plan[column])
      }
      return demand
    }
    var joins = [[Join]](repeating: [], count: eligibility.sessions.count)
    for (index, group) in classes.enumerated() {
      let unloved =
        group.delegation.map { eligibility.unloved($0, of: group.sessions.map(\.session)) } ?? []
      for (position, join) in group.sessions.enumerated() {
        joins[join.session].append(
          Join(
            group: index, penalty: join.penalty,
            isUnloved: !unloved.isEmpty && unloved[position]))
      }
    }
    self.open = open
    self.demands = demands
    self.joins = joins
    leastPrices = formulation.patterns.map { pattern in
      Dictionary(uniqueKeysWithValues: pattern.joins.map { ($0.group, $0.penalty) })
    }
    candidates = formulation.patterns.indices.map { index in
      open[index] > 0
        ? Self.candidates(
          for: formulation.patterns[index], demands[index], joins, formulation.positions) : []
    }
    room = Self.rooms(formulation, open)
  }

  private static func candidates(
    for pattern: SessionPattern, _ demand: [Int: Int],
    _ joins: [[Join]], _ wholes: [Int]
  ) -> [Candidate] {
    let prices = Dictionary(uniqueKeysWithValues: pattern.joins.map { ($0.group, $0.penalty) })
    var choices: [Int: Int] = [:]
    var found: [Candidate] = []
    for session in pattern.sessions {
      let groups = joins[session].filter { join in
        demand[wholes[join.group]] != nil && join.penalty == prices[wholes[join.group]]
      }
      for join in groups { choices[join.group, default: 0] += 1 }
      if !groups.isEmpty { found.append(Candidate(session: session, groups: groups)) }
    }
    for index in found.indices {
      found[index].groups.sort {
        (choices[$0.group, default: 0], $0.group) < (choices[$1.group, default: 0], $1.group)
      }
    }
    return found
  }

  /// For each pattern the possible sessions for each day of those it has, and where
  /// a country's sessions keep their distance, the days for each of all of these.
  private static func rooms(_ formulation: TrainingFormulation, _ open: [Int]) -> [Double] {
    let eligibility = formulation.eligibility
    var rooms = formulation.patterns.indices.map { index in
      let pattern = formulation.patterns[index]
      let days = max(1, open[index] * formulation.course(of: pattern).days)
      return Double(pattern.sessions.count) / Double(days)
    }
    for (_, members) in formulation.spacedPatterns {
      let used = members.filter { open[$0] > 0 }
      var starts: Set<Int> = []
      var days = 0
      for index in used {
        let pattern = formulation.patterns[index]
        starts.formUnion(pattern.sessions.map { eligibility.days[$0].lowerBound.number })
        let stay = formulation.spacedDays(pattern.sessions[0])
        days += open[index] * (stay.upperBound.number - stay.lowerBound.number + 1)
      }
      for index in used {
        rooms[index] = min(rooms[index], Double(starts.count) / Double(max(1, days)))
      }
    }
    return rooms
  }

  /// How a class joins a session.
  func join(_ group: Int, _ session: Int) -> Join? {
    let joins = joins[session]
    var (low, high) = (0, joins.count)
    while low < high {
      let middle = (low + high) / 2
      if joins[middle].group < group { low = middle + 1 } else { high = middle }
    }
    return low < joins.count && joins[low].group == group ? joins[low] : nil
  }

  /// Whether a class may join a session of a pattern as cheaply as any other of it.
  func mayJoin(_ group: Int, _ session: Int, in pattern: Int) -> Bool {
    guard let join = join(group, session) else { return false }
    return leastPrices[pattern][wholes[group]] == join.penalty
  }

  /// Whether a class may join a session of a pattern because the coarse plan has
  /// some of its members there.
  func isDemanded(_ group: Int, in pattern: Int) -> Bool { demands[pattern][wholes[group]] != nil }

  /// Whether the coarse plan has some members of a coarse class in a pattern.
  func isDemanded(whole: Int, in pattern: Int) -> Bool { demands[pattern][whole] != nil }

  /// Priority times people of what a coarse plan asks for and is not done.
  func weight(of missing: [[Int: Int]]) -> Int {
    missing.reduce(0) { $0 + weight(of: $1) }
  }

  func weight(of missing: [Int: Int]) -> Int {
    missing.reduce(0) { sum, demand in
      let group = formulation.classes[demand.key]
      let priority = group.delegation.map { year.training.delegations[$0].priority } ?? 100
      return sum + demand.value * group.people * priority
    }
  }

  func course(ofPattern pattern: Int) -> Course {
    formulation.course(of: formulation.patterns[pattern])
  }

  func isForPartners(_ pattern: Int) -> Bool {
    course(ofPattern: pattern).trainee == .partners
  }
}
