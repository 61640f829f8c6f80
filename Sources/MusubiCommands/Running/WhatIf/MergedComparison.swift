// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Reads the parts that shards of a comparison have written, and puts them together.
///
/// - Parameters:
///   - folders: The parts' folders, in any order.
///   - console: Where faults are told.
///   - isQuiet: Whether notices are left out.
/// - Returns: What one run would have come to.
/// - Throws: `RunError` when a part cannot be read, or they are not the parts of one
///   comparison; every reason is told.
func mergedComparison(
  of folders: [String], on console: Console, isQuiet: Bool
) throws(RunError) -> Comparison {
  var faults = FaultList()
  var parts: [(name: String, part: ComparisonPart)] = []
  for folder in folders {
    if let part = ComparisonPart.read(at: folder, faults: &faults) {
      parts.append((clippedForDisplay(folder), part))
    }
  }
  guard !faults.hasErrors else {
    for line in faults.lines { console.errors.line(line) }
    throw RunError(
      exitCode(for: faults), "\(countedFaults(faults)) in the parts; nothing was written.")
  }
  do throws(PartsDisagree) {
    return try Comparison(merging: parts)
  } catch {
    throw RunError(
      .badData,
      said: (error.sentences + [localized("Nothing was written.")]).joined(separator: "\n"))
  }
}
