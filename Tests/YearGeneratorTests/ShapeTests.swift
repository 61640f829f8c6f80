// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Programme
import ProgrammeFiles
import Testing
import Verification

@testable import YearGenerator

@Suite("The shape of a generated year")
struct ShapeTests {
  @Test("is the same to the last byte for equal arguments, and read back as it was")
  func isReproducible() throws {
    let size = Size(applicants: 300, schools: 100, seed: 7)
    for shape in YearShape.allCases {
      let year = made(shape, size).year
      #expect(programmeFiles(of: year) == programmeFiles(of: made(shape, size).year))
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("shaped-" + UUID().uuidString).path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try writeProgrammeYear(year, to: folder)
      let reading = readProgrammeYear(at: folder)
      #expect(reading.faults.map { "\($0)" } == [])
      let read = try #require(reading.year)
      #expect(programmeFiles(of: read) == programmeFiles(of: year))
    }
  }

  @Test("plain is what there is without a shape")
  func plainIsTheDefault() {
    let year = generateYear(applicants: 97, schools: 31, seed: 6)
    #expect(year == generateYear(applicants: 97, schools: 31, seed: 6, shape: .plain))
    for shape in [YearShape.popular, .tight] {
      var other = generateYear(applicants: 97, schools: 31, seed: 6, shape: shape)
      #expect(other.title == year.title + ", " + shape.rawValue)
      other.title = year.title
      #expect(other != year)
    }
  }

  private func made(_ shape: YearShape, _ size: Size) -> GeneratedYear {
    generateYearWithWitness(
      applicants: size.applicants, schools: size.schools, seed: size.seed, shape: shape)
  }
}

@Suite("A popular year")
struct PopularYearTests {
  @Test("sends most people after the same country", arguments: [1, 2, 3] as [UInt64])
  func concentratesWishes(seed: UInt64) throws {
    func greatest(_ shape: YearShape) -> Double {
      let year = generateYear(applicants: 1000, schools: 300, seed: seed, shape: shape)
      var first = year.countries.map { _ in 0.0 }
      for person in year.applicants {
        let wishes = person.countryRanks.first ?? Array(year.countries.indices)
        for country in wishes { first[country] += 1 / Double(wishes.count) }
      }
      return (first.max() ?? 0) / Double(year.applicants.count)
    }
    #expect(greatest(.popular) > 0.7)
    #expect(greatest(.plain) < 0.2)
  }

  @Test("has few schools that many ask for", arguments: [1, 2, 3] as [UInt64])
  func concentratesPins(seed: UInt64) {
    func wishes(_ shape: YearShape) -> (asking: Int, schools: Int) {
      let year = generateYear(applicants: 1000, schools: 300, seed: seed, shape: shape)
      let asked = year.pins.filter { $0.kind == .prefer }
      return (asked.count, Set(asked.map(\.place)).count)
    }
    let (popular, plain) = (wishes(.popular), wishes(.plain))
    #expect(popular.asking > 250)
    #expect(popular.schools < 40)
    #expect(plain.asking < 20)
  }

  @Test("makes placements earn equal points", arguments: [1, 2, 3] as [UInt64])
  func evensPoints(seed: UInt64) {
    /// Groups of applicants who cannot be told apart by what they earn in the
    /// plan's first seats.
    func likeness(_ shape: YearShape) -> (groups: Int, largest: Int) {
      let made = generateYearWithWitness(
        applicants: 1000, schools: 300, seed: seed, shape: shape)
      let points = PlacementPoints(year: made.year, baseline: nil)
      var groups: [[Int]: Int] = [:]
      for applicant in made.year.applicants.indices {
        let sums = made.witness.prefix(40).map { place in
          let placement = Placement(applicant: applicant, post: place.post, cohort: place.cohort)
          return points.points(of: placement)
            .reduce(0) { $0 + made.year.weights[$1.key, default: 0] * $1.value }
        }
        groups[sums, default: 0] += 1
      }
      return (groups.count, groups.values.max() ?? 0)
    }
    let (popular, plain) = (likeness(.popular), likeness(.plain))
    #expect(popular.groups * 2 < plain.groups)
    #expect(popular.largest >= 5)
    #expect(plain.largest == 1)
  }
}

@Suite("A tight year")
struct TightYearTests {
  /// Rules that a plan breaks.
  private func broken(_ made: GeneratedYear, _ change: (inout ProgrammeYear) -> Void) -> [String] {
    var year = made.year
    change(&year)
    return verifyDispatch(year, placements: made.witness, baseline: nil, claimed: []).rules
      .filter(\.isBroken).map(\.id)
  }

  private func made(_ seed: UInt64, _ shape: YearShape = .tight) -> GeneratedYear {
    generateYearWithWitness(applicants: 1000, schools: 300, seed: seed, shape: shape)
  }

  @Test("has no maximum that could be one less", arguments: [1, 2, 3] as [UInt64])
  func bindsAtEveryMaximum(seed: UInt64) throws {
    let made = made(seed)
    for index in made.year.countries.indices where made.year.countries[index].max != 0 {
      let found = broken(made) { $0.countries[index].max = ($0.countries[index].max ?? 0) - 1 }
      #expect(found == ["country-quota"])
    }
    for cohort in made.year.cohorts.indices where made.year.cohorts[cohort].places > 0 {
      #expect(broken(made) { $0.cohorts[cohort].places -= 1 } == ["cohort-places"])
      for track in made.year.cohorts[cohort].tracks.indices {
        let found = broken(made) { $0.cohorts[cohort].tracks[track].max -= 1 }
        #expect(found == ["track-quota"])
      }
    }
    let upper = made.year.rules.quotas.indices.filter {
      made.year.rules.quotas[$0].maximum ?? 0 > 0
    }
    for index in upper {
      let id = made.year.rules.quotas[index].id
      let found = broken(made) {
        $0.rules.quotas[index].maximum = ($0.rules.quotas[index].maximum ?? 0) - 1
      }
      #expect(found == ["quota:" + id])
    }
    #expect(broken(made) { $0.rules.budget.total = ($0.rules.budget.total ?? 0) - 1 } == ["budget"])
    // Areas, housing of either kind, the young, women: dozens at this size.
    #expect(upper.count > 50)
  }

  @Test("has minima that the plan just meets", arguments: [1, 2, 3] as [UInt64])
  func bindsAtMinima(seed: UInt64) {
    let made = made(seed)
    let languages = made.year.rules.quotas.indices.filter {
      made.year.rules.quotas[$0].id.hasPrefix("language-")
    }
    #expect(languages.count >= 4)
    for index in languages {
      let id = made.year.rules.quotas[index].id
      let found = broken(made) {
        $0.rules.quotas[index].minimum = ($0.rules.quotas[index].minimum ?? 0) + 1
      }
      #expect(found == ["quota:" + id])
    }
    for quota in made.year.rules.quotas {
      guard let least = quota.minimum, let most = quota.maximum else { continue }
      #expect(most - least <= most / 20)
    }
  }

  @Test("leaves far less room than a plain one")
  func leavesLessRoom() {
    func quotas(_ shape: YearShape) -> Int { made(1, shape).year.rules.quotas.count }
    #expect(quotas(.tight) > 10 * quotas(.plain))
    let plain = made(1, .plain)
    #expect(broken(plain) { $0.rules.budget.total = ($0.rules.budget.total ?? 0) - 1 } == [])
  }
}
