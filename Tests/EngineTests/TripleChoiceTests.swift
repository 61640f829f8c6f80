// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import SeededRandom
internal import Testing
internal import YearGenerator

@Suite("A choice of triples")
struct TripleChoiceTests {
  private let eligibility = DispatchEligibility(
    generateYear(applicants: 60, schools: 30, seed: 3), baseline: nil)

  private func table(
    _ ofApplicant: Int, _ ofSlot: Int, at prices: TripleChoice.Prices? = nil, threads: Int = 1
  ) -> TripleTable {
    TripleTable(
      TripleChoice(
        eligibility, at: prices,
        width: TripleChoice.Width(ofApplicant: ofApplicant, ofSlot: ofSlot), threads: threads))
  }

  @Test("is the same on any number of threads", arguments: [2, 3, 64])
  func doesNotDependOnThreads(threads: Int) {
    let prices = TripleChoice.Prices(
      applicants: (0..<60).map { Double($0 % 7) * 20 },
      slots: eligibility.slots.indices.map { Double($0 % 5) * 10 })
    let one = table(3, 2, at: prices)
    let many = table(3, 2, at: prices, threads: threads)
    #expect(one.count < TripleTable(eligibility).count)
    #expect(many.applicants == one.applicants)
    #expect(many.slots == one.slots)
    #expect(many.points == one.points)
    #expect(many.candidates == one.candidates)
  }

  @Test("knows of every triple what the structure needs")
  func countsEveryTriple() {
    let all = TripleTable(eligibility)
    let few = table(1, 1)
    #expect(few.candidates == all.ofSlot.map { Int32($0.count) })
    #expect(few.greatestPenalties == all.greatestPenalties)
    let whole = DispatchFormulation(eligibility, all, hasBaseline: false)
    let part = DispatchFormulation(eligibility, few, hasBaseline: false)
    #expect(part.structure.columnCount == whole.structure.columnCount)
    for column in whole.structure.columns {
      #expect(part.structure.bounds(of: column) == whole.structure.bounds(of: column))
    }
  }

  @Test("prices triples that are no columns like columns", arguments: [1, 2])
  func pricesLikeColumns(threads: Int) throws {
    let wide = DispatchFormulation(eligibility, table(.max, 1), hasBaseline: false)
    let narrow = DispatchFormulation(eligibility, table(1, 1), hasBaseline: false)
    let rows = Dictionary(
      wide.program.rows.map { (wide.program.name(of: $0), $0) }, uniquingKeysWith: { $1 })
    // Random prices of the rows that both have.
    var random = SplitMix64(seed: 5)
    var prices = [Double](repeating: 0, count: narrow.program.rowCount)
    var widePrices = [Double](repeating: 0, count: wide.program.rowCount)
    for row in narrow.program.rows {
      guard let same = rows[narrow.program.name(of: row)] else { continue }
      let price = Double(random.next() % 400) - 200
      prices[row.index] = price
      widePrices[same.index] = price
    }
    var gains = wide.triples.points.map { Double($0) }
    for row in wide.program.rows {
      for term in wide.program.terms(of: row) where wide.tripleColumns.contains(term.column.index) {
        gains[term.column.index - wide.firstTripleColumn] -=
          widePrices[row.index] * Double(term.coefficient)
      }
    }
    let isBound = eligibility.boundApplicants
    var expected = 0.0
    for (applicant, range) in wide.triples.ofApplicant.enumerated() where !isBound[applicant] {
      expected += max(0, gains[range].max() ?? 0)
    }
    try #require(expected > 0)
    let found = narrow.greatestGains(
      at: PeoplePrices(narrow) { prices[$0.index] }, pointWeight: 1, threads: threads)
    #expect(abs(found.sum - expected) < 1e-6)
  }
}
