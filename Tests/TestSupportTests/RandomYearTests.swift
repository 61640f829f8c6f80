// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport
internal import Testing

@Suite("Random small years")
struct RandomYearTests {
  @Test("a seed names one year")
  func sameSeedSameYear() {
    for seed in 1...20 {
      let (one, two) = (
        randomSmallYear(seed: UInt64(seed)), randomSmallYear(seed: UInt64(seed))
      )
      #expect(one.description == two.description)
    }
  }

  @Test("some, but not most, are infeasible")
  func infeasibleShare() {
    let infeasible = (1...100).count { seed in
      let small = randomSmallYear(seed: UInt64(seed), leafLimit: 500)
      return BruteForce.bestDispatch(small.year, baseline: small.baseline) == nil
    }
    #expect((5...30).contains(infeasible), "\(infeasible) of 100 years are infeasible.")
  }

  @Test("shrinking keeps the trouble and nothing else")
  func shrinking() {
    let small = randomSmallYear(seed: 12)
    let shrunk = shrink(small) { $0.year.schools.contains { $0.id == "S2" } }
    #expect(shrunk.year.schools.map(\.id) == ["S2"])
    #expect(shrunk.year.applicants.isEmpty)
  }
}
