// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
public import MatchingCore

/// Raw files of networks: numbers of nodes and of arcs, supplies (64 bits),
/// tails, heads (32 bits), lower bounds, capacities, costs (64 bits).
public enum FlowFile {
  /// Writes a network.
  ///
  /// - Parameters:
  ///   - network: What to write.
  ///   - url: Where to.
  /// - Throws: What the file system says.
  public static func write(_ network: FlowNetwork, to url: URL) throws {
    let lowers =
      network.lowers.isEmpty ? Array(repeating: 0, count: network.arcCount) : network.lowers
    try InstanceFile.write(
      [
        InstanceFile.bytes(of: [network.nodeCount, network.arcCount]),
        InstanceFile.bytes(of: network.supplies), InstanceFile.bytes(of: network.tails),
        InstanceFile.bytes(of: network.heads), InstanceFile.bytes(of: lowers),
        InstanceFile.bytes(of: network.capacities), InstanceFile.bytes(of: network.costs),
      ], to: url)
  }

  /// Reads a network, part by part, so that the file is never in memory as a
  /// whole.
  ///
  /// - Parameter url: The file.
  /// - Returns: The network.
  /// - Throws: What the file system says, or what is wrong with the network.
  public static func read(_ url: URL) throws -> FlowNetwork {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    func take<Number: BitwiseCopyable>(_ type: Number.Type, _ count: Int) throws -> [Number] {
      var numbers: [Number] = []
      numbers.reserveCapacity(count)
      while numbers.count < count {
        let piece = min(1 << 17, count - numbers.count)
        let data = try handle.read(upToCount: piece * MemoryLayout<Number>.stride) ?? Data()
        var offset = 0
        numbers += InstanceFile.numbers(type, in: data, from: &offset, count: piece)
      }
      return numbers
    }
    let sizes = try take(Int.self, 2)
    let supplies = try take(Int.self, sizes[0])
    let tails = try take(Int32.self, sizes[1])
    let heads = try take(Int32.self, sizes[1])
    var lowers = try take(Int.self, sizes[1])
    if lowers.allSatisfy({ $0 == 0 }) { lowers = [] }
    let capacities = try take(Int.self, sizes[1])
    let costs = try take(Int.self, sizes[1])
    return try FlowNetwork(
      supplies: supplies, tails: tails, heads: heads, lowers: lowers, capacities: capacities,
      costs: costs)
  }
}
