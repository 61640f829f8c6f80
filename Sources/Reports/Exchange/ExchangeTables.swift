// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension ExchangeReport {
  /// The table `visits.csv`: a row for each visit, by day.
  func visitsTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "direction", "from", "to", "guest", "guest_name", "guest_country", "host", "host_name",
        "host_country", "host_area", "role", "teachers", "pays_back",
      ])
    for visit in visits {
      let (guest, host) = (data.schools[visit.guest], data.schools[visit.host])
      let before = data.ties[visit.pair]?.balance ?? 0
      let ways = plan.partnerships.first { $0.pair == visit.pair }?.ways
      let paysBack = ways == .toJapan ? before < 0 : ways == .fromJapan && before > 0
      table.append([
        visit.direction, days(of: visit).lowerBound.description,
        days(of: visit).upperBound.description, guest.id, guest.name, country(of: visit.guest),
        host.id, host.name, country(of: visit.host), host.area, role(of: visit.pair),
        String(guest.sends), paysBack ? "yes" : "no",
      ])
    }
    return table
  }

  /// The table `groups.csv`: those who travel together, of a country, a role and a week.
  func groupsTable() -> CSVWriter {
    struct Group: Hashable, Comparable {
      let start: Day
      let direction: String
      let country: String
      let role: String

      static func < (left: Group, right: Group) -> Bool {
        (left.start, left.direction, left.country, left.role)
          < (right.start, right.direction, right.country, right.role)
      }
    }
    var groups: [Group: [Visit]] = [:]
    for visit in visits {
      let group = Group(
        start: visit.start, direction: visit.direction, country: country(of: visit.pair.abroad),
        role: role(of: visit.pair))
      groups[group, default: []].append(visit)
    }
    var table = CSVWriter(
      header: ["from", "to", "direction", "country", "role", "schools", "teachers", "areas"])
    for (group, visits) in groups.sorted(by: { $0.key < $1.key }) {
      table.append([
        group.start.description, group.start.adding(days: data.rules.days - 1).description,
        group.direction, group.country, group.role, String(visits.count),
        String(visits.reduce(0) { $0 + data.schools[$1.guest].sends }),
        Set(visits.map { data.schools[$0.host].area }).sorted().joined(separator: ";"),
      ])
    }
    return table
  }

  /// The table `schools.csv`: a row for each school, whether or not it has a partner.
  func schoolsTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "school", "name", "country", "area", "level", "partners_max", "partners", "sends_on",
        "hosts_on", "wish",
      ])
    for (index, school) in data.schools.enumerated() {
      let partnerships = own[index].map { plan.partnerships[$0] }
      func listed(_ days: [Day?]) -> String {
        days.compactMap { $0 }.sorted().map(\.description).joined(separator: ";")
      }
      let others = partnerships.map { school.isInJapan ? $0.pair.abroad : $0.pair.japan }
      let ranks = others.map { other in
        school.wishes.firstIndex { $0.contains(other) }.map { String($0 + 1) } ?? "none"
      }
      table.append([
        school.id, school.name, country(of: index), school.area, school.level.rawValue,
        String(school.partners), others.map { data.schools[$0].id }.joined(separator: ";"),
        listed(partnerships.map { school.isInJapan ? $0.fromJapan : $0.toJapan }),
        listed(partnerships.map { school.isInJapan ? $0.toJapan : $0.fromJapan }),
        ranks.joined(separator: ";"),
      ])
    }
    return table
  }

  /// The table `unpartnered.csv`: a row for each school without a partner, and why.
  func unpartneredTable() -> CSVWriter {
    var table = CSVWriter(
      header: ["school", "name", "country", "area", "level", "possible", "reason"])
    for reason in unpartnered {
      let school = data.schools[reason.school]
      table.append([
        school.id, school.name, country(of: reason.school), school.area, school.level.rawValue,
        String(reason.possible), reason.sentence,
      ])
    }
    return table
  }

  /// The table `debts.csv`: a row for each two schools of which one owes visits after the
  /// year.
  func debtsTable() -> CSVWriter {
    let planned = Dictionary(
      plan.partnerships.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = Set(data.ties.keys).union(planned.keys).sorted()
    var table = CSVWriter(header: ["japan", "abroad", "owed_before", "owed_after", "owes"])
    for pair in pairs {
      let before = balance(before: pair)
      let after = balance(after: planned[pair] ?? Partnership(pair))
      guard before != 0 || after != 0 else { continue }
      let owes = after > 0 ? pair.japan : pair.abroad
      table.append([
        data.schools[pair.japan].id, data.schools[pair.abroad].id, String(abs(before)),
        String(abs(after)), after == 0 ? "" : data.schools[owes].id,
      ])
    }
    return table
  }

  /// The table `blocking-pairs.csv`: a row for each two schools that would both rather have
  /// each other.
  func blockingTable() -> CSVWriter {
    var table = CSVWriter(header: ["japan", "japan_partners", "abroad", "abroad_partners"])
    func partners(_ school: Int) -> String {
      own[school].map { plan.partnerships[$0].pair }
        .map { data.schools[$0.japan == school ? $0.abroad : $0.japan].id }
        .joined(separator: ";")
    }
    for pair in blockingPairs(of: plan, in: year) {
      table.append([
        data.schools[pair.japan].id, partners(pair.japan), data.schools[pair.abroad].id,
        partners(pair.abroad),
      ])
    }
    return table
  }

  /// A calendar of the visits.
  func calendar() -> ICalendar {
    let stamp = Day(year: year.fiscalYear, month: 4, day: 1) ?? Day(number: 0)
    var calendar = ICalendar(
      name: "Teacher exchange \(year.fiscalYear)", stamp: stamp, product: "Teacher exchange")
    for visit in visits {
      let (guest, host) = (data.schools[visit.guest], data.schools[visit.host])
      func label(_ school: ExchangeSchool) -> String {
        school.name.isEmpty ? school.id : school.name
      }
      calendar.append(
        ICalendar.Event(
          identifier: "\(guest.id)/\(host.id)@exchange.musubi", days: days(of: visit),
          summary: "\(label(guest)) visits \(label(host))",
          place: [host.area, country(of: visit.host)].filter { !$0.isEmpty }
            .joined(separator: ", "),
          description: counted(guest.sends, "teacher", "teachers")
            + (role(of: visit.pair).isEmpty ? "" : ", \(role(of: visit.pair))")))
    }
    return calendar
  }
}
