// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme

/// An applicant at a post, with the cohorts that may have him there.
struct Seated: Sendable {
  var applicant: Int
  var post: Int
  var points: Int
  /// A bit each.
  var cohorts: UInt64
  var cohort = -1
}

/// Chooses cohorts for people whose posts are settled.
///
/// A flow respects the places of cohorts and keeps the cohorts of a city together
/// as far as people may; swaps then see to it that nobody is alone.
struct CohortSplit {
  private let year: ProgrammeYear
  private let neighbours: SchoolNeighbours
  private let posts: [Post]
  private let others: Int
  private var seated: [Seated]
  /// The members of each cohort at each base.
  private var members: [[Int: [Int]]]

  init(_ scan: PostScan, neighbours: SchoolNeighbours, _ seated: [Seated]) {
    year = scan.eligibility.year
    posts = scan.eligibility.posts
    self.neighbours = neighbours
    self.seated = seated
    others = year.rules[.companions] == .off ? 0 : year.rules.companions.others
    members = Array(repeating: [:], count: year.cohorts.count)
  }

  /// Chooses.
  ///
  /// - Parameter together: Pairs among the seated who share a cohort.
  /// - Returns: The seated with their cohorts, less those for whom no cohort has a
  ///   place.
  mutating func run(together: [(Int, Int)]) -> [Seated] {
    var room = year.cohorts.map(\.places)
    if year.rules[.cohortPlaces] == .off { room = room.map { _ in seated.count } }
    let home = homeCohorts(room)
    for (first, second) in together {
      let shared = seated[first].cohorts & seated[second].cohorts
      let wish = home[base(first)] ?? -1
      let best = Engine.cohorts(of: shared).filter { room[$0] >= 2 }.max {
        ($0 == wish ? Int.max : room[$0], -$0) < ($1 == wish ? Int.max : room[$1], -$1)
      }
      guard let best else { continue }
      room[best] -= 2
      seated[first].cohort = best
      seated[second].cohort = best
    }
    let free = seated.indices.filter { seated[$0].cohort < 0 }
    var people: [Int32] = []
    var places: [Int32] = []
    var values: [Int] = []
    for (position, member) in free.enumerated() {
      for cohort in Engine.cohorts(of: seated[member].cohorts) {
        people.append(Int32(position))
        places.append(Int32(cohort))
        values.append(home[base(member)] == cohort ? 1 : 0)
      }
    }
    let assignment = try? SparseAssignment(
      personLimits: Array(repeating: 1, count: free.count), placeLimits: room, people: people,
      places: places, values: values)
    for pair in assignment?.best(.mostPairsThenGreatestValue).pairs ?? [] {
      seated[free[Int(people[pair])]].cohort = Int(places[pair])
    }
    for member in seated.indices where seated[member].cohort >= 0 { enter(member) }
    let isBound = Set(together.flatMap { [$0.0, $0.1] })
    for _ in 0..<3 where mend(isBound) == 0 { break }
    return seated.filter { $0.cohort >= 0 }
  }

  private func base(_ member: Int) -> Int { posts[seated[member].post].base }

  /// The cohort that each base's people join if they may: areas and cities in
  /// order fill one cohort after the other.
  private func homeCohorts(_ room: [Int]) -> [Int: Int] {
    var countOfBase: [Int: Int] = [:]
    for member in seated.indices { countOfBase[base(member), default: 0] += 1 }
    let bases = countOfBase.keys.sorted {
      let (left, right) = (year.schools[$0], year.schools[$1])
      return (left.country, left.area, left.city, $0) < (right.country, right.area, right.city, $1)
    }
    var left = room
    var home: [Int: Int] = [:]
    var cityHome: [String: Int] = [:]
    for base in bases {
      let school = year.schools[base]
      let key = "\(school.country)/\(school.area)/\(school.city)"
      var cohort = cityHome[key] ?? -1
      if cohort < 0 || left[cohort] <= 0 {
        cohort =
          year.cohorts.indices.filter { year.cohorts[$0].country == school.country }
          .first { left[$0] > 0 } ?? cohort
        cityHome[key] = cohort
      }
      guard cohort >= 0 else { continue }
      left[cohort] -= countOfBase[base] ?? 0
      home[base] = cohort
    }
    return home
  }

