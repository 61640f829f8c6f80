// SPDX-License-Identifier: GPL-3.0-or-later

/// The name that was probably meant.
///
/// - Parameters:
///   - typed: What was written.
///   - names: What could have been meant.
/// - Returns: The name with the fewest edits (insert, delete, replace, swap
///   two neighbours), the first of equals; nothing when even that one is more
///   than a third of its letters away.
/// - Complexity: O(*n* · *k*²), for *n* names of *k* letters.
package func nearestName(to typed: String, among names: [String]) -> String? {
  var best: (name: String, edits: Int)?
  for name in names {
    let edits = editDistance(Array(typed.lowercased()), Array(name.lowercased()))
    guard edits * 3 <= max(name.count, typed.count), edits < (best?.edits ?? .max) else {
      continue
    }
    best = (name, edits)
  }
  return best?.name
}

/// The optimal string alignment distance.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  // Invariant: `rows[i][j]` is the distance of the first i and j letters.
  var rows = [Array(0...right.count)]
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var edits = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        edits = min(edits, rows[i - 1][j - 1] + 1)
      }
      row.append(edits)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
