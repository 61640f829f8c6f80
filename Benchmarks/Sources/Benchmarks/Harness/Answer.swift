// SPDX-License-Identifier: GPL-3.0-or-later

/// What a solver says of one instance, as one line of JSON.
///
/// Our own solvers and every peer speak it, each in a process of its own, so
/// that time and memory are taken alike.
struct Answer: Codable, Sendable {
  /// `optimal`, `feasible` (with what it had at the limit), `stopped` (with
  /// nothing at the limit), `infeasible`, `unknown`, or `absent` when the peer is
  /// not installed.
  var status: String
  /// The value of the answer; nothing without one.
  var objective: Double?
  /// The proven bound; equal to the value at an optimum.
  var bound: Double?
  /// Wall seconds of the solve alone, without reading the instance.
  var seconds: Double
  /// The greatest resident size of the process, instance included.
  var peakBytes: Int?
  /// Other figures worth a column, by name (pivots, allocations, …).
  var extra: [String: Double]?
}
