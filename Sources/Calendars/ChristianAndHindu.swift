// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Days that follow Easter, or the moon of the Hindu calendars.
enum MovingDays {
  static let maundyThursday = DayList(
    """
    2018-03-29 2019-04-18 2020-04-09 2021-04-01 2022-04-14 2023-04-06 2024-03-28 2025-04-17
    2026-04-02 2027-03-25 2028-04-13 2029-03-29 2030-04-18 2031-04-10 2032-03-25 2033-04-14
    2034-04-06 2035-03-22
    """)

  /// The day of silence, on which nobody travels to or from Bali.
  static let nyepi = DayList(
    """
    2018-03-17 2019-03-07 2020-03-25 2021-03-14 2022-03-03 2023-03-22 2024-03-11 2025-03-29
    2026-03-19 2027-03-08 2028-03-26 2029-03-15 2030-03-05 2031-03-24 2032-03-12 2033-03-31
    2034-03-20 2035-03-10
    """)

  /// In India.
  static let diwali = DayList(
    """
    2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20
    2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22
    2034-11-10 2035-10-30
    """)

  /// In Singapore; Malaysia's states mostly keep the same day.
  static let deepavali = DayList(
    """
    2018-11-06 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20
    2026-11-08 2027-10-28 2028-11-15 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22
    2034-11-10 2035-10-30
    """)
}

extension Observance {
  static let christian: [Observance] =
    [
      Observance(
        country: "PHL", name: "Holy Week", kind: .festival,
        recurrence: .listed(MovingDays.maundyThursday.spans(after: 1)), blocks: visitors,
        source: Source.holidays),
      Observance(
        country: "TLS", name: "Good Friday", kind: .festival,
        recurrence: .listed(
          MovingDays.maundyThursday.days.map { $0.adding(days: 1) }.map { $0...$0 }),
        blocks: visitors, source: Source.holidays),
    ]
    + ["PHL", "TLS"].map { country in
      Observance(
        country: country, name: "Christmas", kind: .festival,
        recurrence: .yearly(from: (12, 24), to: (12, 25)), blocks: visitors,
        source: Source.holidays)
    }
    + ["IDN", "IND", "MYS", "SGP"].map { country in
      Observance(
        country: country, name: "Christmas", kind: .festival,
        recurrence: .yearly(from: (12, 25), to: (12, 25)), avoids: visitors,
        source: Source.holidays)
    }

  static let hindu: [Observance] =
    [
      Observance(
        country: "IDN", areas: ["Bali"], name: "Nyepi", kind: .festival,
        recurrence: .listed(MovingDays.nyepi.spans()), blocks: visitors, source: Source.holidays),
      Observance(
        country: "IND", name: "Diwali", kind: .festival,
        recurrence: .listed(MovingDays.diwali.spans()), blocks: visitors, source: Source.holidays),
    ]
    + ["MYS", "SGP"].map { country in
      Observance(
        country: country, name: "Deepavali", kind: .festival,
        recurrence: .listed(MovingDays.deepavali.spans()), avoids: visitors,
        source: Source.holidays + (country == "MYS" ? ", as in Singapore" : ""))
    }
}
