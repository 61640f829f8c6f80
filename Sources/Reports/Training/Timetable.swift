// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension TrainingReport {
  /// The sessions by week: a row for each week in which somebody is in Japan, a
  /// column for each site.
  ///
  /// A session stands in the week in which it begins with its countries and people;
  /// in the weeks after it, in brackets until it ends.
  var timetable: TextTable {
    let sites = Set(plan.sessions.map(\.session.site)).sorted()
    var entries: [Day: [Int: [String]]] = [:]
    for index in order {
      let session = plan.sessions[index].session
      let days = session.days(in: year)
      var week = days.lowerBound.monday
      while week <= days.upperBound {
        let text = week <= days.lowerBound ? entry(index) : "(\(course(of: index)))"
        entries[week, default: [:]][session.site, default: []].append(text)
        week = week.adding(days: 7)
      }
    }
    var table = TextTable(
      [(localized("Week of"), .left)] + sites.map { (title: year.sites[$0].id, alignment: .left) })
    for (week, cells) in entries.sorted(by: { $0.key < $1.key }) {
      for line in 0..<(cells.values.map(\.count).max() ?? 0) {
        table.append(
          [line == 0 ? week.description : ""]
            + sites.map { site in
              let cell = cells[site] ?? []
              return line < cell.count ? cell[line] : ""
            })
      }
    }
    return table
  }

  /// The sessions of the plan by start, course and site.
  var order: [Int] {
    plan.sessions.indices.sorted { plan.sessions[$0].session < plan.sessions[$1].session }
  }

  private func course(of index: Int) -> String {
    year.training.courses[plan.sessions[index].session.course].id
  }

  /// Course, countries and people.
  private func entry(_ index: Int) -> String {
    let countries = countries(ofSession: index).map { year.countries[$0].id }
    return "\(course(of: index)) \(countries.joined(separator: "+")) "
      + String(headcount(ofSession: index).people)
  }
}

extension Day {
  /// The Monday on or before the day.
  fileprivate var monday: Day { adding(days: -weekday.rawValue) }
}
