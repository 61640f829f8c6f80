// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how fast a planned year explains people, one after the other:
// `swift run -c release MeasureExplanations datasets/call-2026 100`. So many people with a
// placement are drawn, and as many without one, and as many schools, posts that are filled, and
// cohorts, if there are as many. A third argument is the seed; with a fourth, `each`, there is
// a line for each.

import Engine
import Foundation
import Programme
import ProgrammeFiles
import Reports
import SeededRandom

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, let year = readProgrammeYear(at: folder).year else {
  print("usage: MeasureExplanations YEAR [PEOPLE [SEED [each]]]")
  exit(64)
}
let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 100
var random = SplitMix64(seed: arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1)

/// Seconds that processors have worked for this program.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func quantile(_ sorted: [Double], _ part: Double) -> Double {
  sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
}

let session = try DispatchSession(year, options: DispatchOptions())
print(String(format: "%@: planned in %.2f s of processor time", folder, processorSeconds()))
guard session.base.status == .optimal else {
  print("the best plan was not proven")
  exit(1)
}
let plan = ExplainedPlan(year, placements: session.base.placements, baseline: nil)
let placed = Set(plan.placements.map(\.applicant))

let applicants = year.applicants.indices.map {
  (id: year.applicants[$0].id, subject: ExplainedSubject.applicant($0))
}
let all: [(name: String, subjects: [(id: String, subject: ExplainedSubject)])] = [
  ("with a place", year.applicants.indices.filter { placed.contains($0) }.map { applicants[$0] }),
  ("without one", year.applicants.indices.filter { !placed.contains($0) }.map { applicants[$0] }),
  ("schools", year.schools.indices.map { (year.schools[$0].id, .school($0)) }),
  (
    "posts",
    Dictionary(
      plan.placements.map { ($0.post.id, $0.post) }, uniquingKeysWith: { first, _ in first }
    )
    .values.sorted { $0.id < $1.id }.map { ($0.id, .post($0)) }
  ),
  ("cohorts", year.cohorts.indices.map { (year.cohorts[$0].id, .cohort($0)) }),
]
print("subjects         count    mean   median  9 of 10  longest  alternatives")
for (name, subjects) in all {
  var times: [Double] = []
  var (solved, shown) = (0, 0)
  for (id, subject) in random.shuffled(subjects).prefix(count) {
    let start = processorSeconds()
    let explanation = try explain(subject, of: plan, in: session)
    times.append(processorSeconds() - start)
    solved += explanation.searched
    shown += explanation.alternatives.count
    if CommandLine.arguments.last == "each" {
      FileHandle.standardError.write(
        Data(
          String(
            format: "%@ %.3f searched %d of solved %d, impossible %d of %d\n", id,
            times.last ?? 0, explanation.searched, explanation.solved, explanation.impossible,
            explanation.candidates
          ).utf8))
    }
  }
  times.sort()
  print(
    name.padding(toLength: 16, withPad: " ", startingAt: 0)
      + String(
        format: "%6d %6.3f s %6.3f s %6.3f s %6.3f s  %d shown, %d searched for", times.count,
        times.reduce(0, +) / Double(max(times.count, 1)), quantile(times, 0.5),
        quantile(times, 0.9), times.last ?? 0, shown, solved))
}
