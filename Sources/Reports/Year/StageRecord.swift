// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles
package import Wording

/// What a stage's folder says of how its plan came to be: `stage.json`.
///
/// It is written together with the plan, so that a run that is ended at any moment leaves
/// either the older plan with its record or the new one with its own.
package struct StageRecord: Hashable, Sendable {
  package var stage: PlanProblem
  /// Digest of all that the stage read: its part of the year's files, scenarios, options,
  /// what earlier stages and years said, and the program's version.
  package var inputs: String
  /// Whether the search came to its own end, so that another would find nothing else.
  package var isFinished: Bool
  /// What was decided, in a clause.
  package var result: Sentence
  /// Digests of the plan's files, by name.
  package var files: [String: String]

  package init(
    stage: PlanProblem, inputs: String, isFinished: Bool, result: Sentence, files: [TextFile]
  ) {
    self.stage = stage
    self.inputs = inputs
    self.isFinished = isFinished
    self.result = result
    self.files = Dictionary(
      files.map { ($0.name, SHA256.hexadecimal(of: $0.bytes)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Its name in the stage's folder.
  package static let name = "stage.json"

  /// The file.
  package var file: TextFile {
    let members: [String: CanonicalJSON] = [
      "format": 1, "stage": .string(stage.rawValue), "inputs": .string(inputs),
      "finished": .boolean(isFinished), "files": .object(files.mapValues { .string($0) }),
    ]
    let document = CanonicalJSON.object(
      members.merging(result.keptMembers("result")) { member, _ in member })
    return TextFile(name: Self.name, bytes: document.bytes())
  }

  /// Reads the record of a stage's folder; nothing when there is none that can be used.
  ///
  /// - Parameter folder: The stage's folder.
  package init?(at folder: String) {
    var faults = FaultList()
    guard
      let document = JSON5.read(
        at: "\(folder)/\(Self.name)", named: Self.name, faults: &faults)
    else { return nil }
    let record = DocumentMember(document, of: Self.name)
    do throws(Fault) {
      guard try record["format"].integer() == 1,
        let stage = PlanProblem(rawValue: try record["stage"].text())
      else { return nil }
      self.stage = stage
      inputs = try record["inputs"].text()
      isFinished = try record["finished"].boolean()
      result = try record.keptSentence("result")
      let listed = try record["files"]
      files = [:]
      for name in (listed.value.object?.members ?? []).map(\.key) {
        files[name] = try listed[name].text()
      }
    } catch {
      return nil
    }
  }
}
