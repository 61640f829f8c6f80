// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

/// Dispatch as an integer program, as `docs/formulations/dispatch.md` states it.
///
/// Structural columns (seats filled in a slot, counts, violations) come first,
/// then one column for each eligible triple, in the order of `triples`. Solvers
/// may leave triple columns out until their reduced cost calls for them.
package struct DispatchFormulation: Sendable {
  package let eligibility: DispatchEligibility
  package let triples: TripleTable
  package internal(set) var program = IntegerProgram()
  /// The program without triples: slots are filled by nobody in particular.
  ///
  /// A relaxation. Its columns are the first of `program`.
  package internal(set) var structure = IntegerProgram()
  /// Partners in each slot; none for slots nobody can fill.
  package internal(set) var seatColumns: [Column?] = []
  /// The first triple's column; the others follow.
  package internal(set) var firstTripleColumn = 0
  /// The groups of the fairness tiers.
  package internal(set) var fairnessGroups: [FairnessGroup] = []
  /// Objectives of the tiers that are one linear function, by tier name.
  package internal(set) var objectives: [String: Tier] = [:]

  // Material of the row families, dropped or kept as it is cheap.
  let usableSlots: [Bool]
  /// Columns that count placements by who is placed, not only by where.
  package internal(set) var peopleCounts: [Column] = []
  /// Whether each post is open; none where seats say so themselves.
  package internal(set) var openColumns: [Column?] = []
  var switchColumns: [Column?] = []
  /// Partners of each cohort, and in each country.
  package internal(set) var cohortCounts: [Column] = []
  package internal(set) var countryCounts: [Column] = []
  var penaltyTerms: [Term] = []
  /// Who loses an announced placement; nobody's where neither a goal nor a rule asks.
  var lossColumns: [Column] = []
  /// Who has no placement although one was announced; nobody's where no goal asks.
  var dropColumns: [Column] = []
  /// Rows that hold triple columns; added once the triple columns exist.
  var pendingRows: [PendingRow] = []
  /// What rows ask of triples that are no columns.
  package internal(set) var peopleRows: [PeopleRow] = []
  /// Sets of applicants in cohorts that these rows speak of, by applicant × cohort.
  var personSets: [[Bool]] = []
  var selectedPeople: [[Selector.Condition]: SelectedPeople] = [:]

  package var year: ProgrammeYear { eligibility.year }

  /// Formulates the dispatch of a year.
  ///
  /// - Parameters:
  ///   - year: A checked programme year.
  ///   - baseline: Earlier placements to stay near to.
  ///   - threads: On how many threads to look for triples.
  ///   - servable: Schools, by index, that hold back new schools if they renew; without it
  ///     those that somebody can be brought to.
  /// - Complexity: O(*t* + *s* · *n*), where *t* is the number of eligible
  ///   triples, *s* of slots, and *n* of slots within the companions' distance.
  package init(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil, threads: Int = 1,
    servable: Set<Int>? = nil
  ) {
    let eligibility = DispatchEligibility(year, baseline: baseline)
    self.init(
      eligibility, TripleTable(eligibility, threads: threads), hasBaseline: baseline != nil,
      servable: servable)
  }

  /// Formulates the dispatch over given triples.
  ///
  /// The structure is the same whatever the triples. Where they are not all there
  /// are, `peopleRows` say what the others would have in which rows.
  ///
  /// - Parameters:
  ///   - eligibility: Who may go where.
  ///   - triples: The triples that become columns.
  ///   - hasBaseline: Whether there is an earlier plan to stay near to.
  ///   - servable: Schools, by index, that hold back new schools if they renew; without it
  ///     those that somebody can be brought to.
  package init(
    _ eligibility: DispatchEligibility, _ triples: TripleTable, hasBaseline: Bool,
    servable: Set<Int>? = nil
  ) {
    self.eligibility = eligibility
    self.triples = triples
    usableSlots = triples.candidates.map { $0 > 0 }
    addSeats()
    addCounts()
    addCohortPlaces()
    addCountryQuotas()
    addTrackQuotas()
    addBudgets()
    addPredeparture()
    addPostRules()
    addRotation(servable)
    addCompanions()
    addPins()
    addLosses()
    addDrops()
    addQuotas()
    addTogether()
    addApart()
    addFairnessGroups()
    addPlacementPenalties()
    addTripleColumns()
    addObjectives(hasBaseline: hasBaseline)
    addStability()
  }

  /// Schools, by index, that somebody can be brought to.
  package var servableSchools: Set<Int> {
    Set(
      eligibility.slots.indices.filter { seatColumns[$0] != nil }.flatMap {
        eligibility.posts[eligibility.slots[$0].post].schools
      })
  }

  /// The columns of the triples.
  package var tripleColumns: Range<Int> {
    firstTripleColumn..<firstTripleColumn + triples.count
  }

  /// Structural columns that decide beside the seats: open posts, company, renewals.
  ///
  /// Counts and violations are whole as soon as these and seats are.
  package var switches: [Column] { (openColumns + switchColumns).compactMap { $0 } }

  /// The column of a triple.
  package func column(ofTriple triple: Int) -> Column {
    Column(index: firstTripleColumn + triple)
  }
}

