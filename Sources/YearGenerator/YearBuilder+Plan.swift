// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Opens posts for the cohorts of every country, in towns with company.
  mutating func openPostsForCohorts() {
    var random = stream(.plan)
    var isOpen = Array(repeating: false, count: units.count)
    for country in countries.indices {
      var left = cohorts.indices.map { cohortCountries[$0] == country ? cohorts[$0].places : 0 }
      let towns = unitsOfTowns[country]
      let room = towns.map { $0.reduce(0) { $0 + units[$1].seatsMax } }
      let total = min(left.reduce(0, +), room.reduce(0, +))
      let sizes = withCompany(apportion(total, by: room), room: room)
      for (town, size) in zip(towns, sizes) where size > 0 {
        open(
          parts(of: size, from: &left), in: town, isOpen: &isOpen, left: &left, random: &random)
      }
      fillUp(towns, isOpen: &isOpen, left: &left)
    }
    repairCompanions(&isOpen)
    restrictSchools(isOpen)
  }

  /// Moves single partners together, town to town, where there is room.
  private func withCompany(_ sizes: [Int], room: [Int]) -> [Int] {
    var sizes = sizes
    var single: Int?
    for town in sizes.indices where sizes[town] == 1 {
      guard let other = single else {
        single = town
        continue
      }
      let (host, guest) = room[town] >= 2 ? (town, other) : (other, town)
      guard room[host] >= 2 else { continue }
      sizes[host] = 2
      sizes[guest] = 0
      single = nil
    }
    guard let town = single, sizes[town] == 1 else { return sizes }
    if let host = sizes.indices.first(where: { sizes[$0] >= 2 && sizes[$0] < room[$0] }) {
      sizes[host] += 1
      sizes[town] = 0
    } else if room[town] >= 2, let host = sizes.indices.first(where: { sizes[$0] >= 3 }) {
      sizes[host] -= 1
      sizes[town] = 2
    }
    return sizes
  }

  /// Divides a town's seats among cohorts that still have places, the one with
  /// most places first, and leaves no part of one where it can.
  private func parts(of size: Int, from left: inout [Int]) -> [(cohort: Int, count: Int)] {
    var size = size
    var parts: [(cohort: Int, count: Int)] = []
    while size > 0 {
      guard
        let cohort = left.indices.max(by: {
          left[$0] < left[$1] || (left[$0] == left[$1] && $0 > $1)
        }),
        left[cohort] > 0
      else { break }
      var count = min(size, left[cohort])
      if size - count == 1, count >= 3 { count -= 1 }
      if left[cohort] - count == 1, count >= 3, size - count != 0 { count -= 1 }
      parts.append((cohort, count))
      left[cohort] -= count
      size -= count
    }
    return parts
  }

  /// Opens a town's units for the parts, some of them skipped while there are
  /// more than are needed.
  ///
  /// What cannot be opened goes back to `left`.
  private mutating func open(
    _ parts: [(cohort: Int, count: Int)], in town: [Int], isOpen: inout [Bool],
    left: inout [Int], random: inout SplitMix64
  ) {
    let wanted = parts.reduce(0) { $0 + $1.count }
    var slack = town.reduce(0) { $0 + units[$1].seatsMax } - wanted
    let skip = 100 * slack / max(1, slack + wanted)
    var queue = parts[...]
    for index in town {
      guard var part = queue.first else { break }
      let unit = units[index]
      let seats = min(unit.seatsMax, part.count)
      if seats < unit.seatsMin || (slack >= unit.seatsMax && random.chance(percent: skip)) {
        slack -= unit.seatsMax
        continue
      }
      slack -= unit.seatsMax - seats
      openPosts.append(OpenPost(unit: index, cohort: part.cohort, seats: seats))
      isOpen[index] = true
      part.count -= seats
      queue[queue.startIndex] = part
      if part.count == 0 { queue.removeFirst() }
    }
    for part in queue { left[part.cohort] += part.count }
  }

  /// Gives places that are left to units that are not open, first in towns where
  /// the cohort is already.
  private mutating func fillUp(_ towns: [[Int]], isOpen: inout [Bool], left: inout [Int]) {
    for cohort in left.indices where left[cohort] > 0 {
      let present = Set(openPosts.lazy.filter { $0.cohort == cohort }.map(\.unit))
      let near = towns.filter { $0.contains(where: present.contains) }
      let far = towns.filter { !$0.contains(where: present.contains) }
      for index in (near + far).joined() where left[cohort] > 0 && !isOpen[index] {
        let seats = min(units[index].seatsMax, left[cohort])
        guard seats >= units[index].seatsMin else { continue }
        openPosts.append(OpenPost(unit: index, cohort: cohort, seats: seats))
        isOpen[index] = true
        left[cohort] -= seats
      }
    }
  }

  /// Lets some schools name the cohorts they take, and stops renewals that the
  /// plan does not serve where the country serves renewals first.
  private mutating func restrictSchools(_ isOpen: [Bool]) {
    var random = stream(.plan)
    var cohortsOfCountry = countries.map { _ in 0 }
    for country in cohortCountries { cohortsOfCountry[country] += 1 }
    var hosts: [Int?] = Array(repeating: nil, count: schools.count)
    for post in openPosts {
      for school in units[post.unit].schools { hosts[school] = post.cohort }
    }
    for index in schools.indices {
      let country = schools[index].country
      if let cohort = hosts[index] {
        if cohortsOfCountry[country] > 1, random.chance(percent: 25) {
          schools[index].cohorts = [cohort]
        }
      } else if countries[country].profile.renewalsFirst, schools[index].yearsRunning < 3 {
        schools[index].isRenewal = false
      }
    }
  }
}
