// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Cambodia's festivals of the lunisolar calendar, by their first of three days.
enum CambodianDays {
  static let pchumBen = DayList(
    """
    2018-10-08 2019-09-27 2020-09-16 2021-10-05 2022-09-24 2023-10-13 2024-10-01 2025-09-21
    2026-10-10 2027-09-29 2028-09-17 2029-10-06 2030-09-25 2031-10-14 2032-10-03 2033-09-22
    2034-10-11 2035-10-01
    """)

  static let waterFestival = DayList(
    """
    2018-11-21 2019-11-10 2020-10-30 2021-11-18 2022-11-07 2023-11-26 2024-11-14 2025-11-04
    2026-11-23 2027-11-12 2028-10-31 2029-11-19 2030-11-08 2031-11-27 2032-11-16 2033-11-05
    2034-11-24 2035-11-14
    """)
}

extension Observance {
  /// The new years of April; their days hardly move.
  ///
  /// Thai teachers do come over Songkran, as the groups of April 2018 and 2019
  /// did, so that it keeps students only.
  static let southeastAsianNewYears: [Observance] = [
    Observance(
      country: "THA", name: "Songkran", kind: .festival,
      recurrence: .yearly(from: (4, 13), to: (4, 15)), blocks: [.students],
      source: Source.holidays),
    Observance(
      country: "KHM", name: "Khmer New Year", kind: .festival,
      recurrence: .yearly(from: (4, 13), to: (4, 16)), blocks: visitors,
      source: Source.holidays + "; the thirteenth in some years only"),
    Observance(
      country: "LAO", name: "Lao New Year", kind: .festival,
      recurrence: .yearly(from: (4, 14), to: (4, 16)), blocks: visitors,
      source: Source.holidays),
    Observance(
      country: "MMR", name: "Thingyan", kind: .festival,
      recurrence: .yearly(from: (4, 13), to: (4, 21)), blocks: visitors,
      source: Source.holidays + "; before 2024 the first four days"),
  ]

  static let cambodian: [Observance] = [
    Observance(
      country: "KHM", name: "Pchum Ben", kind: .festival,
      recurrence: .listed(CambodianDays.pchumBen.spans(after: 2)), blocks: visitors,
      source: Source.holidays),
    Observance(
      country: "KHM", name: "Water Festival", kind: .festival,
      recurrence: .listed(CambodianDays.waterFestival.spans(after: 2)), avoids: visitors,
      source: Source.holidays),
  ]
}
