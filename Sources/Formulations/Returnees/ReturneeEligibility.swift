// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Who may take part in what, as the rules about one person and one activity say.
package struct ReturneeEligibility: Sendable {
  package let year: ProgrammeYear
  /// Pairs that break no hard rule, by activity, then by returnee.
  package let pairs: [Pair]
  /// Where each activity's pairs begin; one more than there are activities.
  package let starts: [Int]

  /// A person who may take part in an activity.
  package struct Pair: Hashable, Sendable {
    package var returnee: Int
    package var activity: Int
    /// What soft rules about the two cost.
    package var penalty: Int64
    /// Thousands of yen for the way there and back.
    package var cost: Int64
  }

  /// Looks at every pair.
  ///
  /// - Complexity: O(returnees × activities).
  package init(_ year: ProgrammeYear) {
    self.year = year
    let data = year.returnees
    let test = PairTest(data)
    var pairs: [Pair] = []
    var starts = [0]
    starts.reserveCapacity(data.activities.count + 1)
    for activity in data.activities.indices {
      for returnee in data.returnees.indices {
        guard let penalty = test.penalty(of: returnee, in: activity) else { continue }
        pairs.append(
          Pair(
            returnee: returnee, activity: activity, penalty: penalty,
            cost: data.cost(returnee, to: activity)))
      }
      starts.append(pairs.count)
    }
    self.pairs = pairs
    self.starts = starts
  }

  /// The pairs of an activity, as positions in `pairs`.
  package func pairs(ofActivity activity: Int) -> Range<Int> {
    starts[activity]..<starts[activity + 1]
  }

  /// The pairs of each returnee, as positions in `pairs`, by first day, then by activity.
  package func pairsOfReturnees() -> [[Int]] {
    var own = [[Int]](repeating: [], count: year.returnees.returnees.count)
    for (index, pair) in pairs.enumerated() { own[pair.returnee].append(index) }
    let starts = year.returnees.activities.map(\.days.lowerBound.number)
    return own.map { positions in
      positions.sorted {
        let (left, right) = (pairs[$0].activity, pairs[$1].activity)
        return (starts[left], left) < (starts[right], right)
      }
    }
  }
}

/// Judges pairs.
private struct PairTest {
  private let data: ReturneeData
  private let distance, freeDays, afterReturn: Strictness
  /// A degree north or south is 111.19 km; a little less is taken.
  private let metresOfDegree = 111_000.0

  init(_ data: ReturneeData) {
    self.data = data
    distance = data.rules[.distance]
    freeDays = data.rules[.freeDays]
    afterReturn = data.rules[.afterReturn]
  }

  /// What soft rules cost; nothing when a hard one forbids the pair.
  func penalty(of index: Int, in activity: Int) -> Int64? {
    let (returnee, offer) = (data.returnees[index], data.activities[activity])
    var penalty = 0
    func isAllowed(_ strictness: Strictness, _ isKept: Bool) -> Bool {
      if isKept { return true }
      if case .soft(let price) = strictness {
        penalty += price
        return true
      }
      return false
    }
    if afterReturn != .off,
      !isAllowed(
        afterReturn,
        offer.days.lowerBound.number - returnee.returned.number >= data.rules.restAfterReturn)
    {
      return nil
    }
    if freeDays != .off, !isAllowed(freeDays, returnee.isFree(on: offer.days)) { return nil }
    if distance != .off, !offer.isOnline {
      let most = returnee.travelMetres ?? data.rules.maximumMetres
      let isFar =
        data.journeys.isEmpty
        && abs(returnee.home.latitude - offer.place.latitude) * metresOfDegree > Double(most)
      if isFar, distance == .hard { return nil }
      if !isAllowed(distance, !isFar && data.metres(index, to: activity) <= most) { return nil }
    }
    return Int64(penalty)
  }
}

extension Returnee {
  fileprivate func isFree(on days: ClosedRange<Day>) -> Bool {
    if away.contains(where: { $0.overlaps(days) }) { return false }
    if freeWeekdays.isEmpty { return true }
    // Weekdays come back after a week.
    let last = min(days.upperBound.number, days.lowerBound.number + 6)
    return (days.lowerBound.number...last).allSatisfy {
      freeWeekdays.contains(Day(number: $0).weekday)
    }
  }
}
