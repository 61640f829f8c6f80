// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom
internal import Testing

@testable import Engine

@Suite("Who joins which of the chosen sessions")
struct SlotSeatingTests {
  private struct Case {
    var places: [SlotSeating.Place]
    var members: [SlotChoice.Member]
  }

  /// Two or three sessions and up to six groups of one or two people.
  private func randomCase(seed: UInt64) -> Case {
    var random = SplitMix64(seed: seed)
    let members = (0..<random.within(3...6)).map { index in
      SlotChoice.Member(
        group: index, country: random.below(3), people: random.within(1...2), weight: 1,
        students: 0, leaders: 0, school: random.below(3), teachers: 1, mostAway: 1)
    }
    let places = (0..<random.within(2...3)).map { index in
      SlotSeating.Place(
        most: random.within(3...6), least: random.within(1...2), leastCountries: 1,
        studentsPerLeader: 0, isMixed: random.chance(percent: 80),
        costs: (0..<3).map { _ in random.within(50...60) },
        fits: members.map { _ in random.pick([0, 1, 2, 2]) },
        days: index * 5...(index * 5 + random.within(3...6)))
    }
    return Case(places: places, members: members)
  }

  /// What an assignment lacks and is worth; nothing when it is not allowed.
  private func worth(_ place: [Int], _ given: Case) -> [Int]? {
    var lack = 0
    var countries = 0
    var cost = 0
    var unloved = 0
    for (position, asked) in given.places.enumerated() {
      let here = place.indices.filter { place[$0] == position }
      let people = here.reduce(0) { $0 + given.members[$1].people }
      let present = Set(here.map { given.members[$0].country }).count
      lack += max(0, people - asked.most) + max(0, asked.least - people) + max(0, 1 - present)
      if asked.isMixed { countries += present }
      for member in here {
        guard asked.fits[member] > 0 else { return nil }
        cost += asked.costs[given.members[member].country] * given.members[member].people
        if asked.fits[member] < 2 { unloved += given.members[member].people }
        for other in here where other != member {
          if given.members[other].school == given.members[member].school { return nil }
        }
        for other in place.indices where place[other] >= 0 && place[other] != position {
          let rival = given.members[other]
          if rival.school == given.members[member].school,
            given.places[place[other]].days.overlaps(asked.days)
          {
            return nil
          }
        }
      }
    }
    return [lack, -countries, cost, unloved]
  }

  /// The best of all assignments of those who can join something.
  private func best(_ given: Case) -> [Int]? {
    var best: [Int]?
    func extend(_ place: [Int]) {
      let member = place.count
      if member == given.members.count {
        if let worth = worth(place, given),
          best.map({ worth.lexicographicallyPrecedes($0) }) ?? true
        {
          best = worth
        }
        return
      }
      let possible = given.places.indices.filter { given.places[$0].fits[member] > 0 }
      for position in possible.isEmpty ? [-1] : possible { extend(place + [position]) }
    }
    extend([])
    return best
  }

  @Test("are seldom worse off than in the best of all ways, and never beside a rule")
  func nearlyBest() {
    var compared = 0
    var reached = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let given = randomCase(seed: seed)
      // Begins where everybody may be, if there is such a place at all.
      guard let best = best(given) else { continue }
      var seating = SlotSeating(
        given.places, given.members, goals: [.mixing, .cost, .months],
        seats: given.places.map { _ in [] })
      seating.improve(steps: 20_000, seed: 7) { false }
      guard let found = worth(seating.place, given) else { continue }
      compared += 1
      #expect(!found.lexicographicallyPrecedes(best), "seed \(seed)")
      if found == best { reached += 1 }
    }
    #expect(compared >= 20)
    #expect(reached * 10 >= compared * 9, "\(reached) of \(compared)")
  }

  @Test("is the same each time")
  func repeats() {
    let given = randomCase(seed: 3)
    let places = (0..<2).map { _ in
      var seating = SlotSeating(
        given.places, given.members, goals: [.mixing, .cost], seats: given.places.map { _ in [] })
      seating.improve(steps: 5_000, seed: 1) { false }
      return seating.place
    }
    #expect(places[0] == places[1])
  }
}
