// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles

/// What a scenario that lets something give way says.
struct ScenarioDraft: Sendable {
  /// Cells and settings by path, as `set` has them.
  var cells: [String: CanonicalJSON] = [:]
  /// Rows of `pins.csv` that go, by column.
  var rows: [[String: CanonicalJSON]] = []

  /// The scenario as a document.
  func document(named name: String) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = ["name": .string(name)]
    if !cells.isEmpty { members["set"] = .object(cells) }
    if !rows.isEmpty {
      members["remove"] = .object(["pins": .array(rows.map { .object($0) })])
    }
    return .object(members)
  }
}
