// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import Verification

/// Repeatable random numbers (Steele, Lea, Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Searches against trying everything")
struct SearchTests {
  /// A year with schools around a point, two countries, equal and unequal hours.
  private func year(
    schools: Int, around centre: GeoPoint, spread: Double, random: inout SplitMix64
  ) -> ProgrammeYear {
    var year = Fixture.year()
    year.schools = (0..<schools).map { number in
      let latitude = centre.latitude + Double.random(in: -spread...spread, using: &random)
      var longitude = centre.longitude + Double.random(in: -spread...spread, using: &random)
      if longitude > 180 { longitude -= 360 }
      return School(
        id: "S\(number)", country: Int.random(in: 0...1, using: &random), city: "C",
        position: GeoPoint(latitude: max(-90, min(90, latitude)), longitude: longitude),
        japaneseHours: Int.random(in: 1...4, using: &random))
    }
    return year
  }

  @Test(
    "the grid finds what is near, at the equator, the date line and a pole",
    arguments: [(0.0, 100.0), (14, 180), (89.9, 10), (-89.9, -70), (52, 0)],
    [0, 1, 70_000, 20_100_000])
  func grid(centre: (Double, Double), metres: Int) {
    var random = SplitMix64(state: UInt64(metres) + 1)
    let year = year(
      schools: 60, around: GeoPoint(latitude: centre.0, longitude: centre.1), spread: 1,
      random: &random)
    let grid = SchoolGrid(year.schools.indices, of: year, within: metres)
    for school in year.schools.indices {
      var found: [Int] = []
      grid.visit(around: school) { other in
        found.append(other)
        return true
      }
      let near = year.schools.indices.filter {
        year.schools[school].position.metres(to: year.schools[$0].position) <= metres
      }
      #expect(found.sorted() == near)
    }
  }

  @Test("the formed posts of a school are those without a fault", arguments: 1...12)
  func formedPosts(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    var year = year(
      schools: 9, around: GeoPoint(latitude: 14, longitude: 100), spread: 0.6, random: &random)
    year.bundles.maximumSchools = 1 + seed % 3
    let structure = PostStructure(year: year)
    let all = year.schools.indices
    var tuples = all.map { [$0] }
    tuples += all.flatMap { one in all.map { [one, $0] } }
    tuples += all.flatMap { one in all.flatMap { two in all.map { [one, two, $0] } } }
    let posts = tuples.map { schools in
      Post(id: schools.map { year.schools[$0].id }.joined(separator: "+"), schools: schools)
    }
    .filter { structure.fault(of: $0) == nil }
    let search = PostsOfSchool(year: year)
    for school in all {
      var found: [Post] = []
      search.visit(containing: school) { post in
        found.append(post)
        return true
      }
      #expect(Set(found).count == found.count)
      #expect(Set(found) == Set(posts.filter { $0.schools.contains(school) }))
    }
  }

  @Test("the search for a post stops when told to")
  func stops() {
    var random = SplitMix64(state: 5)
    let year = year(
      schools: 9, around: GeoPoint(latitude: 14, longitude: 100), spread: 0.1, random: &random)
    for limit in 1...4 {
      var visits = 0
      PostsOfSchool(year: year).visit(containing: 0) { _ in
        visits += 1
        return visits < limit
      }
      #expect(visits <= limit)
    }
  }

  @Test("servable schools are those with an eligible triple", arguments: 1...20)
  func servable(seed: Int) {
    var random = SplitMix64(state: UInt64(seed) &* 77)
    var year = year(
      schools: 8, around: GeoPoint(latitude: 14, longitude: 100), spread: 0.4, random: &random)
    for school in year.schools.indices {
      year.schools[school].housing = Housing.allCases.randomElement(using: &random) ?? .any
      year.schools[school].medicalTier = Int.random(in: 0...2, using: &random)
      year.schools[school].dietAvailable = Bool.random(using: &random) ? ["halal"] : []
      year.schools[school].isRemote = Bool.random(using: &random)
      year.schools[school].cohorts = Bool.random(using: &random) ? [0, 2] : []
    }
    for applicant in year.applicants.indices {
      year.applicants[applicant].sex = Sex.allCases.randomElement(using: &random) ?? .female
      year.applicants[applicant].medicalTier = Int.random(in: 1...2, using: &random)
      year.applicants[applicant].diet = Bool.random(using: &random) ? ["halal"] : []
      year.applicants[applicant].languages[0].level = Int.random(in: 1...3, using: &random)
    }
    year.rules.language.minimumRemote = 3
    year.rules.hours.minimum = 3
    year.pins = [Pin(applicant: 0, place: .anywhere, kind: .forbid)]
    let plan = PlanFacts(year: year, submitted: [], baseline: nil)
    let search = PostsOfSchool(year: year)
    var eligibility = Eligibility(of: plan)
    for school in year.schools.indices {
      var isServable = false
      search.visit(containing: school) { post in
        for applicant in year.applicants.indices {
          for cohort in year.cohorts.indices {
            let triple = Placement(applicant: applicant, post: post, cohort: cohort)
            isServable =
              isServable
              || PostStructure.takes(post, cohort: cohort, in: year)
                && HoursCheck.isKept(by: post, in: year)
                && TravelCheck.isKept(by: post, in: year)
                && pairwiseChecks.allSatisfy { $0.isKept(by: triple, in: plan) }
          }
        }
        return true
      }
      #expect(eligibility.hasTriple(containing: school) == isServable)
    }
  }
}
