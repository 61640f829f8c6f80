// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// Why delegations wait, against checks of whole plans in which they join.
@Suite("Why delegations wait and the verifier")
struct WaitingAgreementTests {
  private static let starts = Array(stride(from: 1, to: 401, by: 50))

  /// A plan in which some train at random, with the year it is of.
  private struct Trial {
    let small: SmallTraining
    let plan: TrainingPlan

    init(seed: Int) {
      small = randomSmallTraining(seed: UInt64(seed))
      var random = SplitMix64(seed: UInt64(seed) &+ 2_000_000)
      let oracle = TrainingOracle(small)
      var joining: [(group: TrainingGroup, session: TrainingSession)] = []
      for group in oracle.groups {
        let own = oracle.acceptedSessions(of: group)
        if case .delegation = group, random.chance(60) { continue }
        if !own.isEmpty { joining.append((group, random.pick(own))) }
      }
      plan = roomSplit(
        of: TrainingPlan(joining: joining), in: small.year, hosting: small.hosting)
    }

    var reasons: [WaitingReason] {
      whyWaiting(plan, in: small.year, hosting: small.hosting, pins: small.pins)
    }

    /// The checks of the plan in which these delegations join a session beside the rest.
    func checks(joining delegations: [Int] = [], _ session: TrainingSession? = nil) -> [RuleCheck] {
      var joining = plan.attendances.map { ($0.group, plan.sessions[$0.session].session) }
      if let session { joining += delegations.map { (.delegation($0), session) } }
      var rooms: [TrainingSession: (single: Int, twin: Int)] = [:]
      for open in plan.sessions { rooms[open.session] = (open.singleRooms, open.twinRooms) }
      let joined = roomSplit(
        of: TrainingPlan(joining: joining, rooms: rooms), in: small.year, hosting: small.hosting)
      return verifyTraining(joined, in: small.year, hosting: small.hosting, pins: small.pins)
        .rules
    }

    /// A session that a delegation may open with others who wait, if there is one.
    func sessionOpens(
      for reason: WaitingReason, in course: Int
    ) -> (others: [Int], session: TrainingSession)? {
      let open = Set(plan.sessions.map(\.session))
      let waiting = reasons.map(\.delegation).filter { $0 != reason.delegation }
      for session in TrainingOracle(small).acceptedSessions(of: .delegation(reason.delegation))
      where session.course == course && !open.contains(session) {
        for chosen in 0..<(1 << waiting.count) {
          let others = waiting.indices.filter { chosen >> $0 & 1 == 1 }.map { waiting[$0] }
          let checks = checks(joining: [reason.delegation] + others, session)
          if !checks.contains(where: \.isBroken) { return (others, session) }
        }
      }
      return nil
    }
  }

  /// The first hard check that has more units after than before.
  private func firstBroken(_ before: [RuleCheck], _ after: [RuleCheck]) -> String? {
    zip(before, after).first { $1.strictness == .hard && $1.units > $0.units }?.0.id
  }

  @Test("name the first rule that joining breaks", arguments: starts)
  func obstacles(from start: Int) {
    for seed in start..<(start + 50) {
      let trial = Trial(seed: seed)
      let before = trial.checks()
      for reason in trial.reasons {
        for obstacle in reason.obstacles {
          let after = trial.checks(joining: [reason.delegation], obstacle.session)
          let expected = firstBroken(before, after)
          #expect(obstacle.rule == expected, "Seed \(seed), delegation \(reason.delegation)")
          let violations = after.first { $0.id == expected }?.violations ?? []
          guard let violation = obstacle.violation else { continue }
          #expect(violations.contains(violation), "Seed \(seed), \(violation.sentence)")
        }
      }
    }
  }

  @Test(
    "no further session opens beside a valid plan where that is said to be impossible",
    arguments: Array(stride(from: 1, to: 4001, by: 500)))
  func further(from start: Int) {
    var looked = 0
    for seed in start..<(start + 500) {
      let trial = Trial(seed: seed)
      let before = trial.checks()
      guard !before.contains(where: \.isBroken) else { continue }
      for reason in trial.reasons {
        for further in reason.further {
          if case .nothing = further.obstacle { continue }
          looked += 1
          guard let (others, session) = trial.sessionOpens(for: reason, in: further.course) else {
            continue
          }
          Issue.record("Seed \(seed): \(reason.sentence) But with \(others) in \(session).")
          return
        }
      }
    }
    #expect(looked > 12)
  }

  @Test("every kind of obstacle to a further session comes up")
  func kinds() {
    var kinds: Set<Int> = []
    for seed in 1...400 {
      for reason in Trial(seed: seed).reasons {
        for further in reason.further {
          switch further.obstacle {
          case .sessions: kinds.insert(0)
          case .people: kinds.insert(1)
          case .countries: kinds.insert(2)
          case .rule: kinds.insert(3)
          case .peopleAtATime: kinds.insert(4)
          case .room: kinds.insert(5)
          case .nothing: kinds.insert(6)
          case .taken: kinds.insert(7)
          }
        }
      }
    }
    #expect(kinds == Set(0...7))
  }
}
