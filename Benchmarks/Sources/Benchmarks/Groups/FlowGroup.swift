// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies
internal import MatchingCore
internal import MatchingFiles

/// Minimum-cost flow: transportation, the quotas of programme years, and the
/// families of the literature, against LEMON and OR-Tools; and solves after
/// small changes against our own from scratch.
enum FlowGroup {
  static let drivers: [String: Driver] = [
    "flow": FlowDriver.solve, "flow-again": FlowDriver.again,
  ]

  static func cases(publicFolder: URL?) -> [BenchmarkCase] {
    var cases: [BenchmarkCase] = []
    for (people, places) in [(5_000, 1_250), (20_000, 5_000), (100_000, 20_000)] {
      cases.append(
        contest("transport", people, isShort: people == 5_000) {
          FlowFamilies.transport(people: people, places: places, degree: 20, seed: 1)
        })
    }
    for partners in [3_000, 30_000, 100_000] {
      cases.append(
        contest("quotas", partners, isShort: partners == 3_000) {
          FlowFamilies.quotas(partners: partners, seed: 1)
        })
    }
    for side in [125, 250, 500] {
      cases.append(
        contest("uniform", side, isShort: side == 125) {
          FlowFamilies.uniform(sources: side, sinks: side, seed: 1)
        })
    }
    for power in [10, 13, 16] {
      let nodes = 1 << power
      let isShort = power == 10
      cases += [
        contest("netgen", nodes, isShort: isShort) {
          FlowFamilies.netgen(nodes: nodes, degree: 8, seed: 1)
        },
        contest("torus", nodes, isShort: isShort) {
          FlowFamilies.torus(nodes: nodes, degree: 8, seed: 1)
        },
        contest("grid", nodes, isShort: isShort) {
          FlowFamilies.grid(width: 1 << (power / 2), height: 1 << ((power + 1) / 2), seed: 1)
        },
        contest("geometric", nodes, isShort: isShort) {
          FlowFamilies.geometric(nodes: nodes, neighbours: 6, seed: 1)
        },
      ]
    }
    for change in ["costs", "places"] {
      cases += [
        again(change, "transport/n=5000", isShort: true) {
          FlowFamilies.transport(people: 5_000, places: 1_250, degree: 20, seed: 1)
        },
        again(change, "transport/n=100000", isShort: false) {
          FlowFamilies.transport(people: 100_000, places: 20_000, degree: 20, seed: 1)
        },
        again(change, "quotas/n=30000", isShort: false) {
          FlowFamilies.quotas(partners: 30_000, seed: 1)
        },
      ]
    }
    if let publicFolder { cases += published(publicFolder) }
    return cases
  }

  private static let contestants: [Contestant] = [
    .ours("flow"), .lemon("lemon ns", "network-simplex"), .lemon("lemon cs", "cost-scaling"),
    .python("or-tools", "simple-min-cost-flow"),
  ]

  private static func contest(
    _ family: String, _ size: Int, isShort: Bool, _ network: @escaping @Sendable () -> FlowNetwork
  ) -> BenchmarkCase {
    BenchmarkCase(
      name: "flow/\(family)/n=\(size)", group: "flow", growth: ("flow/\(family)", Double(size)),
      isShort: isShort, contestants: contestants
    ) { try FlowFile.write(network(), to: $0) }
  }

  /// The peer is our own solve from scratch, inside the same process.
  private static func again(
    _ change: String, _ name: String, isShort: Bool,
    _ network: @escaping @Sendable () -> FlowNetwork
  ) -> BenchmarkCase {
    BenchmarkCase(
      name: "flow-again/\(change)/\(name)", group: "flow-again", isShort: isShort,
      contestants: [.ours("flow-again", arguments: [change])]
    ) { try FlowFile.write(network(), to: $0) }
  }

  private static func published(_ folder: URL) -> [BenchmarkCase] {
    [("sample.dmx", 9.0), ("netgen_8_08a.min", 142_274_536), ("netgen_8_13a.min", 1_184_953_451)]
      .map { name, optimum in
        BenchmarkCase(
          name: "flow/published/\(name)", group: "flow-published", isShort: true,
          contestants: contestants, knownOptimum: optimum
        ) { file in
          let data = try Data(contentsOf: folder.appending(path: "mcf/\(name)"))
          try FlowFile.write(try DIMACSFlow.read(Array(data)), to: file)
        }
      }
  }
}
