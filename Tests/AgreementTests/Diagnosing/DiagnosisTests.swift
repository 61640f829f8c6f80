// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import TestSupport
internal import Testing

/// Infeasible folders that are diagnosed, in all. Unoptimised code is some twenty times
/// slower, so that it sees only some of them.
#if DEBUG
  private let wantedFolders = 12
#else
  private let wantedFolders = 200
#endif

/// Complete plans that exhaustive search looks at before it gives up.
private let mostLeaves = 60_000

/// Diagnoses of random infeasible folders, against exhaustive search.
@Suite("A diagnosis of a folder without a plan")
struct DiagnosisTests {
  @Test("is irreducible, and each way out leaves a plan")
  func isRight() throws {
    var involved: [Rule: Int] = [:]
    var seed: UInt64 = 0
    var found = 0
    var exhausted = 0
    while found < wantedFolders, seed < 20_000 {
      seed += 1
      let candidate = InfeasibleYear.candidate(seed: seed)
      guard case .infeasible = BruteForce.search(candidate, leafLimit: mostLeaves) else { continue }
      // Rows that contradict each other are faults of a folder, not conflicts.
      let folder = try ScratchYear(candidate)
      guard let year = folder.files.reading().year else { continue }
      found += 1
      let diagnosis = try diagnose(year)
      let rules = Set(
        diagnosis.found.conflicts.flatMap(\.levers).map {
          diagnosis.years.levers[$0].rule(in: year)
        })
      for rule in rules { involved[rule, default: 0] += 1 }
      exhausted += checkConflicts(diagnosis, seed)
      try checkWaysOut(diagnosis, in: year, of: folder.files, seed)
      checkCheapest(diagnosis, seed)
    }
    #expect(found == wantedFolders)
    #if !DEBUG
      print("Infeasible folders: \(found) of \(seed); proven without a plan: \(exhausted)")
      for rule in Rule.allCases where !rule.isStructural {
        print("  \(rule.rawValue): \(involved[rule] ?? 0)")
        #expect(involved[rule] ?? 0 >= 5, "\(rule.rawValue)")
      }
    #endif
  }

  private func diagnose(_ year: ProgrammeYear) throws -> DispatchDiagnosis {
    var limits = DiagnosisLimits()
    limits.relaxations = 3
    let outcome = try diagnoseDispatch(year, options: DispatchOptions(), limits: limits)
    guard case .found(let diagnosis) = outcome else { throw Stopped() }
    return diagnosis
  }

  private struct Stopped: Error {}

  /// Each conflict has no plan, and has one without any of its members.
  ///
  /// - Returns: How many conflicts exhaustive search looked through.
  private func checkConflicts(_ diagnosis: DispatchDiagnosis, _ seed: UInt64) -> Int {
    #expect(!diagnosis.found.conflicts.isEmpty, "seed \(seed)")
    var exhausted = 0
    for (conflict, shortfalls) in zip(diagnosis.found.conflicts, diagnosis.found.shortfalls) {
      let all = Set(conflict.levers)
      if let hasPlan = hasPlan(diagnosis.years.keeping(all)) {
        exhausted += 1
        #expect(!hasPlan, "seed \(seed), \(all)")
      }
      for (lever, shortfall) in zip(conflict.levers, shortfalls) {
        // The plan that breaks this one alone is told with it; the oracle judges it.
        let rest = diagnosis.years.keeping(all.subtracting([lever]))
        #expect(
          Oracle(rest).evaluate(shortfall.plan).isFeasible, "seed \(seed), \(lever) of \(all)")
        #expect(shortfall.units > 0, "seed \(seed), \(lever) of \(all)")
      }
    }
    return exhausted
  }

  /// Whether exhaustive search finds a plan; nothing where there are too many to look at.
  private func hasPlan(_ year: ProgrammeYear) -> Bool? {
    switch BruteForce.search(year, leafLimit: mostLeaves) {
    case .best: true
    case .infeasible: false
    case .tooLarge: nil
    }
  }

  /// Each scenario is read without a fault and has a plan; changing less has none.
  private func checkWaysOut(
    _ diagnosis: DispatchDiagnosis, in base: ProgrammeYear, of files: YearFolder, _ seed: UInt64
  ) throws {
    let report = DiagnosisReport(diagnosis, places: files.places())
    let negotiable = diagnosis.years.levers.indices.filter {
      !diagnosis.years.levers[$0].standing(in: base).isLaw
    }
    let law = Set(diagnosis.years.levers.indices).subtracting(negotiable)
    if report.scenarioFiles.isEmpty, let isPossible = hasPlan(diagnosis.years.keeping(law)) {
      #expect(!isPossible, "seed \(seed): law alone has a plan, but no way out is shown")
    }
    for (file, plan) in zip(report.scenarioFiles, report.plans) {
      var faults = FaultList()
      let scenario = try #require(Scenario(file, faults: &faults))
      let reading = files.reading(with: [scenario])
      #expect(!reading.faultList.hasErrors, "seed \(seed): \(reading.faultList.lines)")
      let year = try #require(reading.year)
      #expect(
        Oracle(year).evaluate(plan).isFeasible,
        "seed \(seed): \(String(decoding: file.bytes, as: UTF8.self))")
    }
    for relaxation in diagnosis.found.relaxations {
      #expect(Set(relaxation.levers).isDisjoint(with: law))
      // Fewer levers are not enough.
      for lever in relaxation.levers {
        let rest = Set(diagnosis.years.levers.indices).subtracting(relaxation.levers)
          .union([lever])
        if let isEnough = hasPlan(diagnosis.years.keeping(rest)) {
          #expect(!isEnough, "seed \(seed): \(lever) need not give way")
        }
      }
    }
  }

  /// The cheapest way out costs what exhaustive search says when all that is negotiable
  /// is soft.
  private func checkCheapest(_ diagnosis: DispatchDiagnosis, _ seed: UInt64) {
    guard let cheapest = diagnosis.found.cheapest else { return }
    var year = diagnosis.years.year
    year.objective = [.penalties]
    for rule in Rule.allCases where !rule.isStructural && !year.rules.isLaw(rule) {
      guard year.rules[rule] == .hard else { continue }
      year.rules.strictness[rule] = .soft(penalty: year.rules.standings[rule]?.cost ?? 1)
    }
    for index in year.rules.quotas.indices
    where year.rules.quotas[index].standing.isLaw != true
      && year.rules.quotas[index].strictness == .hard
    {
      year.rules.quotas[index].strictness = .soft(
        penalty: year.rules.quotas[index].standing.cost)
    }
    for index in year.rules.criteria.indices
    where year.rules.criteria[index].standing.isLaw != true
      && year.rules.criteria[index].strictness == .hard
    {
      year.rules.criteria[index].strictness = .soft(
        penalty: year.rules.criteria[index].standing.cost)
    }
    guard case .best(let answer) = BruteForce.search(year, leafLimit: mostLeaves) else { return }
    let value = try? #require(answer.tiers.first?.value)
    // Of two closings of one place each counts.
    if year.pins.contains(where: { $0.kind == .forbid }) {
      #expect(value ?? .max <= Int64(cheapest.cost), "seed \(seed)")
    } else {
      #expect(value == Int64(cheapest.cost), "seed \(seed)")
    }
  }
}
