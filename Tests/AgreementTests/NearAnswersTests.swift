// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import YearGenerator

/// Years that are asked about, six changed years each.
#if DEBUG
  private let askedYears = 5
#else
  private let askedYears = 150
#endif

@Suite("Years that differ from a planned one")
struct NearAnswersTests {
  private static func options(_ way: Way, _ baseline: [EarlierPlacement]? = nil) -> DispatchOptions
  {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = way.mostTriplesForGLPK
    options.mostTriplesToRetry = way.mostTriplesToRetry
    options.baseline = baseline
    options.findsNearest = false
    return options
  }

  /// A plan as an earlier one.
  private static func earlier(_ placements: [Placement], _ year: ProgrammeYear)
    -> [EarlierPlacement]
  {
    placements.map { placement in
      let schools = placement.post.schools.map { year.schools[$0].id }
      return EarlierPlacement(
        applicant: placement.applicant, schools: schools,
        cohort: year.cohorts[placement.cohort].id, base: schools.first ?? "")
    }
  }

  /// The best values of a year, and the fewest changes from a plan, by planning anew.
  ///
  /// The session knows no earlier plan, so nothing stands behind changes among the year's goals.
  private static func anew(
    _ year: ProgrammeYear, near earlier: [EarlierPlacement]
  ) throws -> (values: [String], changes: Int64?) {
    var changed = year
    changed.weights[.continuity] = 0
    changed.objective.removeAll { $0 == .changes }
    changed.objective.append(.changes)
    let outcome = try planDispatch(changed, options: options(.whole, earlier))
    return (values(of: outcome), outcome.tiers.first { $0.name == "changes" }?.value)
  }

  private static func values(of outcome: DispatchOutcome) -> [String] {
    [outcome.status.rawValue]
      + outcome.tiers.filter { $0.name != "changes" }
      .map { "\($0.name) \($0.value) \($0.shares ?? [])" }
  }

  /// How many people are elsewhere, no longer placed, or only now.
  private static func changes(
    _ earlier: [EarlierPlacement], _ plan: [Placement], _ year: ProgrammeYear
  )
    -> Int64
  {
    let now = Set(Self.earlier(plan, year).map { "\($0.applicant) \($0.schools) \($0.cohort)" })
    let before = Set(earlier.map(\.applicant))
    return Int64(
      earlier.count { !now.contains("\($0.applicant) \($0.schools) \($0.cohort)") }
        + plan.count { !before.contains($0.applicant) })
  }

  /// Years with one to three random changes at once, some with other scores.
  private static func changedYears(
    of year: ProgrammeYear, seed: UInt64, _ eligible: [(applicant: Int, post: String, cohort: Int)]
  ) -> [ProgrammeYear] {
    let changes = year.randomChanges(12, seed: seed, eligible: eligible)
    return (0..<6).map { number in
      var changed = year
      for change in changes[(2 * number)..<(2 * number + 1 + number % 2)] {
        changed = changed.changed(by: change)
      }
      if number % 3 == 2 {
        for index in changed.applicants.indices {
          let step = Int((seed &+ UInt64(index) &* 7) % 9) - 4
          changed.applicants[index].interviewScore = min(
            100, max(0, changed.applicants[index].interviewScore + step))
        }
      }
      return changed
    }
  }

  private static func compare(
    _ session: borrowing DispatchSession, with changed: ProgrammeYear, _ name: String
  ) throws -> DispatchSession.Way? {
    let earlier = earlier(session.base.placements, session.year)
    guard let answer = try session.outcome(of: changed) else { return nil }
    let fresh = try anew(changed, near: earlier)
    if values(of: answer.outcome) != fresh.values {
      Issue.record("\(name): \(values(of: answer.outcome)) instead of \(fresh.values)")
    }
    if answer.outcome.status == .optimal {
      let count = changes(earlier, answer.outcome.placements, changed)
      if answer.isNearest ? count != fresh.changes : count < fresh.changes ?? 0 {
        Issue.record(
          "\(name), \(answer.way.rawValue): \(count) changes instead of \(fresh.changes ?? -1)")
      }
      if !Oracle(changed, baseline: nil).evaluate(answer.outcome.placements).isFeasible {
        Issue.record("\(name): the plan breaks a hard rule.")
      }
    }
    return answer.way
  }

