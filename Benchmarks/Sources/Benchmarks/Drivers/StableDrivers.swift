// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies
internal import MatchingCore

extension StableGroup {
  /// `stable person|place FILE`: deferred acceptance; the value is the number
  /// of blocking pairs.
  static let drivers: [String: Driver] = [
    "stable": { arguments in
      let instance = try StableFamilies.read(URL(filePath: arguments[1]))
      let (build, market) = try timed {
        try StableMarket(
          checking: instance.persons, places: instance.places, quotas: instance.quotas)
      }
      let allocationsBefore = AllocationCount.now
      let (search, matching) = timed {
        arguments[0] == "person" ? market.personOptimal() : market.placeOptimal()
      }
      let allocations = AllocationCount.now - allocationsBefore
      let (count, blocking) = try timed {
        try market.blockingPairs(of: matching.placeOfPerson).count
      }
      return Answer(
        status: "optimal", objective: Double(blocking), bound: 0,
        seconds: build + search + count,
        extra: [
          "build": build, "search": search, "count": count,
          "proposals": Double(matching.proposals), "placed": Double(matching.placed),
          "allocations": Double(allocations),
        ])
    }
  ]
}
