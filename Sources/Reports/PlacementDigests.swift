// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import ProgrammeFiles

/// The digest of the placements of a baseline, whatever else its folder holds.
package func digest(of baseline: [EarlierPlacement], in year: ProgrammeYear) -> String {
  digest(
    ofRows: baseline.map { placement in
      [
        year.applicants[placement.applicant].id, placement.base,
        placement.schools.joined(separator: ";"), placement.cohort,
      ]
    })
}

/// The digest of a dispatch plan's placements, whatever else its folder holds.
package func digest(of placements: [Placement], in year: ProgrammeYear) -> String {
  digest(
    ofRows: placements.map { placement in
      [
        year.applicants[placement.applicant].id, placement.post.id,
        placement.post.schools.map { year.schools[$0].id }.joined(separator: ";"),
        year.cohorts[placement.cohort].id,
      ]
    }.sorted { $0.lexicographicallyPrecedes($1) })
}

/// The digest of a table's rows, in their order.
package func digest(ofRows rows: [[String]]) -> String {
  let lines = rows.map { $0.joined(separator: "\u{1F}") }
  return SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
}
