// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles
internal import Wording

/// Explanations as `explain --format json` printed them: of one subject or of several.
package struct ExplanationDocument: Sendable {
  /// An explanation for each subject.
  let subjects: [CanonicalJSON]

  /// Reads explanations; nothing after a fault.
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
      let explained =
        whole.has("explanations") ? try whole["explanations"].members() : [whole]
      for subject in explained {
        guard subject.has("kind"), subject.has("subject"), subject.has("alternatives") else {
          throw subject.fault(
            "is no explanation", expected: "what explain --format json prints")
        }
        _ = try subject["kind"].text()
        _ = try subject["subject"].text()
        for goal in try subject["best"].members() { _ = try goal["name"].text() }
        for alternative in try subject["alternatives"].members() {
          for loss in try alternative["losses"].members() { _ = try loss.integer() }
        }
      }
      subjects = explained.map { CanonicalJSON($0.value) }
    } catch {
      faults.report(error)
      return nil
    }
  }
}
