// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// People who can take part in nothing, and days on which they both are and are not
  /// free.
  mutating func checkReturnees() {
    let prefectures = Set(activities.map(\.row.activity.prefecture))
    let nearest = NearestName(among: prefectures.sorted())
    for read in returnees {
      let returnee = read.row.returnee
      if read.has("returned"), let fiscalYear = settings.fiscalYear,
        let last = Day(year: fiscalYear + 1, month: 3, day: 31), returnee.returned > last
      {
        report(
          sources.returnees, read.line, "returned", returnee.returned.description,
          "is after the fiscal year \(fiscalYear) ends", expected: "a day on or before \(last)")
      }
      if read.has("track"), returnee.dutyPrefecture == "" {
        report(
          sources.returnees, read.line, "track", returnee.track, "names no prefecture",
          expected: "a track such as prefecture:Fukuoka")
      }
      if read.has("country", "host_school"), let country = returnee.country,
        let school = returnee.hostSchool, let other = self.country(ofSchool: school),
        other != country
      {
        report(
          sources.returnees, read.line, "host_school", names.schools.names[school],
          "is in \(names.countries.names[other]), and they served in \(names.countries.names[country])",
          expected: "a school of the country", kind: "school of another country",
          and: ["country"])
      }
      guard read.has("track"), let duty = returnee.dutyPrefecture, !duty.isEmpty,
        !activities.isEmpty, !prefectures.contains(duty)
      else { continue }
      let fault = sources.returnees.fault(
        line: read.line, column: "track", value: duty,
        "has no activity, so that nothing comes first for them", severity: .notice,
        kind: "prefecture without activities")
      faults.report(fault) { nearest.hint(for: duty) }
    }
  }

  /// Windows and seats that contradict each other, days of other years, and wishes that
  /// nobody can meet.
  mutating func checkActivities() {
    let spoken = Set(returnees.flatMap(\.row.returnee.languages))
    let skilled = Set(returnees.flatMap(\.row.returnee.skills))
    let canLead = returnees.contains { $0.row.returnee.leads }
    let served = Set(returnees.compactMap(\.row.returnee.hostSchool))
    let nearestSkill = NearestName(among: skilled.sorted())
    for read in activities {
      let (row, activity) = (read.row, read.row.activity)
      checkOrder(sources.activities, read, from: ("from", row.from), to: ("to", row.to))
      checkYear(read)
      if read.has("seats_min", "seats_max"), let most = row.seatsMax, activity.seatsMin > most {
        report(
          sources.activities, read.line, "seats_min", String(activity.seatsMin),
          "is more than seats_max, \(most)", expected: "seats_min at most seats_max",
          hint: .didYouMean(String(most)), kind: "seats_min above seats_max",
          and: ["seats_max"])
      }
      if read.has("seats_min", "seats_max", "leaders") {
        let most = row.seatsMax ?? activity.seatsMin
        if activity.leaders > most, activity.seatsMin <= most {
          report(
            sources.activities, read.line, "leaders", String(activity.leaders),
            "is more than seats_max, \(most)", expected: "at most as many as take part",
            hint: .didYouMean(String(most)), and: ["seats_max"])
        }
      }
      guard returnees.allSatisfy({ $0.failed.isEmpty }), !returnees.isEmpty else { continue }
      if read.has("leaders"), activity.leaders > 0, !canLead {
        notice(read, "leaders", String(activity.leaders), "is asked for, and nobody can lead")
      }
      for language in read.has("languages") ? activity.languages : []
      where !spoken.contains(language) {
        notice(read, "languages", language, "is spoken by no returnee")
      }
      for skill in read.has("skills") ? activity.skills : [] where !skilled.contains(skill) {
        notice(read, "skills", skill, "is a skill of no returnee", nearestSkill)
      }
      if read.has("tie"), let school = activity.tie, !served.contains(school) {
        notice(read, "tie", names.schools.names[school], "hosted no returnee")
      }
    }
  }

  /// Pairs given twice.
  mutating func checkTravel() {
    var lines: [Participation: Int] = [:]
    for read in travel where read.has("returnee", "activity") {
      let pair = Participation(returnee: read.row.returnee, activity: read.row.activity)
      guard let first = lines[pair] else {
        lines[pair] = read.line
        continue
      }
      report(
        sources.travel, read.line, "activity", names.activities.names[pair.activity],
        """
        stands beside \(names.returnees.names[pair.returnee]) in \
        \(sources.travel.phrase(forLine: first, in: read.line)) already
        """,
        expected: "each pair once", kind: "duplicate")
    }
  }

  /// What returnees' activities are planned from.
  var returneeData: ReturneeData {
    ReturneeData(
      returnees: returnees.map(\.row.complete), activities: activities.map(\.row.complete),
      journeys: Dictionary(
        travel.map { read in
          (
            Participation(returnee: read.row.returnee, activity: read.row.activity),
            GivenJourney(metres: read.row.metres, cost: read.row.cost)
          )
        }, uniquingKeysWith: { first, _ in first }),
      rules: settings.returneeRules, objective: settings.returneeObjective,
      announced: settings.announcedParticipations)
  }

  /// Days outside the fiscal year, whose quarters loads are counted in.
  private mutating func checkYear(_ read: ReadRow<ActivityRow>) {
    guard let fiscalYear = settings.fiscalYear,
      let first = Day(year: fiscalYear, month: 4, day: 1),
      let last = Day(year: fiscalYear + 1, month: 3, day: 31)
    else { return }
    for (column, day) in [("from", read.row.from), ("to", read.row.to ?? read.row.from)]
    where read.has(column, "from") && !(first...last).contains(day) {
      if column == "to", read.row.to == nil { continue }
      report(
        sources.activities, read.line, column, day.description,
        "is not in the fiscal year \(fiscalYear)", expected: "a day from \(first) to \(last)",
        kind: "not in the fiscal year")
    }
  }

  private mutating func notice(
    _ read: ReadRow<ActivityRow>, _ column: String, _ value: String, _ problem: Sentence,
    _ nearest: NearestName? = nil
  ) {
    let fault = sources.activities.fault(
      line: read.line, column: column, value: value, problem, severity: .notice)
    faults.report(fault) { nearest?.hint(for: value) }
  }

  private mutating func report(
    _ source: TableSource, _ line: Int, _ column: String, _ value: String, _ problem: Sentence,
    expected: Sentence, hint: Fault.Hint? = nil, kind: String? = nil, and others: [String] = []
  ) {
    faults.report(
      source.fault(
        line: line, column: column, value: value, problem, expected: expected, hint: hint,
        kind: kind, and: others))
  }
}
