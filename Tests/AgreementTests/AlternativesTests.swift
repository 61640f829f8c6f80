// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Foundation
internal import Programme
internal import ProgrammeFiles
internal import TestSupport
internal import Testing
internal import YearGenerator

/// Generated years that are asked about.
#if DEBUG
  private let generatedYears = 1
  private let askedSmallYears = 5
#else
  private let generatedYears = 8
  private let askedSmallYears = 40
#endif

@Suite("What another placement costs")
struct AlternativesTests {
  private static func options(_ baseline: [EarlierPlacement]? = nil) -> DispatchOptions {
    var options = DispatchOptions()
    options.gap = 0
    options.baseline = baseline
    return options
  }

  /// What values have to agree in.
  private static func values(of tiers: [TierResult]) -> [String] {
    tiers.map { "\($0.name) \($0.value) \($0.shares ?? [])" }
  }

  /// Compares alternatives with planning with each of them pinned.
  ///
  /// - Returns: How many were compared.
  private static func compare(
    _ found: AlternativesFound, _ year: ProgrammeYear, options: DispatchOptions, _ name: String
  ) throws -> Int {
    for alternative in found.best where alternative.isExact {
      let fresh = try planDispatch(
        year.changed(by: .row(alternative.pin)), options: options)
      #expect(fresh.status == .optimal)
      if values(of: fresh.tiers) != values(of: alternative.outcome.tiers) {
        Issue.record(
          """
          \(name), \(alternative.pin):
          \(values(of: alternative.outcome.tiers)) instead of \(values(of: fresh.tiers))
          """)
      }
      #expect(
        alternative.outcome.placements.contains {
          $0.applicant == alternative.pin.applicant
            && alternative.pin.names($0.post, cohort: $0.cohort)
        })
    }
    return found.best.count(where: \.isExact)
  }

  @Test("is what planning with the placement pinned says, on generated years")
  func agreesOnGeneratedYears() throws {
    var compared = 0
    for seed in 1...UInt64(generatedYears) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      var options = Self.options()
      options.mostTriplesForGLPK = 0
      let session = try DispatchSession(year, options: options)
      for applicant in stride(from: Int(seed % 5), to: year.applicants.count, by: 20) {
        let found = try session.alternatives(among: session.places(of: applicant))
        compared += try Self.compare(
          found, year, options: Self.options(), "Generated year \(seed)")
      }
    }
    #if !DEBUG
      #expect(compared >= 100, "\(compared)")
    #endif
  }

  @Test("is less for none that is left out, on small years of every kind")
  func leavesNothingOut() throws {
    for seed in 1...UInt64(askedSmallYears) {
      let small = randomSmallYear(seed: seed)
      var options = Self.options(small.baseline)
      options.mostTriplesForGLPK = 0
      let session = try DispatchSession(small.year, options: options)
      guard session.base.status == .optimal else { continue }
      var limits = AlternativeLimits()
      limits.wanted = 2
      for applicant in small.year.applicants.indices {
        let pins = session.places(of: applicant)
        let found = try session.alternatives(among: pins, limits: limits)
        var all: [[TierResult]] = []
        for pin in pins {
          let fresh = try planDispatch(
            small.year.changed(by: .row(pin)), options: Self.options(small.baseline))
          if fresh.status == .optimal { all.append(fresh.tiers) }
        }
        all.sort { isBetter($0, than: $1) }
        #expect(
          found.best.map { Self.values(of: $0.outcome.tiers) }
            == all.prefix(2).map(Self.values), "Seed \(seed), applicant \(applicant)")
        #expect(found.isComplete && found.best.allSatisfy(\.isExact))
      }
    }
  }

  @Test("may stay unsolved, and is then no more than what is said")
  func stops() throws {
    let year = generateYear(applicants: 60, schools: 24, seed: 3)
    var options = Self.options()
    options.mostTriplesForGLPK = 0
    let session = try DispatchSession(year, options: options)
    let partner = try #require(session.base.placements.first?.applicant)
    var limits = AlternativeLimits()
    limits.solves = 2
    let pins = session.places(of: partner)
    let found = try session.alternatives(among: pins, limits: limits)
    #expect(!found.isComplete)
    #expect(found.searched == 2)
    for alternative in found.best where !alternative.isExact {
      #expect(alternative.outcome.placements.isEmpty)
      let exact = try session.outcome(after: .row(alternative.pin)).outcome
      #expect(!isBetter(exact.tiers, than: alternative.outcome.tiers))
    }
  }

  #if !DEBUG
    @Test("is what planning with the placement pinned says, on the year of the call")
    func agreesOnTheCall() throws {
      let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let folder = package.appendingPathComponent("datasets/call-2026").path
      let year = try #require(readProgrammeYear(at: folder).year)
      let session = try DispatchSession(year, options: Self.options())
      var limits = AlternativeLimits()
      limits.wanted = 4
      let partner = try #require(session.base.placements.first?.applicant)
      let placed = Set(session.base.placements.map(\.applicant))
      let others = year.applicants.indices.filter {
        !placed.contains($0) && !session.places(of: $0).isEmpty
      }
      for applicant in [partner, others[0], others[others.count / 2]] {
        let found = try session.alternatives(
          among: session.places(of: applicant), limits: limits)
        #expect(try Self.compare(found, year, options: Self.options(), "call-2026") == 4)
      }
    }
  #endif
}
