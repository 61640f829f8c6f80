// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

/// Who joins which of the chosen sessions of a pattern.
///
/// Groups change their session, or two of them change places; a change that makes things
/// worse is taken as long as the loss is below a threshold that shrinks to nothing
/// (Dueck and Scheuer, "Threshold Accepting", 1990). People without a seat, too few people
/// or leaders weigh most, then the planner's goals in their order. The draws are the same
/// each time.
struct SlotSeating {
  /// A session that groups may join.
  struct Place {
    /// Most people, as far as its course and its site have room.
    var most: Int
    /// Fewest people.
    var least: Int
    /// Fewest countries.
    var leastCountries: Int
    /// Students that a leader may lead; 0 where nobody counts them.
    var studentsPerLeader: Int
    /// Whether more countries are better.
    var isMixed: Bool
    /// What a person costs in thousands of yen, by country.
    var costs: [Int]
    /// By member: 0 it cannot come, 1 it can, 2 it can and likes the month.
    var fits: [UInt8]
    /// Numbers of its days.
    var days: ClosedRange<Int>
  }

  private let places: [Place]
  private let members: [SlotChoice.Member]
  /// The place of each member; -1 for one that can join no session.
  private(set) var place: [Int]

  private var people: [Int]
  private var students: [Int]
  private var leaders: [Int]
  /// Groups of each country at a place, and how many countries that makes.
  private var present: [[Int]]
  private var presences: [Int]
  /// Other members whose school is the same, where that may keep one from coming.
  private var rivals: [[Int]] = []
  private let presenceWeight: Int
  private let costWeight: Int
  private let monthWeight: Int
  private let lackWeight: Int

  /// - Parameters:
  ///   - places: The sessions.
  ///   - members: Who is to join one of them.
  ///   - goals: The goals that matter, in order.
  ///   - seats: For each place who begins there.
  init(
    _ places: [Place], _ members: [SlotChoice.Member], goals: [TrainingGoal], seats: [[Int]]
  ) {
    self.places = places
    self.members = members
    // A unit of an earlier goal outweighs what one group's move may cost the later ones.
    let most = members.map(\.people).max() ?? 1
    let costs = places.flatMap(\.costs)
    let range = (costs.max() ?? 0) - (costs.min() ?? 0)
    var weight = 1
    var weights: [TrainingGoal: Int] = [:]
    for goal in goals.reversed() {
      weights[goal] = weight
      weight *= goal == .mixing ? 3 : goal == .cost ? most * range + 1 : most + 1
    }
    presenceWeight = weights[.mixing] ?? 0
    costWeight = weights[.cost] ?? 0
    monthWeight = weights[.months] ?? 0
    lackWeight = weight
    place = [Int](repeating: -1, count: members.count)
    people = [Int](repeating: 0, count: places.count)
    (students, leaders, presences) = (people, people, people)
    let countries = (members.map(\.country).max() ?? -1) + 1
    present = places.map { _ in [Int](repeating: 0, count: countries) }
    for (position, joining) in seats.enumerated() {
      for member in joining { seat(member, position) }
    }
    rivals = Self.rivals(among: members)
    // Whoever found no room stands somewhere nevertheless: that is what is to be mended.
    for member in members.indices where place[member] < 0 {
      let possible = places.indices.filter { places[$0].fits[member] > 0 }
      let emptiest = possible.min {
        people[$0] - places[$0].most < people[$1] - places[$1].most
      }
      if let emptiest { seat(member, emptiest) }
    }
  }

  /// For each place the members that join it.
  var seats: [[Int]] {
    var seats = [[Int]](repeating: [], count: places.count)
    for (member, position) in place.enumerated() where position >= 0 {
      seats[position].append(member)
    }
    return seats
  }

  private mutating func seat(_ member: Int, _ position: Int) {
    let joining = members[member]
    place[member] = position
    people[position] += joining.people
    students[position] += joining.students
    leaders[position] += joining.leaders
    if present[position][joining.country] == 0 { presences[position] += 1 }
    present[position][joining.country] += 1
  }

  private mutating func unseat(_ member: Int) {
    let leaving = members[member]
    let position = place[member]
    people[position] -= leaving.people
    students[position] -= leaving.students
    leaders[position] -= leaving.leaders
    present[position][leaving.country] -= 1
    if present[position][leaving.country] == 0 { presences[position] -= 1 }
  }

