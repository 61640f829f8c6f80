// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let wantedYears = 8
#else
  private let wantedYears = 40
#endif

/// Diagnoses of problems that are planned from a year alone, against exhaustive search.
@Suite("A diagnosis of returnees and ten years")
struct YearDiagnosisTests {
  private struct Stopped: Error {}

  private func diagnosed<Problem: LeveredProblem>(
    _: Problem.Type, _ given: ProgrammeYear, asking asked: [String] = []
  ) throws -> (diagnosis: YearDiagnosis<Problem>, levers: [WordedLever<Problem>]) {
    let year = Problem.withoutSoftRules(given)
    let levers = try Problem.levers(of: year, asking: asked)
    var limits = DiagnosisLimits()
    limits.relaxations = 3
    let outcome = try diagnose(
      YearLevers<Problem>(year, levers.map(\.lever)), request: PlanningRequest(), limits: limits)
    guard case .found(let diagnosis) = outcome else { throw Stopped() }
    return (diagnosis, levers)
  }

  /// Checks a diagnosis against a way to say whether a year has a plan with what is forced.
  ///
  /// - Returns: Whether there was a conflict.
  private func check<Problem: LeveredProblem>(
    _ diagnosis: YearDiagnosis<Problem>, _ seed: Int,
    hasPlan: (ProgrammeYear, [Problem.Force]) -> Bool
  ) -> Bool {
    let years = diagnosis.years
    let all = Set(years.levers.indices)
    func isPossible(_ levers: Set<Int>) -> Bool {
      let (year, forced) = years.keeping(levers)
      return hasPlan(year, forced)
    }
    #expect(isPossible(all) == diagnosis.found.conflicts.isEmpty, "seed \(seed)")
    guard !diagnosis.found.conflicts.isEmpty else { return false }
    for (conflict, shortfalls) in zip(diagnosis.found.conflicts, diagnosis.found.shortfalls) {
      let levers = Set(conflict.levers)
      #expect(!isPossible(levers), "seed \(seed): \(levers) can be kept together")
      for (lever, shortfall) in zip(conflict.levers, shortfalls) {
        let rest = levers.subtracting([lever])
        #expect(isPossible(rest), "seed \(seed): \(lever) of \(levers) is not needed")
        let (year, forced) = years.keeping(rest)
        #expect(
          Problem.verify(shortfall.plan, in: year, claimed: []).isValid
            && forced.allSatisfy { Problem.holds($0, in: shortfall.plan) }, "seed \(seed)")
        #expect(shortfall.units > 0, "seed \(seed)")
        // A number is as near to the data as it can be.
        guard let number = years.levers[lever].number,
          let present = number.value(in: years.year),
          let nearest = years.nearestNumber(of: lever, in: shortfall.plan)
        else { continue }
        let step = nearest > present ? -number.grain : number.grain
        guard abs(nearest - present) > number.grain else { continue }
        var (tighter, asked) = years.keeping(rest)
        number.set(nearest + step, in: &tighter)
        #expect(!hasPlan(tighter, asked), "seed \(seed): \(number.path) could be nearer")
        asked = []
      }
    }
    let law = all.filter { years.levers[$0].isLaw }
    #expect(
      isPossible(law) == !diagnosis.found.relaxations.isEmpty,
      "seed \(seed): ways out and law do not agree")
    for relaxation in diagnosis.found.relaxations {
      let given = Set(relaxation.levers)
      #expect(given.isDisjoint(with: law), "seed \(seed): law was relaxed")
      let (year, forced) = years.keeping(all.subtracting(given))
      #expect(
        Problem.verify(relaxation.plan, in: year, claimed: []).isValid
          && forced.allSatisfy { Problem.holds($0, in: relaxation.plan) }, "seed \(seed)")
      for lever in given {
        #expect(
          !isPossible(all.subtracting(given.subtracting([lever]))),
          "seed \(seed): \(lever) need not give way")
      }
    }
    return true
  }

  @Test("is irreducible, and each way out leaves a plan: returnees")
  func returnees() throws {
    var (found, seed, withWays) = (0, 0, 0)
    while found < wantedYears, seed < 2_000 {
      seed += 1
      let year = randomSmallReturnees(seed: UInt64(seed), mostPairs: 7)
      // Without rules everybody may take part in everything.
      guard year.returnees.returnees.count * year.returnees.activities.count <= 9 else { continue }
      let (diagnosis, _) = try diagnosed(ReturneeActivities.self, year)
      let isConflict = check(diagnosis, seed) { year, forced in
        !ReturneeOracle(year).plans { plan in
          forced.allSatisfy { $0.holds(in: ReturneePlan(plan)) }
        }.isEmpty
      }
      guard isConflict else { continue }
      found += 1
      withWays += diagnosis.found.relaxations.isEmpty ? 0 : 1
    }
    #expect(found == wantedYears && withWays > 2, "\(found), \(withWays)")
  }

  @Test("is irreducible, and each way out leaves a plan: ten years")
  func decade() throws {
    var (found, seed) = (0, 0)
    while found < wantedYears, seed < 2_000 {
      seed += 1
      let year = randomSmallDecade(seed: UInt64(seed))
      let (diagnosis, _) = try diagnosed(TenYears.self, year)
      let isConflict = check(diagnosis, seed) { year, forced in
        var hasPlan = false
        forEachPlan(of: year.decade) { plan in
          hasPlan =
            hasPlan
            || forced.allSatisfy { $0.holds(in: plan) } && verifyDecade(plan, in: year).isValid
        }
        return hasPlan
      }
      found += isConflict ? 1 : 0
    }
    #expect(found == wantedYears)
  }

  @Test("is irreducible, and each way out leaves a plan: exchange")
  func exchange() throws {
    var (found, seed, withWays) = (0, 0, 0)
    while found < wantedYears, seed < 2_000 {
      seed += 1
      let year = randomSmallExchange(seed: UInt64(seed), mostPlans: 150)
      // Without rules everybody may be everybody's partner.
      guard year.exchange.schools.count <= 4 else { continue }
      let asked = year.exchange.schools.prefix(seed % 3).map(\.id)
      let (diagnosis, _) = try diagnosed(TeacherExchange.self, year, asking: asked)
      let isConflict = check(diagnosis, seed) { year, forced in
        var request = PlanningRequest<TeacherExchange>()
        request.forced = forced
        let oracle = ExchangeOracle(TeacherExchange.withoutGoals(year))
        guard oracle.planCount <= 3_000 else {
          // The engine itself, which other tests hold against every plan.
          return
            (try? TeacherExchange.checkedPlan(
              TeacherExchange.withoutGoals(year), request))?.plan != nil
        }
        return !oracle.plans { plan in
          forced.allSatisfy { $0.holds(in: ExchangePlan(plan)) }
        }.isEmpty
      }
      guard isConflict else { continue }
      found += 1
      withWays += diagnosis.found.relaxations.isEmpty ? 0 : 1
    }
    #expect(found == wantedYears && withWays > 2, "\(found), \(withWays)")
  }
}
