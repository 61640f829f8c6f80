// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification

extension ReturneeReport {
  /// The table `held.csv`: a row for each activity that takes place.
  func heldTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "activity", "name", "kind", "prefecture", "from", "to", "people", "seats_min",
        "seats_max", "leaders", "reach", "cost_thousand_jpy", "returnees",
      ])
    for index in held {
      let activity = data.activities[index]
      let cost = people[index].reduce(Int64(0)) { $0 + data.cost($1, to: index) }
      table.append([
        activity.id, activity.name, activity.kind, activity.prefecture,
        activity.days.lowerBound.description, activity.days.upperBound.description,
        String(people[index].count), String(activity.seatsMin), String(activity.seatsMax),
        String(people[index].count { data.returnees[$0].leads }), String(activity.reach),
        String(cost), people[index].map { data.returnees[$0].id }.joined(separator: ";"),
      ])
    }
    return table
  }

  /// The table `people.csv`: a row for each returnee, whether or not they take part.
  func peopleTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "returnee", "name", "prefecture", "activities", "quarter_1", "quarter_2", "quarter_3",
        "quarter_4", "km", "cost_thousand_jpy", "list",
      ])
    for (index, returnee) in data.returnees.enumerated() {
      let own = activities[index]
      let metres = own.reduce(0) { $0 + data.metres(index, to: $1) }
      let cost = own.reduce(Int64(0)) { $0 + data.cost(index, to: $1) }
      table.append(
        [returnee.id, returnee.name, returnee.prefecture, String(own.count)]
          + (1...4).map { quarter in
            String(own.count { data.activities[$0].quarter == quarter })
          } + [
            decimal(Double(metres) / 1_000, digits: 1), String(cost),
            own.map { data.activities[$0].id }.joined(separator: ";"),
          ])
    }
    return table
  }

  /// The table `unmet.csv`: a row for each activity that does not take place, and why.
  func unmetTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "activity", "name", "kind", "prefecture", "from", "seats_min", "possible", "reach",
        "reason",
      ])
    for reason in unmet {
      let activity = data.activities[reason.activity]
      table.append([
        activity.id, activity.name, activity.kind, activity.prefecture,
        activity.days.lowerBound.description, String(activity.seatsMin),
        String(reason.possible), String(activity.reach), reason.sentence,
      ])
    }
    return table
  }

  /// A calendar of the activities that take place.
  func calendar() -> ICalendar {
    let stamp = Day(year: year.fiscalYear, month: 4, day: 1) ?? Day(number: 0)
    var calendar = ICalendar(
      name: "Activities of returned partners \(year.fiscalYear)", stamp: stamp,
      product: "Activities of returned partners")
    let ordered = held.sorted {
      (data.activities[$0].days.lowerBound, $0) < (data.activities[$1].days.lowerBound, $1)
    }
    for index in ordered {
      let activity = data.activities[index]
      calendar.append(
        ICalendar.Event(
          identifier: "\(activity.id)@returnees.musubi", days: activity.days,
          summary: (activity.name.isEmpty ? activity.id : activity.name)
            + " (\(people[index].count))",
          place: activity.isOnline ? "on line" : activity.prefecture,
          description: people[index].map { person in
            let returnee = data.returnees[person]
            return returnee.id + (returnee.name.isEmpty ? "" : ", " + returnee.name)
              + (returnee.leads ? " (can lead)" : "")
          }.joined(separator: "\n")))
    }
    return calendar
  }
}
