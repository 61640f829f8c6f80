// SPDX-License-Identifier: GPL-3.0-or-later
import Programme
import Testing

@testable import MusubiPlanning

@Suite("Years of the library") struct YearTests {
  @Test("show what the files say")
  func contents() throws {
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    #expect(year.fiscalYear == 2026)
    #expect(year.applicants.count == 12)
    #expect(year.schools.map(\.id).first == "S01")
    #expect(year.cohorts.map(\.places) == [2, 4, 4])
    #expect(year.cohorts[1].country == "THA")
    #expect(year.cohorts[1].dispatchStart == Day("2026-05-01"))
    #expect(year.applicants[4].countryRanks == [["VNM"], ["LAO"]])
    #expect(year.applicants[5].languages == ["en": 3, "vi": 2])
    #expect(year.weights[.interview] == 3)
    #expect(year.objective.first == "penalties")
    #expect(year.quotas.map(\.id) == ["seniors-of-country", "taught-in-thailand", "men"])
    #expect(year.quotas[1].least == .percent(50, of: [.where(.postCountry, .isOne(of: "THA"))]))
  }

  @Test("are the same in memory, and their quotas when they are put in again")
  func memory() throws {
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    let isCopied = try MusubiPlanning.ProgrammeYear(files: year.files).value == year.value
    #expect(isCopied)
    let again = try year.applying(Scenario("again", year.quotas.map { .quota($0) }))
    for (quota, other) in zip(year.quotas, again.quotas) {
      var other = other
      #expect(Set(other.conditions) == Set(quota.conditions))
      other.conditions = quota.conditions
      #expect(other == quota)
    }
    #expect(again.quotas.count == year.quotas.count)
    #expect(again.digest != year.digest)
  }

  @Test("have all their faults at once, as values")
  func faults() throws {
    var files = try MusubiPlanning.ProgrammeYear(at: village).files
    files["cohorts.csv"]?.replace("Laos 11,LAO,2", with: "Laos 11,LAX,many")
    files["countries.csv"] = nil
    do {
      _ = try MusubiPlanning.ProgrammeYear(files: files)
      Issue.record("The files have faults.")
    } catch {
      let places = error.faults.filter(\.isError).map { "\($0.file) \($0.column ?? "")" }
      #expect(places.contains("countries.csv "))
      #expect(places.contains("cohorts.csv places"))
      #expect(error.errorCount >= 2)
    }
    #expect(
      MusubiPlanning.ProgrammeYear.faults(at: "datasets/nowhere").map(\.description)
        == ["datasets/nowhere: the folder is missing."])
    #expect(MusubiPlanning.ProgrammeYear.faults(at: village).filter(\.isError).isEmpty)
  }

  @Test("refuse scenarios that do not fit, and say the nearest right word")
  func scenarios() throws {
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    func hints(_ edits: Scenario.Edit...) -> [String?] {
      do {
        _ = try year.applying(Scenario("wrong", edits))
        return []
      } catch {
        return error.faults.filter(\.isError).map(\.hint)
      }
    }
    #expect(hints(.places(3, ofCohort: "Thailand 15")) == ["Thailand 14"])
    #expect(hints(.close(school: "S0")).count == 1)
    #expect(hints(.weight(101, of: .interview)).count == 1)
    #expect(hints(.mostPartners(-1, inCountry: "THA")).count == 1)
    #expect(hints(.quota(Quota("age", of: [.where(.applicantSex, .atLeast(3))]))).count >= 1)
    let twice = Quota(
      "twice",
      of: [.where(.applicantTags, .isOne(of: "a")), .where(.applicantTags, .isOne(of: "b"))],
      atMost: .placements(1))
    #expect(hints(.quota(twice)).count == 1)
    let shares = Quota(
      "shares", of: [], atLeast: .percent(10, of: []),
      atMost: .percent(50, of: [.where(.postRemote, .yes)]))
    #expect(hints(.quota(shares)).count == 1)
    #expect(throws: YearFaults.self) { _ = try Scenario(json5: "{name: ") }
  }

  @Test("come out of the generator equal for equal seeds")
  func generated() throws {
    let year = try MusubiPlanning.ProgrammeYear(generating: 30, schools: 12, seed: 5)
    #expect(year.applicants.count == 30)
    #expect(year.schools.count == 12)
    #expect(
      try MusubiPlanning.ProgrammeYear(generating: 30, schools: 12, seed: 5).digest == year.digest)
    #expect(
      try MusubiPlanning.ProgrammeYear(generating: 30, schools: 12, seed: 6).digest != year.digest)
  }

  @Test("know every attribute and criterion of the rules")
  func words() {
    #expect(
      MusubiPlanning.Attribute.allCases.map(\.rawValue)
        == Programme.Attribute.allCases.map(\.rawValue))
    #expect(
      MusubiPlanning.Criterion.allCases.map(\.rawValue)
        == Programme.Criterion.allCases.map(\.rawValue))
  }
}
