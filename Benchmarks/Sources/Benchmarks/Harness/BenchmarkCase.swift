// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// One instance and those who solve it.
struct BenchmarkCase: Sendable {
  /// `group/family/n=…`, the row's name in the table.
  var name: String
  /// The part of the table the row stands in.
  var group: String
  /// The sweep of sizes that the case is one step of, and its size (arcs,
  /// cells, …); a line under the table says how time and memory grow with it.
  var growth: (sweep: String, size: Double)?
  /// Whether continuous integration runs it: under a few seconds in all.
  var isShort: Bool
  /// How often each contestant runs; the median counts.
  var rounds = 3
  /// Ourselves first, then the peers.
  var contestants: [Contestant]
  /// A proven value, where one is known; every optimal answer must equal it.
  var knownOptimum: Double?
  /// The largest difference between optimal values, for floating costs.
  var tolerance = 0.0
  /// The same as a share of the value, for answers that are asked for a gap only.
  var relativeTolerance = 0.0
  /// Whether large values are wanted; otherwise small ones.
  var isMaximizing = false
  /// Writes the instance into a file.
  var write: @Sendable (URL) throws -> Void
}
