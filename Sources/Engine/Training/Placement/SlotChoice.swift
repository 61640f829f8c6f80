// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Which of the possible sessions of one pattern take place, and who joins which.
///
/// How many there are, and who joins one of them, is given. What is chosen is when and
/// where: first so that everybody can come and there is room, then by the planner's goals
/// (`mixing`, `cost`, `months`), looked at one by one: in how many sessions a country can
/// be is the size of a matching between its groups and the sessions, a fare the least of
/// the sessions a group can join. Sessions are exchanged one at a time as long as that
/// helps (a descent over one exchange).
struct SlotChoice {
  /// A possible session.
  struct Slot {
    var session: Int
    var site: Int
    /// Numbers of its days.
    var days: ClosedRange<Int>
    /// The same with those on which no other of its country may begin.
    var spacedDays: ClosedRange<Int>
    /// About how many people there is room for.
    var most: Int
    /// About how many people, and classes of how many, the site has room for at a time.
    var beds: Int
    var classes: Int
    var classSize: Int
    /// Yen for the journey of a person, by the number of the country here.
    var fares: [Int64]
  }

  /// A group that is to join one of them.
  struct Member {
    /// Its class.
    var group: Int
    /// Number of its country here.
    var country: Int
    var people: Int
    var weight: Int64
    var students: Int
    var leaders: Int
    /// Its school, the teachers of it who come, and how many of them may be away at a
    /// time; no teachers where nobody counts them.
    var school: Int
    var teachers: Int
    var mostAway: Int
  }

  let slots: [Slot]
  let members: [Member]
  /// Members of each country.
  private let membersOfCountry: [[Int]]
  /// By slot, then by member: 0 it cannot come, 1 it can, 2 it can and likes the month.
  private let fits: [UInt8]
  private let leastPeople: Int
  /// Whether two sessions of the pattern keep their distance.
  private let keepsDistance: Bool
  private let goals: [TrainingGoal]
  /// Indices into the slots.
  private(set) var chosen: [Int]

  /// - Parameters:
  ///   - slots: Possible sessions.
  ///   - members: Who is to join.
  ///   - chosen: Slots to begin with.
  ///   - leastPeople: Fewest people in a session.
  ///   - keepsDistance: Whether their spaced days may not overlap.
  ///   - goals: The goals that matter, in order.
  ///   - fit: Whether a member can join a slot's session, and likes the time.
  init(
    _ slots: [Slot], _ members: [Member], chosen: [Int], leastPeople: Int, keepsDistance: Bool,
    goals: [TrainingGoal], fit: (_ slot: Slot, _ member: Member) -> UInt8
  ) {
    self.slots = slots
    self.members = members
    self.chosen = chosen
    self.leastPeople = leastPeople
    self.keepsDistance = keepsDistance
    self.goals = goals
    let countries = (members.map(\.country).max() ?? -1) + 1
    var ofCountry = [[Int]](repeating: [], count: countries)
    for (index, member) in members.enumerated() { ofCountry[member.country].append(index) }
    membersOfCountry = ofCountry
    fits = slots.flatMap { slot in members.map { fit(slot, $0) } }
  }

  /// Adds sessions until there are as many as asked for, each the one that helps most.
  ///
  /// - Parameter count: How many there should be.
  /// - Complexity: O(count² × slots × members).
  mutating func fillUp(to count: Int) {
    while chosen.count < count {
      var best: (score: [Int64], slot: Int)?
      for candidate in slots.indices where mayStand(candidate, at: chosen.count) {
        let score = score(chosen + [candidate])
        if best.map({ score.lexicographicallyPrecedes($0.score) }) ?? true {
          best = (score, candidate)
        }
      }
      guard let best else { return }
      chosen.append(best.slot)
    }
  }

  /// By place and member: 0 it cannot come, 1 it can, 2 it can and likes the month.
  var fitsOfChosen: [[UInt8]] {
    chosen.map { Array(fits[$0 * members.count..<($0 + 1) * members.count]) }
  }

  /// Exchanges sessions one at a time as long as the choice becomes better.
  ///
  /// - Parameter isOver: Asked before each session; true ends it.
  /// - Complexity: O(chosen² × slots × members) for each round, of which a few are needed.
  mutating func improve(isOver: () -> Bool) {
    var best = score(chosen)
    var goesOn = true
    while goesOn {
      goesOn = false
      for place in chosen.indices {
        if isOver() { return }
        var trial = chosen
        for candidate in slots.indices where mayStand(candidate, at: place) {
          trial[place] = candidate
          let score = score(trial)
          guard score.lexicographicallyPrecedes(best) else { continue }
          best = score
          chosen = trial
          goesOn = true
        }
      }
    }
  }

  /// Whether a slot may take a place beside the others that are chosen.
  private func mayStand(_ slot: Int, at place: Int) -> Bool {
    for (position, other) in chosen.enumerated() {
      if other == slot { return false }
      if keepsDistance, position != place,
        slots[slot].spacedDays.overlaps(slots[other].spacedDays)
      {
        return false
      }
    }
    return true
  }

  // MARK: - How good a choice is

