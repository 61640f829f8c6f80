// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A programme year on the way from text to checked values.
///
/// Rows stand as the index of their identifiers does.
struct YearDraft {
  var faults: FaultList
  let sources: TableSources
  let names: YearNames
  let settings: Settings
  var countries: [ReadRow<Country>] = []
  var cohorts: [ReadRow<CohortRow>] = []
  var schools: [ReadRow<SchoolRow>] = []
  var posts: [ReadRow<Post>] = []
  var postNames: NameIndex
  var applicants: [ReadRow<Applicant>] = []
  /// In the file's order.
  var pins: [ReadRow<PinRow>] = []
  var sites: [ReadRow<Site>] = []
  /// In the file's order.
  var bookings: [ReadRow<BookingRow>] = []
  var courses: [ReadRow<CourseRow>] = []
  var delegations: [ReadRow<Delegation>] = []
  /// In the file's order.
  var calendars: [ReadRow<CalendarRow>] = []
  var returnees: [ReadRow<ReturneeRow>] = []
  var activities: [ReadRow<ActivityRow>] = []
  /// In the file's order.
  var travel: [ReadRow<TravelRow>] = []
  var exchangeSchools: [ReadRow<ExchangeSchoolRow>] = []
  /// In the file's order.
  var exchangeTies: [ReadRow<ExchangeTieRow>] = []
  var decadeLines: [ReadRow<DecadeLine>] = []
  /// In the file's order.
  var decadeYears: [ReadRow<DecadeYear>] = []
  /// In the file's order.
  var decadeActuals: [ReadRow<DecadeActual>] = []
  /// In the file's order.
  var ledger: [ReadRow<LedgerRow>] = []
}

extension YearDraft {
  init(_ files: FolderText, faults: FaultList) {
    var faults = faults
    sources = TableSources(files, faults: &faults)
    names = YearNames(
      countries: sources.countries.identifiers(), sites: sources.sites.identifiers(),
      cohorts: sources.cohorts.identifiers(), schools: sources.schools.identifiers(),
      applicants: sources.applicants.identifiers(), courses: sources.courses.identifiers(),
      delegations: sources.delegations.identifiers(),
      returnees: sources.returnees.identifiers(), activities: sources.activities.identifiers(),
      exchangeSchools: sources.exchangeSchools.identifiers(),
      decadeLines: sources.decadeLines.identifiers())
    postNames = sources.posts.identifiers()
    settings = Settings(
      files.settings, names: names, postNames: sources.posts.isPresent ? postNames : nil,
      faults: &faults)
    self.faults = faults
    readTables()
  }

  private mutating func readTables() {
    countries = sources.countries.sorted(
      sources.countries.rows(of: Tables.countries, names: names, faults: &faults), by: \.id,
      text: "country", in: names.countries, faults: &faults)
    cohorts = sources.cohorts.sorted(
      sources.cohorts.rows(of: Tables.cohorts, names: names, faults: &faults), by: \.cohort.id,
      text: "cohort", in: names.cohorts, faults: &faults)
    schools = sources.schools.sorted(
      sources.schools.rows(of: Tables.schools, names: names, faults: &faults), by: \.school.id,
      text: "school", in: names.schools, faults: &faults)
    posts = sources.posts.sorted(
      sources.posts.rows(of: Tables.posts, names: names, faults: &faults), by: \.id,
      text: "post", in: postNames, faults: &faults)
    applicants = sources.applicants.sorted(
      sources.applicants.rows(of: Tables.applicants, names: names, faults: &faults), by: \.id,
      text: "applicant", in: names.applicants, faults: &faults)
    pins = sources.pins.rows(of: Tables.pins, names: names, faults: &faults)
    sites = sources.sites.sorted(
      sources.sites.rows(of: Tables.sites, names: names, faults: &faults), by: \.id,
      text: "site", in: names.sites, faults: &faults)
    bookings = sources.siteBookings.rows(of: Tables.siteBookings, names: names, faults: &faults)
    courses = sources.courses.sorted(
      sources.courses.rows(of: Tables.courses, names: names, faults: &faults), by: \.course.id,
      text: "course", in: names.courses, faults: &faults)
    delegations = sources.delegations.sorted(
      sources.delegations.rows(of: Tables.delegations, names: names, faults: &faults), by: \.id,
      text: "delegation", in: names.delegations, faults: &faults)
    calendars = sources.calendars.rows(of: Tables.calendars, names: names, faults: &faults)
    returnees = sources.returnees.sorted(
      sources.returnees.rows(of: Tables.returnees, names: names, faults: &faults),
      by: \.returnee.id, text: "returnee", in: names.returnees, faults: &faults)
    activities = sources.activities.sorted(
      sources.activities.rows(of: Tables.activities, names: names, faults: &faults),
      by: \.activity.id, text: "activity", in: names.activities, faults: &faults)
    travel = sources.travel.rows(of: Tables.travel, names: names, faults: &faults)
    exchangeSchools = sources.exchangeSchools.sorted(
      sources.exchangeSchools.rows(of: Tables.exchangeSchools, names: names, faults: &faults),
      by: \.school.id, text: "school", in: names.exchangeSchools, faults: &faults)
    exchangeTies = sources.exchangeTies.rows(
      of: Tables.exchangeTies, names: names, faults: &faults)
    decadeLines = sources.decadeLines.sorted(
      sources.decadeLines.rows(of: Tables.decadeLines, names: names, faults: &faults), by: \.id,
      text: "line", in: names.decadeLines, faults: &faults)
    decadeYears = sources.decadeYears.rows(of: Tables.decadeYears, names: names, faults: &faults)
    decadeActuals = sources.decadeActuals.rows(
      of: Tables.decadeActuals, names: names, faults: &faults)
    ledger = sources.ledger.rows(of: Tables.ledger, names: names, faults: &faults)
  }

