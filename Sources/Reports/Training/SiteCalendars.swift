// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Wording

extension TrainingReport {
  /// A calendar for each site that has sessions, by site: `SITE.ics`.
  func calendarFiles() -> [TextFile] {
    let sites = Set(plan.sessions.map(\.session.site)).sorted()
    var taken: Set<String> = []
    return sites.map { site in
      var calendar = ICalendar(
        name: "\(siteName(site)): training \(year.fiscalYear)", stamp: stamp)
      for index in order where plan.sessions[index].session.site == site {
        calendar.append(event(ofSession: index))
      }
      return TextFile(name: fileName(of: site, besides: &taken), bytes: calendar.bytes)
    }
  }

  /// The first day of the fiscal year: equal plans have equal bytes.
  private var stamp: Day { Day(year: year.fiscalYear, month: 4, day: 1) ?? Day(number: 0) }

  private func siteName(_ site: Int) -> String {
    year.sites[site].name.isEmpty ? year.sites[site].id : year.sites[site].name
  }

  /// The site's identifier as a name that every file system takes.
  private func fileName(of site: Int, besides taken: inout Set<String>) -> String {
    let plain = String(
      year.sites[site].id.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
    let base = plain.hasPrefix(".") ? "_" + plain.dropFirst() : plain
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name + ".ics"
  }

  private func event(ofSession index: Int) -> ICalendar.Event {
    let open = plan.sessions[index]
    let course = year.training.courses[open.session.course]
    let site = year.sites[open.session.site]
    let countries = countries(ofSession: index).map { country in
      let country = year.countries[country]
      return country.nameEnglish.isEmpty ? country.id : country.nameEnglish
    }
    let heads = headcount(ofSession: index)
    let groups = groups[index].map { group -> String in
      let people = counted(
        group.headcount(in: year, hosting: hosting).people, "person", "people")
      guard case .delegation(let index) = group else {
        return "\(group.id(in: year)): \(people)"
      }
      let school = year.schools[year.training.delegations[index].school]
      return "\(group.id(in: year)), \(school.name.isEmpty ? school.id : school.name): \(people)"
    }
    return ICalendar.Event(
      identifier: "\(course.id)/\(site.id)/\(open.session.start)@training.musubi",
      days: open.session.days(in: year),
      summary: "\(course.name.isEmpty ? course.id : course.name): "
        + "\(countries.joined(separator: ", ")) (\(heads.people))",
      place: [siteName(open.session.site), site.prefecture].filter { !$0.isEmpty }
        .joined(separator: ", "),
      description: ([
        "\(counted(heads.people, "person", "people")): "
          + "\(counted(heads.women, "woman", "women")), \(counted(heads.men, "man", "men"))"
          + (heads.others > 0 ? ", \(counted(heads.others, "other", "others"))" : ""),
        "\(counted(open.singleRooms, "room for one", "rooms for one")), "
          + counted(open.twinRooms, "room for two", "rooms for two"),
      ] + groups).joined(separator: "\n"))
  }
}

/// A calendar in the format of RFC 5545.
struct ICalendar {
  /// Something that lasts whole days.
  struct Event {
    /// The same whenever the calendar is written again.
    var identifier: String
    /// First to last day.
    var days: ClosedRange<Day>
    var summary: String
    var place: String
    var description: String
  }

  private let name: String
  private let stamp: Day
  private let product: String
  private var events: [Event] = []

  /// Starts a calendar without events.
  ///
  /// - Parameters:
  ///   - name: What programs show it as.
  ///   - stamp: The day as of which events are told.
  ///   - product: The part of Musubi that the calendar is from.
  init(name: String, stamp: Day, product: String = "Training in Japan") {
    self.name = name
    self.stamp = stamp
    self.product = product
  }

  mutating func append(_ event: Event) { events.append(event) }

  /// The text in UTF-8.
  var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Musubi//\(product)//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + escaped(name),
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + escaped(event.identifier),
        "DTSTAMP:\(digits(stamp))T000000Z",
        "DTSTART;VALUE=DATE:" + digits(event.days.lowerBound),
        // The end is the first day after the event.
        "DTEND;VALUE=DATE:" + digits(event.days.upperBound.adding(days: 1)),
        "SUMMARY:" + escaped(event.summary), "LOCATION:" + escaped(event.place),
        "DESCRIPTION:" + escaped(event.description), "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  private func digits(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n", "\r", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A line and what continues it, none longer than 75 octets.
  private func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if length + octets.count > 75 {
        bytes += Array("\r\n ".utf8)
        length = 1
      }
      bytes += octets
      length += octets.count
    }
    return bytes + Array("\r\n".utf8)
  }
}
