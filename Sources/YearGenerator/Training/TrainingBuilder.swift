// SPDX-License-Identifier: GPL-3.0-or-later

internal import Calendars
internal import Programme
internal import SeededRandom

/// Adds to a year what trainings in Japan are planned from.
///
/// Nothing that the dispatch reads is changed. Cohorts' sessions fit by
/// construction: one begins with each window, and its house has the rooms, the
/// classrooms and the lecturers. Delegations are drawn freely; none has to train.
struct TrainingBuilder {
  var year: ProgrammeYear
  let shape: TrainingShape
  /// Who hosts in the plan that the year was built around.
  let hosting: HostingFacts
  var random: SplitMix64

  /// Days of the course before departure.
  static let partnersDays = 26

  init(
    _ year: ProgrammeYear, witness: [Placement], shape: TrainingShape, random: SplitMix64
  ) {
    self.year = year
    self.shape = shape
    self.random = random
    hosting = hostingFacts(of: witness, in: year)
  }

  /// The year with its trainings.
  mutating func built() -> ProgrammeYear {
    for index in year.countries.indices {
      year.countries[index].fares = TravelHabits.of(year.countries[index].id).fares
    }
    for index in year.sites.indices { equip(index) }
    for index in year.siteBookings.indices {
      // Couples of other courses have the rooms for two first.
      let booking = year.siteBookings[index]
      year.siteBookings[index].twinRooms = min(
        year.sites[booking.site].twinRooms, booking.beds / 2)
    }
    year.training.courses = courses()
    year.training.delegations = delegations()
    year.training.calendars = calendars()
    year.training.rules.gapMinDays = gapMinDays
    return year
  }

  // MARK: - Sites

  /// Gives a house rooms for two, diets, lecturers and days off.
  private mutating func equip(_ index: Int) {
    let site = year.sites[index]
    let japanese: Int
    switch site.id {
    case "kansai":
      year.sites[index].twinRooms = 20
      year.sites[index].diets = ["halal", "vegetarian"]
      japanese = 8
    case "urawa":
      year.sites[index].diets = ["halal", "vegetarian"]
      japanese = 8
    case "beppu":
      year.sites[index].diets = ["halal", "vegetarian"]
      japanese = 3
    default:
      year.sites[index].twinRooms = Self.isForDelegations(site) ? site.beds / 8 : 0
      year.sites[index].diets =
        [["halal", "vegetarian"], ["halal"], ["vegetarian"]][index % 3]
      japanese = max(2, site.classrooms / 2)
    }
    year.sites[index].lecturers =
      ([LecturerCount(language: "ja", classes: japanese)] + partnerLecturers(at: index))
      .sorted { $0.language < $1.language }
    year.sites[index].closed = yearEnds(at: index)
  }

  /// Houses that were added for delegations alone.
  static func isForDelegations(_ site: Site) -> Bool { site.id.hasPrefix("training-") }

  /// Lecturers of the partners' languages: as many classes as cohorts can need at
  /// a time.
  private func partnerLecturers(at site: Int) -> [LecturerCount] {
    var most: [String: Int] = [:]
    for cohort in year.cohorts where cohort.predepartureSite == site {
      guard let window = cohort.predeparture else { continue }
      let language = year.countries[cohort.country].language
      let classes = year.cohorts.filter { other in
        other.predepartureSite == site && other.predeparture?.overlaps(window) == true
          && year.countries[other.country].language == language
      }.reduce(0) {
        $0 + ($1.places + year.sites[site].classSize - 1) / year.sites[site].classSize
      }
      most[language] = max(most[language, default: 0], classes)
    }
    return most.sorted { $0.key < $1.key }.map {
      LecturerCount(language: $0.key, classes: $0.value)
    }
  }

  /// 28 December to 4 January, unless a cohort trains there then.
  private func yearEnds(at site: Int) -> [ClosedRange<Day>] {
    [year.fiscalYear - 1, year.fiscalYear].map {
      Day.on($0, 12, 28)...Day.on($0 + 1, 1, 4)
    }.filter { days in
      !year.cohorts.contains {
        $0.predepartureSite == site && $0.predeparture?.overlaps(days) == true
      }
    }
  }

  // MARK: - Calendars and rules

  /// What comes with Musubi, without areas that no school is in.
  private func calendars() -> [CalendarEntry] {
    var areas: [String: Set<String>] = [:]
    for school in year.schools {
      areas[year.countries[school.country].id, default: []].insert(school.area)
    }
    return shippedCalendars(fiscalYear: year.fiscalYear, countries: year.countries.map(\.id))
      .compactMap { entry in
        guard !entry.areas.isEmpty else { return entry }
        var entry = entry
        entry.areas.removeAll { areas[entry.country]?.contains($0) != true }
        return entry.areas.isEmpty ? nil : entry
      }
  }

  /// The usual gap before the dispatch, or the shortest that the windows leave.
  private var gapMinDays: Int {
    let gaps = year.cohorts.compactMap { cohort in
      cohort.predeparture.map {
        cohort.dispatchStart.number - $0.lowerBound.number - (Self.partnersDays - 1)
      }
    }
    return max(0, min(TrainingRules().gapMinDays, gaps.min() ?? .max))
  }
}
