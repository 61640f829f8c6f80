// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import YearGenerator

/// Years that are asked about, eight changes each.
#if DEBUG
  private let askedYears = 10
#else
  private let askedYears = 400
#endif

@Suite("A planned year that is asked what if")
struct SessionTests {
  private static func options(_ way: Way, _ baseline: [EarlierPlacement]?) -> DispatchOptions {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = way.mostTriplesForGLPK
    options.mostTriplesToRetry = way.mostTriplesToRetry
    options.baseline = baseline
    return options
  }

  /// What answers have to agree in.
  private static func values(of outcome: DispatchOutcome) -> [String] {
    [outcome.status.rawValue]
      + outcome.tiers.map { "\($0.name) \($0.value) \($0.shares ?? [])" }
  }

  /// Asks a session, and compares with planning anew another way.
  ///
  /// - Returns: The answer.
  private static func compare(
    _ session: borrowing DispatchSession, after change: YearChange,
    baseline: [EarlierPlacement]? = nil, _ name: String
  ) throws -> (outcome: DispatchOutcome, way: DispatchSession.Way) {
    let answer = try session.outcome(after: change)
    let changed = session.year.changed(by: change)
    let fresh = try planDispatch(changed, options: options(.whole, baseline))
    if values(of: answer.outcome) != values(of: fresh) {
      Issue.record(
        """
        \(name), \(change), \(answer.way.rawValue):
        \(values(of: answer.outcome)) instead of \(values(of: fresh))
        """)
    }
    let evaluation = Oracle(changed, baseline: baseline).evaluate(answer.outcome.placements)
    if fresh.status == .optimal, !evaluation.isFeasible {
      Issue.record("\(name), \(change): the plan breaks a hard rule.")
    }
    return answer
  }

  @Test("has the values that planning anew has, on small years of every kind")
  func agreesOnSmallYears() throws {
    var ways: [DispatchSession.Way: Int] = [:]
    for seed in 1...UInt64(askedYears) {
      let small = randomSmallYear(seed: seed)
      let session = try DispatchSession(
        small.year, options: Self.options(.priced, small.baseline))
      let changes = small.year.randomChanges(8, seed: seed, eligible: session.eligiblePlaces())
      for change in changes {
        let way = try Self.compare(
          session, after: change, baseline: small.baseline, "Seed \(seed)"
        ).way
        ways[way, default: 0] += 1
      }
    }
    #expect(ways[.unchanged, default: 0] > askedYears / 4)
    #expect(ways[.anew, default: 0] > askedYears / 4)
  }

  @Test("has the values that planning anew has, from the state of the proof")
  func agreesFromItsState() throws {
    var kinds: [String: Int] = [:]
    // Answers from the state with other values of penalties, filled places or fairness.
    var recounted: [String: Int] = [:]
    for seed in 1...UInt64(max(2, askedYears / 20)) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      let session = try DispatchSession(year, options: Self.options(.priced, nil))
      let changes = year.randomChanges(20, seed: seed, eligible: session.eligiblePlaces())
      for change in changes {
        let (outcome, way) = try Self.compare(session, after: change, "Generated year \(seed)")
        guard way == .warm else { continue }
        kinds[change.kind, default: 0] += 1
        if outcome.tiers.dropLast() != session.base.tiers.dropLast() {
          recounted[change.kind, default: 0] += 1
        }
      }
    }
    #if !DEBUG
      for kind in ["withdrawn", "closed", "pin", "weight", "places"] {
        #expect(kinds[kind, default: 0] > 5, "\(kind)")
      }
      for kind in ["closed", "places"] {
        #expect(recounted[kind, default: 0] > 5, "\(kind)")
      }
    #endif
  }

  @Test("answers the same whatever was asked before")
  func forgets() throws {
    let year = generateYear(applicants: 150, schools: 60, seed: 3)
    var options = DispatchOptions()
    options.gap = 0
    let session = try DispatchSession(year, options: options)
    let changes = year.randomChanges(20, seed: 1, eligible: session.eligiblePlaces())
    var placements: [[Placement]] = []
    for change in changes {
      placements.append(try session.outcome(after: change).outcome.placements)
    }
    for (change, before) in zip(changes, placements).reversed() {
      #expect(try session.outcome(after: change).outcome.placements == before)
    }
    let other = try DispatchSession(year, options: options)
    #expect(other.base.placements == session.base.placements)
    for (change, before) in zip(changes, placements).suffix(5) {
      #expect(try other.outcome(after: change).outcome.placements == before)
    }
  }
}
