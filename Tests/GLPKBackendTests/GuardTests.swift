// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Synchronization
import Testing

/// What must happen when GLPK, or whoever calls it, does something wrong: a
/// typed failure, a process that lives, and a thread that goes on working.
@Suite("The guard")
struct GuardTests {
  @Test("turns each of GLPK's aborts into a failure", arguments: Int32(0)...5)
  func survivesAborts(kind: Int32) throws {
    var master = try sampleMaster()
    let failure = #expect(throws: SolverFailure.self) { try master.provokeCrash(kind) }
    guard case .crashed(let message) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(message.contains("Error detected in file"))
    let isUsable = master.isUsable
    #expect(!isUsable)
    #expect(throws: SolverFailure.deadProblem) { _ = try master.solveLinear(.primal) }
    expectThreadWorks()
  }

  @Test("declares every problem of the thread dead after a crash")
  func killsAllProblemsOfThread() throws {
    var first = try sampleMaster()
    var second = try sampleMaster()
    #expect(throws: SolverFailure.self) { try first.provokeCrash(0) }
    #expect(throws: SolverFailure.deadProblem) { _ = try second.solveLinear(.dual) }
    #expect(throws: SolverFailure.deadProblem) {
      _ = try second.solveInteger(options: IntegerOptions())
    }
    second.setCost(1, of: 0)
    #expect(throws: SolverFailure.deadProblem) { _ = try second.addRows([RowBounds()]) }
    let values = second.columnValues()
    #expect(values.allSatisfy { $0.isNaN })
    let objective = second.objective()
    #expect(objective.isNaN)
    let basis = second.basis()
    #expect(basis.rows.isEmpty)
    var third = try sampleMaster()
    let status = try third.solveLinear(.primal)
    #expect(status == .optimal)
  }

  @Test("keeps an older problem dead when newer ones live")
  func generationsDoNotMix() throws {
    var old = try sampleMaster()
    try LinearMaster.forgetThread()
    var new = try sampleMaster()
    #expect(throws: SolverFailure.deadProblem) { _ = try old.solveLinear(.primal) }
    let before = try new.solveLinear(.primal)
    #expect(before == .optimal)
    _ = consume old
    let after = try new.solveLinear(.primal)
    #expect(after == .optimal)
    let objective = new.objective()
    #expect(abs(objective - 7) < 1e-9)
  }

  @Test("solves several problems of one thread in turn")
  func nestedLives() throws {
    var outer = try sampleMaster()
    for _ in 0..<3 { expectThreadWorks() }
    let status = try outer.solveLinear(.primal)
    #expect(status == .optimal)
  }

  @Test("refuses a problem on a foreign thread, and lets it be let go there")
  func refusesForeignThreads() throws {
    let smuggler = Smuggler(try sampleMaster())
    onOwnThread {
      smuggler.attempt { master throws(SolverFailure) in _ = try master.solveLinear(.primal) }
      smuggler.attempt { master throws(SolverFailure) in _ = try master.addRows([RowBounds()]) }
      let values = smuggler.master.columnValues()
      #expect(values.allSatisfy { $0.isNaN })
      expectThreadWorks()
    }
    #expect(smuggler.failures == [.wrongThread, .wrongThread])
    let atHome = try smuggler.master.solveLinear(.primal)
    #expect(atHome == .optimal)
    let foreign = Mutex<Smuggler?>(nil)
    onOwnThread {
      let made = try? Smuggler(sampleMaster())
      foreign.withLock { $0 = made }
    }
    // The thread that made it is gone; letting it go here frees what it can.
    foreign.withLock { smuggler in
      smuggler?.attempt { master throws(SolverFailure) in _ = try master.solveLinear(.primal) }
      #expect(smuggler?.failures == [.wrongThread])
      smuggler = nil
    }
    expectThreadWorks()
  }

  @Test("refuses calls from inside a watch function")
  func refusesNestedCalls() throws {
    let inner = Smuggler(try sampleMaster())
    var outer = try sampleMaster()
    var options = LinearOptions()
    options.isCancelled = {
      inner.attempt { master throws(SolverFailure) in _ = try master.solveLinear(.primal) }
      inner.attempt { _ throws(SolverFailure) in _ = try LinearMaster(maximizing: false) }
      return false
    }
    let status = try outer.solveLinear(.primal, options: options)
    #expect(status == .optimal)
    #expect(inner.failures == [.nestedCall, .nestedCall])
    let later = try inner.master.solveLinear(.primal)
    #expect(later == .optimal)
  }

  @Test("solves on two hundred threads, a crash on every fifth")
  func survivesManyThreads() {
    let right = Counter()
    onOwnThreads(200) { index in
      if index % 5 == 0, var doomed = try? sampleMaster() {
        try? doomed.provokeCrash(Int32(index / 5 % 6))
      }
      var generator = SplitMix64(seed: UInt64(index))
      let (program, tier) = randomProgram(&generator)
      let outcome = try? GLPKSolver().solve(program, tier: tier)
      if outcome?.assignment?.objective == bestByEnumeration(program, tier) {
        right.value.add(1, ordering: .relaxed)
      }
    }
    #expect(right.value.load(ordering: .relaxed) == 200)
  }

  @Test("writes nothing to the terminal")
  func staysSilent() async {
    let result = await #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      for kind in Int32(0)...5 {
        var master = try sampleMaster()
        try? master.provokeCrash(kind)
      }
      for seed in UInt64(0)..<20 {
        var generator = SplitMix64(seed: seed)
        let (program, tier) = randomProgram(&generator)
        _ = try GLPKSolver().solve(program, tier: tier)
      }
      var master = try sampleMaster()
      _ = try master.solveInteger(options: IntegerOptions())
    }
    let text = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(!text.contains("GLPK") && !text.contains("Error detected"))
    #expect(!text.contains("OPTIMAL") && !text.contains("Assertion"))
    let errors = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(!errors.contains("GLPK") && !errors.contains("Error detected"))
  }
}
