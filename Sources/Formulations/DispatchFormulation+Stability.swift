// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Triples over which stability is written as rows: the rows grow with their number
  /// times the places of an applicant.
  package static let mostTriplesForStability = 2_000

  /// Whether the program says which pairs block.
  package var knowsStability: Bool {
    year.objective.contains { Goal.stability.contains($0) }
      && triples.isComplete && triples.count <= Self.mostTriplesForStability
  }

  /// The goals `blocking-pairs` and `ranks`: a column for each pair that may block, and
  /// rows that make it 1 when it does.
  ///
  /// A pair of an applicant and a place blocks when the applicant is at no place as good
  /// to them (the sum of their triples that are), and somebody worse is there (a chain of
  /// columns by worth), or there is room: no seat, cohort, country or school is taken
  /// up, each said by a column that may be 1 only when it is. The latter is linear
  /// since blocking pairs are as few as can be. Compare the rows of Baïou and Balinski,
  /// "The stable admissions polytope" (2000).
  mutating func addStability() {
    guard knowsStability else { return }
    let preferences = Preferences(of: self)
    let limits = limitColumns()
    let worse = worseColumns(preferences)
    var blocking = Tier(name: Goal.blockingPairs.rawValue, sense: .minimize, terms: [])
    var ranks = Tier(name: Goal.ranks.rawValue, sense: .minimize, terms: [])
    for own in triples.ofApplicant {
      ranks.constant += Int64(own.count)
      for triple in own {
        let better = own.count { preferences.prefers($0, to: triple) }
        if better != own.count {
          ranks.terms.append(Term(column(ofTriple: triple), Int64(better - own.count)))
        }
        let names = [year.applicants[Int(triples.applicants[triple])].id] + id(of: triple)
        let column = program.addColumn(
          named: "blocks(\(names.joined(separator: ",")))", lower: 0, upper: 1, isInteger: true,
          origin: Origin(rule: Goal.blockingPairs.rawValue, subjects: names))
        blocking.terms.append(Term(column, 1))
        let least = own.filter { !preferences.prefers(triple, to: $0) }
        let content = least.map { Term(self.column(ofTriple: $0), 1) }
        if let worse = worse[triple] {
          row(
            Goal.blockingPairs.rawValue, names,
            content + [Term(column, 1), Term(worse, -1)], lower: 0, part: "exchange")
        }
        addRoom(triple, own.filter { preferences.prefers(triple, to: $0) }, content, column, limits)
      }
    }
    objectives[blocking.name] = blocking
    objectives[ranks.name] = ranks
  }

  private func id(of triple: Int) -> [String] { id(ofSlot: Int(triples.slots[triple])) }

  /// Columns that may be 1 only where no seat or place is left.
  private struct LimitColumns {
    var posts: [Column?] = []
    var cohorts: [Column?] = []
    var countries: [Column?] = []
    /// Posts that share a school with each post.
    var rivals: [[Int]] = []
  }

  private mutating func limitColumns() -> LimitColumns {
    var limits = LimitColumns()
    for (index, post) in eligibility.posts.enumerated() {
      let seats = eligibility.slotsOfPost[index].compactMap { seatColumns[$0] }
      limits.posts.append(full([post.id], seats, seats.isEmpty ? nil : post.seatsMax))
    }
    for (index, cohort) in year.cohorts.enumerated() {
      let most = year.rules[.cohortPlaces] == .hard ? cohort.places : nil
      limits.cohorts.append(full([cohort.id], [cohortCounts[index]], most))
    }
    for (index, country) in year.countries.enumerated() {
      let most = year.rules[.countryQuota] == .hard ? country.max : nil
      limits.countries.append(full([country.id], [countryCounts[index]], most))
    }
    var postsOfSchool = [[Int]](repeating: [], count: year.schools.count)
    for (index, post) in eligibility.posts.enumerated() {
      for school in post.schools { postsOfSchool[school].append(index) }
    }
    limits.rivals = eligibility.posts.enumerated().map { index, post in
      Set(post.schools.flatMap { postsOfSchool[$0] }).subtracting([index]).sorted()
    }
    return limits
  }

  /// A column that may be 1 only when some counts reach a limit, if there is one.
  private mutating func full(
    _ subjects: [String], _ counts: [Column], _ limit: Int?
  ) -> Column? {
    guard let limit else { return nil }
    let column = program.addColumn(
      named: "full(\(subjects.joined(separator: ",")))", lower: 0, upper: 1, isInteger: true,
      origin: Origin(rule: Goal.blockingPairs.rawValue, subjects: subjects))
    row(
      Goal.blockingPairs.rawValue, subjects,
      counts.map { Term($0, 1) } + [Term(column, -Int64(limit))], lower: 0, part: "full")
    return column
  }

  /// For each triple a column that is 1 when its place has somebody worth less to it;
  /// nothing where nobody is.
  private mutating func worseColumns(_ preferences: Preferences) -> [Column?] {
    var columns = [Column?](repeating: nil, count: triples.count)
    for slot in triples.ofSlot.indices {
      let levels = Dictionary(grouping: triples.ofSlot[slot].map { Int($0) }) {
        preferences.worths[$0]
      }.sorted { $0.key < $1.key }
      var last: Column?
      for (level, members) in levels.enumerated() {
        for triple in members.value { columns[triple] = last }
        guard level < levels.count - 1 else { break }
        let names = id(ofSlot: slot) + [String(members.key)]
        let column = program.addColumn(
          named: "worse(\(names.joined(separator: ",")))", lower: 0, upper: 1, isInteger: true,
          origin: Origin(rule: Goal.blockingPairs.rawValue, subjects: id(ofSlot: slot)))
        for below in members.value.map({ self.column(ofTriple: $0) }) + (last.map { [$0] } ?? []) {
          row(
            Goal.blockingPairs.rawValue, names, [Term(column, 1), Term(below, -1)], lower: 0,
            part: "worse")
        }
        last = column
      }
    }
    return columns
  }

  /// The rows that make a pair block where there is room.
  ///
  /// The applicant makes room in the cohort and the country they are in.
  private mutating func addRoom(
    _ triple: Int, _ lesser: [Int], _ content: [Term], _ column: Column, _ limits: LimitColumns
  ) {
    let slot = eligibility.slots[Int(triples.slots[triple])]
    let country = year.cohorts[slot.cohort].country
    let post = eligibility.posts[slot.post]
    var taken = [Term(column, 1)]
    if let full = limits.posts[slot.post] { taken.append(Term(full, 1)) }
    for rival in limits.rivals[slot.post] { taken += open(rival) }
    // A post that hosts only two or more has room for one when it hosts already.
    var needed: Int64 = 1
    if post.seatsMin > 1 {
      needed = 0
      taken += open(slot.post).map { Term($0.column, -$0.coefficient) }
    }
    let inCohort = limits.cohorts[slot.cohort].map { [Term($0, 1)] } ?? []
    let inCountry = limits.countries[country].map { [Term($0, 1)] } ?? []
    let names = [year.applicants[Int(triples.applicants[triple])].id] + id(of: triple)
    let rule = Goal.blockingPairs.rawValue
    row(rule, names, taken + content + inCohort + inCountry, lower: needed, part: "room")
    func cohort(of triple: Int) -> Int { eligibility.slots[Int(triples.slots[triple])].cohort }
    func leaving(_ triples: [Int]) -> [Term] {
      triples.map { Term(self.column(ofTriple: $0), -1) }
    }
    let sameCohort = lesser.filter { cohort(of: $0) == slot.cohort }
    if !sameCohort.isEmpty, !(inCohort + inCountry).isEmpty {
      row(rule, names, taken + leaving(sameCohort), lower: needed - 1, part: "within-cohort")
    }
    let sameCountry = lesser.filter {
      cohort(of: $0) != slot.cohort && year.cohorts[cohort(of: $0)].country == country
    }
    if !sameCountry.isEmpty, !inCountry.isEmpty {
      row(
        rule, names, taken + inCohort + leaving(sameCountry), lower: needed - 1,
        part: "within-country")
    }
  }
}

