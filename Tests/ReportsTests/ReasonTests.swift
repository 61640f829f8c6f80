// SPDX-License-Identifier: GPL-3.0-or-later
import Engine
import Formulations
import Programme
import ProgrammeFiles
import Testing
import Verification

@testable import Reports

/// The report of a plan of a year, placed by hand.
private func report(
  _ year: ProgrammeYear, _ placed: [(applicant: Int, post: String)] = []
) throws -> DispatchReport {
  let eligibility = DispatchEligibility(year)
  let placements = try placed.map { applicant, post in
    Placement(
      applicant: applicant, post: try #require(eligibility.posts.first { $0.id == post }),
      cohort: 0)
  }
  return DispatchReport(
    year: year, eligibility: eligibility,
    outcome: DispatchOutcome(status: .optimal, placements: placements),
    verification: verifyDispatch(year, placements: placements, baseline: nil, claimed: nil),
    askedGap: 0, inputDigest: "")
}

@Suite struct UnplacedReasonTests {
  @Test("the fewest rules that exclude everything are named")
  func notEligible() throws {
    var year = starterYear()
    year.applicants[0].birthDate = Day(number: 0).adding(days: -20_000)
    year.applicants[1].countryRanks = []
    year.applicants[1].cohorts = []
    year.applicants[3].languages = []
    let reasons = UnplacedReasons(try report(year))
    let old = reasons.reason(applicant: 0)
    #expect(old.kind == .notEligible)
    #expect(old.rules.map(\.rule) == [.birthWindow])
    #expect(old.sentence.hasPrefix("Birth-window excludes all "))
    #expect(old.sentence.hasSuffix(" posts of Thailand 1."))
    #expect(reasons.reason(applicant: 3).rules.map(\.rule) == [.language])
  }

  @Test("somebody with more points is named")
  func outranked() throws {
    let reasons = UnplacedReasons(try report(starterYear(), [(0, "S001"), (2, "S003")]))
    let reason = reasons.reason(applicant: 3)
    #expect(reason.kind == .outranked)
    #expect(reason.sentence.contains("A001 brings") || reason.sentence.contains("A003 brings"))
  }

  @Test("somebody with fewer points is no reason")
  func otherGoals() throws {
    let reasons = UnplacedReasons(try report(starterYear(), [(3, "S001")]))
    #expect(reasons.reason(applicant: 0).kind == .otherGoals)
  }

  @Test("who may not go alone waits for the other")
  func together() throws {
    var year = starterYear()
    year.applicants[0].togetherWith = [1]
    year.applicants[0].countryRanks = []
    year.applicants[0].languages = []
    #expect(UnplacedReasons(try report(year)).reason(applicant: 1).kind == .together)
  }

  @Test("where nobody goes, nobody is outranked")
  func notOpened() throws {
    #expect(UnplacedReasons(try report(starterYear())).reason(applicant: 0).kind == .notOpened)
    var year = starterYear()
    year.cohorts[0].places = 0
    #expect(UnplacedReasons(try report(year)).reason(applicant: 0).kind == .cohortFull)
  }
}

@Suite struct EmptySchoolReasonTests {
  @Test("each reason is found")
  func kinds() throws {
    var year = starterYear()
    // S002 has five hours and needs S001, which hosts by itself.
    #expect(try kind(of: 1, in: year, [(0, "S001")]) == .bundle)
    #expect(try kind(of: 2, in: year, [(0, "S001")]) == .otherRules)
    #expect(
      try kind(of: 2, in: year, [(0, "S001"), (1, "S001"), (2, "S001"), (3, "S001")])
        == .cohortFull)
    year.schools[2].yearsRunning = 3
    #expect(try kind(of: 2, in: year) == .rotation)
    year.rules.strictness[.rotation] = .off
    year.schools[2].japaneseHours = 40
    #expect(try kind(of: 2, in: year) == .noPost)
    year.rules.strictness[.hours] = .off
    year.rules.language.minimum = 5
    #expect(try kind(of: 2, in: year) == .noEligible)
    year.countries.append(Country(id: "VNM"))
    year.schools[2].country = 1
    #expect(try kind(of: 2, in: year) == .noCohort)
  }

  private func kind(
    of school: Int, in year: ProgrammeYear, _ placed: [(applicant: Int, post: String)] = []
  ) throws -> EmptySchoolReason.Kind {
    var reasons = EmptySchoolReasons(try report(year, placed))
    return reasons.reason(school: school).kind
  }
}

@Suite struct GapTests {
  @Test("a gap is rounded up, so that what is said holds")
  func words() {
    func words(_ value: Int64, _ bound: Int64) -> String {
      gapInWords(of: TierResult(name: "points", value: value, bound: bound))
    }
    #expect(words(100, 100) == "proven best")
    #expect(words(267_124, 267_606) == "within 0.19 % of the best possible")
    #expect(words(1_000_000, 1_000_001) == "within 0.0001 % of the best possible")
    #expect(words(100, 150) == "within 50 % of the best possible")
    #expect(words(0, 3) == "within 300 % of the best possible")
  }

  @Test("numbers have their digits")
  func decimals() {
    #expect(decimal(0.05, digits: 2) == "0.05")
    #expect(decimal(-1.25, digits: 1) == "-1.3")
    #expect(decimal(12, digits: 0) == "12")
  }

  @Test("columns line up, kanji and kana counted twice")
  func table() {
    var table = TextTable([("Name", .left), ("Points", .right)])
    table.append(["山田", "1"])
    table.append(["Bo", "12"])
    #expect(table.lines == ["Name  Points", "山田       1", "Bo        12"])
  }
}
