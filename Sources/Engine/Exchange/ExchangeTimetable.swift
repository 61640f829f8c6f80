// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Finds weeks for the visits of chosen partnerships.
///
/// A visit takes weeks of its two schools, and one in Japan a place of its prefecture.
/// Visits with fewest weeks to choose from come first. One that finds no free week takes
/// another's, who has to find a new one, and so on, some steps deep; what was not found
/// then is undone.
struct ExchangeTimetable {
  private let eligibility: ExchangeEligibility
  private var visits: [Visit] = []
  /// Weeks taken of each school.
  private var busy: [UInt64]
  /// Visits of each school that have a week.
  private var ofSchool: [[Int]]
  /// Visits to Japan that take each week of each prefecture.
  private var hosted: [[[Int]]]
  private let prefectureOf: [Int]
  private let isOneAtATime: Bool
  private let groupsOfWeek: Int?
  /// Visits whose weeks were changed, and their weeks before, in order.
  private var trail: [(visit: Int, week: Int)] = []
  /// Steps of search that are left for one visit.
  private var effort = 0

  private struct Visit {
    var choice: Int
    var isToJapan: Bool
    var japan: Int
    var abroad: Int
    /// Weeks in which it may begin, and those of them that nobody would avoid.
    var mask: UInt64
    var liked: UInt64
    /// The week in which it begins; −1 for none.
    var week = -1
    /// Where it may be moved now.
    var allowed: UInt64
  }

