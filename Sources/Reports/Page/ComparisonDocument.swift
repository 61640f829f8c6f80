// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles
internal import Wording

/// A comparison of scenarios as `whatif --format json` printed it.
package struct ComparisonDocument: Sendable {
  /// All that it says.
  let document: CanonicalJSON

  /// Reads a comparison; nothing after a fault.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - faults: Where the first thing amiss is reported.
  package init?(at path: String, faults: inout FaultList) {
    guard let value = JSON5.read(at: path, named: path, limits: .table, faults: &faults) else {
      return nil
    }
    let whole = DocumentMember(value, of: path)
    do throws(Fault) {
      let expected: Sentence = "what whatif --format json prints"
      guard value.object != nil, whole.has("base"), whole.has("scenarios"), whole.has("problem")
      else { throw whole.fault("is no comparison of scenarios", expected: expected) }
      let problem = try whole["problem"]
      guard PlanProblem(rawValue: try problem.text()) != nil else {
        throw problem.fault(
          "is a problem this version does not know",
          expected: "\(Listing(PlanProblem.allCases.map(\.rawValue), .orEach))")
      }
      for scenario in [try whole["base"]] + (try whole["scenarios"].members()) {
        _ = try scenario["name"].text()
        _ = try scenario["status"].text()
        for tier in try scenario["tiers"].members() {
          _ = try tier["name"].text()
          _ = try tier["value"].integer()
        }
      }
    } catch {
      faults.report(error)
      return nil
    }
    guard case .object(var members) = CanonicalJSON(value) else { return nil }
    // How long it took says nothing about the plan, and equal comparisons give equal pages.
    members["seconds"] = nil
    document = .object(members)
  }
}

extension CanonicalJSON {
  /// The same value, without the places at which it was written.
  init(_ value: JSON5Value) {
    switch value.content {
    case .null: self = .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .number(let number):
      self = number.integer.map { .integer($0) } ?? .number(number.double)
    case .string(let text): self = .string(text)
    case .array(let values): self = .array(values.map { CanonicalJSON($0) })
    case .object(let object):
      self = .object(
        Dictionary(
          object.members.map { ($0.key, CanonicalJSON($0.value)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }
}