  /// What a place lacks or has too much of.
  private func lack(_ position: Int) -> Int {
    let asked = places[position]
    let over = max(0, people[position] - asked.most)
    let short = max(0, asked.least - people[position])
    let unled =
      asked.studentsPerLeader > 0
      ? max(0, students[position] - asked.studentsPerLeader * leaders[position]) : 0
    return over + short + unled + max(0, asked.leastCountries - presences[position])
  }

  private func price(_ position: Int) -> Int {
    let mixing = places[position].isMixed ? presences[position] * presenceWeight : 0
    return lack(position) * lackWeight - mixing
  }

  private func price(_ member: Int, at position: Int) -> Int {
    let cost = places[position].costs[members[member].country] * costWeight
    return (cost + (places[position].fits[member] > 1 ? 0 : monthWeight)) * members[member].people
  }

  /// Improves who joins which.
  ///
  /// - Parameters:
  ///   - steps: How many changes are tried.
  ///   - seed: Of the draws.
  ///   - isOver: Asked now and then; true ends it.
  /// - Complexity: O(steps).
  mutating func improve(steps: Int, seed: UInt64, isOver: () -> Bool) {
    guard places.count > 1, !members.isEmpty else { return }
    var random = SplitMix64(seed: seed)
    var threshold = Double(2 * lackWeight)
    let shrink = Self.shrink(from: threshold, in: steps / Self.stepsOfRound)
    for step in 0..<steps {
      if step % Self.stepsOfRound == 0 {
        threshold *= shrink
        // Out of time: what is left is to go downhill.
        if isOver() { break }
      }
      let member = random.below(members.count)
      let from = place[member]
      guard from >= 0 else { continue }
      var partner: Int?
      var to = random.below(places.count)
      if random.below(2) == 0 {
        let other = random.below(members.count)
        to = place[other]
        partner = other
      }
      guard to >= 0, to != from, places[to].fits[member] > 0 else { continue }
      if let partner, places[from].fits[partner] == 0 { continue }
      if isAway(member, at: to, beside: partner) { continue }
      if let partner, isAway(partner, at: from, beside: member) { continue }
      let growth = change(member, from, to, partner)
      if Double(growth) > threshold * random.unitInterval() {
        _ = change(member, to, from, partner)
      }
    }
  }

  private static func rivals(among members: [SlotChoice.Member]) -> [[Int]] {
    var ofSchool: [Int: [Int]] = [:]
    for (index, member) in members.enumerated() where member.teachers > 0 {
      ofSchool[member.school, default: []].append(index)
    }
    return members.enumerated().map { index, member in
      member.teachers > 0 ? (ofSchool[member.school] ?? []).filter { $0 != index } : []
    }
  }

  /// Whether too many teachers of a member's school would be away if it joined a place.
  private func isAway(_ member: Int, at position: Int, beside partner: Int?) -> Bool {
    if rivals[member].isEmpty { return false }
    let days = places[position].days
    var away = members[member].teachers
    for rival in rivals[member] where rival != partner && place[rival] >= 0 {
      if places[place[rival]].days.overlaps(days) { away += members[rival].teachers }
    }
    return away > members[member].mostAway
  }

  private static var stepsOfRound: Int { 256 }

  /// The factor that takes a threshold to less than one in so many rounds.
  private static func shrink(from threshold: Double, in rounds: Int) -> Double {
    // By halving the interval: no function of the system's is as exact everywhere.
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      var value = threshold
      for _ in 0..<rounds where value > 0.5 { value *= middle }
      if value > 0.5 { high = middle } else { low = middle }
    }
    return low
  }

  /// Makes a change, and says by how much the price grows.
  private mutating func change(_ member: Int, _ from: Int, _ to: Int, _ partner: Int?) -> Int {
    var growth = price(member, at: to) - price(member, at: from) - price(from) - price(to)
    unseat(member)
    if let partner {
      growth += price(partner, at: from) - price(partner, at: to)
      unseat(partner)
      seat(partner, from)
    }
    seat(member, to)
    return growth + price(from) + price(to)
  }
}
