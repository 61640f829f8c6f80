// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of each line in each year.
package struct DecadePlan: Hashable, Sendable {
  /// Units, a row for each line and in it one for each year that is planned.
  package var units: [[Int]]

  package init(units: [[Int]]) { self.units = units }
}
