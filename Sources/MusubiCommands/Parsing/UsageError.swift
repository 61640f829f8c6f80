// SPDX-License-Identifier: GPL-3.0-or-later

/// A command line that does not say what to do.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence without its full stop.
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
