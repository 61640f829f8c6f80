// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import Glibc

/// Our side of a dispatch: the released program, timed from outside from its
/// start to its end, when the plan is on disk.
enum DispatchDriver {
  /// What `musubi dispatch --format json` prints.
  private struct Document: Decodable {
    struct Tier: Decodable {
      var value: Int
      var bound: Int
    }
    var tiers: [Tier]
    var gap: Double
  }

  /// Solves the instance folder named last in so many seconds to such a gap.
  static func solve(_ arguments: [String]) throws -> Answer {
    let (limit, gap, folder) = (arguments[0], arguments[1], URL(filePath: arguments[2]))
    let (seconds, run) = try timed {
      try Program.run(
        Folders.musubi,
        [
          "dispatch", DispatchInstance.year(in: folder), "--output",
          folder.appending(path: "plan").path, "--gap", gap, "--time-limit", limit, "--format",
          "json", "--quiet", "--force",
        ])
    }
    let used = childrensUsage
    if run.code == 5 { return Answer(status: "stopped", seconds: seconds, peakBytes: used?.bytes) }
    guard run.code == 0 || run.code == 4,
      let document = try? JSONDecoder().decode(Document.self, from: run.output),
      let last = document.tiers.last
    else { return Answer(status: "unknown", seconds: seconds, peakBytes: used?.bytes) }
    var extra = ["cpu s": used?.seconds ?? 0]
    if run.code == 4 { extra["gap %"] = 100 * document.gap }
    return Answer(
      status: run.code == 0 ? "optimal" : "feasible", objective: Double(last.value),
      bound: Double(last.bound), seconds: seconds, peakBytes: used?.bytes, extra: extra)
  }

  /// The greatest resident size of the processes that were waited for, and the
  /// processor time of all of them.
  private static var childrensUsage: (bytes: Int, seconds: Double)? {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_CHILDREN.rawValue, &usage) == 0 else { return nil }
    let seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
    }
    return (usage.ru_maxrss << 10, seconds)
  }
}
