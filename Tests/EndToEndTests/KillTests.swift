// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import SeededRandom
import Synchronization
import Testing

/// Runs of `dispatch` that a signal meets at random moments.
///
/// A run that is asked to end leaves a verified plan with a true gap, or nothing
/// and code 5; one that is killed leaves a whole plan or none, and never touches
/// an older one but to replace it.
@Suite(.serialized) struct KillTests {
  @Test("fifty interrupts leave a verified plan with a true gap, or nothing")
  func interruptsOfPeak() throws {
    try strike("peak-2018", Strike.random(50, by: [SIGINT, SIGTERM], seed: 11))
  }

  @Test("interrupts of the main job do the same, and kills leave a whole plan or none")
  func strikesOnCall() throws {
    let interrupts =
      Strike.random(6, by: [SIGINT, SIGTERM], seed: 12)
      + Strike.random(8, by: [SIGINT, SIGTERM], seed: 13, replaces: true)
      + [SIGINT, SIGTERM].map { Strike(signal: $0, moment: .writing, replaces: true) }
    let kills =
      Strike.random(3, by: [SIGKILL], seed: 14)
      + Strike.random(3, by: [SIGKILL], seed: 15, replaces: true)
      + [true, false, true].map { Strike(signal: SIGKILL, moment: .writing, replaces: $0) }
    try strike("call-2026", interrupts + kills)
  }

  /// Runs a shipped year twice to its end, then once for each strike; always two
  /// runs side by side.
  private func strike(_ name: String, _ strikes: [Strike]) throws {
    let target = try Target(of: name)
    let outcomes = inPairs(strikes) { try target.outcome(of: $0) }
    for (strike, outcome) in zip(strikes, outcomes) {
      for fault in try outcome.get() { Issue.record("\(name), \(strike): \(fault)") }
    }
  }
}

/// A signal that meets a run.
private struct Strike: Sendable, CustomStringConvertible {
  enum Moment: Sendable {
    /// After this share of what a whole run takes.
    case share(Double)
    /// As soon as a first file of the plan is being written.
    case writing
  }

  var signal: Int32
  var moment: Moment
  /// Whether the run replaces an older plan.
  var replaces = false

  var description: String {
    "signal \(signal) at \(moment)" + (replaces ? ", replacing a plan" : "")
  }

  /// Moments spread evenly over a run, each drawn within its part.
  static func random(
    _ count: Int, by signals: [Int32], seed: UInt64, replaces: Bool = false
  ) -> [Strike] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      let share = (Double(index) + random.unitInterval()) / Double(count)
      return Strike(
        signal: random.pick(signals), moment: .share(share), replaces: replaces)
    }
  }
}

/// A shipped year, what a whole run of it finds, and how long it takes.
private struct Target: Sendable {
  let year: String
  let best: [Tier]
  let seconds: Double

