// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import TestSupport
internal import Testing

/// Seeds per case; a case is one line of the test report.
private let block = 25

/// Years that are compared. Unoptimised code is some twenty times slower, so
/// that it sees only the first of them.
#if DEBUG
  let years = 25
  private let leafLimit = 500
#else
  let years = 2_000
  private let leafLimit = 20_000
#endif

/// The engine against exhaustive search on random small years.
@Suite("Engine and exhaustive search")
struct AgreementTests {
  static let starts = Array(stride(from: 1, to: years + 1, by: block))

  @Test("agree tier by tier, however the year is solved", arguments: starts, Way.allCases)
  func agree(from start: Int, _ way: Way) {
    for seed in start..<(start + block) {
      let small = randomSmallYear(seed: UInt64(seed))
      guard let difference = disagreement(on: small, way) else { continue }
      let shrunk = shrink(small) { disagreement(on: $0, way) != nil }
      Issue.record(
        """
        Seed \(seed), \(way.rawValue): \(difference)
        Shrunk: \(disagreement(on: shrunk, way) ?? "")
        \(shrunk)
        """)
    }
  }

  @Test("every column has finite bounds, so that any row prices prove something")
  func finiteBounds() {
    for seed in 1...UInt64(years) {
      let small = randomSmallYear(seed: seed)
      let program = DispatchFormulation(small.year, baseline: small.baseline).program
      for index in 0..<program.columnCount {
        let column = Column(index: index)
        let bounds = program.bounds(of: column)
        if bounds.lower == nil || bounds.upper == nil {
          Issue.record("Seed \(seed): \(program.name(of: column)) has no bound.")
        }
      }
    }
  }

  @Test("are compared on years in which every rule binds, hard and soft")
  func everyRuleBinds() {
    var table = BindingTable()
    for seed in 1...years { table.add(randomSmallYear(seed: UInt64(seed), leafLimit: leafLimit)) }
    print(table)
    #if !DEBUG
      #expect(table.neverBinding.isEmpty)
      #expect((years / 20...years / 5).contains(table.infeasible))
    #endif
  }
}
