// SPDX-License-Identifier: GPL-3.0-or-later

internal import Calendars
internal import Programme

/// The entries that come with Musubi, for a folder without `calendars.csv`:
/// those of Japan and of the year's countries that have a day in the calendar
/// year before the fiscal year, in that in which it begins, or in the next.
func shippedCalendars(for countries: [Country], fiscalYear: Int) -> [CalendarEntry] {
  guard let first = Day(year: fiscalYear - 1, month: 1, day: 1),
    let last = Day(year: fiscalYear + 1, month: 12, day: 31)
  else { return [] }
  return shippedCalendars(in: first...last, countries: countries.map(\.id))
}
