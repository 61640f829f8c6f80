// SPDX-License-Identifier: GPL-3.0-or-later
internal import CProcess
internal import IntegerProgramming

/// The other side of `SearchCommand`: reads a search from a connection, runs it, and
/// answers.
///
/// The search ends when the connection does, or when whoever asked says that nothing more
/// will come.
///
/// - Parameter connection: A connected stream's descriptor.
/// - Returns: Whether a search was asked and answered.
package func answerSearch(on connection: Int32) -> Bool {
  guard let words = received(from: connection) else { return false }
  var reader = SearchMessageReader(words)
  let reply: SearchReply
  do {
    let request = try SearchRequest(&reader)
    reply = answer(request) { cprocess_is_left(connection) != 0 }
  } catch {
    reply = SearchReply(outcome: .failure(error), work: 0)
  }
  let message = reply.message.words
  return send([Int64(message.count)] + message, to: connection)
}

private func answer(
  _ request: SearchRequest, isCancelled: @escaping @Sendable () -> Bool
) -> SearchReply {
  var solver = GLPKSolver()
  solver.tuning = request.tuning
  let bases = BasisMemory()
  if let basis = request.basis { bases.keep(basis) }
  solver.bases = bases
  var options = request.options
  options.isCancelled = isCancelled
  let outcome: Result<SolveOutcome, SolverFailure>
  do throws(SolverFailure) {
    outcome = .success(
      try solver.solve(request.program, tier: request.tier, options: options))
  } catch { outcome = .failure(error) }
  return SearchReply(
    outcome: outcome, work: options.work?.spent ?? 0,
    basis: bases.basis(
      rowCount: request.program.rowCount, columnCount: request.program.columnCount))
}

private func received(from connection: Int32) -> [Int64]? {
  guard let count = numbers(1, from: connection)?.first, (0..<1 << 32).contains(count) else {
    return nil
  }
  return numbers(Int(count), from: connection)
}

private func numbers(_ count: Int, from connection: Int32) -> [Int64]? {
  var words = [Int64](repeating: 0, count: count)
  let isWhole = unsafe words.withUnsafeMutableBytes { bytes in
    var read = 0
    while read < bytes.count {
      let more = unsafe cprocess_receive(
        connection, bytes.baseAddress.map { unsafe $0 + read }, bytes.count - read, 1_000)
      if more == Int(CPROCESS_NOT_YET) { continue }
      guard more > 0 else { return false }
      read += more
    }
    return true
  }
  return isWhole ? words : nil
}

private func send(_ words: [Int64], to connection: Int32) -> Bool {
  unsafe words.withUnsafeBytes { bytes in
    var sent = 0
    while sent < bytes.count {
      let more = unsafe cprocess_send(
        connection, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent, 1_000)
      guard more >= 0 else { return false }
      sent += more
    }
    return true
  }
}
