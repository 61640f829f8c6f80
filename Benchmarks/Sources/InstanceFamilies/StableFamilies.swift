// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
public import MatchingCore
internal import SeededRandom

/// Instances of stable matching, the same for the same arguments.
///
/// Uniform lists are the standard of the field (for instance Kwanashie, Manlove
/// 2014). With popular places, a place is as likely to be listed as its number
/// is low (to a power), and lists are in the order of popularity but for noise:
/// persons agree, proposals are refused often, and the search is long.
public enum StableFamilies {
  /// The lists of a market and its quotas.
  public struct Instance: Sendable {
    public var persons: PreferenceLists
    public var places: PreferenceLists
    public var quotas: [Int]
  }

  /// Persons with lists of equal length; places rank everybody who lists them.
  ///
  /// - Parameters:
  ///   - persons: How many persons.
  ///   - places: How many places; their seats are 90 for 100 persons in all.
  ///   - length: The length of a person's list.
  ///   - isPopular: Whether persons agree on which places are good.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The lists and quotas.
  public static func lists(
    persons: Int, places: Int, length: Int, isPopular: Bool, seed: UInt64
  ) -> Instance {
    var random = SplitMix64(seed: seed)
    var applicants = [[Int]](repeating: [], count: places)
    var left = PreferenceLists()
    left.reserve(lists: persons, entries: persons * length)
    var mark = [Int](repeating: -1, count: places)
    for person in 0..<persons {
      var list: [Int] = []
      while list.count < min(length, places) {
        let draw = random.unitInterval()
        let place = min(places - 1, Int((isPopular ? draw * draw : draw) * Double(places)))
        if mark[place] == person { continue }
        mark[place] = person
        list.append(place)
      }
      if isPopular {
        let keys = list.map { (Double($0) + random.unitInterval() * Double(places) / 5, $0) }
        list = keys.sorted { $0 < $1 }.map(\.1)
      }
      for place in list { applicants[place].append(person) }
      left.append(strict: list)
    }
    var right = PreferenceLists()
    right.reserve(lists: places, entries: persons * length)
    for place in 0..<places { right.append(strict: random.shuffled(applicants[place])) }
    let seats = persons * 9 / 10
    let quotas = (0..<places).map { (seats * ($0 + 1)) / places - (seats * $0) / places }
    return Instance(persons: left, places: right, quotas: quotas)
  }

  /// Writes an instance as numbers: counts, then starts and entries of the
  /// persons' lists, those of the places' lists, and the quotas.
  public static func write(_ instance: Instance, to url: URL) throws {
    let counts = [
      instance.persons.count, instance.places.count, instance.persons.entries.count,
      instance.places.entries.count,
    ].map { Int64($0) }
    try InstanceFile.write(
      [
        InstanceFile.bytes(of: counts), InstanceFile.bytes(of: instance.persons.starts),
        InstanceFile.bytes(of: instance.persons.entries),
        InstanceFile.bytes(of: instance.places.starts),
        InstanceFile.bytes(of: instance.places.entries),
        InstanceFile.bytes(of: instance.quotas.map { Int64($0) }),
      ], to: url)
  }

  /// Reads what `write` has written.
  public static func read(_ url: URL) throws -> Instance {
    let data = try Data(contentsOf: url)
    var offset = 0
    let counts = InstanceFile.numbers(Int64.self, in: data, from: &offset, count: 4).map { Int($0) }
    func lists(_ owners: Int, _ entries: Int) -> PreferenceLists {
      let starts = InstanceFile.numbers(Int32.self, in: data, from: &offset, count: owners + 1)
      let flat = InstanceFile.numbers(Int32.self, in: data, from: &offset, count: entries)
      var lists = PreferenceLists()
      lists.reserve(lists: owners, entries: entries)
      for owner in 0..<owners {
        for position in starts[owner]..<starts[owner + 1] { lists.add(Int(flat[Int(position)])) }
        lists.closeList()
      }
      return lists
    }
    let persons = lists(counts[0], counts[2])
    let places = lists(counts[1], counts[3])
    let quotas = InstanceFile.numbers(Int64.self, in: data, from: &offset, count: counts[1])
    return Instance(persons: persons, places: places, quotas: quotas.map { Int($0) })
  }
}
