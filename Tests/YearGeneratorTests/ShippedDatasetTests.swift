// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Programme
import ProgrammeFiles
import Testing
import Verification

@testable import YearGenerator

@Suite("The shipped datasets")
struct ShippedDatasetTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("datasets")

  @Test(
    "are what the generator makes; `swift run WriteDatasets` renews them",
    arguments: ShippedDataset.allCases)
  func areReproducible(dataset: ShippedDataset) throws {
    let folder = Self.folder.appendingPathComponent(dataset.rawValue)
    let files = programmeFiles(of: dataset.year) + dataset.extraFiles
    for file in files {
      let shipped = try Data(contentsOf: folder.appendingPathComponent(file.name))
      // Only the verdict: the bytes of two files would fill the screen.
      let same = Array(shipped) == file.bytes
      #expect(same, "\(file.name) differs")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(files.map(\.name)))
  }

  @Test("are read without a fault", arguments: ShippedDataset.allCases)
  func areRead(dataset: ShippedDataset) {
    let reading = readProgrammeYear(at: Self.folder.appendingPathComponent(dataset.rawValue).path)
    // Files beside the tables are pointed out.
    #expect(reading.faults.map(\.file) == dataset.extraFiles.map(\.name))
    #expect(reading.year != nil)
  }

  @Test("call-2026 has the ten cohorts and 291 places of the published table")
  func callHasThePublishedCohorts() {
    let year = ShippedDataset.call2026.year
    let places = Dictionary(uniqueKeysWithValues: year.cohorts.map { ($0.id, $0.places) })
    #expect(
      places == [
        "Cambodia 9": 1, "Malaysia 12": 20, "Thailand 14": 75, "Laos 11": 5, "Indonesia 24": 60,
        "Philippines 13": 20, "India 2": 5, "Vietnam 13": 30, "Taiwan 11": 15,
        "Indonesia 25": 60,
      ])
    #expect(year.applicants.count == 1455)
    #expect(year.schools.count == 483)
    let thailand = year.cohorts.first { $0.id == "Thailand 14" }
    #expect(thailand?.bornFrom?.description == "1956-07-01")
    #expect(thailand?.bornTo?.description == "2005-08-27")
    let areas = Set(year.schools.filter { year.countries[$0.country].id == "IDN" }.map(\.area))
    #expect(areas.count == 12)
  }

  @Test("peak-2018 has the published totals")
  func peakHasThePublishedTotals() {
    let year = ShippedDataset.peak2018.year
    #expect(year.cohorts.reduce(0) { $0 + $1.places } == 635)
    #expect(year.schools.count == 526)
    #expect(year.countries.count == 12)
    #expect(year.applicants.count == 1750)
    let indonesia = year.cohorts.filter { year.countries[$0.country].id == "IDN" }
    #expect(indonesia.reduce(0) { $0 + $1.places } == 149)
  }

  @Test(
    "can be filled to the last place",
    arguments: [
      (ShippedDataset.call2026, lonely: 1), (.peak2018, lonely: 0),
    ])
  func canBeFilled(dataset: ShippedDataset, lonely: Int) throws {
    let year = dataset.year
    let plan = try #require(dataset.witness)
    let found = verifyDispatch(year, placements: plan, baseline: nil, claimed: [])
    #expect(found.isValid)
    #expect(plan.count == year.cohorts.reduce(0) { $0 + $1.places })
    // The only soft penalty is that of Cambodia's single place.
    #expect(found.rules.reduce(0) { $0 + $1.units } == lonely)
  }

  @Test("training-2018 has the published groups of teachers, who keep the rules in their days")
  func trainingHasThePublishedGroups() throws {
    let year = ShippedDataset.training2018.year
    let published = ShippedDataset.training2018.publishedSessions
    var people: [String: Int] = [:]
    for (index, session) in published {
      let delegation = year.training.delegations[index]
      let country = year.countries[year.schools[delegation.school].country].id
      #expect(year.sites[session.site].id == "urawa")
      people["\(country) \(session.days(in: year))", default: 0] += delegation.headcount.people
    }
    #expect(
      people == [
        "THA 2018-04-10...2018-04-24": 14, "VNM 2018-07-30...2018-08-13": 19,
        "IDN 2018-10-16...2018-10-30": 25, "IDN 2018-11-06...2018-11-20": 25,
      ])
    #expect(year.training.delegations.count == published.count)
    #expect(year.training.rules == TrainingRules())

    let hosting = standInHosting(for: year)
    let cohorts = trainingWitness(of: year, hosting: hosting).joiningCohorts
    let plan = roomSplit(
      of: TrainingPlan(
        joining: cohorts + published.map { (.delegation($0.delegation), $0.session) }),
      in: year, hosting: hosting)
    let found = verifyTraining(plan, in: year, hosting: hosting)
    for rule in found.rules where rule.isBroken {
      Issue.record("\(rule.id): \(rule.violations.prefix(3).map(\.sentence))")
    }
    // The Thai teachers and the partners for Thailand are at Urawa together.
    let thailand = try #require(year.cohorts.firstIndex { $0.id == "Thailand 2018 A" })
    let theirs = try #require(
      cohorts.first { $0.group == .cohort(thailand) }?.session.days(in: year))
    let met = theirs.clamped(to: published[0].session.days(in: year))
    #expect(met.upperBound.number - met.lowerBound.number >= 3)
  }
}

extension TrainingPlan {
  /// The sessions of cohorts.
  fileprivate var joiningCohorts: [(group: TrainingGroup, session: TrainingSession)] {
    attendances.compactMap { attendance in
      guard case .cohort = attendance.group else { return nil }
      return (attendance.group, sessions[attendance.session].session)
    }
  }
}
