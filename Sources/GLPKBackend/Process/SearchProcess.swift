// SPDX-License-Identifier: GPL-3.0-or-later
internal import CProcess
package import IntegerProgramming
internal import Wording

/// A program that answers one search asked of it on its standard input.
///
/// GLPK can be killed with it, run out of memory or lose its way, and whoever asked goes
/// on.
package struct SearchCommand: Hashable, Sendable {
  /// The program's path.
  package var path: String
  /// What it is given, its own name left out.
  package var arguments: [String]

  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }
}

extension GLPKSolver {
  /// Solves a program in a process of its own; the answer is that of
  /// `solve(_:tier:options:)`.
  ///
  /// Progress is not told. Where no process can be started, this one searches.
  ///
  /// - Throws: `lost` when the process ended before its search did, and what the search
  ///   throws.
  package func solve(
    _ program: IntegerProgram, tier: Tier?, options: SolveOptions, by command: SearchCommand
  ) throws(SolverFailure) -> SolveOutcome {
    var request = SearchRequest(program: program, tier: tier, options: options, tuning: tuning)
    request.basis = bases?.basis(rowCount: program.rowCount, columnCount: program.columnCount)
    guard var process = SearchProcess(command) else {
      return try solve(program, tier: tier, options: options)
    }
    defer { process.end() }
    let reply = try process.ask(request)
    options.work?.spend(reply.work)
    if let basis = reply.basis { bases?.keep(basis) }
    let outcome = try reply.outcome.get()
    if let found = outcome.assignment, found != options.start {
      let violations = program.violations(of: found, tier: tier)
      if let first = violations.first {
        let first = String(describing: first)
        throw .wrongAnswer(
          localized("\(violations.count) violations, the first: \(first)"))
      }
    }
    return outcome
  }
}

/// A running search in another process.
struct SearchProcess: ~Copyable {
  private var started: cprocess
  private var isRunning = true

  /// How long the process may take to answer after it was asked to stop, in seconds.
  private static let patience = 10.0

  /// Starts the program; nothing when that is not possible.
  init?(_ command: SearchCommand) {
    var started = cprocess()
    let words = ([command.path] + command.arguments).map { Array($0.utf8CString) }
    let flat = words.flatMap { $0 }
    let offsets = words.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }.dropLast()
    let error = unsafe flat.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return Int32(-1) }
      var pointers: [UnsafePointer<CChar>?] = unsafe offsets.map { unsafe base + $0 }
      unsafe pointers.append(nil)
      return unsafe cprocess_start(pointers[0], pointers, &started)
    }
    guard error == 0 else { return nil }
    self.started = started
  }

  /// Ends the process, whatever it does, and says how it ended.
  @discardableResult
  mutating func end() -> Int32 {
    guard isRunning else { return 0 }
    isRunning = false
    return unsafe cprocess_end(&started)
  }

  /// Asks for a search and waits for its end.
  mutating func ask(_ request: SearchRequest) throws(SolverFailure) -> SearchReply {
    let message = request.message.words
    let bytes = ([Int64(message.count)] + message)
    try send(bytes, until: request.options)
    var reader = SearchMessageReader(try receive(until: request.options))
    return try SearchReply(&reader)
  }

  private func send(_ words: [Int64], until options: SolveOptions) throws(SolverFailure) {
    var wait = Wait(options)
    var sent = 0
    while sent < words.count * 8 {
      let count = unsafe words.withUnsafeBytes { bytes in
        unsafe cprocess_send(
          started.connection, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent,
          Wait.milliseconds)
      }
      guard count >= 0 else {
        throw .lost(reason: localized("it ended before it was told its task"))
      }
      sent += count
      if wait.isAsking() { cprocess_leave(started.connection) }
      if wait.isOver { throw .lost(reason: localized("it did not listen")) }
    }
  }

  private mutating func receive(until options: SolveOptions) throws(SolverFailure) -> [Int64] {
    var wait = Wait(options)
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var needed = 8
    var isCounted = false
    while received.count < needed {
      let most = min(buffer.count, needed - received.count)
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe cprocess_receive(started.connection, bytes.baseAddress, most, Wait.milliseconds)
      }
      if count > 0 {
        received += buffer[..<count]
        if !isCounted, received.count == 8 {
          isCounted = true
          let words = Self.words(received)[0]
          guard (0..<1 << 32).contains(words) else {
            throw .lost(reason: localized("it said nonsense"))
          }
          needed += 8 * Int(words)
        }
      } else if count != Int(CPROCESS_NOT_YET) {
        throw .lost(reason: Self.reason(of: end()))
      }
      if wait.isAsking() { cprocess_leave(started.connection) }
      if wait.isOver {
        end()
        throw .lost(reason: localized("it did not stop when it was asked to, and was killed"))
      }
    }
    return Array(Self.words(received).dropFirst())
  }

  private static func reason(of code: Int32) -> String {
    code < 0
      ? localized("it was killed by signal \(-code)") : localized("it ended with code \(code)")
  }

  private static func words(_ bytes: [UInt8]) -> [Int64] {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      Int64(
        bitPattern: bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
  }

  /// Looks after a process that is waited for.
  private struct Wait {
    static var milliseconds: Int32 { 50 }
    private let options: SolveOptions
    private let start = ContinuousClock.now
    private var asked: ContinuousClock.Instant?

    init(_ options: SolveOptions) { self.options = options }

    /// Whether the process has to be asked to stop now; once.
    mutating func isAsking() -> Bool {
      guard asked == nil else { return false }
      let now = ContinuousClock.now
      let limit = options.timeLimit.map { min(max(0, $0), 1e9) }
      let isLate = limit.map { now - start > .seconds($0) } ?? false
      guard isLate || options.isCancelled?() ?? false else { return false }
      asked = now
      return true
    }

    var isOver: Bool {
      asked.map { ContinuousClock.now - $0 > .seconds(SearchProcess.patience) } ?? false
    }
  }
}
