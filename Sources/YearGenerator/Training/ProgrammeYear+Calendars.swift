// SPDX-License-Identifier: GPL-3.0-or-later

internal import Calendars
internal import Programme

extension ProgrammeYear {
  /// What comes with Musubi for the year's countries, without areas that no
  /// school is in.
  var calendarsOfSchools: [CalendarEntry] {
    var areas: [String: Set<String>] = [:]
    for school in schools { areas[countries[school.country].id, default: []].insert(school.area) }
    return shippedCalendars(fiscalYear: fiscalYear, countries: countries.map(\.id))
      .compactMap { entry in
        guard !entry.areas.isEmpty else { return entry }
        var entry = entry
        entry.areas.removeAll { areas[entry.country]?.contains($0) != true }
        return entry.areas.isEmpty ? nil : entry
      }
  }
}
