// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Rules about an applicant and a cohort")
struct ApplicantRuleTests {
  @Test(
    "birth dates on both ends are inside the window",
    arguments: [
      ("1989-12-31", 1), ("1990-01-01", 0), ("1999-12-31", 0), ("2000-01-01", 1),
    ])
  func birthWindow(birth: String, units: Int) throws {
    var year = Fixture.year()
    year.cohorts[0].bornFrom = Fixture.day("1990-01-01")
    year.cohorts[0].bornTo = Fixture.day("1999-12-31")
    year.applicants[0].birthDate = Fixture.day(birth)
    let check = try year.check("birth-window", [year.place(0, Fixture.s1, in: 0)])
    #expect(check.units == units && check.checked == 1)
    if units == 1 {
      #expect(
        check.violations.first?.sentence
          == "A0 at S1 in TH14: born on \(birth); the cohort takes birth dates"
          + " from 1990-01-01 to 1999-12-31.")
    }
  }

  @Test("one end of the birth window may be open")
  func openWindow() throws {
    var year = Fixture.year()
    year.cohorts[0].bornTo = Fixture.day("1990-04-01")
    #expect(try year.check("birth-window", [year.place(0, Fixture.s1, in: 0)]).units == 1)
    #expect(try year.check("birth-window", [year.place(0, Fixture.s1, in: 1)]).units == 0)
  }

  @Test("country and cohort are accepted, one unit when both are not")
  func countryAccepted() throws {
    var year = Fixture.year()
    let plan = [year.place(0, Fixture.s1, in: 0)]
    func units() throws -> Int { try year.check("country-accepted", plan).units }
    #expect(try units() == 0)
    year.applicants[0].countryRanks = [[Fixture.vietnam], [Fixture.thailand]]
    #expect(try units() == 0)
    year.applicants[0].countryRanks = [[Fixture.vietnam]]
    #expect(try units() == 1)
    year.applicants[0].cohorts = [Fixture.vn9]
    #expect(try units() == 1)
    year.applicants[0].countryRanks = []
    #expect(try units() == 1)
    #expect(
      try year.check("country-accepted", plan).violations.first?.sentence
        == "A0 at S1 in TH14: the applicant does not accept the cohort TH14.")
    year.applicants[0].cohorts = [Fixture.th15, Fixture.th14]
    #expect(try units() == 0)
  }

  @Test(
    "free days reach from the first needed day to the last",
    arguments: [
      ("2026-04-01", "2027-03-10", 0), ("2026-04-02", "2027-03-10", 1),
      ("2026-04-01", "2027-03-09", 1), ("2025-01-01", "2028-01-01", 0),
    ])
  func availability(from: String, to: String, units: Int) throws {
    var year = Fixture.year()
    year.cohorts[0].predeparture = Fixture.day("2026-04-01")...Fixture.day("2026-04-28")
    year.applicants[0].availableFrom = Fixture.day(from)
    year.applicants[0].availableTo = Fixture.day(to)
    let check = try year.check("availability", [year.place(0, Fixture.s1, in: 0)])
    #expect(check.units == units)
    if units == 1 {
      #expect(
        check.violations.first?.sentence
          == "A0 at S1 in TH14: free from \(from) to \(to);"
          + " training and dispatch last from 2026-04-01 to 2027-03-10.")
    }
  }

  @Test("without a session the dispatch alone must be free")
  func availabilityWithoutSession() throws {
    var year = Fixture.year()
    year.applicants[0].availableFrom = Fixture.day("2026-05-10")
    #expect(try year.check("availability", [year.place(0, Fixture.s1, in: 0)]).units == 0)
    year.applicants[0].availableFrom = Fixture.day("2026-05-11")
    #expect(try year.check("availability", [year.place(0, Fixture.s1, in: 0)]).units == 1)
  }

  @Test("a track goes where a quota covers it, and quotas are kept")
  func trackQuota() throws {
    var year = Fixture.year()
    year.cohorts[0].tracks = [
      TrackQuota(key: "prefecture:Fukuoka", min: 1, max: 1),
      TrackQuota(key: "university", min: 2, max: 3),
    ]
    year.applicants[0].track = "prefecture:Fukuoka"
    year.applicants[1].track = "university:APU"
    year.applicants[2].track = "university"
    year.applicants[3].track = "prefecture:Oita"
    year.applicants[4].track = "universityX"
    let schools = [Fixture.s1, Fixture.s2, Fixture.s3, Fixture.s4]
    let good = (0..<3).map { year.place($0, schools[$0], in: 0) }
    let kept = try year.check("track-quota", good)
    #expect(kept.units == 0 && kept.checked == 3 + 2)
    let strange = good + [year.place(3, Fixture.s4, in: 0)]
    let broken = try year.check("track-quota", strange)
    #expect(broken.units == 1)
    #expect(
      broken.violations.first?.sentence
        == "A3 at S4 in TH14: the cohort takes nobody of the track prefecture:Oita.")
    #expect(try year.check("track-quota", [year.place(4, Fixture.s4, in: 0)]).units == 1 + 1 + 2)
    #expect(try year.check("track-quota", [year.place(5, Fixture.s4, in: 0)]).units == 1 + 2)
    #expect(
      try year.check("track-quota", []).violations.last?.sentence
        == "TH14 has 0 placements of the track university; it takes 2 to 3.")
    year.applicants[1].track = "prefecture:Fukuoka"
    #expect(try year.check("track-quota", good).units == 1 + 1)
  }

  @Test("forbid rows bite where they say, once for each placement")
  func forbid() throws {
    var year = Fixture.year()
    let plan = [year.place(0, Fixture.s1, Fixture.s2, in: 0)]
    func units(_ place: Pin.Place, cohort: Int? = nil, applicant: Int = 0) throws -> Int {
      year.pins.append(
        Pin(applicant: applicant, place: place, cohort: cohort, kind: .forbid, line: 7))
      defer { year.pins = [] }
      return try year.check("forbid", plan).units
    }
    #expect(try units(.anywhere) == 1)
    #expect(try units(.anywhere, cohort: 0) == 1)
    #expect(try units(.anywhere, cohort: 1) == 0)
    #expect(try units(.post("S1+S2")) == 1)
    #expect(try units(.post("S1")) == 0)
    #expect(try units(.school(Fixture.s2)) == 1)
    #expect(try units(.school(Fixture.s3)) == 0)
    #expect(try units(.anywhere, applicant: 1) == 0)
    year.pins = [
      Pin(applicant: 0, place: .anywhere, kind: .forbid, reason: "kin at S1", line: 7),
      Pin(applicant: 0, place: .school(0), kind: .forbid, line: 8),
    ]
    let check = try year.check("forbid", plan)
    #expect(check.units == 1)
    #expect(
      check.violations.first?.sentence
        == "A0 at S1+S2 in TH14: forbidden by pins.csv (line 7, kin at S1; line 8).")
  }

  @Test(
    "rows that pin or announce are met by any placement they name", arguments: ["pin", "announced"])
  func rows(kind: String) throws {
    var year = Fixture.year()
    let kind = try #require(Pin.Kind(rawValue: kind))
    year.pins = [
      Pin(applicant: 0, place: .school(Fixture.s2), cohort: 0, kind: kind, line: 2),
      Pin(applicant: 1, place: .anywhere, kind: kind, line: 3),
      Pin(applicant: 1, place: .post("S3"), cohort: 1, kind: kind, line: 4),
      Pin(applicant: 2, place: .anywhere, kind: .prefer, line: 5),
    ]
    let plan = [
      year.place(0, Fixture.s1, Fixture.s2, in: 0), year.place(1, Fixture.s3, in: 0),
    ]
    let check = try year.check(kind.rawValue, plan)
    #expect(check.checked == 3 && check.units == 1)
    let verb = kind == .pin ? "is pinned to" : "has been announced for"
    #expect(
      check.violations.first?.sentence
        == "A1 \(verb) post S3 in TH15; in the plan: A1 at S3 in TH14.")
    #expect(try year.check(kind.rawValue, []).units == 3)
    year.pins.removeAll { $0.line == 4 }
    #expect(try year.check(kind.rawValue, plan).units == 0)
  }
}
