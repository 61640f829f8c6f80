// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Puts everything in order and reads limits off the plan.
  func finished() -> GeneratedYear {
    let posts = openPosts.map { post in
      let unit = units[post.unit]
      return Post(
        id: unit.schools.map { schools[$0].id }.joined(separator: "+"), schools: unit.schools,
        seatsMin: unit.seatsMin, seatsMax: unit.seatsMax)
    }
    var applicants = persons
    for (index, rank) in ranks.enumerated() {
      var person = persons[index]
      person.togetherWith = person.togetherWith.map { ranks[$0] }
      person.apartFrom = person.apartFrom.map { ranks[$0] }
      person.tags.sort()
      applicants[rank] = person
    }
    var placements: [Placement] = []
    for (index, demand) in demands.enumerated() {
      placements.append(
        Placement(applicant: ranks[index], post: posts[demand.openPost], cohort: demand.cohort))
    }
    var pins = pins(posts: posts)
    if outline.shape == .popular { pins += crowdPins(beside: pins) }
    var year = ProgrammeYear(
      title: outline.title, fiscalYear: outline.fiscalYear, countries: finishedCountries(),
      cohorts: finishedCohorts(), schools: schools, applicants: applicants,
      pins: pins, sites: sites, siteBookings: bookings(),
      rules: rules())
    year.bundles.maximumSchools = 2
    year.bundles.outerMetres = 9_000
    if outline.shape == .tight { tighten(&year) }
    let witness = placements.sorted { $0.applicant < $1.applicant }
    var trainings = TrainingBuilder(
      year, witness: witness, shape: outline.training ?? TrainingShape(schools: schools.count),
      random: stream(.trainings))
    var returnees = ReturneeBuilder(
      trainings.built(), shape: outline.returnees, random: stream(.returnees))
    var exchange = ExchangeBuilder(
      returnees.built(), count: outline.exchangeSchools, random: stream(.exchange))
    return GeneratedYear(year: exchange.built(), witness: witness)
  }

  /// Partners of the plan in each country.
  private var partnersOfCountries: [Int] {
    var counts = countries.map { _ in 0 }
    for demand in demands { counts[demand.country] += 1 }
    return counts
  }

  private func finishedCountries() -> [Country] {
    let partners = partnersOfCountries
    return countries.enumerated().map { index, outline in
      let places = cohorts.indices.filter { cohortCountries[$0] == index }
        .reduce(0) { $0 + cohorts[$1].places }
      let least = partners[index] * self.outline.minimumPercent / 100
      return Country(
        id: outline.profile.id, nameEnglish: outline.profile.english,
        nameJapanese: outline.profile.japanese,
        min: places == 1 ? partners[index] : least, max: places,
        budget: outline.cost * Int64(places), costPerPartner: outline.cost,
        language: outline.profile.language, renewalsFirst: outline.profile.renewalsFirst)
    }
  }

  private func finishedCohorts() -> [Cohort] {
    cohorts.enumerated().map { index, outline in
      Cohort(
        id: outline.id, country: cohortCountries[index], places: outline.places,
        dispatchStart: outline.dispatch.lowerBound, dispatchEnd: outline.dispatch.upperBound,
        bornFrom: outline.births.lowerBound, bornTo: outline.births.upperBound,
        predeparture: outline.training,
        predepartureSite: outline.site.flatMap { id in sites.firstIndex { $0.id == id } },
        tracks: tracks[index])
    }
  }

  /// Other courses in the houses, month by month; they leave room for the plan
  /// and a little more.
  private func bookings() -> [SiteBooking] {
    var random = stream(.bookings)
    var bookings: [SiteBooking] = []
    for (site, house) in sites.enumerated() {
      for month in 1...21 {
        let year = outline.fiscalYear - 1 + (month + 2) / 12
        let first = Day.on(year, (month + 2) % 12 + 1, random.within(2...8))
        let days = first...first.adding(days: random.within(9...19))
        let inSession = cohorts.indices.filter {
          cohorts[$0].site == house.id && cohorts[$0].training?.overlaps(days) == true
        }
        // A tight year's cohorts have no place that the plan does not fill.
        let sizes = inSession.map { cohort in
          outline.shape == .tight
            ? demands.count { $0.cohort == cohort } : cohorts[cohort].places
        }
        let rooms = sizes.reduce(0) { $0 + ($1 + house.classSize - 1) / house.classSize }
        let slack = outline.siteSlackPercent
        let freeBeds = house.beds - sizes.reduce(0, +) * (100 + slack) / 100
        let isTight = outline.shape == .tight && !inSession.isEmpty
        let freeRooms = house.classrooms - rooms - (isTight ? 0 : 1)
        let usual = house.beds * random.within(10...45) / 100
        let beds = isTight ? freeBeds : min(freeBeds, usual)
        guard beds > 0, freeRooms > 0, random.chance(percent: 60) else { continue }
        bookings.append(
          SiteBooking(
            site: site, days: days, beds: beds,
            classrooms: min(freeRooms, (beds + house.classSize - 1) / house.classSize)))
      }
    }
    return bookings
  }
}