  /// Looks for everything that no single cell shows.
  mutating func check() {
    checkCountries()
    checkCohorts()
    checkSchools()
    checkPosts()
    checkApplicants()
    checkCompany()
    checkPins()
    checkSites()
    checkCourses()
    checkDelegations()
    checkCalendars()
    checkReturnees()
    checkActivities()
    checkTravel()
    checkExchange()
    checkDecade()
    checkLedger()
  }

  /// The year, unless there are errors.
  func year() -> ProgrammeYear? {
    guard !faults.hasErrors, let fiscalYear = settings.fiscalYear else { return nil }
    var year = ProgrammeYear(
      title: settings.title, fiscalYear: fiscalYear, countries: countries.map(\.row),
      cohorts: cohorts.map { read in
        var cohort = read.row.cohort
        if let from = read.row.predepartureFrom, let to = read.row.predepartureTo {
          cohort.predeparture = from...to
        }
        return cohort
      },
      schools: schools.map { read in
        var school = read.row.school
        school.position = GeoPoint(latitude: read.row.latitude, longitude: read.row.longitude)
        school.yearsRunning =
          read.row.yearsRunning ?? (school.lastHostedYear == fiscalYear - 1 ? 1 : 0)
        return school
      },
      givenPosts: sources.posts.isPresent ? posts.map(\.row) : nil,
      applicants: applicants.map(\.row),
      pins: pins.map { read in
        var pin = Pin(
          applicant: read.row.applicant, place: read.row.place, cohort: read.row.cohort,
          kind: read.row.kind, reason: read.row.reason,
          line: read.line < TablePatches.firstAddedLine ? read.line : 0)
        pin.who = read.row.who
        pin.when = read.row.when
        return pin
      },
      sites: sites.map(\.row),
      siteBookings: bookings.map { read in
        SiteBooking(
          site: read.row.site, days: read.row.from...read.row.to, beds: read.row.beds,
          classrooms: read.row.classrooms, twinRooms: read.row.twinRooms)
      },
      rules: settings.rules, bundles: settings.bundles, weights: settings.weights,
      objective: settings.objective, filledWeight: settings.filledWeight,
      training: training(of: fiscalYear), returnees: returneeData)
    year.exchange = exchangeData
    year.decade = decade()
    year.ledger = Ledger(ledger.map(\.row))
    if !ledger.isEmpty { LedgerHistory(year.ledger).tell(&year) }
    return year
  }

  /// What trainings are planned from.
  private func training(of fiscalYear: Int) -> TrainingData {
    var data = TrainingData(
      courses: courses.map(\.row.complete), delegations: delegations.map(\.row),
      rules: settings.trainingRules, objective: settings.trainingObjective)
    data.announced = settings.announcedSessions
    if sources.calendars.isPresent {
      data.calendars = calendars.map(\.row.entry)
    } else if data.isPlanned || !exchangeSchools.isEmpty {
      data.calendars = shippedCalendars(for: countries.map(\.row), fiscalYear: fiscalYear)
    }
    return data
  }
}

extension TrainingData {
  /// Whether there is anybody or anything to plan trainings for.
  var isPlanned: Bool { !courses.isEmpty || !delegations.isEmpty }
}

extension PinRow {
  /// The place that the row names.
  var place: Pin.Place {
    if let school { return .school(school) }
    return post.isEmpty ? .anywhere : .post(post)
  }
}
