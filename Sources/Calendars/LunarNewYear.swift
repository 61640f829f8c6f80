// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The new year of the lunisolar calendar.
enum LunarDays {
  /// In China, Taiwan and Singapore.
  static let newYear = DayList(
    """
    2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29
    2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31
    2034-02-19 2035-02-08
    """)

  /// First and last day off for Tet in Vietnam, in turn.
  static let tetOff = DayList(
    """
    2018-02-14 2018-02-20 2019-02-04 2019-02-08 2020-01-23 2020-01-29 2021-02-10 2021-02-16
    2022-01-31 2022-02-04 2023-01-20 2023-01-26 2024-02-08 2024-02-14 2025-01-27 2025-02-01
    2026-02-16 2026-02-20 2027-02-04 2027-02-10 2028-01-24 2028-01-29 2029-02-12 2029-02-16
    2030-01-31 2030-02-06 2031-01-21 2031-01-27 2032-02-09 2032-02-14 2033-01-30 2033-02-04
    2034-02-17 2034-02-23 2035-02-06 2035-02-12
    """)

  static let tet: [ClosedRange<Day>] = stride(from: 0, to: tetOff.days.count - 1, by: 2).map {
    tetOff.days[$0]...max(tetOff.days[$0], tetOff.days[$0 + 1])
  }

  /// The first day of the year in Vietnam, which in 2030 begins a day before
  /// China's.
  static let tetDay = DayList(
    """
    2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29
    2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31
    2034-02-19 2035-02-08
    """)
}

extension Observance {
  static let lunarNewYear: [Observance] =
    [
      Observance(
        country: "VNM", name: "Tet", kind: .festival, recurrence: .listed(LunarDays.tet),
        blocks: visitors, source: Source.holidays)
    ]
    + ["CHN", "SGP", "TWN"].map { country in
      Observance(
        country: country, name: "Lunar New Year", kind: .festival,
        recurrence: .listed(
          LunarDays.newYear.spans(
            before: country == "SGP" ? 0 : 1, after: country == "SGP" ? 1 : 2)),
        blocks: visitors, source: Source.holidays)
    } + [
      Observance(
        country: "MYS", name: "Lunar New Year", kind: .festival,
        recurrence: .listed(LunarDays.newYear.spans(after: 1)), avoids: visitors,
        source: Source.holidays)
    ]

  /// Schools close longer than offices, and not for as long in every province.
  ///
  /// In 2025, of which 29 January was the first day, schools were closed from 24
  /// January to 7 February in Kon Tum, from 25 January to 6 February in Ba Ria and
  /// Vung Tau (Ho Chi Minh City: to 2 February), and as offices in Lang Son. The
  /// longest closure known of an area stands for it.
  static let tetClosures: [Observance] = {
    let source = "news.laodong.vn, 2025; other years at the same distance from Tet"
    func closure(_ area: String, _ days: [ClosedRange<Day>]) -> Observance {
      Observance(
        country: "VNM", areas: [area], name: "School holiday around Tet", kind: .closure,
        recurrence: .listed(days), source: source)
    }
    return [
      closure("Central Vietnam", LunarDays.tetDay.spans(before: 5, after: 9)),
      closure("Northern Vietnam", LunarDays.tet),
      closure("Southern Vietnam", LunarDays.tetDay.spans(before: 4, after: 8)),
    ]
  }()
}
