// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite struct ProgramTests {
  @Test("results go to standard output, everything else to standard error")
  func streams() throws {
    let scratch = try Scratch()
    #expect(try scratch.musubi("init", "year").code == 0)
    let loud = try scratch.musubi("dispatch", "year", "--format", "json")
    #expect(loud.code == 0)
    let answer = try JSONSerialization.jsonObject(with: Data(loud.output.utf8))
    #expect((answer as? [String: Any])?["plan"] as? String == "plans/year-dispatch")
    #expect(!loud.errors.isEmpty && !loud.errors.contains("\u{1B}"))
    let quiet = try scratch.musubi("dispatch", "year", "--quiet", "--force")
    #expect(quiet.errors == "")
    #expect(quiet.output.hasPrefix("Dispatch 2026, An example year: "))
    #expect(try scratch.musubi("verify", "year", "plans/year-dispatch").code == 0)
  }

  @Test("trainings follow a dispatch, and stay near to earlier ones")
  func trainings() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi("init", "year")
    #expect(try scratch.musubi("dispatch", "year", "--quiet").code == 0)
    let made = try scratch.musubi("training", "year", "--dispatch", "plans/year-dispatch")
    #expect(made.code == 0)
    #expect(made.output.hasPrefix("Training 2026, An example year: "))
    #expect(!made.errors.isEmpty && !made.errors.contains("\u{1B}"))
    let again = try scratch.musubi(
      "training", "year", "--dispatch", "plans/year-dispatch", "--pin-from",
      "plans/year-training", "--output", "plans/again", "--quiet")
    #expect(again.code == 0)
    #expect(again.errors == "")
    for name in ["delegates.csv", "sessions.csv", "rooms.csv", "waiting.csv", "Kansai.ics"] {
      #expect(
        try scratch.contents(of: "plans/again")[name]
          == scratch.contents(of: "plans/year-training")[name])
    }
    #expect(
      try scratch.musubi(
        "verify", "year", "plans/again", "--dispatch", "plans/year-dispatch", "--pin-from",
        "plans/year-training"
      ).code == 0)
  }

  @Test("scenarios are planned, verified and compared")
  func scenarios() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi("init", "year")
    try "{set: {\"countries.THA.max\": 2}}".write(
      toFile: scratch.path + "/two.json5", atomically: true, encoding: .utf8)
    let made = try scratch.musubi("dispatch", "year", "--scenario", "two.json5", "--quiet")
    #expect(made.code == 0)
    #expect(made.output.contains("\nWith the scenario two.\n"))
    #expect(try scratch.names(in: "plans") == ["year-two-dispatch"])
    #expect(try scratch.musubi("verify", "year", "plans/year-two-dispatch").code == 0)
    let compared = try scratch.musubi(
      "whatif", "year", "two.json5", "--sweep", "countries.THA.max=1,2", "--output", "compared")
    #expect(compared.code == 0)
    #expect(compared.output.hasPrefix("Scenario "))
    #expect(try scratch.names(in: "compared") == ["moves.csv", "scenarios.csv", "whatif.json"])
    let none = try scratch.musubi(
      "whatif", "year", "--sweep", "countries.THA.min=3", "--sweep", "countries.THA.max=2")
    #expect(none.code == 65)
    #expect(try scratch.musubi("whatif", "year").code == 64)
    #expect(try scratch.musubi("whatif", "year", "none.json5").code == 66)
  }

  @Test("exit codes say what happened")
  func exitCodes() throws {
    let scratch = try Scratch()
    #expect(try scratch.musubi().code == 64)
    #expect(try scratch.musubi("--help").code == 0)
    #expect(try scratch.musubi("dispatch", "none").code == 66)
    #expect(try scratch.musubi("init", "year").code == 0)
    #expect(try scratch.musubi("init", "year").code == 73)
    #expect(try scratch.musubi("init", "/proc/musubi/year").code == 73)
    #expect(try scratch.musubi("dispatch", "year", "--output", "/dev/null/plan").code == 73)
    #expect(try scratch.musubi("dispatch", "year", "--gap", "2").code == 64)
    #expect(try scratch.names() == ["year"])
  }

  @Test("a public file is solved, and its solution appears whole or not at all")
  func match() throws {
    let scratch = try Scratch()
    let text = "r 1 10\nc 1 2 3 10 10\np 10 2 2 1 3\n"
    try text.write(toFile: scratch.path + "/market", atomically: true, encoding: .utf8)
    let words = ["match", "market", "--input-format", "hrc", "--solution", "places"]
    let run = try EndToEndTests.musubi(words, in: scratch.path)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("blocking pairs 1, proven best"))
    #expect(try EndToEndTests.musubi(words, in: scratch.path).code == 73)
    #expect(try EndToEndTests.musubi(words + ["--force"], in: scratch.path).code == 0)
    #expect(try scratch.musubi("match", "market", "--input-format", "hcr").code == 64)
    #expect(try scratch.musubi("match", "none", "--input-format", "hrc").code == 66)
    try "r 1 ten".write(toFile: scratch.path + "/market", atomically: true, encoding: .utf8)
    #expect(try EndToEndTests.musubi(words + ["--force"], in: scratch.path).code == 65)
    #expect(try scratch.names() == ["market", "places"])
  }

  @Test("faulty input writes nothing")
  func faultyInput() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi("init", "year")
    try "applicant\nA1\nA1\n".write(
      toFile: scratch.path + "/year/applicants.csv", atomically: true, encoding: .utf8)
    let run = try scratch.musubi("dispatch", "year")
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("applicants.csv, line"))
    #expect(try scratch.names() == ["year"])
  }

  @Test("an existing plan is replaced only by force, and then as a whole")
  func force() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi("init", "year")
    _ = try scratch.musubi("dispatch", "year", "--output", "plan")
    let stray = scratch.path + "/plan/notes.txt"
    _ = FileManager.default.createFile(atPath: stray, contents: Data("mine".utf8))
    let before = try scratch.contents(of: "plan")
    #expect(try scratch.musubi("dispatch", "year", "--output", "plan").code == 73)
    #expect(try scratch.contents(of: "plan") == before)
    #expect(try scratch.musubi("dispatch", "year", "--output", "plan", "--force").code == 0)
    #expect(try scratch.contents(of: "plan") == before.filter { $0.key != "notes.txt" })
    #expect(try scratch.names() == ["plan", "year"])
  }

  @Test("equal runs write equal bytes, whatever the threads")
  func determinism() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi(
      "generate", "year", "--applicants", "40", "--schools", "12", "--seed", "5")
    let again = ["--threads=1", "--threads=2", "--threads=1"]
    for (index, threads) in again.enumerated() {
      #expect(try scratch.musubi("dispatch", "year", "--output", "p\(index)", threads).code == 0)
    }
    let first = try scratch.contents(of: "p0")
    #expect(first.count == 5)
    #expect(try scratch.contents(of: "p1") == first)
    #expect(try scratch.contents(of: "p2") == first)
  }

  @Test("a reader that stops reading does not stop the plan")
  func brokenPipe() throws {
    let scratch = try Scratch()
    _ = try scratch.musubi("init", "year")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    shell.arguments = [
      "-c", "\"$0\" dispatch year --quiet --output plan | true; exit ${PIPESTATUS[0]}", program,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit)
    #expect(shell.terminationStatus == 0)
    #expect(try scratch.names(in: "plan").contains("plan.json"))
  }

  @Test("the locale says the language, and the command line says it before")
  func locale() throws {
    let scratch = try Scratch()
    let japanese = try musubi(["--help"], in: scratch.path, locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("使い方：musubi COMMAND"))
    let english = try musubi(["--help", "--lang", "en"], in: scratch.path, locale: "ja_JP.UTF-8")
    #expect(english.output.contains("Usage: musubi COMMAND"))
    #expect(try musubi(["--help"], in: scratch.path).output == english.output)
  }

  @Test("a full disk behind standard output is told")
  func fullDisk() throws {
    let scratch = try Scratch()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.standardError = FileHandle.nullDevice
    shell.arguments = ["-c", "\"$0\" --help > /dev/full", program]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 73)
    #expect(try scratch.names() == [])
  }
}