  private mutating func enter(_ member: Int) {
    members[seated[member].cohort][base(member), default: []].append(member)
  }

  private mutating func leave(_ member: Int) {
    members[seated[member].cohort][base(member)]?.removeAll { $0 == member }
  }

  /// How many of a cohort are at a base and near it.
  private func company(at base: Int, in cohort: Int) -> Int {
    neighbours[base].reduce(members[cohort][base]?.count ?? 0) {
      $0 + (members[cohort][$1]?.count ?? 0)
    }
  }

  private func isLonely(_ member: Int) -> Bool {
    company(at: base(member), in: seated[member].cohort) - 1 < others
  }

  private mutating func move(_ member: Int, to cohort: Int) {
    leave(member)
    seated[member].cohort = cohort
    enter(member)
  }

  /// Goes through those who are alone once.
  ///
  /// - Returns: How many are left.
  private mutating func mend(_ isBound: Set<Int>) -> Int {
    guard others > 0 else { return 0 }
    let alone = seated.indices.filter { seated[$0].cohort >= 0 && isLonely($0) }
    for member in alone where isLonely(member) {
      if !isBound.contains(member), swap(member, isBound, into: nil) { continue }
      // Somebody near by joins him instead.
      let cohort = seated[member].cohort
      for place in [base(member)] + neighbours[base(member)] {
        let guests = year.cohorts.indices.filter { $0 != cohort }
          .flatMap { members[$0][place] ?? [] }.sorted()
        let guest = guests.first {
          !isBound.contains($0) && seated[$0].cohorts >> UInt64(cohort) & 1 != 0
        }
        if let guest, swap(guest, isBound, into: cohort) { break }
      }
    }
    return seated.indices.count { seated[$0].cohort >= 0 && isLonely($0) }
  }

  /// Moves somebody to another cohort, in exchange for somebody from there if it is
  /// full, if fewer are alone afterwards.
  private mutating func swap(_ member: Int, _ isBound: Set<Int>, into wanted: Int?) -> Bool {
    let from = seated[member].cohort
    let targets =
      wanted.map { [$0] } ?? Engine.cohorts(of: seated[member].cohorts).filter { $0 != from }
    for target in targets {
      if wanted == nil, company(at: base(member), in: target) < others { continue }
      let size = members[target].values.reduce(0) { $0 + $1.count }
      if size < year.cohorts[target].places {
        if improves([(member, target)]) { return true }
        continue
      }
      let partners = members[target].keys.sorted().flatMap { members[target][$0] ?? [] }
      var tries = 0
      for partner in partners
      where !isBound.contains(partner) && seated[partner].cohorts >> UInt64(from) & 1 != 0 {
        tries += 1
        if tries > 60 { break }
        if improves([(member, target), (partner, from)]) { return true }
      }
    }
    return false
  }

  /// Makes moves, and takes them back unless fewer are alone.
  private mutating func improves(_ moves: [(member: Int, cohort: Int)]) -> Bool {
    var places: Set<[Int]> = []
    for move in moves {
      for cohort in [seated[move.member].cohort, move.cohort] {
        for place in [base(move.member)] + neighbours[base(move.member)] {
          places.insert([cohort, place])
        }
      }
    }
    func count() -> Int {
      places.reduce(0) { sum, key in
        guard let here = members[key[0]][key[1]], !here.isEmpty else { return sum }
        return company(at: key[1], in: key[0]) - 1 < others ? sum + here.count : sum
      }
    }
    let before = count()
    let earlier = moves.map { ($0.member, seated[$0.member].cohort) }
    for move in moves { self.move(move.member, to: move.cohort) }
    if count() < before { return true }
    for (member, cohort) in earlier { move(member, to: cohort) }
    return false
  }
}
