// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import TestSupport
internal import Testing
internal import Verification

/// Small years that are planned again.
#if DEBUG
  private let replannedYears = 60
#else
  private let replannedYears = 500
#endif

/// A small year after its plan was announced: somebody withdrew, and perhaps a school is
/// closed.
///
/// - Parameter seed: Names the year.
/// - Returns: The year, of which `moved` is the first goal; nothing where there is no plan
///   to be announced.
private func announcedYear(seed: UInt64) -> SmallYear? {
  var small = randomSmallYear(seed: seed)
  guard let plan = BruteForce.bestDispatch(small.year, baseline: small.baseline),
    let first = plan.placements.first
  else { return nil }
  var random = SplitMix64(seed: seed)
  small.year.pins.removeAll { $0.kind == .announced }
  small.year.pins += plan.placements.map { placement in
    Pin(
      applicant: placement.applicant, place: .post(placement.post.id),
      cohort: placement.cohort, kind: .announced)
  }
  small.year.rules.strictness[.announced] = .off
  small.year.objective.insert(.moved, at: 0)
  if random.chance(70) { small.year.objective.insert(.dropped, at: 1) }
  if random.chance(60), let school = first.post.schools.first {
    small.year.rules.strictness[.forbid] = .hard
    small.year.pins += small.year.applicants.indices.map {
      Pin(applicant: $0, place: .school(school), kind: .forbid)
    }
  }
  if random.chance(30) { small.year.rules.strictness[.pin] = .off }
  let withdrawn = random.pick(plan.placements).applicant
  return random.chance(70) ? small.removing(applicant: withdrawn) : small
}

@Suite("Planning again what was announced")
struct ReplanAgreementTests {
  private static func options(_ way: Way, _ baseline: [EarlierPlacement]?) -> DispatchOptions {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = way.mostTriplesForGLPK
    options.mostTriplesToRetry = way.mostTriplesToRetry
    options.baseline = baseline
    return options
  }

  @Test("changes no more placements than exhaustive search", arguments: Way.allCases)
  func fewestChanges(way: Way) {
    var (planned, changed) = (0, 0)
    for seed in 1...UInt64(replannedYears) {
      guard let small = announcedYear(seed: seed) else { continue }
      if let fault = disagreement(on: small, way) { Issue.record("Seed \(seed): \(fault)") }
      guard let best = BruteForce.bestDispatch(small.year, baseline: small.baseline) else {
        continue
      }
      planned += 1
      if best.tiers[0].value > 0 { changed += 1 }
    }
    #expect(planned > replannedYears / 3, "\(planned)")
    #expect(changed > replannedYears / 20, "\(changed)")
  }

  @Test("allows as many changes as a rule does, hard or at a price", arguments: Way.allCases)
  func limitedChanges(way: Way) {
    for seed in 1...UInt64(replannedYears / 2) {
      guard var small = announcedYear(seed: seed) else { continue }
      small.year = small.year.moving(atMost: Int(seed % 3))
      if seed.isMultiple(of: 2) { small.year.rules.strictness[.announced] = .soft(penalty: 2) }
      if seed.isMultiple(of: 5) { small.year.objective.append(.moved) }
      if let fault = disagreement(on: small, way) { Issue.record("Seed \(seed): \(fault)") }
    }
  }

