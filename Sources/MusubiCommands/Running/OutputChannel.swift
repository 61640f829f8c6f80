// SPDX-License-Identifier: GPL-3.0-or-later

/// A text stream that may be written to from anywhere.
///
/// It hands whole pieces of text to a closure: a file handle in the program, a
/// collecting string in tests.
package final class OutputChannel: TextOutputStream, Sendable {
  private let take: @Sendable (String) -> Void

  package init(_ take: @escaping @Sendable (String) -> Void) {
    self.take = take
  }

  package func write(_ text: String) {
    if !text.isEmpty { take(text) }
  }

  /// Writes a line.
  package func line(_ text: String = "") {
    write(text + "\n")
  }
}
