// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import SeededRandom
import Testing

/// Runs of `dispatch` whose long searches are killed in their own processes.
@Suite(.serialized) struct LostSearchTests {
  @Test("a run goes on without a search that is killed, and says so")
  func killedSearches() throws {
    let scratch = try Scratch()
    let made = try scratch.musubi(
      "generate", "year", "--applicants", "\(Self.applicants)", "--schools", "\(Self.schools)",
      "--seed", "\(Self.seed)", "--quiet")
    #expect(made.code == 0)
    var random = SplitMix64(seed: 21)
    var lost = 0
    for number in 0..<4 {
      let run = try scratch.dispatch(killingAfter: 0.05 * random.unitInterval() * Double(number))
      lost += run.kills > 0 && run.document["lost_searches"] as? Int ?? 0 > 0 ? 1 : 0
      if run.code == 5 {
        #expect((try? scratch.names(in: "plan")) == nil)
        continue
      }
      #expect(run.code == 0 || run.code == 4, "ended with \(run.code)")
      #expect(run.document["status"] as? String == (run.code == 0 ? "optimal" : "feasible"))
      let verdict = try scratch.musubi("verify", "year", "plan")
      #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
      try FileManager.default.removeItem(atPath: scratch.path + "/plan")
    }
    #expect(lost > 0)
  }

  private static let (applicants, schools, seed) = (60, 24, 1)
}

extension Scratch {
  /// Plans the year to its end and kills every search of its own process so many seconds
  /// after it has begun.
  ///
  /// - Returns: What the run printed, its exit code, and how many searches were killed.
  fileprivate func dispatch(
    killingAfter seconds: Double
  ) throws -> (document: [String: Any], code: Int32, kills: Int) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "dispatch", "year", "--stable", "--gap", "0", "--quiet", "--format", "json", "--output",
      "plan",
      "--time-limit", "4",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var kills = 0
    while process.isRunning {
      for child in children(of: process.processIdentifier) {
        usleep(UInt32(seconds * 1e6))
        if kill(child, SIGKILL) == 0 { kills += 1 }
      }
      usleep(2_000)
    }
    process.waitUntilExit()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let document = try JSONSerialization.jsonObject(with: text) as? [String: Any]
    return (document ?? [:], process.terminationStatus, kills)
  }

  private func children(of process: Int32) -> [Int32] {
    let tasks =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.flatMap { task in
      let path = "/proc/\(process)/task/\(task)/children"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return text.split(separator: " ").compactMap { Int32($0) }
    }
  }
}