/// A country or an area whose fill share is compared.
package struct FairnessGroup: Sendable {
  /// `fairness-countries` or `fairness-areas`.
  package var tier: String
  /// Identifiers: the country, or the country and the area.
  package var subjects: [String]
  /// Placements, or hosting schools.
  package var column: Column
  /// Places, or schools; 1 or more.
  package var denominator: Int

  /// The share in basis points, at most 10,000.
  package func share(_ numerator: Int64) -> Int {
    min(10_000, Int(numerator) * 10_000 / denominator)
  }

  /// The least numerator whose share reaches a threshold.
  package func numerator(reaching threshold: Int) -> Int64 {
    Int64((threshold * denominator + 9_999) / 10_000)
  }
}

/// A row that waits for the triple columns.
struct PendingRow {
  var name: String
  var origin: Origin
  var terms: [Term] = []
  var triples: [(triple: Int32, coefficient: Int64)] = []
  var lower: Int64?
  var upper: Int64?
  /// Which triples are in the row, unless it speaks of applicants by name.
  var scope: PeopleRow.Scope?
}

/// A row of the program that holds triples by a rule, so that one can tell the
/// coefficient of a triple that is no column.
///
/// Rows that speak of applicants by name are not among them: those applicants have
/// all their triples in the program.
package struct PeopleRow: Sendable {
  /// Which triples are in the row.
  enum Scope: Sendable {
    /// Those of a slot.
    case slot(Int)
    case applicant(Int)
    /// Those of a set of applicants in some slots.
    case selected(set: Int, slots: [Int], coefficient: Int64)
    /// Those in a country, with their penalties.
    case penalties(country: Int)
  }

  package var row: IntegerProgram.Row
  var scope: Scope
}

// MARK: - Small tools of the row families

extension DispatchFormulation {
  /// A column for units of violation of a soft rule.
  ///
  /// No plan breaks the rule by more than `upper`: every column has finite
  /// bounds, so that any row prices prove something.
  mutating func violation(
    of rule: String, penalty: Int, upper: Int64, _ subjects: String...
  ) -> Column {
    let column = program.addColumn(
      named: "violation(\(([rule] + subjects).joined(separator: ",")))", lower: 0, upper: upper,
      isInteger: true, origin: Origin(rule: rule, subjects: subjects))
    penaltyTerms.append(Term(column, Int64(penalty)))
    return column
  }

  /// The greatest value of a sum of columns whose coefficients are positive.
  func greatest(_ terms: [Term]) -> Int64 {
    terms.reduce(0) { sum, term in
      sum + term.coefficient * (program.bounds(of: term.column).upper ?? 0)
    }
  }

  mutating func row(
    _ rule: String, _ subjects: [String], _ terms: [Term], lower: Int64? = nil,
    upper: Int64? = nil, part: String = ""
  ) {
    guard !terms.isEmpty || (lower ?? 0) > 0 || (upper ?? 0) < 0 else { return }
    program.addRow(
      named: rowName(rule, subjects, part), terms: terms, lower: lower, upper: upper,
      origin: Origin(rule: rule, subjects: subjects))
  }

  func rowName(_ rule: String, _ subjects: [String], _ part: String) -> String {
    rule + (part.isEmpty ? "" : "." + part) + "(" + subjects.joined(separator: ",") + ")"
  }

  mutating func pend(
    _ rule: String, _ subjects: [String], _ terms: [Term],
    triples: [(triple: Int32, coefficient: Int64)], lower: Int64? = nil, upper: Int64? = nil,
    part: String = "", scope: PeopleRow.Scope? = nil
  ) {
    // A row that no triple takes part in belongs to the structure.
    if triples.isEmpty && (scope == nil || self.triples.isComplete) {
      return row(rule, subjects, terms, lower: lower, upper: upper, part: part)
    }
    pendingRows.append(
      PendingRow(
        name: rowName(rule, subjects, part), origin: Origin(rule: rule, subjects: subjects),
        terms: terms, triples: triples, lower: lower, upper: upper, scope: scope))
  }

  /// The number of a set of applicants in cohorts; nothing where every triple is a
  /// column and nobody asks.
  mutating func personSet(_ contains: (_ applicant: Int, _ cohort: Int) -> Bool) -> Int? {
    if triples.isComplete { return nil }
    let set = year.applicants.indices.flatMap { applicant in
      year.cohorts.indices.map { contains(applicant, $0) }
    }
    if let known = personSets.firstIndex(of: set) { return known }
    personSets.append(set)
    return personSets.count - 1
  }

  /// The usable slots with their columns.
  package var seats: [(slot: Int, column: Column)] {
    seatColumns.indices.compactMap { slot in seatColumns[slot].map { (slot, $0) } }
  }

  /// Terms that are 1 together when the post is open and 0 when it is not.
  func open(_ post: Int) -> [Term] {
    if let column = openColumns[post] { return [Term(column, 1)] }
    return eligibility.slotsOfPost[post].compactMap { seatColumns[$0] }.map { Term($0, 1) }
  }

  func id(ofPost post: Int) -> String { eligibility.posts[post].id }

  package func id(ofSlot slot: Int) -> [String] {
    let slot = eligibility.slots[slot]
    return [eligibility.posts[slot.post].id, year.cohorts[slot.cohort].id]
  }
}
