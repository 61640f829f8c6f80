// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Walks the tree of plans with counters that go up and down by one.
struct ExhaustiveSearch {
  let tables: SearchTables
  private let goals: [Goal]
  private let hasBaseline: Bool
  private let bounding: Bool
  private let leafLimit: Int

  /// Triple of each applicant, −1 when unplaced.
  private(set) var choice: [Int]
  private(set) var counts: [Int]
  private(set) var postCounts: [Int]
  private(set) var hosting: UInt64 = 0
  /// Priced units that a deeper plan keeps.
  private(set) var penalty = 0
  private var filled = 0
  private var points = 0
  private var changes = 0

  /// Most that the applicants from a depth on can add.
  private var filledLeft: [Int]
  private var pointsLeft: [Int]
  /// 1 for applicants whom the baseline places.
  private var wasPlaced: [Int]

  private(set) var hasBest = false
  /// Values of the best plan by tier, shares one by one; larger is better.
  private var best: [Int] = []
  private var candidate: [Int] = []
  private(set) var bestChoice: [Int] = []
  private(set) var leaves = 0
  private(set) var feasiblePlans = 0

  init(_ tables: SearchTables, bounding: Bool, leafLimit: Int) {
    self.tables = tables
    self.bounding = bounding
    self.leafLimit = leafLimit
    let year = tables.year
    hasBaseline = tables.oracle.baseline != nil
    goals = year.objective.filter { $0 != .changes || tables.oracle.baseline != nil }
    choice = Array(repeating: -1, count: year.applicants.count)
    counts = Array(repeating: 0, count: tables.counterCount)
    postCounts = Array(repeating: 0, count: tables.postMasks.count)
    wasPlaced = year.applicants.indices.map { tables.oracle.earlier($0) == nil ? 0 : 1 }
    filledLeft = Array(repeating: 0, count: year.applicants.count + 1)
    pointsLeft = filledLeft
    for applicant in year.applicants.indices.reversed() {
      let own = tables.choices[applicant].map { tables.triples[$0] }
      filledLeft[applicant] = filledLeft[applicant + 1] + (own.map(\.filled).max() ?? 0)
      pointsLeft[applicant] = pointsLeft[applicant + 1] + (own.map(\.points).max() ?? 0)
    }
  }

  mutating func run() {
    visit(0)
  }

  // MARK: - The tree

  private mutating func visit(_ applicant: Int) {
    guard leaves <= leafLimit else { return }
    if bounding, hasBest, isHopeless(from: applicant) { return }
    guard applicant < choice.count else {
      judge()
      return
    }
    for position in tables.choices[applicant].indices {
      let triple = tables.choices[applicant][position]
      if place(applicant, triple) {
        visit(applicant + 1)
        remove(applicant, triple)
      }
    }
    guard !tables.mustBePlaced[applicant] else { return }
    for partner in tables.earlierTogether[applicant] where choice[partner] >= 0 { return }
    let left = hasBaseline ? wasPlaced[applicant] : 0
    changes += left
    visit(applicant + 1)
    changes -= left
  }

  /// Takes the triple unless something that stays forbids it.
  private mutating func place(_ applicant: Int, _ index: Int) -> Bool {
    let (post, city) = (tables.triples[index].post, tables.triples[index].city)
    if postCounts[post] == 0 {
      guard hosting & tables.postMasks[post] == 0 else { return false }
    } else if postCounts[post] >= tables.seatsMax[post] {
      return false
    }
    for counter in tables.triples[index].counters where counts[counter] >= tables.limits[counter] {
      return false
    }
    for partner in tables.earlierTogether[applicant] {
      guard choice[partner] >= 0 else { return false }
      let other = tables.triples[choice[partner]]
      guard other.city == city, other.cohort == tables.triples[index].cohort else { return false }
    }
    for partner in tables.earlierApart[applicant] where choice[partner] >= 0 {
      guard tables.triples[choice[partner]].city != city else { return false }
    }
    choice[applicant] = index
    count(index, step: 1)
    if postCounts[post] == 1 {
      hosting |= tables.postMasks[post]
      penalty += tables.postPenalties[post]
    }
    return true
  }

