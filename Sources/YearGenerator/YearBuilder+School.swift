// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Draws one school and gives its index.
  mutating func appendSchool(
    _ place: SchoolPlace, at point: Lattice.Point, hours: Int, width: Int, pause: Int,
    random: inout SplitMix64
  ) -> Int {
    let profile = countries[place.country].profile
    let number = padded(schools.count + 1, to: width)
    let level = Vocabulary.levels[random.position(weights: Vocabulary.levels.map(\.weight))]
    let remoteness =
      place.town.isRemote ? 75 : place.ring >= 2 ? 35 : place.ring == 1 ? 12 : 2
    let isRemote = random.chance(percent: remoteness)
    let distance = isRemote || place.ring >= 2 ? random.below(3) : random.below(2)
    let levels = Vocabulary.teacherLevels
    var school = School(
      id: "S" + number, country: place.country, area: place.region, city: place.city,
      name: "Synthetic \(level.label) \(number) (\(place.city))", position: point.position,
      level: level.word, learners: hours * random.within(6...16) + random.below(12),
      japaneseHours: hours, japaneseTeachers: 1 + random.below(1 + hours / 7),
      teacherLevel: levels[random.position(weights: levels.map(\.weight))].level,
      medicalTier: max(1, place.town.medicalTier - distance), isRemote: isRemote)
    school.housing =
      switch random.below(100) {
      case 0..<66: .any
      case 66..<90: .women
      default: .men
      }
    school.skillsWanted = random.sample(random.below(4), of: Vocabulary.skills).sorted()
    if random.chance(percent: profile.halal) { school.dietAvailable.append("halal") }
    if random.chance(percent: profile.vegetarian) { school.dietAvailable.append("vegetarian") }
    school.priority = random.chance(percent: 8) ? 3 : random.chance(percent: 20) ? 2 : 1
    school.tags = schoolTags(&random)
    setSeats(of: &school, random: &random)
    setHistory(of: &school, pause: pause, random: &random)
    schools.append(school)
    return schools.count - 1
  }

  private func schoolTags(_ random: inout SplitMix64) -> [String] {
    var tags = [Vocabulary.syntheticTag]
    if random.chance(percent: 12) {
      let position = random.position(weights: Vocabulary.prefectureWeights)
      tags.append("sister:" + Vocabulary.prefectures[position])
    }
    if random.chance(percent: 5) {
      tags.append("sister-city:" + random.pick(Vocabulary.sisterCities))
    }
    if random.chance(percent: 4) {
      tags.append("university:" + random.pick(Vocabulary.universities))
    }
    return tags.sorted()
  }

  /// Large schools take more than one partner, some only together.
  private func setSeats(of school: inout School, random: inout SplitMix64) {
    guard school.japaneseHours >= 6, random.chance(percent: outline.severalSeatsPercent) else {
      return
    }
    school.seatsMax = random.chance(percent: 70) ? 2 : 3
    school.seatsMin = random.chance(percent: 20) ? 2 : 1
  }

  /// When the school last hosted, for how long, and whether it asks to go on.
  private func setHistory(of school: inout School, pause: Int, random: inout SplitMix64) {
    let year = outline.fiscalYear
    if random.chance(percent: pause) {
      school.lastHostedYear = year - 1
      school.yearsRunning = random.within(3...4)
      school.isRenewal = random.chance(percent: 50)
      return
    }
    switch random.below(100) {
    case 0..<30:
      school.lastHostedYear = year - 1
      school.yearsRunning = random.within(1...2)
      school.isRenewal = random.chance(percent: 60)
    case 30..<60:
      school.lastHostedYear = year - random.within(2...6)
    default:
      break
    }
  }
}
