// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Why groups that must train find no session")
struct WhyNoSessionTests {
  @Test("the rules are named with the sessions that each excludes, and what is left is counted")
  func counts() {
    let year = F.year()
    let free = whyNoSession(F.th1, in: year, hosting: F.hosting)
    // From 300 days before the fiscal year on, at two sites; three starts lie in the window.
    #expect(
      free.hasPrefix(
        "TH1 (4 people) finds no session; of 1312 possible sessions of courses for partners,"
          + " accepted-course excludes 1306"))
    #expect(free.contains(" 6 are left, but with the others there is no room in them"))
    var closed = year
    for site in closed.sites.indices {
      closed.sites[site].closed = [F.day("2026-06-05")...F.day("2026-06-06")]
    }
    let shut = whyNoSession(F.th1, in: closed, hosting: F.hosting)
    #expect(shut.contains(", closures excludes 22,") && shut.hasSuffix(" none is left."))
    var none = year
    none.training.courses.removeAll { $0.trainee == .partners }
    #expect(
      whyNoSession(F.th1, in: none, hosting: F.hosting)
        == "TH1 (4 people) finds no session: there is no possible session of a course for partners."
    )
  }
}

@Suite("Pinned groups as if nobody else trained")
struct VerifyPinsTests {
  private func broken(_ pins: [TrainingPin], in year: ProgrammeYear = F.year()) -> [String] {
    verifyPins(pins, in: year, hosting: F.hosting).map(\.id)
  }

  @Test("what holds alone, or may be mended by others, is no obstacle")
  func mendable() {
    #expect(broken([TrainingPin(F.t1, to: F.october), TrainingPin(F.t3, to: nil)]) == [])
    var year = F.year()
    year.training.courses[F.teachers].sizeMin = 6
    year.training.courses[F.teachers].mix = .atLeast(2)
    #expect(broken([TrainingPin(F.t1, to: F.october)], in: year) == [])
  }

  @Test("what nobody else can mend is told")
  func broken() {
    let tuesday = F.session(F.teachers, F.kansai, "2026-10-06")
    #expect(broken([TrainingPin(F.t1, to: tuesday)]) == ["accepted-course"])
    var year = F.year()
    year.training.courses[F.teachers].sizeMax = 3
    year.training.courses[F.teachers].mix = .one
    let both = [TrainingPin(F.t1, to: F.october), TrainingPin(F.t2, to: F.october)]
    #expect(broken(both, in: year) == ["session-size", "mix"])
    #expect(broken([both[0]], in: year) == [])
  }
}