  private mutating func remove(_ applicant: Int, _ index: Int) {
    let post = tables.triples[index].post
    choice[applicant] = -1
    count(index, step: -1)
    if postCounts[post] == 0 {
      hosting &= ~tables.postMasks[post]
      penalty -= tables.postPenalties[post]
    }
  }

  private mutating func count(_ index: Int, step: Int) {
    for counter in tables.triples[index].counters { counts[counter] += step }
    postCounts[tables.triples[index].post] += step
    penalty += step * tables.triples[index].penalty
    filled += step * tables.triples[index].filled
    points += step * tables.triples[index].points
    changes += step * tables.triples[index].changes
  }

  /// Whether no plan below can be better than the best one.
  ///
  /// Units counted so far stay, and nobody adds more than its best triple. Of
  /// `fairness` and of stability nothing is known before the end, so later goals do not
  /// count.
  private func isHopeless(from applicant: Int) -> Bool {
    var position = 0
    for goal in goals {
      let hoped: Int
      switch goal {
      case .penalties: hoped = -penalty
      case .filled: hoped = filled + filledLeft[applicant]
      case .points: hoped = points + pointsLeft[applicant]
      case .changes: hoped = -changes
      // Whoever is decided stays; of the others nothing is known.
      case .moved: hoped = -moved(before: applicant)
      case .dropped: hoped = -dropped(before: applicant)
      case .weighted:
        hoped =
          tables.year.filledWeight * (filled + filledLeft[applicant])
          + points + pointsLeft[applicant]
      case .fairness, .blockingPairs, .ranks: return false
      }
      if hoped != best[position] { return hoped < best[position] }
      position += 1
    }
    return true
  }

  /// Of the first applicants, how many do not have what was announced to them.
  func moved(before end: Int) -> Int {
    tables.announced.count { applicant, kept in
      applicant < end && !kept.contains(choice[applicant])
    }
  }

  /// Of the first applicants, how many have no placement although one was announced.
  private func dropped(before end: Int) -> Int {
    tables.announced.count { applicant, _ in applicant < end && choice[applicant] < 0 }
  }

  // MARK: - Complete plans

  private mutating func judge() {
    leaves += 1
    guard let rest = latePenalties() else { return }
    feasiblePlans += 1
    candidate.removeAll(keepingCapacity: true)
    var stability: (blocking: Int, ranks: Int)?
    var isBetter = !hasBest
    for goal in goals {
      let start = candidate.count
      switch goal {
      case .penalties: candidate.append(-(penalty + rest))
      case .filled: candidate.append(filled)
      case .fairness: appendShares()
      case .points: candidate.append(points)
      case .changes: candidate.append(-changes)
      case .moved: candidate.append(-moved(before: choice.count))
      case .dropped: candidate.append(-dropped(before: choice.count))
      case .weighted: candidate.append(tables.year.filledWeight * filled + points)
      case .blockingPairs: candidate.append(-known(&stability).blocking)
      case .ranks: candidate.append(-known(&stability).ranks)
      }
      var position = start
      while !isBetter, position < candidate.count {
        if candidate[position] < best[position] { return }
        isBetter = candidate[position] > best[position]
        position += 1
      }
    }
    guard isBetter else { return }
    hasBest = true
    best = candidate
    bestChoice = choice
  }

  /// How far the plan at hand is from a stable one, worked out once.
  private func known(_ stability: inout (blocking: Int, ranks: Int)?) -> (
    blocking: Int, ranks: Int
  ) {
    if let stability { return stability }
    let plan = choice.filter { $0 >= 0 }.map { tables.placements[$0] }
    let found = tables.oracle.stability(of: plan)
    stability = (found.blocking.count, found.ranks)
    return (found.blocking.count, found.ranks)
  }

  private mutating func appendShares() {
    var start = candidate.count
    for country in tables.countryPlaces.indices where tables.countryPlaces[country] > 0 {
      let placed = counts[tables.countryCounter(country)]
      candidate.append(min(10_000, 10_000 * placed / tables.countryPlaces[country]))
    }
    candidate[start...].sort()
    start = candidate.count
    for area in tables.areaMasks {
      candidate.append(10_000 * (hosting & area).nonzeroBitCount / area.nonzeroBitCount)
    }
    candidate[start...].sort()
  }
}
