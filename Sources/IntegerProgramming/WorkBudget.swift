// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// How much work a run may still do.
///
/// Unlike seconds, work is the same on every machine: a unit is one step of the simplex
/// method, one subproblem of a search, or whatever else its user counts. Work that other
/// threads do has a budget of its own, so that no thread's pace decides what another one
/// still may do.
public final class WorkBudget: Sendable {
  /// Units that may be spent; 0 or more.
  public let limit: Int64
  private let counter = Atomic<Int64>(0)
  private let whole: WorkBudget?

  /// Allows some work.
  ///
  /// - Parameter limit: Units; less than none counts as none.
  public convenience init(limit: Int64) {
    self.init(limit: limit, of: nil)
  }

  private init(limit: Int64, of whole: WorkBudget?) {
    self.limit = max(0, limit)
    self.whole = whole
  }

  /// Units spent so far; may exceed the limit by the last of them.
  public var spent: Int64 { counter.load(ordering: .relaxed) }

  /// Units left, 0 or more.
  public var left: Int64 {
    let own = max(0, limit - spent)
    return whole.map { min(own, $0.left) } ?? own
  }

  /// Whether nothing is left.
  public var isSpent: Bool { left == 0 }

  /// Counts work.
  ///
  /// - Parameter units: 0 or more.
  public func spend(_ units: Int64) {
    counter.add(max(0, units), ordering: .relaxed)
    whole?.spend(units)
  }

  /// A part of what is left; what is spent of it is spent of this budget too.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: A budget that ends with this one, or before.
  public func part(_ share: Double) -> WorkBudget { WorkBudget(limit: units(share), of: self) }

  /// As much as a part of what is left, for another thread.
  ///
  /// This budget knows nothing of it: spend here what was spent there when the other
  /// thread is done.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: A budget of its own.
  public func apart(_ share: Double) -> WorkBudget { WorkBudget(limit: units(share), of: nil) }

  private func units(_ share: Double) -> Int64 {
    Int64((Double(left) * min(1, max(0, share))).rounded(.down))
  }
}
