// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("Settings written and read")
struct SettingsTests {
  /// The starter year with settings, written and read.
  private func returned(_ change: (inout ProgrammeYear) -> Void) throws -> Bool {
    let scratch = try ScratchFolder()
    var year = starterYear()
    change(&year)
    try writeProgrammeYear(year, to: scratch.path + "/year")
    let reading = readProgrammeYear(at: scratch.path + "/year")
    #expect(reading.faultList.lines == [])
    return reading.year == year
  }

  @Test("keep every strictness of every rule")
  func strictness() throws {
    let rules = Rule.allCases.filter { !$0.isStructural && $0 != .quota && $0 != .criterion }
    let choices = [Strictness.off, .soft(penalty: 1), .soft(penalty: 10_000), .hard]
    for shift in choices.indices {
      let isSame = try returned { year in
        for (index, rule) in rules.enumerated() {
          // A hard rule is one of which nothing is said.
          let choice = choices[(index + shift) % choices.count]
          year.rules.strictness[rule] = choice == .hard ? nil : choice
        }
      }
      #expect(isSame)
    }
  }

  @Test("keep every standing and cost")
  func standings() throws {
    let choices = [
      Standing(isLaw: true), Standing(isLaw: false), Standing(isLaw: false, cost: 7),
      Standing(cost: 10_000),
    ]
    for shift in choices.indices {
      let isSame = try returned { year in
        for (index, rule) in Rule.allCases.enumerated()
        where !rule.isStructural && rule != .quota && rule != .criterion {
          year.rules.standings[rule] = choices[(index + shift) % choices.count]
        }
        for (index, rule) in TrainingRule.allCases.enumerated()
        where !rule.isStructural && rule != .quota {
          year.training.rules.standings[rule] = choices[(index + shift) % choices.count]
        }
        for index in year.rules.quotas.indices {
          year.rules.quotas[index].standing = choices[shift]
        }
        var able = CriterionRule(id: "able", criterion: .interview, minimum: 50)
        able.standing = choices[shift]
        year.rules.criteria = [able]
      }
      #expect(isSame)
    }
  }

  @Test("keep every parameter")
  func parameters() throws {
    let isSame = try returned { year in
      year.rules.language.minimum = 0
      year.rules.language.minimumRemote = 5
      year.rules.hours.minimum = 1
      year.rules.hours.maximum = 99
      year.rules.travel.maximumMetres = 12_345
      year.rules.companions.others = 3
      year.rules.companions.withinMetres = 1
      year.rules.companions.oldestAge = 65
      year.rules.companions.lowLanguageBelow = 4
      year.rules.companions.penaltyOthers = 0
      year.rules.budget.total = 999_999_999_999
      year.rules.rotation.maximumYearsRunning = 7
      year.bundles.maximumSchools = 3
      year.bundles.outerMetres = 999_999
      year.title = "\"A\" \\ \n 年"
      year.weights = [.interview: 0, .preference: 100]
      year.objective = [.weighted, .changes]
      year.filledWeight = 0
    }
    #expect(isSame)
  }

  @Test("keep quotas and criterion rules")
  func quotas() throws {
    typealias Condition = Selector.Condition
    let isSame = try returned { year in
      year.rules.quotas = [
        QuotaRule(
          id: "a", strictness: .soft(penalty: 7),
          select: Selector(conditions: [
            Condition(.postRemote, .among(["yes"])), Condition(.applicantAge, .range(nil, 24)),
            Condition(.applicantTags, .among(["x", "y z"])),
            Condition(.cohortCountry, .noneAmong(["THA"])),
          ]), minimum: 0, maximum: 5, each: .postArea),
        QuotaRule(
          id: "b", strictness: .off,
          select: Selector(conditions: [
            Condition(.applicantTeachingYears, .range(1, nil)),
            Condition(.postLearners, .range(-5, 500)), Condition(.postPriority, .among(["1"])),
            Condition(.postRenewal, .noneAmong(["no"])),
            Condition(.applicantMedicalTier, .noneAmong(["1", "2"])),
          ]),
          share: QuotaRule.Share(
            of: Selector(conditions: [Condition(.postSchools, .among(["S001"]))]),
            minimumPercent: 30, maximumPercent: 100)),
        QuotaRule(id: "c", select: Selector(conditions: []), maximum: 2),
      ]
      year.rules.criteria = [
        CriterionRule(id: "d", criterion: .schoolNeed, minimum: 1),
        CriterionRule(
          id: "e", strictness: .soft(penalty: 2), criterion: .interview, minimum: 100,
          select: Selector(conditions: [Condition(.postCity, .among(["Lamphun"]))])),
      ]
    }
    #expect(isSame)
  }

  @Test("take defaults where nothing is said")
  func defaults() throws {
    let scratch = try ScratchFolder()
    for file in programmeFiles(of: starterYear()) {
      _ = try scratch.write(file.bytes, to: file.name)
    }
    _ = try scratch.write(Array("{fiscal_year: 2026}".utf8), to: "programme.json5")
    let reading = readProgrammeYear(at: scratch.path)
    #expect(reading.faultList.lines == [])
    #expect(reading.year?.rules == Rules())
    #expect(reading.year?.bundles == BundleLimits())
    #expect(reading.year?.weights == ProgrammeYear.defaultWeights)
    #expect(reading.year?.objective == ProgrammeYear.defaultObjective)
    #expect(reading.year?.filledWeight == ProgrammeYear.defaultFilledWeight)
  }
}
