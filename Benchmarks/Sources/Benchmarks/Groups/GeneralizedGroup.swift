// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies

/// Generalized assignment: types A to E, against HiGHS and CP-SAT with two
/// threads and sixty seconds each.
enum GeneralizedGroup {
  static let drivers: [String: Driver] = ["generalized": GeneralizedDriver.solve]

  static func cases(publicFolder: URL?) -> [BenchmarkCase] {
    var cases: [BenchmarkCase] = []
    for recipe in [GeneralizedFamilies.Recipe.a, .b, .c] {
      for (agents, tasks) in [(5, 100), (10, 200), (20, 200)] {
        cases.append(generated(recipe, agents, tasks, isShort: tasks == 100))
      }
    }
    let large = [
      (5, 100), (10, 200), (20, 200), (10, 400), (20, 400), (40, 400), (15, 900), (30, 900),
      (60, 900), (20, 1600), (40, 1600), (80, 1600),
    ]
    for recipe in [GeneralizedFamilies.Recipe.c, .e, .d] {
      for (agents, tasks) in large where recipe != .c || tasks >= 400 {
        cases.append(
          generated(recipe, agents, tasks, isShort: recipe == .e && tasks == 100))
      }
    }
    return cases + published(publicFolder)
  }

  private static let contestants = [
    Contestant.ours("generalized"), .python("HiGHS", "gap-highs"), .python("CP-SAT", "gap-cpsat"),
  ]

  private static func generated(
    _ recipe: GeneralizedFamilies.Recipe, _ agents: Int, _ tasks: Int, isShort: Bool
  ) -> BenchmarkCase {
    BenchmarkCase(
      name: "generalized/\(recipe.rawValue)/\(agents)x\(tasks)", group: "generalized",
      isShort: isShort, rounds: 1, contestants: contestants
    ) { url in
      try GeneralizedFamilies.write(recipe, agents: agents, tasks: tasks, seed: 1, to: url)
    }
  }

  /// Problems of Chu and Beasley and of Yagiura, with proven values.
  private static func published(_ folder: URL?) -> [BenchmarkCase] {
    guard let folder = folder?.appending(path: "gap") else { return [] }
    let known: [(String, Double?)] = [
      ("c10400", 5_597), ("d05100", 6_353), ("d10200", 12_430), ("d20200", nil),
      ("d10400", 24_961), ("e05100", 12_681), ("e10400", 45_746),
    ]
    return known.compactMap { name, optimum in
      let file = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return BenchmarkCase(
        name: "generalized/published/\(name)", group: "generalized", isShort: false, rounds: 1,
        contestants: contestants, knownOptimum: optimum
      ) { url in try Data(contentsOf: file).write(to: url) }
    }
  }
}
