// SPDX-License-Identifier: GPL-3.0-or-later

/// When a search ends before its proof is complete.
///
/// Work is counted in units that do not depend on the machine (each search says
/// which), so a run that is limited by work alone gives the same answer
/// everywhere. A limit in seconds does not.
public struct SearchLimits: Sendable {
  /// The most units of work; nothing means no limit.
  public var work: Int?
  /// The most seconds from the start of the search; nothing means no limit.
  public var seconds: Double?
  /// Asked now and then; true ends the search.
  public var isCancelled: (@Sendable () -> Bool)?

  /// No limit unless one is given.
  public init(
    work: Int? = nil, seconds: Double? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.work = work
    self.seconds = seconds
    self.isCancelled = isCancelled
  }
}

/// Why a search ended before its proof was complete.
public enum SearchLimit: String, Sendable {
  /// The units of work were used up.
  case work
  /// The time was used up.
  case seconds
  /// Somebody asked it to stop.
  case cancellation
}
