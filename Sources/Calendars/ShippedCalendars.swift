// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The festivals, exams and school holidays that come with Musubi.
///
/// Festivals whose days move are known from 2018 to 2035; what has the same days
/// every year is known for any.
///
/// - Parameters:
///   - span: Entries that have a day of it are given, whole.
///   - countries: ISO 3166 alpha-3 codes; entries of Japan are given always.
/// - Returns: Entries by country (Japan first), first day and name.
package func shippedCalendars(
  in span: ClosedRange<Day>, countries: some Sequence<String>
) -> [CalendarEntry] {
  let codes = Set(countries).union([CalendarEntry.japan])
  return Observance.all.filter { codes.contains($0.country) }.flatMap { $0.entries(in: span) }
    .sorted { left, right in
      let (first, second) = (left.country, right.country)
      if first != second {
        return first == CalendarEntry.japan || second != CalendarEntry.japan && first < second
      }
      return (left.days.lowerBound, left.name, left.areas.joined(separator: ";"))
        < (right.days.lowerBound, right.name, right.areas.joined(separator: ";"))
    }
}

/// What comes with Musubi for a fiscal year.
///
/// - Parameters:
///   - fiscalYear: The year in which it begins, in April.
///   - countries: ISO 3166 alpha-3 codes; entries of Japan are given always.
/// - Returns: Entries that have a day of the fiscal year; they are cut nowhere.
package func shippedCalendars(
  fiscalYear: Int, countries: some Sequence<String>
) -> [CalendarEntry] {
  guard let first = Day(year: fiscalYear, month: 4, day: 1),
    let last = Day(year: fiscalYear + 1, month: 3, day: 31)
  else { return [] }
  return shippedCalendars(in: first...last, countries: countries)
}
