// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import TestSupport
internal import Testing
internal import Verification

/// Years that are compared. Unoptimised code is slower, so that it sees only the first of
/// them.
#if DEBUG
  private let replannedTrainings = 30
#else
  private let replannedTrainings = 300
#endif

/// Trainings that are planned again, against exhaustive search.
@Suite("Replanning of trainings and exhaustive search")
struct TrainingReplanAgreementTests {
  /// A small year whose best plan was announced, to all groups or to some of them, and in
  /// which something is different now.
  private func announcedYear(seed: UInt64) -> SmallTraining? {
    var small = randomSmallTraining(seed: seed, leafLimit: 400)
    small.pins = []
    small.baseline = nil
    small.year.training.announced = []
    small.year.training.rules.mostMoved = 0
    small.year.training.objective.removeAll { [.moved, .dropped, .changes].contains($0) }
    guard case .best(let answer) = BestTraining.search(small) else { return nil }
    var random = SplitMix64(seed: seed &+ 77)
    small.year.training.announced = answer.plan.attendances.compactMap { attendance in
      random.chance(85)
        ? TrainingPin(attendance.group, to: answer.plan.sessions[attendance.session].session)
        : nil
    }
    guard let pin = small.year.training.announced.first, let session = pin.session else {
      return nil
    }
    switch random.below(5) {
    case 0: small.year.sites[session.site].closed.append(session.start...session.start)
    case 1:
      let course = small.year.training.courses[session.course]
      guard course.sizeMax > course.sizeMin else { return nil }
      small.year.training.courses[session.course].sizeMax -= 1
    case 2:
      // Rooms for two are among the beds.
      let site = small.year.sites[session.site]
      guard site.beds >= 2 * site.twinRooms + 2 else { return nil }
      small.year.sites[session.site].beds -= random.integer(in: 1...2)
    case 3: small.year.sites[session.site].classrooms = 0
    default:
      small.year.training.calendars.append(
        CalendarEntry(
          country: small.year.countries[pin.group.country(in: small.year)].id,
          name: "closed", kind: .exam, days: session.start...session.start,
          blocks: [.teachers, .students]))
    }
    small.year.training.rules.strictness[.announced] = .off
    small.year.training.objective.insert(contentsOf: [.moved, .dropped], at: 0)
    return small
  }

  private func options() -> TrainingOptions {
    var options = TrainingOptions()
    options.gap = 0
    return options
  }

  @Test(
    "moves no more people, and reaches every goal, as exhaustive search has it",
    arguments: Array(stride(from: 1, to: replannedTrainings + 1, by: 30)))
  func fewestChanges(from start: Int) throws {
    var (planned, moved) = (0, 0)
    for seed in start..<(start + 30) {
      guard let small = announcedYear(seed: UInt64(seed)) else { continue }
      let outcome = try planTraining(small.year, hosting: small.hosting, options: options())
      guard case .best(let answer) = BestTraining.search(small) else {
        #expect(outcome.status == .infeasible, "Seed \(seed)")
        continue
      }
      planned += 1
      moved += answer.tiers[0].value > 0 ? 1 : 0
      #expect(outcome.status == .optimal, "Seed \(seed)")
      #expect(outcome.tiers.map(\.value) == answer.tiers.map(\.value), "Seed \(seed)")
      #expect(outcome.tiers.map(\.shares) == answer.tiers.map(\.shares), "Seed \(seed)")
      let plan = try #require(outcome.plan)
      #expect(
        verifyTraining(plan, in: small.year, hosting: small.hosting, claimed: outcome.tiers)
          .isValid, "Seed \(seed)")
    }
    #expect(planned >= 6, "\(planned)")
    #expect(moved >= 1, "\(moved) of \(planned)")
  }

  @Test(
    "shows what more changes gain, as exhaustive search has it",
    arguments: Array(stride(from: 1, to: replannedTrainings / 3 + 1, by: 10)))
  func curve(from start: Int) throws {
    for seed in start..<(start + 10) {
      guard let small = announcedYear(seed: UInt64(seed)) else { continue }
      let fewest = try planTraining(small.year, hosting: small.hosting, options: options())
      guard fewest.status == .optimal else { continue }
      let curve = try changesCurve(
        of: small.year, hosting: small.hosting, from: fewest, most: 1_000, options: options())
      #expect(curve.isComplete, "Seed \(seed)")
      let everybody = small.year.training.announced.reduce(0) {
        $0 + $1.group.headcount(in: small.year, hosting: small.hosting).people
      }
      var expected: [ChangesCurve.Point] = []
      for moved in Int(fewest.tiers[0].value)...max(everybody, Int(fewest.tiers[0].value)) {
        var limited = small
        limited.year = small.year.training(moving: moved)
        guard case .best(let answer) = BestTraining.search(limited) else {
          Issue.record("Seed \(seed): no plan moves at most \(moved).")
          continue
        }
        if expected.last.map({ isBetter(answer.tiers, than: $0.tiers) }) ?? true {
          expected.append(ChangesCurve.Point(moved: moved, tiers: answer.tiers))
        }
      }
      #expect(curve.points.map(\.moved) == expected.map(\.moved), "Seed \(seed)")
      #expect(
        curve.points.map { $0.tiers.map(\.value) } == expected.map { $0.tiers.map(\.value) },
        "Seed \(seed)")
    }
  }

  @Test(
    "prices of limits are those of exhaustive search",
    arguments: Array(stride(from: 1, to: replannedTrainings / 10 + 1, by: 10)))
  func prices(from start: Int) throws {
    var better = 0
    for seed in start..<(start + 10) {
      var small = randomSmallTraining(seed: UInt64(seed), leafLimit: 120)
      small.pins = []
      small.baseline = nil
      guard case .best(let answer) = BestTraining.search(small) else { continue }
      func best(_ year: ProgrammeYear) -> [TierResult]? {
        var changed = small
        changed.year = year
        guard case .best(let answer) = BestTraining.search(changed) else { return nil }
        return answer.tiers
      }
      let offers = Offer.all(in: small.year, hosting: small.hosting, at: answer.plan)
      for offer in offers.prefix(8) {
        let found = try LimitPrice.price(of: offer, in: small.year, base: answer.tiers) {
          year throws(EngineFailure) in
          try planTraining(year, hosting: small.hosting, options: options())
        }
        let price = try #require(found)
        #expect(price.isProven, "Seed \(seed)")
        let wider = try #require(offer.widened(by: 1, in: small.year))
        let expected = try #require(best(wider), "Seed \(seed)")
        #expect(price.tiers.map(\.value) == expected.map(\.value), "Seed \(seed): \(offer)")
        #expect(price.isBetter == isBetter(expected, than: answer.tiers), "Seed \(seed)")
        better += price.isBetter ? 1 : 0
        if price.isAlwaysIdle, let far = offer.widened(by: 3, in: small.year) {
          #expect(best(far)?.map(\.value) == answer.tiers.map(\.value), "Seed \(seed): \(offer)")
        }
      }
    }
    #expect(better > 0)
  }
}
