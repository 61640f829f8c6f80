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

/// Seconds that something took, by the clock on the wall and of processors.
struct Duration {
  var wall: Double
  var processor: Double
}

/// Runs something and says how long it took.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Duration) {
  let (start, processor) = (ContinuousClock.now, clock())
  let result = try body()
  return (
    result,
    Duration(
      wall: seconds(since: start), processor: Double(clock() - processor) / Double(CLOCKS_PER_SEC))
  )
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
var times: [String: [Duration]] = [:]
var anew: [Duration] = []
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
      + String(
        format: "%.3f s (processor %.3f s); anew %.3f s (processor %.3f s)", warmTime.wall,
        warmTime.processor, freshTime.wall, freshTime.processor))
  if [outcome.status, fresh.status].contains(where: { $0 == .feasible || $0 == .unknown }) {
    open += 1
  } else if values(of: outcome) != values(of: fresh) {
    differences += 1
    print("change \(number + 1), \(change.kind), \(way.rawValue): the values differ")
    print("  from the state: \(values(of: outcome))")
    print("  planned anew:   \(values(of: fresh))")
  }
}
print("answers        count   median  9 of 10  longest; processor: median  9 of 10  longest")
for (name, list) in times.sorted(by: { $0.key < $1.key }) {
  let (wall, processor) = (list.map(\.wall).sorted(), list.map(\.processor).sorted())
  print(
    name.padding(toLength: 12, withPad: " ", startingAt: 0)
      + String(
        format: "%8d %7.3f s %6.3f s %6.3f s          %7.3f s %6.3f s %6.3f s", list.count,
        quantile(wall, 0.5), quantile(wall, 0.9), wall.last ?? 0, quantile(processor, 0.5),
        quantile(processor, 0.9), processor.last ?? 0))
}
let all = times["all"] ?? []
for (name, part) in [("on the wall", \Duration.wall), ("of processors", \.processor)] {
  let median = quantile(all.map { $0[keyPath: part] }.sorted(), 0.5)
  let fresh = quantile(anew.map { $0[keyPath: part] }.sorted(), 0.5)
  print(
    String(
      format: "seconds %@: median %.3f; anew %.3f; ratio %.3f", name, median, fresh,
      median / max(fresh, 1e-9)))
}
print("\(differences) of \(changes.count) values differ, \(open) not proven")
exit(differences == 0 ? 0 : 1)
