// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A named patch of the files of a programme year; `docs/scenarios.md` describes it.
package struct Scenario: Sendable {
  /// What reports call it: its `name`, or what its file is called.
  package let name: String
  /// The file's name in faults.
  package let file: String
  /// The file's text in UTF-8, without a byte order mark.
  package let text: [UInt8]
  /// What stands in it.
  let document: JSON5Value

  /// Reads a scenario from text.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - faults: Where the first thing amiss is reported. Whether the patch fits a
  ///     year is found out when it is applied.
  package init?(_ text: DecodedText, faults: inout FaultList) {
    do throws(Fault) {
      document = try JSON5.parse(text)
    } catch {
      faults.report(error)
      return nil
    }
    file = text.file
    self.text = text.bytes
    let given = document.object?["name"]?.string ?? ""
    name = given.isEmpty ? Self.stem(of: text.file) : given
  }

  /// Reads a scenario that is in no file yet.
  ///
  /// - Parameters:
  ///   - file: Its name in faults, and its text in UTF-8.
  ///   - faults: Where the first thing amiss is reported.
  package init?(_ file: TextFile, faults: inout FaultList) {
    self.init(
      DecodedText(file: file.name, bytes: file.bytes, encoding: .utf8), faults: &faults)
  }

  /// Reads a scenario from a file.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - file: Its name in faults; the path unless given.
  ///   - faults: Where everything amiss is reported.
  package init?(at path: String, named file: String? = nil, faults: inout FaultList) {
    guard
      let text = readText(at: path, named: file ?? path, limits: .document, faults: &faults)
    else { return nil }
    self.init(text, faults: &faults)
  }

  /// The scenario in which a plan is to be stable before all else.
  ///
  /// - Parameter objective: The year's goals; those of stability are put before the others.
  package init?(stabilizing objective: [Goal]) {
    let goals = Goal.stability + objective.filter { !Goal.stability.contains($0) }
    self.init(
      [
        "name": "stable",
        "set": ["objective": .array(goals.map { .string($0.rawValue) })],
      ], calledInFaults: "--stable")
  }

  /// The scenario of `exchange --stable`: the goals of a stable plan before all others.
  ///
  /// - Parameter objective: The year's goals of exchange.
  package init?(stabilizingExchange objective: [ExchangeGoal]) {
    let goals =
      ExchangeGoal.stability + objective.filter { !ExchangeGoal.stability.contains($0) }
    self.init(
      [
        "name": "stable",
        "set": ["exchange.objective": .array(goals.map { .string($0.rawValue) })],
      ], calledInFaults: "--stable")
  }

  /// Who decided on the scenario, when (a day in ISO 8601) and why; empty where it does
  /// not say.
  package var who: String { document.object?["who"]?.string ?? "" }
  package var when: String { document.object?["when"]?.string ?? "" }
  package var why: String { document.object?["why"]?.string ?? "" }

  /// Whether it says who has been told which placement, session or activity.
  package var isAboutAnnounced: Bool {
    document.object?["announced"] != nil
      || ["training", "returnees"].contains { document[$0]?.object?["announced"] != nil }
  }

  /// A scenario made of a document instead of a file; nothing when it cannot be read again.
  ///
  /// - Parameters:
  ///   - document: An object as `docs/scenarios.md` describes it.
  ///   - file: What faults call it.
  package init?(_ document: CanonicalJSON, calledInFaults file: String) {
    var faults = FaultList()
    self.init(
      DecodedText(file: file, bytes: document.bytes(), encoding: .utf8), faults: &faults)
  }

  /// What a file is called, without its folders and its ending.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: For example `fewer` of `scenarios/fewer.json5`.
  package static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
