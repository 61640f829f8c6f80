// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@testable import YearGenerator

/// Arguments of a generated year.
struct Size: CustomTestStringConvertible, Sendable {
  var applicants: Int
  var schools: Int
  var seed: UInt64

  var testDescription: String { "\(applicants) × \(schools), seed \(seed)" }

  static let tiny = [
    Size(applicants: 1, schools: 1, seed: 1), Size(applicants: 1, schools: 1, seed: 2),
    Size(applicants: 5, schools: 3, seed: 1), Size(applicants: 5, schools: 3, seed: 7),
    Size(applicants: 1, schools: 40, seed: 3), Size(applicants: 60, schools: 1, seed: 4),
  ]

  static let middling = [
    Size(applicants: 40, schools: 20, seed: 5), Size(applicants: 97, schools: 31, seed: 6),
    Size(applicants: 300, schools: 100, seed: 7), Size(applicants: 300, schools: 100, seed: 8),
    Size(applicants: 2000, schools: 300, seed: 9), Size(applicants: 400, schools: 1500, seed: 10),
    Size(applicants: 1455, schools: 483, seed: 11), Size(applicants: 3000, schools: 1000, seed: 12),
  ]

  /// Fifty years of one size.
  static let fifty = (1...50).map { Size(applicants: 300, schools: 120, seed: $0) }
}

@Suite("The plan a generated year is built around")
struct WitnessTests {
  @Test(
    "keeps every hard rule", arguments: YearShape.allCases,
    Size.tiny + Size.middling + Size.fifty)
  func keepsHardRules(shape: YearShape, size: Size) {
    let made = generateYearWithWitness(
      applicants: size.applicants, schools: size.schools, seed: size.seed, shape: shape)
    let found = verifyDispatch(made.year, placements: made.witness, baseline: nil, claimed: [])
    for rule in found.rules where rule.isBroken {
      Issue.record("\(rule.id): \(rule.violations.prefix(3).map(\.sentence))")
    }
    #expect(found.isValid)
    #expect(!made.witness.isEmpty)
  }
}
