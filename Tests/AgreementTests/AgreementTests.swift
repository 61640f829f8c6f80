// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
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
  let years = 600
  private let leafLimit = 20_000
#endif

/// The engine against exhaustive search on random small years.
@Suite("Engine and exhaustive search")
struct AgreementTests {
  static let starts = Array(stride(from: 1, to: years + 1, by: block))

  @Test("agree tier by tier", arguments: starts)
  func agree(from start: Int) {
    for seed in start..<(start + block) {
      let small = randomSmallYear(seed: UInt64(seed))
      guard let difference = disagreement(on: small) else { continue }
      let shrunk = shrink(small) { disagreement(on: $0) != nil }
      Issue.record(
        """
        Seed \(seed): \(difference)
        Shrunk: \(disagreement(on: shrunk) ?? "")
        \(shrunk)
        """)
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
