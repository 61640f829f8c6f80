// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// A scenario that a plan says it was made with.
package struct ClaimedScenario: Hashable, Sendable {
  package var name: String
  /// The copy in the plan's folder.
  package var file: String
}

extension ClaimedScenario {
  init(_ member: DocumentMember) throws(Fault) {
    let file = try member["file"]
    // Nothing beyond the plan's folder is read by its say.
    guard try !file.text().isEmpty, try !file.text().contains("/") else {
      throw file.fault("is no file of the plan's folder", expected: "a name without /")
    }
    self.init(name: try member["name"].text(), file: try file.text())
  }
}

/// The files of a plan's folder that keep the scenarios the plan was made with, so that
/// it can be verified wherever the scenarios have gone.
func scenarioFiles(_ scenarios: [Scenario]) -> [TextFile] {
  zip(scenarioFileNames(count: scenarios.count), scenarios).map {
    TextFile(name: $0, bytes: $1.text)
  }
}

/// The names of the files that keep so many scenarios.
package func scenarioFileNames(count: Int) -> [String] {
  count == 1 ? ["scenario.json5"] : (0..<count).map { "scenario-\($0 + 1).json5" }
}

/// What a plan's document says it was made from.
func inputDocument(digest: String, scenarios: [Scenario]) -> CanonicalJSON {
  var members: [String: CanonicalJSON] = ["digest": .string(digest)]
  if !scenarios.isEmpty {
    members["scenarios"] = .array(
      zip(scenarioFileNames(count: scenarios.count), scenarios).map { file, scenario in
        ["file": .string(file), "name": .string(scenario.name)]
      })
  }
  return .object(members)
}

/// The line of a summary that names the scenarios; none without any.
func scenarioLines(_ scenarios: [Scenario]) -> [String] {
  scenarios.isEmpty ? [] : [localized("With \(scenariosInWords(scenarios.map(\.name))).")]
}

/// The lines of a summary about the scenarios' files.
func scenarioFileLines(_ scenarios: [Scenario]) -> [String] {
  scenarioFileNames(count: scenarios.count).map { file in
    let padding = String(repeating: " ", count: max(1, 17 - file.count))
    return "  \(file)\(padding)\(localized("what was changed in the year's files"))"
  }
}

/// Scenarios in a sentence, such as `the scenario fewer`.
///
/// - Parameter names: The scenarios' names, at least one.
/// - Returns: The words.
package func scenariosInWords(_ names: [String]) -> String {
  let shown = names.map(clippedForDisplay)
  return shown.count > 1
    ? localized("the scenarios \(Listing(shown))")
    : localized("the scenario \(shown.joined())")
}
