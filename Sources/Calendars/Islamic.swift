// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Festivals of the Islamic calendar, a year of which is about eleven days
/// shorter: there are two Ramadans in 2030 and two Eids in 2033.
///
/// The days of coming years are estimates; sightings of the moon move them by a
/// day. Muslims of the other countries keep them too, and say so in their
/// delegations' months and free days.
enum IslamicDays {
  /// First day of Ramadan.
  static let ramadan = DayList(
    """
    2018-05-17 2019-05-06 2020-04-24 2021-04-13 2022-04-02 2023-03-23 2024-03-11 2025-03-01
    2026-02-18 2027-02-08 2028-01-28 2029-01-16 2030-01-05 2030-12-26 2031-12-15 2032-12-04
    2033-11-23 2034-11-12 2035-11-01
    """)

  /// Eid al-Fitr in Indonesia and Malaysia, the day after Ramadan.
  static let eidAlFitr = DayList(
    """
    2018-06-15 2019-06-05 2020-05-24 2021-05-13 2022-05-02 2023-04-22 2024-04-10 2025-03-31
    2026-03-21 2027-03-10 2028-02-27 2029-02-15 2030-02-04 2031-01-25 2032-01-14 2033-01-03
    2033-12-23 2034-12-12 2035-12-01
    """)

  static let eidAlAdha = DayList(
    """
    2018-08-22 2019-08-11 2020-07-31 2021-07-20 2022-07-10 2023-06-29 2024-06-17 2025-06-06
    2026-05-27 2027-05-17 2028-05-05 2029-04-25 2030-04-14 2031-04-03 2032-03-22 2033-03-12
    2034-03-01 2035-02-19
    """)

  /// Each Ramadan, from its first day to the day before Eid al-Fitr.
  static let months: [ClosedRange<Day>] = zip(ramadan.days, eidAlFitr.days).map { first, eid in
    first...max(first, eid.adding(days: -1))
  }
}

extension Observance {
  /// Countries most of whose people keep Ramadan.
  static let islamicCountries = ["BRN", "IDN", "MYS"]

  static let islamic: [Observance] =
    islamicCountries.flatMap { country in
      [
        Observance(
          country: country, name: "Ramadan", kind: .festival,
          recurrence: .listed(IslamicDays.months), avoids: visitors, source: Source.islamic),
        Observance(
          country: country, name: "Eid al-Fitr", kind: .festival,
          recurrence: .listed(IslamicDays.eidAlFitr.spans(after: 1)), blocks: visitors,
          source: Source.islamic),
        Observance(
          country: country, name: "Eid al-Adha", kind: .festival,
          recurrence: .listed(IslamicDays.eidAlAdha.spans()), blocks: visitors,
          source: Source.islamic),
      ]
    } + [
      // 25 March to 7 April in 2025, of which 31 March was Eid.
      Observance(
        country: "IDN", name: "School holiday around Eid al-Fitr", kind: .closure,
        recurrence: .listed(IslamicDays.eidAlFitr.spans(before: 6, after: 7)),
        source: "fokustv.com, 2025; other years at the same distance from Eid al-Fitr"),
      Observance(
        country: "SGP", name: "Eid al-Fitr", kind: .festival,
        recurrence: .listed(IslamicDays.eidAlFitr.spans()), avoids: visitors,
        source: Source.islamic),
    ]
}
