// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies

/// Stable matching by deferred acceptance, without a peer: no package at hand
/// takes instances of this size.
///
/// Timed are the building of the market from its lists, the search, and the
/// count of blocking pairs from the lists; each is told apart beside the sum.
enum StableGroup {
  static func cases(publicFolder: URL?) -> [BenchmarkCase] {
    let sizes = [25_000, 50_000, 100_000, 200_000]
    return [false, true].flatMap { isPopular in
      ["person", "place"].flatMap { side in
        let sweep = "stable/\(isPopular ? "popular" : "uniform")/\(side)-optimal"
        return sizes.map { persons in
          BenchmarkCase(
            name: "\(sweep)/n=\(persons)",
            group: "stable", growth: (sweep, Double(persons)), isShort: persons == sizes[0],
            contestants: [
              .ours("stable", arguments: [side])
            ],
            knownOptimum: 0
          ) { url in
            try StableFamilies.write(
              StableFamilies.lists(
                persons: persons, places: persons / 5, length: 20, isPopular: isPopular, seed: 1),
              to: url)
          }
        }
      }
    }
  }
}
