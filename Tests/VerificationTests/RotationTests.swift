// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import Verification

@Suite("Rotation")
struct RotationTests {
  /// S1 hosts and is new; S4 renews; Thailand serves renewals first.
  private func year() -> ProgrammeYear {
    var year = Fixture.year()
    year.countries[0].renewalsFirst = true
    year.schools[Fixture.s4].isRenewal = true
    return year
  }

  private func units(_ year: ProgrammeYear, _ schools: [Int] = [Fixture.s1]) throws -> Int {
    let plan = schools.enumerated().map {
      year.place($0, $1, in: $1 < Fixture.v1 ? Fixture.th14 : Fixture.vn9)
    }
    return try year.check("rotation", plan).units
  }

  @Test("a school pauses after its years running, unless it has paused already")
  func pause() throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].yearsRunning = 3
    year.schools[Fixture.s1].lastHostedYear = 2025
    let check = try year.check("rotation", [year.place(0, Fixture.s2, Fixture.s1, in: 0)])
    #expect(check.units == 1 && check.checked == 2)
    #expect(
      check.violations.first?.sentence
        == "S1 hosts and has hosted 3 years running; after 3 it must pause.")
    year.rules.rotation.maximumYearsRunning = 4
    #expect(try units(year) == 0)
    year.rules.rotation.maximumYearsRunning = 2
    #expect(try units(year) == 1)
    year.schools[Fixture.s1].lastHostedYear = 2024
    #expect(try units(year) == 0)
    year.schools[Fixture.s1].lastHostedYear = nil
    #expect(try units(year) == 0)
  }

  @Test("renewals are served before new schools where the country says so")
  func renewalsFirst() throws {
    var year = year()
    #expect(try units(year) == 1)
    #expect(try units(year, [Fixture.s1, Fixture.s2]) == 2, "each new school is a unit")
    #expect(try units(year, [Fixture.s1, Fixture.s4]) == 0)
    #expect(try units(year, [Fixture.v1]) == 0, "another country")
    #expect(try units(year, []) == 0)
    let check = try year.check("rotation", [year.place(0, Fixture.s1, in: 0)])
    #expect(
      check.violations.first?.sentence
        == "S1 is new and hosts, while S4, which renews, could host and does not.")
    year.schools[Fixture.s1].isRenewal = true
    #expect(try units(year) == 0, "only new schools wait")
    year.schools[Fixture.s1].isRenewal = false
    year.countries[0].renewalsFirst = false
    #expect(try units(year) == 0)
  }

  @Test("a school that renews counts as hosting in a bundle")
  func bundle() throws {
    let year = year()
    let plan = [year.place(0, Fixture.s1, Fixture.s4, in: 0)]
    #expect(try year.check("rotation", plan).units == 0)
  }

  @Test("a school that must pause is not waited for, unless the rule is soft")
  func pausing() throws {
    var year = year()
    year.schools[Fixture.s4].yearsRunning = 3
    year.schools[Fixture.s4].lastHostedYear = 2025
    #expect(try units(year) == 0)
    year.rules.strictness[.rotation] = .soft(penalty: 5)
    #expect(try units(year) == 1)
    #expect(try units(year, [Fixture.s1, Fixture.s4]) == 1, "now it is the pause that is broken")
    year.rules.strictness[.rotation] = .off
    #expect(try units(year) == 0)
  }

  @Test("a new school that must pause and goes first is two units")
  func both() throws {
    var year = year()
    year.schools[Fixture.s1].yearsRunning = 3
    year.schools[Fixture.s1].lastHostedYear = 2025
    #expect(try units(year) == 2)
  }

  @Test("a school without an eligible triple is not waited for", arguments: 0..<10)
  func servable(number: Int) throws {
    var year = year()
    year.bundles.maximumSchools = 1
    #expect(try units(year) == 1)
    let s4 = Fixture.s4
    var soft: Rule?
    switch number {
    case 0:
      year.schools[s4].housing = .men
      soft = .housing
    case 1:
      year.schools[s4].medicalTier = 0
      for applicant in year.applicants.indices { year.applicants[applicant].medicalTier = 1 }
      soft = .medical
    case 2:
      for applicant in year.applicants.indices { year.applicants[applicant].diet = ["vegan"] }
      soft = .diet
    case 3:
      year.rules.language.minimumRemote = 4
      year.schools[s4].isRemote = true
      soft = .language
    case 4:
      year.schools[s4].japaneseHours = 5
      soft = .hours
    case 5:
      year.pins = year.applicants.indices.map {
        Pin(applicant: $0, place: .post("S4"), kind: .forbid)
      }
      soft = .forbid
    case 6:
      year.schools[s4].cohorts = [Fixture.th15]
      year.cohorts[Fixture.th15].bornFrom = Fixture.day("2000-01-01")
      soft = .birthWindow
    case 7:
      for applicant in year.applicants.indices {
        year.applicants[applicant].countryRanks = [[Fixture.vietnam]]
      }
      soft = .countryAccepted
    case 8:
      for applicant in year.applicants.indices {
        year.applicants[applicant].availableTo = Fixture.day("2026-12-31")
      }
      soft = .availability
    default:
      for applicant in year.applicants.indices { year.applicants[applicant].track = "t" }
      soft = .trackQuota
    }
    #expect(try units(year) == 0)
    let rule = try #require(soft)
    year.rules.strictness[rule] = .soft(penalty: 1)
    #expect(try units(year) == 1, "soft rules never make a triple ineligible")
    year.rules.strictness[rule] = .off
    #expect(try units(year) == 1)
  }

  @Test("one eligible applicant is enough, criteria included")
  func oneIsEnough() throws {
    var year = year()
    year.bundles.maximumSchools = 1
    year.schools[Fixture.s4].housing = .men
    year.applicants[5].sex = .male
    #expect(try units(year) == 1)
    year.rules.criteria = [CriterionRule(id: "c", criterion: .interview, minimum: 56)]
    #expect(try units(year) == 0)
    year.rules.criteria[0].minimum = 55
    #expect(try units(year) == 1)
    year.rules.criteria[0].minimum = 56
    year.rules.criteria[0].strictness = .soft(penalty: 1)
    #expect(try units(year) == 1)
  }

  @Test("a bundle can make a school servable, when rules let it")
  func servableInBundle() throws {
    var year = year()
    year.schools[Fixture.s4].japaneseHours = 5
    year.rules.travel.maximumMetres = 45_000
    #expect(try units(year) == 1, "S2+S4 has 13 hours")
    year.rules.travel.maximumMetres = 20_000
    #expect(try units(year) == 0, "S4 is too far from everybody")
    year.rules.strictness[.travel] = .off
    #expect(try units(year) == 1)
    year.bundles.outerMetres = 20_000
    #expect(try units(year) == 0)
    year.bundles.outerMetres = 60_000
    for school in [Fixture.s1, Fixture.s2] {
      year.schools[school].yearsRunning = 3
      year.schools[school].lastHostedYear = 2025
    }
    #expect(try units(year, [Fixture.s3]) == 0, "its neighbours must pause")
  }

  @Test("a bundle's base may have the housing that the school lacks")
  func housingOfBase() throws {
    var year = year()
    year.rules.travel.maximumMetres = 45_000
    year.schools[Fixture.s4].housing = .men
    #expect(try units(year) == 1, "S1+S4 has its home at S1")
    year.schools[Fixture.s4].japaneseHours = 9
    #expect(try units(year) == 0, "S4 is the base everywhere")
  }

  @Test("given posts are the only ones")
  func givenPosts() throws {
    var year = year()
    let s1 = Post(id: "S1", schools: [Fixture.s1])
    year.givenPosts = [s1, Post(id: "P", schools: [Fixture.s2, Fixture.s3])]
    #expect(try units(year) == 0)
    year.givenPosts?.append(Post(id: "Q", schools: [Fixture.s3, Fixture.s4]))
    year.rules.strictness[.travel] = .off
    #expect(try units(year) == 1)
  }

  @Test("what one bundle lacks is not held against other places", arguments: 0..<4)
  func placeClasses(number: Int) {
    var year = Fixture.year()
    for applicant in year.applicants.indices {
      year.applicants[applicant].medicalTier = 1
      year.applicants[applicant].diet = ["halal"]
    }
    for school in year.schools.indices { year.schools[school].dietAvailable = ["halal"] }
    year.rules.language.minimumRemote = 5
    switch number {
    case 0: year.schools[Fixture.s4].dietAvailable = []
    case 1: year.schools[Fixture.s4].medicalTier = 0
    case 2: year.schools[Fixture.s4].isRemote = true
    default: year.schools[Fixture.s1].housing = .men
    }
    year.givenPosts = [
      Post(id: "P", schools: [Fixture.s1, Fixture.s4]), Post(id: "Q", schools: [Fixture.s2]),
    ]
    year.rules.strictness[.travel] = .off
    var eligibility = Eligibility(of: PlanFacts(year: year, submitted: [], baseline: nil))
    let inBundle = eligibility.hasTriple(containing: Fixture.s4)
    let elsewhere = eligibility.hasTriple(containing: Fixture.s2)
    #expect(!inBundle && elsewhere)
  }
}
