// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Testing
internal import YearGenerator

@Suite("The eligible triples")
struct TripleTableTests {
  @Test("are the same on any number of threads", arguments: [2, 3, 64])
  func doNotDependOnThreads(threads: Int) throws {
    let eligibility = DispatchEligibility(
      generateYear(applicants: 40, schools: 20, seed: 3), baseline: nil)
    let one = TripleTable(eligibility)
    let many = TripleTable(eligibility, threads: threads)
    try #require(one.count > 100)
    #expect(many.applicants == one.applicants)
    #expect(many.slots == one.slots)
    #expect(many.points == one.points)
    #expect(many.penalties == one.penalties)
    #expect(many.ofApplicant == one.ofApplicant)
    #expect(many.ofSlot == one.ofSlot)
  }
}
