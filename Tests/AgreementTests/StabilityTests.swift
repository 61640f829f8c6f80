// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let stableYears = 10
#else
  private let stableYears = 160
#endif

@Suite("Stable plans")
struct StabilityTests {
  @Test(
    "have the fewest blocking pairs, then ranks, that exhaustive search finds",
    arguments: Array(stride(from: 1, to: stableYears + 1, by: 10)))
  func agree(from start: Int) {
    for seed in start..<(start + 10) {
      var small = randomSmallYear(seed: UInt64(seed), leafLimit: 300)
      // What GLPK proves soon: each pair of a person and a place may block.
      let oracle = Oracle(small.year, baseline: small.baseline)
      let pairs = small.year.applicants.indices.reduce(0) {
        $0 + oracle.structuralPlacements(of: $1).count(where: oracle.isEligible)
      }
      guard pairs <= 40 else { continue }
      small.year.objective = Goal.stability + small.year.objective
      if let difference = difference(on: small) {
        Issue.record("Seed \(seed): \(difference)\n\(small)")
      }
    }
  }

  /// What the engine says that exhaustive search does not, if anything.
  private func difference(on small: SmallYear) -> String? {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = .max
    options.baseline = small.baseline
    options.findsNearest = false
    let outcome: DispatchOutcome
    do throws(EngineFailure) {
      outcome = try planDispatch(small.year, options: options)
    } catch {
      return "the engine failed: \(error)"
    }
    guard let answer = BruteForce.bestDispatch(small.year, baseline: small.baseline) else {
      return outcome.status == .infeasible ? nil : "no plan keeps the rules; \(outcome.status)"
    }
    guard outcome.status == .optimal else { return "there is a plan; \(outcome.status)" }
    for (tier, best) in zip(outcome.tiers, answer.tiers)
    where tier.value != best.value || tier.shares != best.shares {
      return "\(tier.name) is \(tier.value), and \(best.value) is possible"
    }
    let verification = verifyDispatch(
      small.year, placements: outcome.placements, baseline: small.baseline,
      claimed: outcome.tiers)
    return verification.isValid ? nil : "not valid: \(verification.claims.flatMap(\.faults))"
  }

