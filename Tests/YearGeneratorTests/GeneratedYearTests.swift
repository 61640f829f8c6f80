// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Programme
import ProgrammeFiles
import SeededRandom
import Testing

@testable import YearGenerator

@Suite("A generated year")
struct GeneratedYearTests {
  @Test("is the same to the last byte for equal arguments", arguments: Size.tiny + Size.middling)
  func isReproducible(size: Size) {
    let first = generateYear(
      applicants: size.applicants, schools: size.schools, seed: size.seed)
    let second = generateYear(
      applicants: size.applicants, schools: size.schools, seed: size.seed)
    #expect(programmeFiles(of: first) == programmeFiles(of: second))
  }

  @Test("is another one for another seed")
  func dependsOnTheSeed() {
    let first = generateYear(applicants: 50, schools: 20, seed: 1)
    var second = generateYear(applicants: 50, schools: 20, seed: 2)
    second.title = first.title
    let pairs = zip(programmeFiles(of: first), programmeFiles(of: second))
    let changed = pairs.filter { $0 != $1 }.map(\.0.name)
    #expect(changed.contains("schools.csv"))
    #expect(changed.contains("applicants.csv"))
  }

  @Test(
    "has the asked size, sorted identifiers and one place for five applicants",
    arguments: Size.middling)
  func hasTheAskedSize(size: Size) {
    let year = generateYear(applicants: size.applicants, schools: size.schools, seed: size.seed)
    #expect(year.applicants.count == size.applicants)
    #expect(year.schools.count == size.schools)
    let places = year.cohorts.reduce(0) { $0 + $1.places }
    #expect(places == min(size.applicants / 5, (size.schools * 13 + 9) / 10))
    #expect(year.applicants.map(\.id) == year.applicants.map(\.id).sorted())
    #expect(year.schools.map(\.id) == year.schools.map(\.id).sorted())
    #expect(year.cohorts.map(\.id) == year.cohorts.map(\.id).sorted())
    #expect(year.countries.map(\.id) == year.countries.map(\.id).sorted())
    #expect(year.applicants.allSatisfy { $0.tags.contains("synthetic") })
    #expect(year.schools.allSatisfy { $0.name.hasPrefix("Synthetic ") })
  }

  @Test("is read back without a fault, as it was", arguments: Size.tiny + Size.middling)
  func isReadBack(size: Size) throws {
    let year = generateYear(applicants: size.applicants, schools: size.schools, seed: size.seed)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("generated-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writeProgrammeYear(year, to: folder)
    let reading = readProgrammeYear(at: folder)
    #expect(reading.faults.map { "\($0)" } == [])
    let read = try #require(reading.year)
    #expect(programmeFiles(of: read) == programmeFiles(of: year))
  }

  @Test("has few bundles to a school", arguments: Size.middling.suffix(3))
  func hasFewBundles(size: Size) {
    let year = generateYear(applicants: size.applicants, schools: size.schools, seed: size.seed)
    var bundles = 0
    for (index, school) in year.schools.enumerated() {
      bundles += year.schools[..<index].count {
        $0.country == school.country
          && $0.position.metres(to: school.position) <= year.bundles.outerMetres
      }
    }
    #expect(bundles * 10 > year.schools.count)
    #expect(bundles < year.schools.count)
  }
}

@Suite("The lattice")
struct LatticeTests {
  @Test("puts the centre of a cell into the cell", arguments: [-800, -1, 0, 37, 1500])
  func centres(row: Int) {
    for column in [-2000, -1, 0, 1, 1234] {
      let cell = Lattice.Cell(row: row / 4, column: column)
      #expect(Lattice.cell(of: Lattice.centre(of: cell)) == cell)
    }
  }

  @Test(
    "moves points by about the metres asked for", arguments: [-900_000, 0, 1_878_800, 3_990_400])
  func moves(latitude: Int) {
    let point = Lattice.Point(latitude: latitude, longitude: 10_000_000)
    let moved = Lattice.moved(point, north: 3_000, east: -4_000)
    let metres = point.position.metres(to: moved.position)
    #expect((4_970...5_030).contains(metres))
  }
}

@Suite("Apportioning")
struct ApportionTests {
  @Test("gives out the whole, each share within one of its due")
  func givesOutTheWhole() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let weights = (0..<random.within(1...9)).map { _ in random.below(50) }
      let (total, sum) = (random.below(1000), weights.reduce(0, +))
      guard sum > 0 else { continue }
      let shares = apportion(total, by: weights)
      #expect(shares.reduce(0, +) == total)
      for (share, weight) in zip(shares, weights) {
        #expect(abs(share * sum - total * weight) < sum)
      }
    }
  }
}