  init(of name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../datasets/\(name)").standardizedFileURL.path
    let runs = try inPairs([0, 1]) { _ in
      let scratch = try Scratch()
      let start = ContinuousClock.now
      let run = try scratch.musubi(
        "dispatch", folder, "--gap", "0", "--quiet", "--format", "json", "--output", "plan")
      let tiers = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).tiers
      return (code: run.code, tiers: tiers, seconds: (ContinuousClock.now - start) / .seconds(1))
    }.map { try $0.get() }
    #expect(runs.map(\.code) == [0, 0])
    year = folder
    best = runs[0].tiers
    seconds = runs.map(\.seconds).reduce(0, +) / 2
    #expect(runs[1].tiers == best)
    #expect(best.allSatisfy { $0.value == $0.bound })
  }

  /// Lets a strike meet a run and looks at what is left.
  ///
  /// - Returns: What is wrong.
  func outcome(of strike: Strike) throws -> [String] {
    let scratch = try Scratch()
    var before: [String: Data]?
    if strike.replaces {
      _ = try scratch.musubi("init", "small")
      _ = try scratch.musubi("dispatch", "small", "--output", "plan", "--quiet")
      before = try scratch.contents(of: "plan")
      try FileManager.default.removeItem(atPath: scratch.path + "/small")
    }
    let words =
      ["dispatch", year, "--gap", "0", "--quiet", "--format", "json", "--output", "plan"]
      + (strike.replaces ? ["--force"] : [])
    let run = try scratch.struck(words) { process in
      wait(for: strike.moment, of: process, in: scratch)
      kill(process.processIdentifier, strike.signal)
    }
    var faults: [String] = []
    if strike.signal == SIGKILL {
      faults += try remains(in: scratch, before: before)
      faults += try later(in: scratch)
    } else if let run, run.code == 0 || run.code == 4 {
      faults += try claims(of: run)
      faults += try verdict(in: scratch)
    } else {
      if run?.code != 5 { faults.append("ended with \(run.map { "\($0.code)" } ?? "a signal")") }
      let after = try? scratch.contents(of: "plan")
      if after != before { faults.append("the folder of the plan is not as it was") }
    }
    let names = try scratch.names()
    if !names.isEmpty, names != ["plan"] { faults.append("\(names) are left") }
    return faults
  }

  /// Sleeps until the strike's moment, counted from when the program has taken
  /// over its signals; before that, nothing of it runs that could write.
  private func wait(for moment: Strike.Moment, of process: Process, in scratch: Scratch) {
    while process.isRunning, !catchesSignals(process) { usleep(200) }
    switch moment {
    case .share(let share):
      let end = ContinuousClock.now + .seconds(share * seconds)
      while process.isRunning, ContinuousClock.now < end { usleep(2_000) }
    case .writing:
      while process.isRunning, !scratch.isBeingWritten("plan") { usleep(200) }
    }
  }

  /// Whether SIGINT has a handler in a process.
  private func catchesSignals(_ process: Process) -> Bool {
    let path = "/proc/\(process.processIdentifier)/status"
    let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
    guard let mask = line?.split(separator: "\t").last.flatMap({ UInt64($0, radix: 16) })
    else { return false }
    return mask & (1 << UInt64(SIGINT - 1)) != 0
  }

  /// What is wrong with the values and bounds a run has printed: as long as the
  /// goals before are at their best, a bound may not exclude the best value.
  private func claims(of run: Run) throws -> [String] {
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    let isOptimal = document.status == "optimal"
    var faults: [String] = []
    if isOptimal != (run.code == 0) { faults.append("\(document.status) with code \(run.code)") }
    if document.tiers.map(\.name) != best.map(\.name) { return faults + ["other goals"] }
    for (tier, best) in zip(document.tiers, best) {
      let isMinimized = tier.name == "penalties"
      let bound = isMinimized ? -tier.bound : tier.bound
      if bound < (isMinimized ? -best.value : best.value) {
        faults.append("the bound \(tier.bound) of \(tier.name) excludes \(best.value)")
      }
      guard tier.value == best.value, tier.shares == best.shares else { break }
    }
    if isOptimal, document.tiers.map(\.value) != best.map(\.value) {
      faults.append("optimal with other values")
    }
    if let last = document.tiers.last, document.gap < last.gap - 1e-9 {
      faults.append("the gap \(document.gap) is less than \(last.gap)")
    }
    return faults
  }

  private func verdict(in scratch: Scratch) throws -> [String] {
    let run = try scratch.musubi("verify", year, "plan")
    return run.code == 0 ? [] : ["verify ended with \(run.code): \(run.output)\(run.errors)"]
  }

  /// What is wrong with what a killed run has left: the older plan or none, or
  /// else a whole new one.
  private func remains(in scratch: Scratch, before: [String: Data]?) throws -> [String] {
    let after = try? scratch.contents(of: "plan")
    guard after != before else { return [] }
    return try verdict(in: scratch)
  }

  /// A later run takes the place of whatever is there and clears up.
  private func later(in scratch: Scratch) throws -> [String] {
    _ = try scratch.musubi("init", "small")
    let run = try scratch.musubi("dispatch", "small", "--output", "plan", "--quiet", "--force")
    var faults = run.code == 0 ? [] : ["a later run ended with \(run.code)"]
    if try scratch.musubi("verify", "small", "plan").code != 0 {
      faults.append("a later plan is not valid")
    }
    try FileManager.default.removeItem(atPath: scratch.path + "/small")
    return faults
  }
}

/// What `--format json` prints of a run.
private struct Document: Decodable {
  var status: String
  var gap: Double
  var tiers: [Tier]
}

/// A goal's value and bound.
private struct Tier: Decodable, Equatable, Sendable {
  var name: String
  var value: Int
  var bound: Int
  var shares: [Int]?

  /// The distance between bound and value, relative to the value.
  var gap: Double { Double(abs(bound - value)) / Double(max(1, abs(value))) }
}

extension Scratch {
  /// Whether a draft of a folder holds a file.
  fileprivate func isBeingWritten(_ folder: String) -> Bool {
    let drafts = ((try? names()) ?? []).filter { $0.hasPrefix(".\(folder).musubi-draft") }
    return drafts.contains { (try? names(in: $0).isEmpty) == false }
  }

  /// Runs the program and lets somebody strike it.
  ///
  /// - Returns: What it wrote and its exit code; nothing if the signal ended it.
  fileprivate func struck(_ words: [String], _ strike: (Process) -> Void) throws -> Run? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    strike(process)
    // A run prints less than a pipe holds.
    process.waitUntilExit()
    guard process.terminationReason == .exit else { return nil }
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    return Run(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self), errors: "")
  }
}

/// Does some work for each element, two at a time, and keeps their order.
private func inPairs<Element: Sendable, Value: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) throws -> Value
) -> [Result<Value, any Error>] {
  let next = Atomic<Int>(0)
  let values = Mutex<[Int: Result<Value, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < elements.count else { return }
      let value = Result { try work(elements[index]) }
      values.withLock { $0[index] = value }
    }
  }
  return values.withLock { values in elements.indices.compactMap { values[$0] } }
}
