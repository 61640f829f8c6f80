// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension DispatchFormulation {
  /// Makes a soft rule hard again for some of its data.
  ///
  /// - Parameter isForbidden: Whether there may be no violation of a rule by what its
  ///   column is about: identifiers with commas between them, such as `kansai,beds`.
  /// - Complexity: O(*n*) for *n* structural columns.
  package mutating func forbidViolations(_ isForbidden: (Rule, String) -> Bool) {
    for index in 0..<firstTripleColumn {
      let column = Column(index: index)
      guard program.name(of: column).hasPrefix("violation(") else { continue }
      let origin = program.origin(of: column)
      guard let rule = Rule(rawValue: origin.rule),
        isForbidden(rule, origin.subjects.joined(separator: ","))
      else { continue }
      program.setBounds(of: column, lower: 0, upper: 0)
      structure.setBounds(of: column, lower: 0, upper: 0)
    }
  }
}
