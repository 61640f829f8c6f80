// SPDX-License-Identifier: GPL-3.0-or-later

package import History
package import ProgrammeFiles

/// The goals that the documents of a run's folder tell: of a plan, of each stage of the plan
/// of a year, or of the year as it is in a comparison.
///
/// - Parameter files: The folder's files.
/// - Returns: Values and bounds, in the order of the documents.
package func runGoals(of files: [TextFile]) -> [RunGoal] {
  for name in [planDocumentName, comparisonDocumentName] {
    var faults = FaultList()
    guard let file = files.first(where: { $0.name == name }),
      let text = decodeText(file.bytes, named: name, faults: &faults),
      let document = try? JSON5.parse(text, limits: .table)
    else { continue }
    let whole = DocumentMember(document, of: name)
    var goals: [RunGoal] = []
    do throws(Fault) {
      if whole.has("stages") {
        for stage in try whole["stages"].members() where stage.has("tiers") {
          goals += try tiers(of: stage, in: try stage["stage"].text())
        }
      } else {
        goals = try tiers(of: whole.has("base") ? try whole["base"] : whole, in: "")
      }
    } catch {
      // A document of ours has all of these; of another nothing is told.
      return []
    }
    return goals
  }
  return []
}

private func tiers(of member: DocumentMember, in stage: String) throws(Fault) -> [RunGoal] {
  var goals: [RunGoal] = []
  for tier in try member["tiers"].members() {
    goals.append(
      RunGoal(
        stage: stage, name: try tier["name"].text(), value: try tier["value"].integer(),
        bound: try tier["bound"].integer(), isShare: tier.has("shares")))
  }
  return goals
}
