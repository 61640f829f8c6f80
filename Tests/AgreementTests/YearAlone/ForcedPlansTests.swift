// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import TestSupport
internal import Testing
internal import Verification

// Unoptimised code is some twenty times slower, so that it sees only some of the years.
#if DEBUG
  private let forcedYears = 20
#else
  private let forcedYears = 120
#endif

/// Alternatives of problems that are planned from a year alone, against exhaustive search.
@Suite("Alternatives of returnees and ten years")
struct ForcedPlansTests {
  private var everything: AlternativeLimits {
    var limits = AlternativeLimits()
    limits.wanted = 10_000
    limits.solves = 10_000
    return limits
  }

  @Test("lose what exhaustive search says, or are in no plan: returnees")
  func returnees() throws {
    var (solved, impossible) = (0, 0)
    for seed in 1...forcedYears {
      let year = randomSmallReturnees(seed: UInt64(seed), mostPairs: 8)
      let oracle = ReturneeOracle(year)
      let request = PlanningRequest<ReturneeActivities>()
      let base = try ReturneeActivities.checkedPlan(year, request)
      let plan = try #require(base.plan)
      let best = BestOfYear<ReturneeActivities>(
        year, plan: plan, tiers: base.tiers, request: request)
      let subjects =
        year.returnees.returnees.indices.map { ReturneeSubject.returnee($0) }
        + year.returnees.activities.indices.map { .activity($0) }
      for subject in subjects {
        let candidates = ReturneeActivities.candidates(for: subject, in: plan, of: year)
        let found = try best.alternatives(among: candidates, limits: everything)
        #expect(found.isComplete, "seed \(seed)")
        #expect(found.best.count + found.impossible.count == candidates.count, "seed \(seed)")
        for alternative in found.best {
          let expected = oracle.best { plan in
            alternative.forced.allSatisfy { $0.holds(in: ReturneePlan(plan)) }
          }
          #expect(alternative.isExact, "seed \(seed)")
          #expect(alternative.tiers == expected, "seed \(seed), \(alternative.forced)")
          #expect(alternative.forced.allSatisfy { $0.holds(in: alternative.plan) })
          solved += 1
        }
        for forced in found.impossible {
          let known = oracle.best { plan in
            forced.allSatisfy { $0.holds(in: ReturneePlan(plan)) }
          }
          #expect(known.isEmpty, "seed \(seed), \(forced)")
          impossible += 1
        }
        for (one, other) in zip(found.best, found.best.dropFirst()) {
          #expect(!isBetter(other.tiers, than: one.tiers), "seed \(seed)")
        }
      }
    }
    #expect(solved > forcedYears && impossible > 0, "\(solved), \(impossible)")
  }

  @Test("lose what exhaustive search says, or are in no plan: ten years")
  func decade() throws {
    var (solved, impossible) = (0, 0)
    for seed in 1...forcedYears {
      let year = randomSmallDecade(seed: UInt64(seed))
      let request = PlanningRequest<TenYears>()
      let base = try TenYears.checkedPlan(year, request)
      guard let plan = base.plan else { continue }
      let best = BestOfYear<TenYears>(year, plan: plan, tiers: base.tiers, request: request)
      let position = seed % year.decade.years.count
      for subject in [DecadeSubject.line(0), .year(position)] {
        let candidates = TenYears.candidates(for: subject, in: plan, of: year)
        let found = try best.alternatives(among: candidates, limits: everything)
        #expect(found.best.count + found.impossible.count == candidates.count, "seed \(seed)")
        for alternative in found.best {
          let expected = bestTiers(ofDecade: year) { plan in
            alternative.forced.allSatisfy { $0.holds(in: plan) }
          }
          #expect(alternative.isExact, "seed \(seed)")
          #expect(
            alternative.tiers.map(\.value) == expected?.map(\.value),
            "seed \(seed), \(alternative.forced)")
          #expect(alternative.tiers.map(\.shares) == expected?.map(\.shares), "seed \(seed)")
          solved += 1
        }
        for forced in found.impossible {
          let known = bestTiers(ofDecade: year) { plan in
            forced.allSatisfy { $0.holds(in: plan) }
          }
          #expect(known == nil, "seed \(seed), \(forced)")
          impossible += 1
        }
      }
    }
    #expect(solved > forcedYears && impossible > 0, "\(solved), \(impossible)")
  }

  @Test("the best plan near to another one changes fewest people: returnees")
  func nearest() throws {
    var changed = 0
    for seed in 1...forcedYears {
      let year = randomSmallReturnees(seed: UInt64(seed), mostPairs: 8)
      var random = SplitMix64(seed: UInt64(seed) &+ 77)
      let oracle = ReturneeOracle(year)
      let near = ReturneePlan(random.some(of: oracle.allowedPairs, percent: 40).sorted())
      var request = PlanningRequest<ReturneeActivities>()
      request.near = near
      let planned = try ReturneeActivities.checkedPlan(year, request)
      let plan = try #require(planned.plan)
      let best = oracle.best()
      #expect(planned.status == .optimal && planned.isNearest, "seed \(seed)")
      #expect(planned.tiers == best, "seed \(seed)")
      func moved(_ plan: [Participation]) -> Int {
        ReturneeActivities.moves(from: near, of: year, to: ReturneePlan(plan), of: year).count
      }
      let fewest = oracle.plans().filter { $0.tiers == best }.map { moved($0.plan) }.min()
      #expect(moved(plan.participations) == fewest, "seed \(seed)")
      changed += fewest ?? 0
    }
    #expect(changed > 0)
  }

  @Test("the best plan near to another one has few other units: ten years")
  func nearestDecade() throws {
    for seed in 1...forcedYears {
      let year = randomSmallDecade(seed: UInt64(seed))
      var random = SplitMix64(seed: UInt64(seed) &+ 78)
      let near = DecadePlan(
        units: year.decade.lines.map { line in
          year.decade.years.map { _ in random.integer(in: line.min...line.max) }
        })
      var request = PlanningRequest<TenYears>()
      request.near = near
      let planned = try TenYears.checkedPlan(year, request)
      let best = bestTiers(ofDecade: year)
      #expect(planned.tiers.map(\.value) == (best?.map(\.value) ?? []), "seed \(seed)")
      guard let best, let plan = planned.plan, planned.isNearest else { continue }
      func distance(_ plan: DecadePlan) -> Int {
        TenYears.moves(from: near, of: year, to: plan, of: year).reduce(0) { $0 + $1.people }
      }
      var fewest = Int.max
      forEachPlan(of: year.decade) { other in
        let verification = verifyDecade(other, in: year)
        guard verification.isValid, verification.tiers.map(\.value) == best.map(\.value),
          verification.tiers.map(\.shares) == best.map(\.shares)
        else { return }
        fewest = min(fewest, distance(other))
      }
      #expect(distance(plan) == fewest, "seed \(seed)")
    }
  }
}
