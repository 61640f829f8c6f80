// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how fast a planned year answers "what if", and compares each answer
// with planning anew: `swift run -c release MeasureChanges datasets/peak-2018 200`.
// A third argument is the seed of the changes. Ends with code 1 when a value differs.
// What is not proven within a minute is counted, and not compared.

import Engine
import Foundation
import Programme
import ProgrammeFiles
import YearGenerator

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, let year = readProgrammeYear(at: folder).year else {
  print("usage: MeasureChanges YEAR [CHANGES [SEED]]")
  exit(64)
}
let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 200
let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
var options = DispatchOptions()
options.threads = 2
options.timeLimit = 60

/// Tells how far the run is.
func tell(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Runs something and says how many seconds it took.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
  let start = ContinuousClock.now
  return (try body(), seconds(since: start))
}

func seconds(since start: ContinuousClock.Instant) -> Double {
  let elapsed = (ContinuousClock.now - start).components
  return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
}

/// What two answers have to agree in.
func values(of outcome: DispatchOutcome) -> String {
  "\(outcome.status.rawValue) "
    + outcome.tiers.map { "\($0.name)=\($0.value) \($0.shares ?? [])" }.joined(separator: " ")
}

func quantile(_ sorted: [Double], _ part: Double) -> Double {
  sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
}

let start = ContinuousClock.now
let session = try DispatchSession(year, options: options)
print(String(format: "%@: planned in %.2f s", folder, seconds(since: start)))
var times: [String: [Double]] = [:]
var anew: [Double] = []
var differences = 0
var open = 0
let changes = year.randomChanges(count, seed: seed, eligible: session.eligiblePlaces())
for (number, change) in changes.enumerated() {
  let ((outcome, way), warmTime) = try timed { try session.outcome(after: change) }
  var options = options
  options.gap = 0
  let (fresh, freshTime) = try timed {
    try planDispatch(year.changed(by: change), options: options)
  }
  anew.append(freshTime)
  times["all", default: []].append(warmTime)
  times[way.rawValue, default: []].append(warmTime)
  times[change.kind, default: []].append(warmTime)
  tell(
    "change \(number + 1) of \(changes.count): \(change.kind), \(way.rawValue), "
      + String(format: "%.3f s; anew %.3f s", warmTime, freshTime))
  if [outcome.status, fresh.status].contains(where: { $0 == .feasible || $0 == .unknown }) {
    open += 1
  } else if values(of: outcome) != values(of: fresh) {
    differences += 1
    print("change \(number + 1), \(change.kind), \(way.rawValue): the values differ")
    print("  from the state: \(values(of: outcome))")
    print("  planned anew:   \(values(of: fresh))")
  }
}
print("answers        count   median  9 of 10  longest")
for (name, list) in times.sorted(by: { $0.key < $1.key }) {
  let sorted = list.sorted()
  print(
    name.padding(toLength: 12, withPad: " ", startingAt: 0)
      + String(
        format: "%8d %7.3f s %6.3f s %6.3f s", sorted.count, quantile(sorted, 0.5),
        quantile(sorted, 0.9), sorted.last ?? 0))
}
let median = quantile(times["all", default: []].sorted(), 0.5)
let freshMedian = quantile(anew.sorted(), 0.5)
print(
  String(
    format: "anew: median %.3f s; ratio %.3f; %d of %d values differ, %d not proven",
    freshMedian, median / max(freshMedian, 1e-9), differences, changes.count, open))
exit(differences == 0 ? 0 : 1)