@Suite(.serialized) struct InterruptTests {
  /// A year large enough for a run to last.
  private func largeYear(_ scratch: Scratch) throws {
    _ = try scratch.musubi(
      "generate", "year", "--applicants", "400", "--schools", "120", "--seed", "3")
  }

  /// An earlier plan that must stay whole or be replaced as a whole.
  private func earlierPlan(_ scratch: Scratch) throws -> [String: Data] {
    _ = try scratch.musubi("init", "small")
    _ = try scratch.musubi("dispatch", "small", "--output", "plan")
    return try scratch.contents(of: "plan")
  }

  @Test("an interrupt leaves a whole plan", arguments: [SIGINT, SIGTERM], [0.02, 0.5, 2])
  func interrupts(signal: Int32, after: Double) throws {
    let scratch = try Scratch()
    try largeYear(scratch)
    let before = try earlierPlan(scratch)
    let run = try scratch.musubi(
      "dispatch", "year", "--output", "plan", "--force", signals: [(after, signal)])
    let now = try scratch.contents(of: "plan")
    #expect(now.count == 5)
    switch run.code {
    case 0, 4: #expect(try scratch.musubi("verify", "year", "plan").code == 0)
    default: #expect(now == before)
    }
    #expect(try scratch.names() == ["plan", "small", "year"])
  }

  @Test("an interrupt of trainings leaves a verified plan or nothing", arguments: [0.02, 0.5, 2])
  func interruptsOfTrainings(after: Double) throws {
    let scratch = try Scratch()
    try largeYear(scratch)
    let run = try scratch.musubi(
      "training", "year", "--output", "plan", "--quiet", signals: [(after, SIGINT)])
    // Code 2 is that of a program that had not begun to catch signals.
    #expect([0, 2, 4, 5].contains(run.code), "\(run.errors)")
    let hasPlan = run.code == 0 || run.code == 4
    #expect(try scratch.names() == (hasPlan ? ["plan", "year"] : ["year"]))
    if hasPlan { #expect(try scratch.musubi("verify", "year", "plan").code == 0) }
  }

  @Test("a second interrupt ends the program at once")
  func twice() throws {
    let scratch = try Scratch()
    try largeYear(scratch)
    let before = try earlierPlan(scratch)
    let run = try scratch.musubi(
      "dispatch", "year", "--output", "plan", "--force",
      signals: [(0.5, SIGINT), (0.05, SIGINT)])
    if run.code == 130 { #expect(try scratch.contents(of: "plan") == before) }
    #expect([0, 2, 4, 5, 130].contains(run.code))
  }

  @Test("a time limit ends a run with a plan or without")
  func timeLimit() throws {
    let scratch = try Scratch()
    try largeYear(scratch)
    let run = try scratch.musubi("dispatch", "year", "--output", "plan", "--time-limit", "1")
    #expect([0, 4, 5].contains(run.code))
    let names = try scratch.names()
    #expect(names.contains("plan") == (run.code != 5))
  }
}
