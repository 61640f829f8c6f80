// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let askedYears = 40
#else
  private let askedYears = 240
#endif

@Suite("Of a year without a plan the nearest one")
struct NearestPlanTests {
  /// What a plan breaks: a point for each unit of a hard rule, and the penalties of soft ones.
  private static func cost(of plan: [Placement], in year: ProgrammeYear) -> Int {
    verifyDispatch(year, placements: plan, baseline: nil, claimed: nil).rules.reduce(0) {
      switch $1.strictness {
      case .off: $0
      case .hard: $0 + $1.units
      case .soft(let penalty): $0 + penalty * $1.units
      }
    }
  }

  @Test("breaks no more than the plan that one pin too many was added to")
  func pinsThatNoPlanKeeps() throws {
    var options = DispatchOptions()
    options.gap = 0
    var compared = 0
    for seed in 1...UInt64(askedYears) {
      let small = randomSmallYear(seed: seed, leafLimit: 300)
      guard small.baseline == nil, small.year.rules[.pin] == .hard,
        let best = BruteForce.bestDispatch(small.year, baseline: nil)
      else { continue }
      let oracle = Oracle(small.year, baseline: nil)
      for applicant in small.year.applicants.indices {
        guard
          let place = oracle.structuralPlacements(of: applicant).first(where: { placement in
            oracle.isEligible(placement) && !best.placements.contains(placement)
          })
        else { continue }
        var year = small.year
        year.pins.append(
          Pin(
            applicant: applicant, place: .post(place.post.id), cohort: place.cohort, kind: .pin))
        let outcome = try planDispatch(year, options: options)
        guard outcome.status == .infeasible else { continue }
        compared += 1
        let (found, known) = (
          Self.cost(of: outcome.nearest, in: year), Self.cost(of: best.placements, in: year)
        )
        #expect(found <= known, "seed \(seed), \(year.applicants[applicant].id)")
      }
    }
    #expect(compared > 0)
  }

  @Test("leaves schools alone that only a broken rule could serve")
  func renewalThatMustPause() throws {
    // A school that has to pause could host if it need not; new schools host meanwhile.
    for seed in 1...UInt64(askedYears) {
      var year = randomSmallYear(seed: seed, leafLimit: 300).year
      guard year.rules[.pin] == .hard else { continue }
      for index in year.countries.indices { year.countries[index].renewalsFirst = true }
      for index in year.schools.indices where year.schools[index].isRenewal {
        year.schools[index].yearsRunning = year.rules.rotation.maximumYearsRunning
      }
      year.rules.strictness[.rotation] = .hard
      guard let best = BruteForce.bestDispatch(year, baseline: nil), !best.placements.isEmpty
      else { continue }
      // Two of the same seat.
      let taken = best.placements[0]
      guard
        let other = year.applicants.indices.first(where: { index in
          !best.placements.contains { $0.applicant == index }
        })
      else { continue }
      var pinned = year
      for applicant in [taken.applicant, other] {
        pinned.pins.append(
          Pin(
            applicant: applicant, place: .post(taken.post.id), cohort: taken.cohort, kind: .pin))
      }
      var options = DispatchOptions()
      options.gap = 0
      let outcome = try planDispatch(pinned, options: options)
      guard outcome.status == .infeasible else { continue }
      #expect(
        Self.cost(of: outcome.nearest, in: pinned) <= Self.cost(of: best.placements, in: pinned),
        "seed \(seed)")
    }
  }
}
