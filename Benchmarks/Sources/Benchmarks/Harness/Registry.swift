// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Our own side of a case: solves the instance file named last.
typealias Driver = @Sendable ([String]) throws -> Answer

/// All that can be run: cases by group, and our drivers by method.
enum Registry {
  /// Every case, in the order of the table.
  ///
  /// - Parameters:
  ///   - publicFolder: A folder of public instances, if there is one.
  ///   - limit: Seconds for each contestant of a dispatch.
  /// - Returns: All cases; the caller chooses.
  static func cases(publicFolder: URL?, limit: Double) -> [BenchmarkCase] {
    DenseGroup.cases(publicFolder: publicFolder)
      + FlowGroup.cases(publicFolder: publicFolder)
      + GeneralizedGroup.cases(publicFolder: publicFolder)
      + StableGroup.cases(publicFolder: publicFolder)
      + DispatchGroup.cases(limit: limit)
  }

  /// Our drivers, by the name a case calls them.
  static let drivers: [String: Driver] = [
    DenseGroup.drivers, FlowGroup.drivers, GeneralizedGroup.drivers, StableGroup.drivers,
    DispatchGroup.drivers,
  ].reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
}
