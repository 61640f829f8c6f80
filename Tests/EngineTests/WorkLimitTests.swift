// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Synchronization
internal import Testing
internal import Verification
internal import YearGenerator

@testable import Engine

@Suite("Runs under a limit of work")
struct WorkLimitTests {
  /// A year as large as is planned by pricing.
  private let year = generateYear(applicants: 120, schools: 90, seed: 1, shape: .popular)

  private func outcome(
    of year: ProgrammeYear, work: Int?, threads: Int = 1
  ) throws -> DispatchOutcome {
    var options = DispatchOptions()
    options.gap = 0
    options.workLimit = work
    options.threads = threads
    return try planDispatch(year, options: options)
  }

  /// All that is said about an outcome.
  private func text(of outcome: DispatchOutcome) -> String {
    "\(outcome.status) \(outcome.placements) \(outcome.tiers) \(outcome.levels) "
      + "\(outcome.certificate)"
  }

  @Test(
    "end alike for any number of threads, and again", arguments: [0, 300, 4_000, 4_500, 100_000])
  func areRepeatable(work: Int) throws {
    let first = text(of: try outcome(of: year, work: work))
    for threads in [2, 5, 1] {
      #expect(text(of: try outcome(of: year, work: work, threads: threads)) == first)
    }
  }

  @Test("leave a valid plan with true bounds, or nothing")
  func areTrue() throws {
    let best = try outcome(of: year, work: nil)
    #expect(best.status == .optimal)
    var statuses: Set<DispatchOutcome.Status> = []
    for work in [0, 300, try leastWorkOfPlan(), 5_000, 1_000_000] {
      let found = try outcome(of: year, work: work)
      statuses.insert(found.status)
      if found.status == .unknown {
        #expect(found.placements.isEmpty)
        continue
      }
      #expect(
        verifyDispatch(year, placements: found.placements, baseline: nil, claimed: found.tiers)
          .isValid)
      for (tier, known) in zip(found.tiers, best.tiers) {
        #expect(tier.isLeast ? tier.bound <= known.value : tier.bound >= known.value)
        guard tier.value == known.value, tier.shares == known.shares else { break }
      }
      if found.status == .optimal { #expect(found.tiers.map(\.value) == best.tiers.map(\.value)) }
    }
    #expect(statuses == [.unknown, .feasible, .optimal])
  }

  /// The least limit, give or take a few units, under which there is a plan.
  private func leastWorkOfPlan() throws -> Int {
    var (without, with) = (0, 8_000)
    while with - without > 20 {
      let middle = (without + with) / 2
      if try outcome(of: year, work: middle).status == .unknown {
        without = middle
      } else {
        with = middle
      }
    }
    return with
  }

  @Test("end alike where countries are solved side by side", arguments: [200, 20_000])
  func marketsAreRepeatable(work: Int) throws {
    var options = DispatchOptions()
    options.workLimit = work
    options.mostPairsToChoose = 0
    options.mostPairsToKeep = 0
    let first = text(of: try planDispatch(year, options: options))
    for threads in [2, 3, 2] {
      options.threads = threads
      #expect(text(of: try planDispatch(year, options: options)) == first)
    }
  }

  @Test("are told nothing by the clock")
  func tellsSteps() throws {
    let steps = Mutex<[[String]]>([[], []])
    for run in 0..<2 {
      var options = DispatchOptions()
      options.workLimit = 600
      options.threads = run + 1
      options.progress = { progress in
        steps.withLock {
          $0[run].append("\(progress.tier) \(progress.step) \(progress.value ?? 0)")
        }
      }
      _ = try planDispatch(year, options: options)
    }
    steps.withLock { #expect($0[0] == $0[1]) }
  }

  @Test("claim of goals that they did not reach what their plans are worth in them")
  func unreachedGoals() throws {
    var statuses: Set<DispatchOutcome.Status> = []
    for seed in UInt64(1)...3 {
      var year = generateYear(applicants: 60, schools: 24, seed: seed)
      year.objective = Goal.stability + year.objective
      for work in [1_500, 3_000] {
        let found = try outcome(of: year, work: work)
        statuses.insert(found.status)
        guard found.status != .unknown else { continue }
        let verification = verifyDispatch(
          year, placements: found.placements, baseline: nil, claimed: found.tiers)
        #expect(verification.isValid, "\(verification.claims.flatMap(\.faults))")
      }
    }
    #expect(statuses.contains(.feasible))
  }
}
