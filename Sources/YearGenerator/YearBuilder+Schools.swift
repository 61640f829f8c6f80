// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Most spots that carry the name of one town.
  private static let spotsOfTown = 20

  /// Draws the schools of every country around its towns.
  mutating func makeSchools() {
    var random = stream(.schools)
    let width = digits(for: countries.reduce(0) { $0 + $1.schools }, least: 3)
    for country in countries.indices {
      unitsOfTowns.append([])
      var taken: Set<Lattice.Cell> = []
      for (region, count) in regions(of: country) {
        let towns = region.towns.prefix(max(1, (count + 3) / 4))
        let sizes = apportion(count, by: towns.map { $0.isRemote ? 2 : 2 + $0.medicalTier / 2 })
        for (position, (town, size)) in zip(towns, sizes).enumerated() {
          makeSchools(
            size, of: country, region: region.name, town: town, isFirst: position == 0,
            taken: &taken, width: width, random: &random)
        }
      }
    }
  }

  /// The regions that have schools, and how many; few schools stay together so
  /// that their partners are not alone.
  private func regions(of country: Int) -> [(Region, Int)] {
    let outline = countries[country]
    let regions = outline.profile.regions.prefix(max(1, outline.schools / 4))
    return Array(zip(regions, apportion(outline.schools, by: regions.map(\.weight))))
  }

  private mutating func makeSchools(
    _ count: Int, of country: Int, region: String, town: Town, isFirst: Bool,
    taken: inout Set<Lattice.Cell>, width: Int, random: inout SplitMix64
  ) {
    let centre = Lattice.cell(
      of: Lattice.Point(latitude: town.latitude, longitude: town.longitude))
    var left = count
    var spots = 0
    var ring = 0
    while left > 0 {
      let closed = ring > 40 ? [] : town.closed
      for cell in Lattice.ring(ring, around: centre, closed: closed)
      where left > 0 && taken.insert(cell).inserted {
        let part = spots / Self.spotsOfTown
        if spots % Self.spotsOfTown == 0 { unitsOfTowns[country].append([]) }
        let place = SchoolPlace(
          country: country, region: region,
          city: part == 0 ? town.name : "\(town.name) (outskirts \(part))", town: town, ring: ring)
        // The first two spots of an area can host side by side, so that none is
        // without a pair of companions.
        left -= makeSpot(
          cell, of: place, atMost: left, isSure: spots < 2 && isFirst, width: width,
          random: &random)
        spots += 1
      }
      ring += 1
    }
  }

  /// Puts one school or two near each other on the ground, and says how many.
  private mutating func makeSpot(
    _ cell: Lattice.Cell, of place: SchoolPlace, atMost left: Int, isSure: Bool, width: Int,
    random: inout SplitMix64
  ) -> Int {
    let point = Lattice.moved(
      Lattice.centre(of: cell), north: random.within(-1300...1300),
      east: random.within(-1300...1300))
    let hasRoomToPause = countries[place.country].schools >= 6
    let pause = hasRoomToPause && !isSure ? outline.pausePercent : 0
    guard left >= 2, !isSure, random.chance(percent: outline.twinPercent) else {
      let isShort = hasRoomToPause && !isSure && random.chance(percent: outline.shortPercent)
      let school = appendSchool(
        place, at: point, hours: isShort ? random.within(2...5) : random.within(6...22),
        width: width, pause: pause, random: &random)
      if !isShort { appendUnit([school]) }
      return 1
    }
    let isFar = random.chance(percent: 12)
    let distance = isFar ? random.within(8_100...8_800) : random.within(800...5_600)
    let along = distance * 7 / 10
    let other =
      switch random.below(4) {
      case 0: Lattice.moved(point, north: distance, east: 0)
      case 1: Lattice.moved(point, north: 0, east: distance)
      case 2: Lattice.moved(point, north: along, east: along)
      default: Lattice.moved(point, north: -along, east: along)
      }
    let hours: (Int, Int) =
      switch random.below(20) {
      case _ where isFar: (random.within(6...14), random.within(2...5))
      case 0..<11: (random.within(3...5), random.within(3...5))
      case 11..<16: (random.within(6...16), random.within(2...5))
      default: (random.within(7...20), random.within(7...20))
      }
    let first = appendSchool(
      place, at: point, hours: hours.0, width: width, pause: pause, random: &random)
    let second = appendSchool(
      place, at: other, hours: hours.1, width: width, pause: pause, random: &random)
    appendUnits(first, second, mayJoin: !isFar && random.chance(percent: 40))
    return 2
  }

  private mutating func appendUnits(_ first: Int, _ second: Int, mayJoin: Bool) {
    let (left, right) = (schools[first].japaneseHours, schools[second].japaneseHours)
    let pair = right > left ? [second, first] : [first, second]
    switch (left >= 6, right >= 6) {
    case (false, false): appendUnit(pair)
    case (true, false):
      appendUnit(mayJoin && schools[first].seatsMax == 1 ? pair : [first])
    default:
      appendUnit([first])
      appendUnit([second])
    }
  }

  /// Notes a possible post, unless a school of it must pause.
  private mutating func appendUnit(_ members: [Int]) {
    guard members.allSatisfy({ schools[$0].yearsRunning < 3 }) else { return }
    let base = schools[members[0]]
    let isSingle = members.count == 1
    units.append(
      Unit(
        schools: members, seatsMin: isSingle ? base.seatsMin : 1,
        seatsMax: isSingle ? base.seatsMax : 1, country: base.country))
    unitsOfTowns[base.country][unitsOfTowns[base.country].count - 1].append(units.count - 1)
  }
}

/// What the schools of one spot have in common.
struct SchoolPlace {
  var country: Int
  var region: String
  var city: String
  var town: Town
  /// Steps of 11 km from the town.
  var ring: Int
}
