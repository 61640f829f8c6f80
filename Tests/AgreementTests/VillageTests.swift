// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Programme
internal import ProgrammeFiles
internal import TestSupport
internal import Testing

/// The folder of the dataset, whether it is there or not.
private let village: String = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return package.appendingPathComponent("datasets/village").path
}()

@Suite("The village dataset", .enabled(if: FileManager.default.fileExists(atPath: village)))
struct VillageTests {
  @Test("has the plan that exhaustive search finds")
  func agrees() throws {
    let reading = readProgrammeYear(at: village)
    let year = try #require(reading.year, "The village has faults: \(reading.faults)")
    let small = SmallYear(year)
    let difference = disagreement(on: small)
    #expect(difference == nil, "\(difference ?? "")\n\(small)")
  }
}
