// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension Observance {
  /// School holidays of Japan, without which nobody can visit a school or stay
  /// with a pupil's family, and weeks in which journeys are dear.
  ///
  /// Schools teach from the middle of April to that of July, from September to
  /// the middle of December, and from the middle of January to February. Partners'
  /// training goes on over public holidays, so that nothing blocks anybody.
  static let japan: [Observance] = [
    japanese("Spring holiday", .schoolBreak, (3, 21), (4, 8)),
    japanese("Summer holiday", .schoolBreak, (7, 21), (8, 31)),
    japanese("Winter holiday", .schoolBreak, (12, 23), (1, 9)),
    japanese("Golden Week", .schoolBreak, (4, 29), (5, 5), avoids: visitors),
    japanese("Obon", .festival, (8, 11), (8, 16), avoids: visitors),
    japanese("Year-end", .festival, (12, 28), (1, 4), avoids: visitors),
    japanese("Entrance exams", .exam, (1, 15), (3, 15)),
  ]

  private static func japanese(
    _ name: String, _ kind: CalendarEntry.Kind, _ from: (month: Int, day: Int),
    _ to: (month: Int, day: Int), avoids: [Trainee] = []
  ) -> Observance {
    Observance(
      country: CalendarEntry.japan, name: name, kind: kind,
      recurrence: .yearly(from: from, to: to), avoids: avoids, source: Source.memory)
  }
}
