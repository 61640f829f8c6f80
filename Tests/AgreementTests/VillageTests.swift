// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Programme
internal import ProgrammeFiles
internal import TestSupport
internal import Testing

/// The folder of the dataset.
private let village: String = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return package.appendingPathComponent("datasets/village").path
}()

@Suite("The village dataset")
struct VillageTests {
  @Test("has the plan that exhaustive search finds", arguments: Way.allCases)
  func agrees(_ way: Way) throws {
    let reading = readProgrammeYear(at: village)
    let year = try #require(reading.year, "The village has faults: \(reading.faults)")
    let small = SmallYear(year)
    let answer = try #require(BruteForce.bestDispatch(year), "The village has a plan.")
    print("village: \(answer.leaves) plans judged; \(text(answer.tiers))")
    let difference = disagreement(on: small, way)
    #expect(difference == nil, "\(difference ?? "")\n\(small)")
  }
}