  @Test("are those of deferred acceptance where only seats are limited")
  func deferredAcceptance() throws {
    var strict = 0
    for seed in 1...UInt64(stableYears) {
      let year = openYear(seed: seed)
      let market = try #require(Market(year))
      guard market.isStrict else { continue }
      strict += 1
      // Solved whole as well, so that the rows of the program are compared, too.
      for mostTriples in [-1, Int.max] {
        var options = DispatchOptions()
        options.gap = 0
        options.mostTriplesForGLPK = mostTriples
        let outcome = try planDispatch(year, options: options)
        #expect(outcome.status == .optimal, "seed \(seed)")
        #expect(outcome.tiers.first?.value == 0, "seed \(seed)")
        #expect(outcome.placements == market.accepted(), "seed \(seed)")
        #expect(Oracle(year).stability(of: outcome.placements).blocking.isEmpty, "seed \(seed)")
        #expect(
          verifyDispatch(
            year, placements: outcome.placements, baseline: nil, claimed: outcome.tiers
          ).isValid, "seed \(seed)")
      }
    }
    #expect(strict * 2 > stableYears, "\(strict) of \(stableYears) years have no ties")
  }

  @Test("count their blocking pairs as the definition says, whoever made them")
  func counted() {
    var blocking = 0
    for seed in 1...UInt64(stableYears) {
      let small = randomSmallYear(seed: seed, leafLimit: 2_000)
      guard let answer = BruteForce.bestDispatch(small.year, baseline: small.baseline) else {
        continue
      }
      let oracle = Oracle(small.year, baseline: small.baseline)
      let plan = answer.placements
      let stability = Stability(of: plan, in: small.year, baseline: small.baseline)
      let expected = oracle.stability(of: plan)
      #expect(stability.ranks == Int64(expected.ranks), "seed \(seed)")
      #expect(
        Set(stability.blockingPairs.map { [$0.post.id, "\($0.applicant)", "\($0.cohort)"] })
          == Set(expected.blocking.map { [$0.post.id, "\($0.applicant)", "\($0.cohort)"] }),
        "seed \(seed)")
      for pair in stability.blockingPairs {
        guard let displaced = pair.displaced else { continue }
        #expect(
          plan.contains {
            $0.applicant == displaced && $0.post == pair.post && $0.cohort == pair.cohort
          })
      }
      blocking += stability.blockingPairs.count
    }
    #expect(blocking > stableYears / 10)
  }

  /// A year in which nothing but eligibility and seats says who may go where.
  private func openYear(seed: UInt64) -> ProgrammeYear {
    var random = SplitMix64(seed: seed)
    var countries: [Country] = []
    var cohorts: [Cohort] = []
    for (index, id) in ["MYS", "THA", "VNM"].prefix(random.integer(in: 1...3)).enumerated() {
      countries.append(Country(id: id, language: ["ms", "th", "vi"][index]))
      cohorts.append(
        Cohort(
          id: "\(id) 1", country: index, places: 100,
          dispatchStart: Day(number: 20_000),
          dispatchEnd: Day(number: 20_250)))
    }
    let schools = (1...random.integer(in: 2...6)).map { number in
      School(
        id: "S\(number)", country: random.below(countries.count),
        position: GeoPoint(latitude: 10 + Double(number) / 10, longitude: 100),
        learners: random.below(200), japaneseHours: 10,
        teacherLevel: random.pick(TeacherLevel.allCases),
        skillsWanted: random.some(of: ["music", "tea", "judo"], percent: 50),
        lastHostedYear: random.chance(50) ? 2018 + random.below(8) : nil,
        seatsMax: random.integer(in: 1...2))
    }
    let applicants = (1...random.integer(in: 3...7)).map { number in
      Applicant(
        id: "A\(number)", birthDate: Day(number: 8_000),
        countryRanks: random.some(of: Array(countries.indices), percent: 80).map { [$0] },
        languages: [LanguageSkill(code: "en", level: random.integer(in: 1...5))],
        skills: random.some(of: ["music", "tea", "judo"], percent: 50),
        interviewScore: random.below(100))
    }
    var year = ProgrammeYear(
      title: "open", fiscalYear: 2026, countries: countries, cohorts: cohorts, schools: schools,
      applicants: applicants)
    year.bundles.maximumSchools = 1
    for rule in Rule.allCases where !rule.isStructural && rule != .countryAccepted {
      year.rules.strictness[rule] = .off
    }
    year.objective = Goal.stability + [.penalties, .filled, .fairness, .points]
    return year
  }

  /// A textbook market: applicants ask in the order of their lists, places keep the best.
  private struct Market {
    let oracle: Oracle
    /// Each applicant's places, the best first.
    let lists: [[Placement]]

    init?(_ year: ProgrammeYear) {
      let oracle = Oracle(year)
      self.oracle = oracle
      lists = year.applicants.indices.map { applicant in
        oracle.structuralPlacements(of: applicant).filter(oracle.isEligible)
          .sorted { oracle.wouldRather($1, have: $0) }
      }
    }

    var isStrict: Bool {
      for list in lists {
        for (one, other) in zip(list, list.dropFirst())
        where !oracle.wouldRather(other, have: one) { return false }
      }
      let byPost = Dictionary(grouping: lists.joined(), by: \.post)
      return byPost.values.allSatisfy { Set($0.map(oracle.worth)).count == $0.count }
    }

    func accepted() -> [Placement] {
      var next = lists.map { _ in 0 }
      var held: [Post: [Placement]] = [:]
      var asking = Array(lists.indices)
      while let applicant = asking.popLast() {
        guard next[applicant] < lists[applicant].count else { continue }
        let wanted = lists[applicant][next[applicant]]
        next[applicant] += 1
        var there = held[wanted.post, default: []] + [wanted]
        there.sort { oracle.worth($0) > oracle.worth($1) }
        if there.count > wanted.post.seatsMax { asking.append(there.removeLast().applicant) }
        held[wanted.post] = there
      }
      return held.values.joined().sorted { $0.applicant < $1.applicant }
    }
  }
}