/// What applicants think of places, and places of applicants.
package struct Preferences: Sendable {
  /// What each triple is to its applicant: groups of countries ranked before its own, and
  /// weighted points.
  private let appeals: [(wish: Int, points: Int32)]
  /// What each triple is to its place: weighted points without the applicant's own wish.
  package let worths: [Int32]

  /// - Complexity: Proportional to the triples.
  package init(of formulation: DispatchFormulation) {
    let (year, triples) = (formulation.year, formulation.triples)
    let eligibility = formulation.eligibility
    let weight = Int32(year.weights[.countryWish] ?? 0)
    var appeals: [(wish: Int, points: Int32)] = []
    var worths: [Int32] = []
    appeals.reserveCapacity(triples.count)
    worths.reserveCapacity(triples.count)
    for triple in 0..<triples.count {
      let applicant = Int(triples.applicants[triple])
      let cohort = eligibility.slots[Int(triples.slots[triple])].cohort
      let country = year.cohorts[cohort].country
      let ranks = year.applicants[applicant].countryRanks
      let points = triples.points[triple]
      appeals.append((ranks.firstIndex { $0.contains(country) } ?? ranks.count, points))
      worths.append(points - weight * Int32(eligibility.countryWish(of: applicant, in: country)))
    }
    self.appeals = appeals
    self.worths = worths
  }

  /// Whether an applicant would rather have one of their triples than another.
  package func prefers(_ triple: Int, to other: Int) -> Bool {
    let (one, two) = (appeals[triple], appeals[other])
    return one.wish < two.wish || one.wish == two.wish && one.points > two.points
  }
}