  /// What a choice is worth, goal by goal; the lexicographically smallest is the best.
  private func score(_ chosen: [Int]) -> [Int64] {
    var outside: Int64 = 0
    var fares: Int64 = 0
    var unloved: Int64 = 0
    for (index, member) in members.enumerated() {
      var fare = Int64.max
      var fit: UInt8 = 0
      for slot in chosen {
        let here = fits[slot * members.count + index]
        if here == 0 { continue }
        fit = max(fit, here)
        fare = min(fare, slots[slot].fares[member.country])
      }
      let people = Int64(member.people)
      if fit == 0 { outside += member.weight } else { fares += fare * people }
      if fit < 2 { unloved += people }
    }
    var score = [outside, Int64(shortage(chosen))]
    for goal in goals {
      switch goal {
      case .mixing: score.append(-Int64(presences(chosen)))
      case .cost: score.append(fares)
      case .months: score.append(unloved)
      default: break
      }
    }
    score.append(Int64(crowding(chosen)))
    return score
  }

  /// People for whom there is no room, as far as the sizes of the sessions and what they
  /// take of a site at a time say, all of them being equally large.
  private func shortage(_ chosen: [Int]) -> Int {
    let people = members.reduce(0) { $0 + $1.people }
    let size = max(leastPeople, (people + chosen.count - 1) / max(1, chosen.count))
    var shortage = max(0, people - chosen.reduce(0) { $0 + min(slots[$1].most, people) })
    for slot in chosen {
      let here = slots[slot]
      let beside = chosen.count {
        slots[$0].site == here.site && slots[$0].days.contains(here.days.lowerBound)
      }
      let classes = (size + here.classSize - 1) / here.classSize
      shortage += max(0, beside * size - here.beds)
      shortage += max(0, beside * classes - here.classes) * here.classSize
    }
    return shortage
  }

  /// Pairs of sessions that share a site on some day.
  private func crowding(_ chosen: [Int]) -> Int {
    var pairs = 0
    for (position, slot) in chosen.enumerated() {
      for other in chosen[..<position]
      where slots[slot].site == slots[other].site && slots[slot].days.overlaps(slots[other].days) {
        pairs += 1
      }
    }
    return pairs
  }

  /// In how many of the sessions countries can be, summed over the countries.
  private func presences(_ chosen: [Int]) -> Int {
    membersOfCountry.reduce(0) { sum, members in
      sum + matching(chosen, members).count { $0 >= 0 }
    }
  }

  /// A largest matching between sessions and members of a country: for each of the
  /// members a place among those chosen, or -1. (Augmenting paths; Kuhn 1955.)
  private func matching(_ chosen: [Int], _ members: [Int]) -> [Int] {
    var place = [Int](repeating: -1, count: members.count)
    var seen = [Int](repeating: -1, count: members.count)
    for start in chosen.indices {
      _ = augment(start, chosen, members, &place, &seen, round: start)
    }
    return place
  }

  private func augment(
    _ session: Int, _ chosen: [Int], _ members: [Int], _ place: inout [Int], _ seen: inout [Int],
    round: Int
  ) -> Bool {
    let row = chosen[session] * self.members.count
    for (position, member) in members.enumerated()
    where place[position] < 0 && fits[row + member] > 0 {
      place[position] = session
      return true
    }
    for (position, member) in members.enumerated()
    where seen[position] != round && fits[row + member] > 0 {
      seen[position] = round
      if augment(place[position], chosen, members, &place, &seen, round: round) {
        place[position] = session
        return true
      }
    }
    return false
  }

  // MARK: - Who joins which

  /// Gives the members sessions: first one group of each country for each session, as far
  /// as that is possible, then whoever has least choice.
  ///
  /// - Returns: For each chosen slot the members that join it; members for whom there is no
  ///   room are in none.
  func assignment() -> [[Int]] {
    var seats = [[Int]](repeating: [], count: chosen.count)
    var people = [Int](repeating: 0, count: chosen.count)
    var isSeated = [Bool](repeating: false, count: members.count)
    func seat(_ member: Int, _ place: Int) {
      seats[place].append(member)
      people[place] += members[member].people
      isSeated[member] = true
    }
    if goals.contains(.mixing) {
      for ofCountry in membersOfCountry.sorted(by: {
        ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0)
      }) {
        for (member, place) in zip(ofCountry, matching(chosen, ofCountry))
        where place >= 0 && people[place] + members[member].people <= slots[chosen[place]].most {
          seat(member, place)
        }
      }
    }
    let choices = members.indices.map { member in
      chosen.count { fits[$0 * members.count + member] > 0 }
    }
    let rest = members.indices.filter { !isSeated[$0] }.sorted {
      (choices[$0], -members[$0].people, $0) < (choices[$1], -members[$1].people, $1)
    }
    for member in rest {
      let possible = chosen.indices.filter { place in
        fits[chosen[place] * members.count + member] > 0
          && people[place] + members[member].people <= slots[chosen[place]].most
      }
      let best = possible.min { left, right in
        rank(member, left, people[left]).lexicographicallyPrecedes(
          rank(member, right, people[right]))
      }
      if let best { seat(member, best) }
    }
    return seats
  }

  /// What speaks against a seat.
  private func rank(_ member: Int, _ place: Int, _ people: Int) -> [Int64] {
    let slot = slots[chosen[place]]
    var rank: [Int64] = [people < leastPeople ? 0 : 1]
    for goal in goals {
      switch goal {
      case .cost: rank.append(slot.fares[members[member].country])
      case .months: rank.append(fits[chosen[place] * members.count + member] > 1 ? 0 : 1)
      default: break
      }
    }
    return rank + [Int64(people), Int64(place)]
  }
}