  @Test("shows what more changes gain, as exhaustive search has it")
  func curve() throws {
    var (longer, points) = (0, 0)
    for seed in 1...UInt64(replannedYears / 2) {
      guard let small = announcedYear(seed: seed) else { continue }
      let options = Self.options(seed.isMultiple(of: 2) ? .whole : .priced, small.baseline)
      let fewest = try planDispatch(small.year, options: options)
      guard fewest.status == .optimal else { continue }
      let curve = try changesCurve(of: small.year, from: fewest, most: 100, options: options)
      #expect(curve.isComplete, "Seed \(seed)")
      var expected: [ChangesCurve.Point] = []
      for moved in Int(fewest.tiers[0].value)...small.year.applicants.count {
        let best = try #require(
          BruteForce.bestDispatch(small.year.moving(atMost: moved), baseline: small.baseline))
        if expected.last.map({ isBetter(best.tiers, than: $0.tiers) }) ?? true {
          expected.append(ChangesCurve.Point(moved: moved, tiers: best.tiers))
        }
      }
      #expect(curve.points.map(\.moved) == expected.map(\.moved), "Seed \(seed)")
      #expect(curve.points.map { text($0.tiers) } == expected.map { text($0.tiers) })
      points += expected.count
      if expected.count > 1 { longer += 1 }
    }
    #expect(longer > replannedYears / 40, "\(longer) of \(points)")
  }

  @Test("is cut short where it is asked for, and says where the end is")
  func unfinishedCurve() throws {
    var cut = 0
    for seed in 1...UInt64(replannedYears / 2) {
      guard let small = announcedYear(seed: seed) else { continue }
      let options = Self.options(.whole, small.baseline)
      let fewest = try planDispatch(small.year, options: options)
      guard fewest.status == .optimal else { continue }
      let whole = try changesCurve(of: small.year, from: fewest, most: 100, options: options)
      let short = try changesCurve(of: small.year, from: fewest, most: 0, options: options)
      #expect(short.free?.moved == whole.free?.moved)
      #expect(short.points.first?.moved == whole.points.first?.moved)
      let end = try #require(whole.free)
      // One more than the fewest is the end itself.
      #expect(short.isComplete == (end.moved <= Int(fewest.tiers[0].value) + 1), "Seed \(seed)")
      if !short.isComplete { cut += 1 }
    }
    #if !DEBUG
      #expect(cut > 0)
    #endif
  }

  @Test("lists reserves in the order of what they cost")
  func reserves() throws {
    var listed = 0
    for seed in 1...UInt64(replannedYears / 2) {
      let small = randomSmallYear(seed: seed)
      let outcome = try planDispatch(
        small.year, options: Self.options(.whole, small.baseline))
      guard outcome.status == .optimal else { continue }
      let report = DispatchReport(
        year: small.year,
        eligibility: DispatchEligibility(small.year, baseline: small.baseline),
        outcome: outcome,
        verification: verifyDispatch(
          small.year, placements: outcome.placements, baseline: small.baseline, claimed: nil),
        askedGap: 0, inputDigest: "")
      let lists = report.reserveLists(2, baseline: small.baseline, threads: 1)
      for placement in outcome.placements {
        let partner = small.year.applicants[placement.applicant].id
        let open = small.year.withdrawing(placement.applicant)
        let oracle = Oracle(open, baseline: small.baseline)
        let others = outcome.placements.filter { $0.applicant != placement.applicant }
        var all: [[TierResult]] = []
        for applicant in small.year.applicants.indices
        where !outcome.placements.contains(where: { $0.applicant == applicant }) {
          let stand = Placement(
            applicant: applicant, post: placement.post, cohort: placement.cohort)
          let found = oracle.evaluate(
            (others + [stand]).sorted { $0.applicant < $1.applicant })
          if found.isFeasible { all.append(found.tiers) }
        }
        all.sort { isBetter($0, than: $1) }
        let own = lists.entries.filter { $0.partner == partner }
        #expect(own.map(\.rank) == Array(1...2).prefix(all.count).map { $0 }, "Seed \(seed)")
        for (entry, tiers) in zip(own, all) {
          for (tier, base) in zip(tiers, outcome.tiers) {
            let loss = base.isLeast ? tier.value - base.value : base.value - tier.value
            #expect(entry.losses[tier.name] == loss, "Seed \(seed), \(entry)")
          }
        }
        listed += own.count
      }
    }
    #expect(listed > replannedYears / 4, "\(listed)")
  }
}
