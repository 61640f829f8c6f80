// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import TestSupport
internal import Testing

/// Infeasible years that are diagnosed.
#if DEBUG
  private let wanted = 5
#else
  private let wanted = 12
#endif

/// Complete plans that exhaustive search looks at before it gives up.
private let mostTrainings = 600

/// Diagnoses of random years whose trainings have no plan, against exhaustive search.
@Suite("A diagnosis of trainings without a plan")
struct TrainingDiagnosisTests {
  @Test("is irreducible, and each way out leaves a plan")
  func isRight() throws {
    var involved: [TrainingRule: Int] = [:]
    var seed: UInt64 = 0
    var found = 0
    while found < wanted, seed < 5_000 {
      seed += 1
      let small = candidate(seed: seed)
      guard hasPlan(small) == false else { continue }
      let folder = try ScratchYear(small.year)
      guard folder.files.reading().year != nil else { continue }
      found += 1
      let outcome = try diagnoseTraining(
        small.year, hosting: small.hosting, pins: small.pins, options: TrainingOptions())
      guard case .found(let diagnosis) = outcome else {
        Issue.record("seed \(seed): stopped")
        continue
      }
      for rule in Set(
        diagnosis.found.conflicts.flatMap(\.levers).map { diagnosis.years.levers[$0].rule })
      { involved[rule, default: 0] += 1 }
      checkConflicts(diagnosis, small, seed)
      try checkWaysOut(diagnosis, small, folder.files, seed)
    }
    #expect(found == wanted)
    #if !DEBUG
      #expect(involved.count >= 5, "\(involved)")
    #endif
  }

  /// A random year with its rules hard, and its quotas asking for people.
  private func candidate(seed: UInt64) -> SmallTraining {
    var random = SplitMix64(seed: seed)
    var small = randomSmallTraining(seed: seed, leafLimit: 60)
    for rule in TrainingRule.allCases where small.year.training.rules[rule] != .off {
      small.year.training.rules.strictness[rule] = .hard
    }
    for index in small.year.training.rules.quotas.indices {
      small.year.training.rules.quotas[index].strictness = .hard
    }
    if random.chance(40), let delegation = small.year.training.delegations.first {
      small.year.training.rules.quotas.append(
        TrainingQuota(
          id: "asked", select: TrainingSelector(),
          minimum: delegation.headcount.people + random.below(3)))
    }
    return small
  }

  /// Whether exhaustive search finds a plan; nothing where there are too many to look at.
  private func hasPlan(_ small: SmallTraining) -> Bool? {
    switch BestTraining.search(small, leafLimit: mostTrainings) {
    case .best: true
    case .infeasible: false
    case .tooLarge: nil
    }
  }

  private func checkConflicts(
    _ diagnosis: TrainingDiagnosis, _ small: SmallTraining, _ seed: UInt64
  ) {
    #expect(!diagnosis.found.conflicts.isEmpty, "seed \(seed)")
    func hasPlan(keeping levers: Set<Int>) -> Bool? {
      let (year, pins) = diagnosis.years.keeping(levers)
      return self.hasPlan(SmallTraining(year, hosting: small.hosting, pins: pins))
    }
    for conflict in diagnosis.found.conflicts {
      let all = Set(conflict.levers)
      #expect(hasPlan(keeping: all) != true, "seed \(seed), \(all)")
      for lever in conflict.levers {
        #expect(
          hasPlan(keeping: all.subtracting([lever])) != false, "seed \(seed), \(lever) of \(all)")
      }
    }
  }

  /// Each scenario is read without a fault and has a plan.
  private func checkWaysOut(
    _ diagnosis: TrainingDiagnosis, _ small: SmallTraining, _ files: YearFolder, _ seed: UInt64
  ) throws {
    let report = DiagnosisReport(diagnosis, places: files.places())
    for file in report.scenarioFiles {
      var faults = FaultList()
      let scenario = try #require(Scenario(file, faults: &faults))
      let reading = files.reading(with: [scenario])
      #expect(!reading.faultList.hasErrors, "seed \(seed): \(reading.faultList.lines)")
      let year = try #require(reading.year)
      let pins = year.training.rules[.pin] == .off ? [] : small.pins
      #expect(
        hasPlan(SmallTraining(year, hosting: small.hosting, pins: pins)) != false,
        "seed \(seed), \(file.name)")
    }
  }
}