  @Test("have the values and the fewest changes that planning anew has, on small years")
  func agreesOnSmallYears() throws {
    var ways: [DispatchSession.Way: Int] = [:]
    for seed in 1...UInt64(askedYears) {
      let year = randomSmallYear(seed: seed).year
      let session = try DispatchSession(year, options: Self.options(.priced))
      let years = Self.changedYears(of: year, seed: seed, session.eligiblePlaces())
      for (number, changed) in years.enumerated() {
        if let way = try Self.compare(session, with: changed, "Seed \(seed), \(number)") {
          ways[way, default: 0] += 1
        }
      }
    }
    #if !DEBUG
      #expect(ways[.unchanged, default: 0] > 20)
      #expect(ways[.warm, default: 0] > 5)
    #endif
  }

  @Test("have the values and the fewest changes that planning anew has, from the state")
  func agreesFromItsState() throws {
    var warm = 0
    for seed in 1...UInt64(max(1, askedYears / 25)) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      let session = try DispatchSession(year, options: Self.options(.priced))
      let years = Self.changedYears(of: year, seed: seed, session.eligiblePlaces())
      for (number, changed) in years.enumerated() {
        let way = try Self.compare(session, with: changed, "Generated \(seed), \(number)")
        if way == .warm { warm += 1 }
      }
    }
    #if !DEBUG
      #expect(warm > 5)
    #endif
  }

  @Test("leave out people without asking anew")
  func leavesOutPeople() throws {
    let year = generateYear(applicants: 60, schools: 24, seed: 2)
    let session = try DispatchSession(year, options: Self.options(.priced))
    let earlier = Self.earlier(session.base.placements, year)
    let alone = session.base.placements.map(\.applicant).filter { index in
      let person = year.applicants[index]
      return person.togetherWith.isEmpty && person.apartFrom.isEmpty
        && !year.pins.contains { $0.applicant == index }
        && !year.applicants.contains { $0.togetherWith.contains(index) }
    }
    var answered = 0
    for applicant in alone.prefix(6) {
      var changed = year
      changed.applicants.remove(at: applicant)
      func moved(_ index: Int) -> Int { index > applicant ? index - 1 : index }
      for index in changed.applicants.indices {
        changed.applicants[index].togetherWith = changed.applicants[index].togetherWith.map(moved)
        changed.applicants[index].apartFrom = changed.applicants[index].apartFrom.map(moved)
      }
      for index in changed.pins.indices {
        changed.pins[index].applicant = moved(changed.pins[index].applicant)
      }
      guard let answer = try session.outcome(of: changed) else { continue }
      answered += 1
      let rest = earlier.filter { $0.applicant != applicant }.map { placement in
        var placement = placement
        placement.applicant = moved(placement.applicant)
        return placement
      }
      let fresh = try Self.anew(changed, near: rest)
      #expect(Self.values(of: answer.outcome) == fresh.values)
      if answer.isNearest, answer.outcome.status == .optimal {
        #expect(Self.changes(rest, answer.outcome.placements, changed) == fresh.changes)
      }
    }
    #expect(answered > 0)
  }

  @Test("are planned near to an earlier plan from the state of their own proof")
  func nearestOfOwnProof() throws {
    for seed in 1...UInt64(max(1, askedYears / 25)) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      let base = try planDispatch(year, options: Self.options(.priced))
      let earlier = Self.earlier(base.placements, year)
      for change in year.randomChanges(5, seed: seed, eligible: []) {
        let changed = year.changed(by: change)
        let session = try DispatchSession(changed, options: Self.options(.priced))
        guard let answer = session.base(nearestTo: earlier) else { continue }
        let fresh = try Self.anew(changed, near: earlier)
        #expect(Self.values(of: answer.outcome) == fresh.values)
        if answer.isNearest {
          #expect(Self.changes(earlier, answer.outcome.placements, changed) == fresh.changes)
        }
      }
    }
  }
}
