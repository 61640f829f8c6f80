// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The calendar entries that come with Musubi, for a folder without
/// `calendars.csv`.
let shippedCalendars: [CalendarEntry] = []

/// The entries that come with Musubi and concern a year of these countries:
/// those of Japan and of the countries, in their order.
func shippedCalendars(for countries: [Country]) -> [CalendarEntry] {
  let codes = Set(countries.map(\.id))
  return shippedCalendars.filter { $0.country == CalendarEntry.japan || codes.contains($0.country) }
}
