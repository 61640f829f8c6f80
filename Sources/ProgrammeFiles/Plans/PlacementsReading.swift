// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Reads the placements of a plan of this year.
///
/// Identifiers are checked against the year; rules are not. A bundle that was
/// formed has one seat, a school alone its own seats, a given post those of
/// `posts.csv`.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
/// - Returns: The placements in the file's order, or nothing when there are
///   errors; and the faults.
package func readPlacements(
  at planFolder: String, for year: ProgrammeYear
) -> (placements: [Placement]?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.placements.facts, faults: &faults) else {
    return (nil, faults)
  }
  let names = YearNames(of: year)
  let rows = source.rows(of: Tables.placements, names: names, faults: &faults)
  let given = year.givenPosts.map { posts in
    (
      index: NameIndex("post", in: "posts.csv", names: posts.map(\.id)),
      posts: posts.sorted { $0.id < $1.id }
    )
  }
  var placements: [Placement] = []
  for read in rows where read.has("post", "schools") {
    let row = read.row
    func report(_ problem: Sentence, _ expected: Sentence, _ hint: Fault.Hint? = nil) {
      faults.report(
        source.fault(
          line: read.line, column: PlacementColumn.post.rawValue, value: row.post, problem,
          expected: expected, hint: hint))
    }
    let post: Post
    if let given {
      guard let index = given.index[row.post] else {
        report("names no post", "an identifier of posts.csv", given.index.hint(for: row.post))
        continue
      }
      post = given.posts[index]
      guard post.schools == row.schools else {
        report("does not have these schools", "the post's schools as posts.csv has them")
        continue
      }
    } else {
      let id = row.schools.map { year.schools[$0].id }.joined(separator: "+")
      guard id == row.post else {
        report("is not the post of these schools", "their identifiers joined by +", .didYouMean(id))
        continue
      }
      let base = year.schools[row.schools[0]]
      post =
        row.schools.count == 1
        ? Post(id: id, schools: row.schools, seatsMin: base.seatsMin, seatsMax: base.seatsMax)
        : Post(id: id, schools: row.schools)
    }
    placements.append(Placement(applicant: row.applicant, post: post, cohort: row.cohort))
  }
  return (faults.hasErrors ? nil : placements, faults)
}

/// Reads the placements of an earlier plan.
///
/// Applicants who are not in the year any more are left out, with a notice;
/// schools and cohorts may be gone.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: This year.
/// - Returns: The placements sorted by applicant, none when there are errors;
///   and the faults.
package func readBaseline(
  at planFolder: String, for year: ProgrammeYear
) -> (placements: [EarlierPlacement], faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.baseline.facts, faults: &faults) else {
    return ([], faults)
  }
  let names = YearNames(of: year)
  var lines: [Int: Int] = [:]
  var placements: [EarlierPlacement] = []
  for read in source.rows(of: Tables.baseline, names: names, faults: &faults)
  where read.failed.isEmpty {
    func fault(
      _ problem: Sentence, _ expected: Sentence? = nil, _ severity: Fault.Severity, _ kind: String
    ) -> Fault {
      source.fault(
        line: read.line, column: PlacementColumn.applicant.rawValue, value: read.row.applicant,
        problem, expected: expected, severity: severity, kind: kind)
    }
    guard let applicant = names.applicants[read.row.applicant] else {
      faults.report(fault("is not among this year's applicants", nil, .notice, "gone"))
      continue
    }
    if let first = lines[applicant] {
      faults.report(
        fault("stands in line \(first) already", "each applicant once", .error, "duplicate"))
      continue
    }
    lines[applicant] = read.line
    placements.append(
      EarlierPlacement(
        applicant: applicant, schools: read.row.schools, cohort: read.row.cohort,
        base: read.row.schools[0]))
  }
  guard !faults.hasErrors else { return ([], faults) }
  return (placements.sorted { $0.applicant < $1.applicant }, faults)
}

extension TableSource {
  /// Takes one table of a folder that may hold anything else.
  init?(_ folder: String, _ facts: TableFacts, faults: inout FaultList) {
    let table = readCSV(at: folder + "/" + facts.file, named: facts.file, faults: &faults)
    guard let table else { return nil }
    self.init(facts: facts, table: table, isPresent: true)
    checkHeader(tellingOfOthers: false, faults: &faults)
  }
}