  init(_ eligibility: ExchangeEligibility) {
    self.eligibility = eligibility
    let data = eligibility.year.exchange
    busy = [UInt64](repeating: 0, count: data.schools.count)
    ofSchool = [[Int]](repeating: [], count: data.schools.count)
    let areas = Set(data.inJapan.map { data.schools[$0].area }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    prefectureOf = data.schools.map { $0.isInJapan ? numbers[$0.area] ?? 0 : -1 }
    hosted = [[[Int]]](
      repeating: [[Int]](repeating: [], count: 64), count: max(1, areas.count))
    isOneAtATime = data.rules[.oneAtATime] != .off
    groupsOfWeek = data.rules[.prefectureWeek] == .off ? nil : data.rules.groupsOfWeek
  }

  /// Finds weeks for choices.
  ///
  /// - Parameters:
  ///   - choices: Choices of different pairs.
  ///   - isOver: Asked between visits; true leaves the rest without weeks.
  /// - Returns: The choices that have weeks for all their visits; the others have none.
  mutating func place(_ choices: [Int], isOver: () -> Bool) -> Set<Int> {
    let first = visits.count
    for choice in choices { add(choice) }
    let order = (first..<visits.count).sorted {
      (visits[$0].mask.nonzeroBitCount, $0) < (visits[$1].mask.nonzeroBitCount, $1)
    }
    // Weeks that nobody would avoid come first, for all visits.
    for visit in order where visits[visit].liked != 0 && !isOver() { _ = settle(visit) }
    for visit in order where visits[visit].week < 0 && !isOver() {
      visits[visit].allowed = visits[visit].mask
      _ = settle(visit)
    }
    var failed: Set<Int> = []
    for visit in first..<visits.count where visits[visit].week < 0 {
      failed.insert(visits[visit].choice)
    }
    for visit in first..<visits.count
    where visits[visit].week >= 0 && failed.contains(visits[visit].choice) {
      release(visit)
    }
    return Set(choices).subtracting(failed)
  }

  /// The plan of all visits that have weeks.
  var plan: ExchangePlan {
    var partnerships: [Int: Partnership] = [:]
    for visit in visits where visit.week >= 0 {
      let pair = SchoolPair(japan: visit.japan, abroad: visit.abroad)
      let start = eligibility.weeks.starts[visit.week]
      var partnership = partnerships[visit.choice] ?? Partnership(pair)
      if visit.isToJapan { partnership.toJapan = start } else { partnership.fromJapan = start }
      partnerships[visit.choice] = partnership
    }
    return ExchangePlan(Array(partnerships.values))
  }

  private mutating func add(_ index: Int) {
    let choice = eligibility.choices[index]
    let pair = Int(choice.pair)
    let schools = eligibility.pairs[pair].schools
    let avoided = eligibility.avoidedWeeks(pair)
    for (isAsked, isToJapan, mask) in [
      (choice.ways.includesToJapan, true, eligibility.weeksToJapan(pair)),
      (choice.ways.includesFromJapan, false, eligibility.weeksFromJapan(pair)),
    ] where isAsked {
      visits.append(
        Visit(
          choice: index, isToJapan: isToJapan, japan: schools.japan, abroad: schools.abroad,
          mask: mask, liked: mask & ~avoided, allowed: mask & ~avoided))
    }
  }

  // MARK: - Weeks

  private func weeks(from week: Int) -> Range<Int> {
    week..<(week + eligibility.weeks.length)
  }

  private mutating func take(_ index: Int, _ week: Int) {
    trail.append((index, -1))
    visits[index].week = week
    let visit = visits[index]
    let taken = eligibility.weeks.taken(by: week)
    for school in [visit.japan, visit.abroad] {
      busy[school] |= taken
      ofSchool[school].append(index)
    }
    guard visit.isToJapan else { return }
    for week in weeks(from: week) { hosted[prefectureOf[visit.japan]][week].append(index) }
  }

  private mutating func release(_ index: Int) {
    let visit = visits[index]
    trail.append((index, visit.week))
    visits[index].week = -1
    for school in [visit.japan, visit.abroad] {
      ofSchool[school].removeAll { $0 == index }
      busy[school] = ofSchool[school].reduce(0) {
        $0 | eligibility.weeks.taken(by: visits[$1].week)
      }
    }
    guard visit.isToJapan else { return }
    for week in weeks(from: visit.week) {
      hosted[prefectureOf[visit.japan]][week].removeAll { $0 == index }
    }
  }

  private func isFull(_ visit: Visit, _ week: Int) -> Bool {
    guard visit.isToJapan, let most = groupsOfWeek else { return false }
    let prefecture = hosted[prefectureOf[visit.japan]]
    return weeks(from: week).contains { prefecture[$0].count >= most }
  }

  /// How many groups a visit would meet in its prefecture.
  private func load(_ visit: Visit, _ week: Int) -> Int {
    guard visit.isToJapan else { return 0 }
    return weeks(from: week).reduce(0) { $0 + hosted[prefectureOf[visit.japan]][$1].count }
  }

  private func isBusy(_ visit: Visit, _ week: Int) -> Bool {
    guard isOneAtATime else { return false }
    return (busy[visit.japan] | busy[visit.abroad]) & eligibility.weeks.taken(by: week) != 0
  }

  // MARK: - Search

  private static let mostSteps = 4_000
  private static let mostDepth = 4

  /// Gives a visit a week, moving others if that is needed.
  private mutating func settle(_ index: Int) -> Bool {
    effort = Self.mostSteps
    trail.removeAll(keepingCapacity: true)
    var moved: [Int] = [index]
    return settle(index, depth: 0, &moved)
  }

  private mutating func settle(_ index: Int, depth: Int, _ moved: inout [Int]) -> Bool {
    let visit = visits[index]
    let candidates = ExchangeWeeks.weeks(of: visit.allowed).map {
      (load: load(visit, $0), week: $0)
    }
    .sorted { ($0.load, $0.week) < ($1.load, $1.week) }.map(\.week)
    for week in candidates where !isBusy(visit, week) && !isFull(visit, week) {
      take(index, week)
      return true
    }
    guard depth < Self.mostDepth else { return false }
    for week in candidates {
      guard effort > 0 else { return false }
      effort -= 1
      for others in obstacles(of: visit, week) where others.allSatisfy({ !moved.contains($0) }) {
        let (mark, movedBefore) = (trail.count, moved.count)
        for other in others { release(other) }
        guard !isBusy(visit, week), !isFull(visit, week) else {
          undo(to: mark)
          continue
        }
        take(index, week)
        moved += others
        if others.allSatisfy({ settle($0, depth: depth + 1, &moved) }) { return true }
        undo(to: mark)
        moved.removeLast(moved.count - movedBefore)
        guard effort > 0 else { return false }
      }
    }
    return false
  }

  /// Undoes changes of weeks, the last one first.
  private mutating func undo(to mark: Int) {
    for (visit, week) in trail[mark...].reversed() {
      if visits[visit].week >= 0 { release(visit) }
      if week >= 0 { take(visit, week) }
    }
    trail.removeLast(trail.count - mark)
  }

  /// Sets of visits without which a visit could begin in a week: those of its schools, with
  /// one or another of its prefecture where that is full.
  private func obstacles(of visit: Visit, _ week: Int) -> [[Int]] {
    let taken = eligibility.weeks.taken(by: week)
    var own: Set<Int> = []
    if isOneAtATime {
      for school in [visit.japan, visit.abroad] {
        for other in ofSchool[school]
        where eligibility.weeks.taken(by: visits[other].week) & taken != 0 {
          own.insert(other)
        }
      }
    }
    guard own.count <= 2 else { return [] }
    let fixed = own.sorted()
    guard visit.isToJapan, let most = groupsOfWeek else { return [fixed] }
    let prefecture = hosted[prefectureOf[visit.japan]]
    let full = weeks(from: week).filter { slot in
      prefecture[slot].count { !own.contains($0) } >= most
    }
    guard let slot = full.first else { return [fixed] }
    return prefecture[slot].filter { !own.contains($0) }.map { fixed + [$0] }
  }
}
