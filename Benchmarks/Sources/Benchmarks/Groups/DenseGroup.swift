// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies
internal import MatchingFiles

/// Dense assignment: published families against SciPy, lapjv and OR-Tools, and
/// solves after small changes against our own from scratch.
enum DenseGroup {
  static func cases(publicFolder: URL?) -> [BenchmarkCase] {
    var cases: [BenchmarkCase] = []
    for family in DenseFamily.allCases {
      for size in [300, 1000, 3000, 5000] { cases.append(square(family, size)) }
      cases.append(matrix(family, rows: 1500, columns: 3000, name: "n=1500x3000", rounds: 3))
    }
    for family in DenseFamily.allCases {
      for (kind, method) in [
        ("rows", "dense-rows"), ("places", "dense-places"), ("cells", "dense-cells"),
      ] {
        cases.append(change(family, kind, method))
      }
    }
    if let publicFolder { cases += published(publicFolder) }
    return cases
  }

  static let drivers: [String: Driver] = [
    "dense": DenseDriver.solve, "dense-rows": DenseDriver.changeRows,
    "dense-places": DenseDriver.close, "dense-cells": DenseDriver.changeCells,
  ]

  private static func square(_ family: DenseFamily, _ size: Int) -> BenchmarkCase {
    // The last of these take a peer most of a minute.
    let isSlow = [.geometric, .products, .lowRank].contains(family) && size >= 3000
    var one = matrix(
      family, rows: size, columns: size, name: "n=\(size)", rounds: isSlow ? 1 : 5)
    one.isShort = size == 300
    return one
  }

  private static func matrix(
    _ family: DenseFamily, rows: Int, columns: Int, name: String, rounds: Int
  ) -> BenchmarkCase {
    var contestants: [Contestant] = [
      .ours("dense"), .python("scipy", "scipy-dense"), .python("lapjv", "lapjv-dense"),
    ]
    // OR-Tools knows whole costs and squares; its arcs of the largest matrices
    // take gigabytes.
    if family.isWhole, rows == columns, rows <= 1000 {
      contestants.append(.python("or-tools", "or-tools-dense"))
    }
    return BenchmarkCase(
      name: "dense/\(family.rawValue)/\(name)", group: "dense", isShort: false, rounds: rounds,
      contestants: contestants, tolerance: family.isWhole ? 0 : 1e-7
    ) { try write(family.costs(rows: rows, columns: columns, seed: 1), rows, columns, to: $0) }
  }

  /// A tenth more places than people, so that some can close.
  private static func change(
    _ family: DenseFamily, _ kind: String, _ method: String
  ) -> BenchmarkCase {
    BenchmarkCase(
      name: "dense-again/\(family.rawValue)/\(kind)/n=2000", group: "dense-again",
      isShort: false, contestants: [.ours(method)]
    ) { try write(family.costs(rows: 2020, columns: 2200, seed: 1), 2020, 2200, to: $0) }
  }

  private static func published(_ folder: URL) -> [BenchmarkCase] {
    [("assign100", 305.0), ("assign200", 475), ("assign300", 626)].map { name, optimum in
      BenchmarkCase(
        name: "dense/or-library/\(name)", group: "dense", isShort: true,
        contestants: [
          .ours("dense"), .python("scipy", "scipy-dense"), .python("lapjv", "lapjv-dense"),
          .python("or-tools", "or-tools-dense"),
        ],
        knownOptimum: optimum
      ) { file in
        let data = try Data(contentsOf: folder.appending(path: "lap/\(name).txt"))
        let matrix = try ORLibraryAssignment.read(Array(data))
        try write(matrix.costs.map { Double($0) }, matrix.size, matrix.size, to: file)
      }
    }
  }

  private static func write(
    _ costs: [Double], _ rows: Int, _ columns: Int, to file: URL
  ) throws {
    try InstanceFile.write(
      [InstanceFile.bytes(of: [Int64(rows), Int64(columns)]), InstanceFile.bytes(of: costs)],
      to: file)
  }
}
