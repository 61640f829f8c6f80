// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let announcedYears = 30
#else
  private let announcedYears = 200
#endif

/// What was announced to returnees, against exhaustive search.
@Suite("Announced activities and exhaustive search")
struct ReturneeReplanAgreementTests {
  private func planned(_ year: ProgrammeYear) throws -> ReturneeOutcome {
    var options = ReturneeOptions()
    options.gap = 0
    return try planReturnees(year, options: options)
  }

  @Test("the best plan keeps what was announced, or there is none")
  func announced() throws {
    var (possible, impossible) = (0, 0)
    for seed in 1...announcedYears {
      let year = randomAnnouncedReturnees(seed: UInt64(seed), mostPairs: 8)
      let expected = ReturneeOracle(year).best()
      let outcome = try planned(year)
      guard !expected.isEmpty else {
        impossible += 1
        #expect(outcome.status == .infeasible, "seed \(seed)")
        continue
      }
      possible += 1
      #expect(outcome.status == .optimal, "seed \(seed)")
      #expect(outcome.tiers == expected, "seed \(seed)")
      #expect(
        verifyReturnees(outcome.plan, in: year, claimed: outcome.tiers).isValid, "seed \(seed)")
    }
    #expect(possible > 5 && impossible > 3, "\(possible), \(impossible)")
  }

  @Test(
    "without the rule another plan is best in some year, and the verifier finds that it breaks it")
  func binds() throws {
    for seed in 1...announcedYears {
      let year = randomAnnouncedReturnees(seed: UInt64(seed), mostPairs: 8)
      var free = year
      free.returnees.rules.strictness[.announced] = .off
      let (kept, other) = (try planned(year), try planned(free))
      guard kept.hasPlan, kept.tiers != other.tiers else { continue }
      let broken = verifyReturnees(other.plan, in: year).rules.filter(\.isBroken)
      #expect(broken.contains { $0.id == ReturneeRule.announced.rawValue })
      return
    }
    Issue.record("The rule never makes a difference.")
  }

  @Test("the verifier counts what is lost as the definitions do")
  func units() {
    for seed in 1...announcedYears {
      let year = randomAnnouncedReturnees(seed: UInt64(seed), mostPairs: 8)
      let oracle = ReturneeOracle(year)
      var random = SplitMix64(seed: UInt64(seed) &+ 6_000_000)
      for percent in [0, 40, 90] {
        let plan = random.some(of: oracle.allowedPairs, percent: percent)
        let units = oracle.units(of: plan, allowed: oracle.allowedPairs)
        let found = verifyReturnees(ReturneePlan(plan), in: year)
        #expect(
          found.rules.first { $0.id == "announced" }?.units == units[.announced], "seed \(seed)")
      }
    }
  }

  @Test("after a withdrawal fewest participations are lost, and the curve is that of every plan")
  func replanned() throws {
    var (lost, points) = (0, 0)
    for seed in 1...announcedYears {
      var year = randomSmallReturnees(seed: UInt64(seed), mostPairs: 8)
      guard year.returnees.returnees.count > 1 else { continue }
      year.returnees.announced = try planned(year).plan.participations
      // The last one withdraws, the first activity asks for one more, and the last one is
      // worth more than before.
      let gone = year.returnees.returnees.count - 1
      year.returnees.returnees.removeLast()
      year.returnees.journeys = year.returnees.journeys.filter { $0.key.returnee != gone }
      year.returnees.announced.removeAll { $0.returnee == gone }
      year.returnees.activities[0].seatsMin += 1
      year.returnees.activities[0].seatsMax += 1
      if let last = year.returnees.activities.indices.last {
        year.returnees.activities[last].reach += 500
      }
      year.returnees.rules.strictness[.announced] = .off
      year.returnees.objective =
        [.moved] + year.returnees.objective.filter { $0 != .moved }
      let best = ReturneeOracle(year).best()
      let fewest = try ReturneeActivities.checkedPlan(
        year, PlanningRequest<ReturneeActivities>())
      #expect(fewest.status == .optimal && fewest.tiers == best, "seed \(seed)")
      lost += Int(best[0].value)
      let curve = try changesCurve(
        of: year, from: fewest, most: 20, request: PlanningRequest<ReturneeActivities>())
      #expect(curve.isComplete, "seed \(seed)")
      for point in curve.points {
        let expected = ReturneeOracle(
          ReturneeActivities.moving(year, atMost: point.moved)
        ).best()
        guard point.moved > 0 else { continue }
        #expect(point.tiers == expected, "seed \(seed), \(point.moved)")
      }
      points += curve.points.count - 1
    }
    // Many curves end where they begin.
    #expect(lost > 0 && (points > 0 || announcedYears < 100), "\(lost), \(points)")
  }
}
