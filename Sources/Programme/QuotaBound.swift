// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the bounds of a quota, as scenarios call it.
package enum QuotaBound: String, Hashable, Sendable, CaseIterable {
  case min, max
  case minPercent = "share.min_percent"
  case maxPercent = "share.max_percent"

  /// Whether less of it allows more.
  package var isLeast: Bool { self == .min || self == .minPercent }
}

/// A quota of any problem.
package protocol BoundedQuota {
  associatedtype Selection: Hashable, Sendable
  var minimum: Int? { get set }
  var maximum: Int? { get set }
  var share: QuotaShare<Selection>? { get set }
}

extension BoundedQuota {
  /// One of the bounds; none where there is no such bound.
  package subscript(bound: QuotaBound) -> Int? {
    get {
      switch bound {
      case .min: minimum
      case .max: maximum
      case .minPercent: share?.minimumPercent
      case .maxPercent: share?.maximumPercent
      }
    }
    set {
      switch bound {
      case .min: minimum = newValue
      case .max: maximum = newValue
      case .minPercent: share?.minimumPercent = newValue
      case .maxPercent: share?.maximumPercent = newValue
      }
    }
  }
}

extension QuotaRule: BoundedQuota {}
extension TrainingQuota: BoundedQuota {}
