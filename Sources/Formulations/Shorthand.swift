// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming

package typealias Column = IntegerProgram.Column
package typealias Term = IntegerProgram.Term

extension IntegerProgram.Term {
  /// Weighs a column, briefly enough for a row family to be read at a glance.
  package init(_ column: IntegerProgram.Column, _ coefficient: Int64) {
    self.init(column: column, coefficient: coefficient)
  }
}
