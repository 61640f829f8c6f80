// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let forcedYears = 12
#else
  private let forcedYears = 80
#endif

/// Alternatives of the exchange of teachers, against exhaustive search.
@Suite("Alternatives of exchange")
struct ForcedExchangeTests {
  @Test("lose what exhaustive search says, or are in no plan", arguments: [false, true])
  func alternatives(stable: Bool) throws {
    var (solved, impossible) = (0, 0)
    var everything = AlternativeLimits()
    everything.wanted = 10_000
    everything.solves = 10_000
    for seed in 1...forcedYears {
      let year = randomSmallExchange(seed: UInt64(seed), mostPlans: 600, stable: stable)
      let plans = ExchangeOracle(year).plans()
      let request = PlanningRequest<TeacherExchange>()
      let base = try TeacherExchange.checkedPlan(year, request)
      guard let plan = base.plan else {
        #expect(plans.isEmpty && base.status == .infeasible, "seed \(seed)")
        continue
      }
      #expect(base.tiers == plans.best, "seed \(seed)")
      let best = BestOfYear<TeacherExchange>(
        year, plan: plan, tiers: base.tiers, request: request)
      for school in year.exchange.schools.indices {
        let subject = ExchangeSubject(school: school)
        let candidates = TeacherExchange.candidates(for: subject, in: plan, of: year)
        let found = try best.alternatives(among: candidates, limits: everything)
        #expect(found.isComplete, "seed \(seed)")
        #expect(found.best.count + found.impossible.count == candidates.count, "seed \(seed)")
        for alternative in found.best {
          let expected = plans.filter { plan in
            alternative.forced.allSatisfy { $0.holds(in: ExchangePlan(plan.plan)) }
          }.best
          #expect(alternative.isExact, "seed \(seed), \(alternative.forced)")
          #expect(alternative.tiers == expected, "seed \(seed), \(alternative.forced)")
          #expect(alternative.forced.allSatisfy { $0.holds(in: alternative.plan) })
          solved += 1
        }
        for forced in found.impossible {
          let isKnown = plans.contains { plan in
            forced.allSatisfy { $0.holds(in: ExchangePlan(plan.plan)) }
          }
          #expect(!isKnown, "seed \(seed), \(forced)")
          impossible += 1
        }
      }
    }
    #expect(solved > forcedYears && impossible > 0, "\(solved), \(impossible)")
  }

  @Test("several things forced at once are had by the best plan that has all of them")
  func together() throws {
    var (possible, impossible) = (0, 0)
    for seed in 1...forcedYears {
      let year = randomSmallExchange(seed: UInt64(seed), mostPlans: 600)
      var random = SplitMix64(seed: UInt64(seed) &+ 79)
      let pairs = year.exchange.inJapan.flatMap { japan in
        year.exchange.abroad.map { SchoolPair(japan: japan, abroad: $0) }
      }
      var request = PlanningRequest<TeacherExchange>()
      request.forced =
        random.some(of: pairs, percent: 20).map { .partners($0, random.below(2) == 0) }
        + random.some(of: Array(year.exchange.schools.indices), percent: 20).map {
          .hasPartner(school: $0, random.below(2) == 0)
        }
      let forced = request.forced
      let best = ExchangeOracle(year).plans { plan in
        forced.allSatisfy { $0.holds(in: ExchangePlan(plan)) }
      }.best
      let planned = try TeacherExchange.checkedPlan(year, request)
      guard let best else {
        #expect(planned.status == .infeasible, "seed \(seed)")
        impossible += 1
        continue
      }
      possible += 1
      #expect(planned.status == .optimal && planned.tiers == best, "seed \(seed)")
    }
    #expect(possible > 0 && impossible > 0, "\(possible), \(impossible)")
  }

  @Test("the best plan near to another one has fewest other partnerships")
  func nearest() throws {
    var changed = 0
    for seed in 1...forcedYears {
      let year = randomSmallExchange(seed: UInt64(seed), mostPlans: 600)
      let oracle = ExchangeOracle(year)
      var random = SplitMix64(seed: UInt64(seed) &+ 78)
      let near = ExchangePlan(
        random.some(
          of: oracle.possible.options.values.sorted { $0[0].pair < $1[0].pair }, percent: 40
        )
        .map { random.pick($0) })
      var request = PlanningRequest<TeacherExchange>()
      request.near = near
      let plans = oracle.plans()
      let planned = try TeacherExchange.checkedPlan(year, request)
      #expect(planned.tiers == plans.best ?? [], "seed \(seed)")
      guard let plan = planned.plan else { continue }
      #expect(planned.status == .optimal && planned.isNearest, "seed \(seed)")
      let before = Set(near.partnerships.map(\.pair))
      func distance(_ plan: [Partnership]) -> Int {
        before.symmetricDifference(plan.map(\.pair)).count
      }
      let fewest = plans.filter { $0.tiers == planned.tiers }.map { distance($0.plan) }.min()
      #expect(distance(plan.partnerships) == fewest, "seed \(seed)")
      changed += fewest ?? 0
    }
    #expect(changed > 0)
  }
}

extension [(plan: [Partnership], tiers: [TierResult])] {
  /// The tiers of the best of some plans; nothing where there is none.
  fileprivate var best: [TierResult]? {
    map(\.tiers).reduce(nil) { best, tiers in
      best.map { isBetter(tiers, than: $0) ? tiers : $0 } ?? tiers
    }
  }
}
