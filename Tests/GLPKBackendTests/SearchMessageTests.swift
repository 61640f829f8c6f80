// SPDX-License-Identifier: GPL-3.0-or-later
import IntegerProgramming
import Testing

@testable import GLPKBackend

@Suite("A search that is asked of another process")
struct SearchMessageTests {
  @Test("arrives as it was sent, and so does the answer", arguments: 0..<10)
  func roundTrips(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed + 500)
    for number in 0..<20 {
      let (program, tier) = randomProgram(&generator)
      var options = SolveOptions()
      if number % 2 == 0 { options.nodeLimit = number }
      if number % 3 == 0 { options.relativeGap = 0.01 }
      if number % 5 == 0 { options.work = WorkBudget(limit: Int64(20 * number)) }
      let solver = GLPKSolver()
      var request = SearchRequest(
        program: program, tier: number % 7 == 0 ? nil : tier, options: options,
        tuning: solver.tuning)
      request.tuning.branching = .last
      if number % 4 == 0 {
        request.basis = (
          Array(repeating: .basic, count: program.rowCount),
          Array(repeating: .atUpper, count: program.columnCount)
        )
      }
      var reader = SearchMessageReader(request.message.words)
      let arrived = try SearchRequest(&reader)
      #expect(arrived.message.words == request.message.words)
      #expect(arrived.tier == request.tier && arrived.tuning == request.tuning)
      var other = solver
      other.tuning = arrived.tuning
      var same = solver
      same.tuning = request.tuning
      let outcome = try other.solve(arrived.program, tier: arrived.tier, options: arrived.options)
      #expect(outcome == (try same.solve(program, tier: request.tier, options: options)))
      let reply = SearchReply(outcome: .success(outcome), work: 7, basis: request.basis)
      var answer = SearchMessageReader(reply.message.words)
      let read = try SearchReply(&answer)
      #expect(try read.outcome.get() == outcome && read.work == 7)
      #expect(read.basis?.columns == request.basis?.columns)
    }
  }

  @Test("is lost when it was cut short")
  func isCutShort() throws {
    let (program, tier) = {
      var generator = SplitMix64(seed: 1)
      return randomProgram(&generator)
    }()
    let request = SearchRequest(
      program: program, tier: tier, options: SolveOptions(), tuning: GLPKSolver().tuning)
    let words = request.message.words
    for count in 0..<words.count {
      #expect(throws: SolverFailure.self) {
        var reader = SearchMessageReader(Array(words[..<count]))
        _ = try SearchRequest(&reader)
      }
    }
  }

  @Test("is lost with a program that says nothing, and searched for here without one")
  func losesProcess() throws {
    var generator = SplitMix64(seed: 9)
    let (program, tier) = randomProgram(&generator)
    let solver = GLPKSolver()
    #expect(throws: SolverFailure.lost(reason: "it ended with code 0")) {
      try solver.solve(
        program, tier: tier, options: SolveOptions(),
        by: SearchCommand(path: "/bin/sh", arguments: ["-c", "head -c 1 > /dev/null"]))
    }
    #expect(throws: SolverFailure.lost(reason: "it was killed by signal 9")) {
      try solver.solve(
        program, tier: tier, options: SolveOptions(),
        by: SearchCommand(path: "/bin/sh", arguments: ["-c", "head -c 8 > /dev/null; kill -9 $$"]))
    }
    let outcome = try solver.solve(
      program, tier: tier, options: SolveOptions(),
      by: SearchCommand(path: "/nowhere/at/all", arguments: []))
    #expect(outcome == (try solver.solve(program, tier: tier)))
  }
}
