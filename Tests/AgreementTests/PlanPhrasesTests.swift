// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Foundation
internal import Programme
internal import ProgrammeFiles
internal import TestSupport
internal import Testing
internal import Verification
internal import Wording

@testable internal import Reports

/// What plans say, recognised in their English files, against what the sentences themselves say
/// in Japanese.
@Suite("Sentences of plans, read in Japanese")
struct PlanPhrasesTests {
  /// Compares texts that are made once in each language.
  ///
  /// - Returns: How many of them read differently in Japanese.
  @discardableResult
  private func compare(_ what: String, _ make: () -> [String]) -> Int {
    let english = Language.english.spoken { make() }
    let japanese = Language.japanese.spoken { make() }
    #expect(english.count == japanese.count, "\(what)")
    var different = 0
    for (text, expected) in zip(english, japanese) {
      #expect(PhraseBook.plans.words(text, in: .japanese) == expected, "\(what): \(text)")
      #expect((PhraseBook.plans.phrase(of: text)?.words(in: .english) ?? text) == text, "\(what)")
      different += text == expected ? 0 : 1
    }
    return different
  }

  /// The cells of a column.
  private func cells(_ column: String, of table: CSVWriter) -> [String] {
    var faults = FaultList()
    guard let text = decodeText(table.bytes, named: "t", faults: &faults),
      let table = parseCSV(text, faults: &faults),
      let index = table.columnIndex(named: column)
    else { return [] }
    return (0..<table.rowCount).map { table.cell(row: $0, column: index) }
  }

  private func compareDispatch(
    _ what: String, _ year: ProgrammeYear, _ baseline: [EarlierPlacement]?
  ) throws -> Int {
    var options = DispatchOptions()
    options.baseline = baseline
    options.gap = 0
    let outcome = try planDispatch(year, options: options)
    let report = DispatchReport(
      year: year, eligibility: DispatchEligibility(year), outcome: outcome,
      verification: verifyDispatch(
        year, placements: outcome.placements, baseline: baseline, claimed: nil),
      askedGap: 0, inputDigest: "", baseline: baseline)
    // Of a plan without anybody every school and applicant needs a reason.
    let empty = DispatchReport(
      year: year, eligibility: DispatchEligibility(year),
      outcome: DispatchOutcome(status: .optimal, placements: []),
      verification: verifyDispatch(year, placements: [], baseline: baseline, claimed: nil),
      askedGap: 0, inputDigest: "", baseline: baseline)
    var told = 0
    for report in [report, empty] {
      told += compare(what) { cells("sentence", of: report.unplacedTable()) }
      told += compare(what) { cells("sentence", of: report.emptyPostsTable()) }
      told += compare(what) { cells("sentence", of: report.blockingPairsTable()) }
      told += compare(what) { cells("note", of: report.placementsTable()) }
    }
    for pin in year.pins {
      guard let decision = Decision(pin, in: year) else { continue }
      #expect(PhraseBook.plans.phrase(of: decision.what) != nil, "\(what): \(decision.what)")
      told += 1
    }
    return told
  }

  @Test("dispatches of random years", arguments: [1, 41, 81])
  func dispatches(from start: Int) throws {
    var told = 0
    for seed in start..<(start + 40) {
      let small = randomSmallYear(seed: UInt64(seed), leafLimit: 500)
      told += try compareDispatch("Seed \(seed)", small.year, small.baseline)
    }
    #expect(told > 200)
  }

  @Test("everything of the village")
  func village() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../datasets/village").standardizedFileURL.path
    let year = try #require(readProgrammeYear(at: folder).year)
    #expect(try compareDispatch("Village", year, nil) > 0)
    #expect(compareReturnees("Village", year) > 0)
    #expect(compareExchange("Village", year) > 0)
  }

  private func compareReturnees(_ what: String, _ year: ProgrammeYear) -> Int {
    let none = ReturneePlan([])
    return compare(what) { whyUnmet(none, in: year).flatMap { [$0.word, $0.sentence] } }
  }

  private func compareExchange(_ what: String, _ year: ProgrammeYear) -> Int {
    compare(what) {
      whyUnpartnered(ExchangePlan([]), in: year).flatMap { [$0.word, $0.sentence] }
    }
  }

  @Test("partnerships of random years")
  func partnerships() {
    var told = 0
    for seed in 1...UInt64(120) {
      told += compareExchange("Exchange \(seed)", randomSmallExchange(seed: seed))
    }
    #expect(told > 100)
  }

  /// Compares texts but for the marks that part them: of what stands in brackets and behind
  /// semicolons English does not say whether it is a list or a sentence.
  ///
  /// - Returns: How many there are.
  private func compareWords(_ what: String, _ make: () -> [String]) -> Int {
    func words(_ text: String) -> String {
      text.replacing("なし", with: "none").filter { !"、,；;（） ".contains($0) }
    }
    let english = Language.english.spoken { make() }
    let japanese = Language.japanese.spoken { make() }
    for (text, expected) in zip(english, japanese) {
      #expect((PhraseBook.plans.phrase(of: text)?.words(in: .english) ?? text) == text)
      #expect(
        words(PhraseBook.plans.words(text, in: .japanese)) == words(expected), "\(what): \(text)")
    }
    return english.count
  }

  @Test("what is said of activities and trainings of random years, but for marks")
  func others() throws {
    var (activities, trainings) = (0, 0)
    for seed in 1...UInt64(120) {
      let year = randomSmallReturnees(seed: seed)
      activities += compareWords("Activities \(seed)") {
        whyUnmet(ReturneePlan([]), in: year).map(\.sentence)
      }
      let small = randomSmallTraining(seed: seed)
      var random = SplitMix64(seed: seed)
      let oracle = TrainingOracle(small)
      var joining: [(group: TrainingGroup, session: TrainingSession)] = []
      for group in oracle.groups where !random.chance(60) {
        let own = oracle.acceptedSessions(of: group)
        if !own.isEmpty { joining.append((group, random.pick(own))) }
      }
      let plan = roomSplit(
        of: TrainingPlan(joining: joining), in: small.year, hosting: small.hosting)
      trainings += compareWords("Trainings \(seed)") {
        whyWaiting(plan, in: small.year, hosting: small.hosting, pins: small.pins).map(\.sentence)
      }
    }
    #expect(activities > 100 && trainings > 100)
  }
}
