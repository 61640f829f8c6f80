// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import Calendars

@Suite("The shipped calendars")
struct ShippedCalendarsTests {
  static let countries = [
    "BRN", "CHN", "IDN", "IND", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "TWN",
    "VNM",
  ]

  /// Entries of one name that begin in a year, in a country.
  private func entries(
    _ name: String, _ country: String, _ year: Int
  ) throws -> [CalendarEntry] {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let last = try #require(Day(year: year, month: 12, day: 31))
    return shippedCalendars(in: first...last, countries: [country]).filter {
      $0.name == name && $0.country == country && $0.days.lowerBound >= first
    }
  }

  private func firstDays(_ name: String, _ country: String, _ year: Int) throws -> [String] {
    try entries(name, country, year).map { "\($0.days.lowerBound)" }
  }

  @Test("have the Ramadans and Eids of the published table")
  func ramadans() throws {
    let table = [
      (2025, "03-01", "03-31", "06-06"), (2026, "02-18", "03-21", "05-27"),
      (2027, "02-08", "03-10", "05-17"), (2028, "01-28", "02-27", "05-05"),
      (2029, "01-16", "02-15", "04-25"), (2031, "12-15", "01-25", "04-03"),
      (2032, "12-04", "01-14", "03-22"), (2034, "11-12", "12-12", "03-01"),
    ]
    for (year, ramadan, fitr, adha) in table {
      #expect(try firstDays("Ramadan", "IDN", year) == ["\(year)-\(ramadan)"])
      #expect(try firstDays("Eid al-Fitr", "IDN", year) == ["\(year)-\(fitr)"])
      #expect(try firstDays("Eid al-Adha", "IDN", year) == ["\(year)-\(adha)"])
    }
    for month in IslamicDays.months {
      // Beginning and end are estimated each for itself.
      #expect((29...31).contains(month.upperBound.number - month.lowerBound.number + 1))
    }
    let ramadan = try #require(try entries("Ramadan", "IDN", 2026).first)
    #expect(ramadan.blocks.isEmpty)
    #expect(ramadan.avoids == [.teachers, .students])
    #expect(ramadan.source.contains("estimated"))
  }

  @Test("have two Ramadans in 2030")
  func ramadanTwice() throws {
    #expect(try firstDays("Ramadan", "MYS", 2030) == ["2030-01-05", "2030-12-26"])
  }

  @Test("have two Eids in 2033, and block both")
  func eidTwice() throws {
    let eids = try entries("Eid al-Fitr", "BRN", 2033)
    #expect(eids.map { "\($0.days.lowerBound)" } == ["2033-01-03", "2033-12-23"])
    #expect(eids.allSatisfy { $0.blocks == [.teachers, .students] })
  }

  @Test("have the other festivals of the published table", arguments: [2025, 2030, 2034])
  func festivals(year: Int) throws {
    let table = [
      2025: ["01-29", "01-27", "03-29", "09-21", "11-04", "04-17"],
      2030: ["02-03", "01-31", "03-05", "09-25", "11-08", "04-18"],
      2034: ["02-19", "02-17", "03-20", "10-11", "11-24", "04-06"],
    ]
    let days = try #require(table[year]).map { "\(year)-\($0)" }
    #expect(try firstDays("Lunar New Year", "SGP", year) == [days[0]])
    #expect(try firstDays("Tet", "VNM", year) == [days[1]])
    #expect(try firstDays("Nyepi", "IDN", year) == [days[2]])
    #expect(try firstDays("Pchum Ben", "KHM", year) == [days[3]])
    #expect(try firstDays("Water Festival", "KHM", year) == [days[4]])
    #expect(try firstDays("Holy Week", "PHL", year) == [days[5]])
  }

  @Test("say something of each country and of Japan in every year", arguments: 2024...2034)
  func everyYear(year: Int) throws {
    let entries = shippedCalendars(fiscalYear: year, countries: Self.countries)
    let first = try #require(Day(year: year, month: 4, day: 1))
    let last = try #require(Day(year: year + 1, month: 3, day: 31))
    for country in Self.countries {
      let own = entries.filter { $0.country == country }
      #expect(own.contains { !$0.blocks.isEmpty }, "\(country) keeps nobody at home in \(year)")
    }
    let breaks = entries.filter { $0.country == "JPN" && $0.kind == .schoolBreak }
    #expect(
      Set(breaks.map(\.name)) == [
        "Golden Week", "Spring holiday", "Summer holiday", "Winter holiday",
      ])
    #expect(entries.allSatisfy { $0.days.overlaps(first...last) })
    #expect(entries.allSatisfy { !$0.source.isEmpty })
    for name in ["Tet", "Nyepi", "Pchum Ben", "Diwali", "Christmas"] {
      #expect(entries.contains { $0.name == name }, "no \(name) in fiscal \(year)")
    }
  }

  @Test("have no day that does not exist, and days in their order")
  func daysAreInOrder() {
    for list in [
      IslamicDays.ramadan, IslamicDays.eidAlFitr, IslamicDays.eidAlAdha, LunarDays.newYear,
      LunarDays.tetOff, LunarDays.tetDay, CambodianDays.pchumBen, CambodianDays.waterFestival,
      MovingDays.maundyThursday, MovingDays.nyepi, MovingDays.diwali, MovingDays.deepavali,
    ] {
      #expect(list.faults == [])
      #expect(list.days.count >= 18)
      #expect(list.days == list.days.sorted())
    }
    #expect(IslamicDays.ramadan.days.count == IslamicDays.eidAlFitr.days.count)
    #expect(LunarDays.tet.count * 2 == LunarDays.tetOff.days.count)
    for (off, day) in zip(LunarDays.tet, LunarDays.tetDay.days) { #expect(off.contains(day)) }
  }

  @Test("have a later break in Malaysia's states of group B")
  func malaysianGroups() throws {
    let breaks = try entries("Year-end break", "MYS", 2025)
    let kelantan = try #require(breaks.first { $0.areas.contains("Kelantan and Terengganu") })
    let johor = try #require(breaks.first { $0.areas.contains("Johor") })
    #expect("\(kelantan.days)" == "2025-12-19...2026-01-10")
    #expect("\(johor.days)" == "2025-12-20...2026-01-11")
    #expect(breaks.allSatisfy { $0.areas.contains("Penang and Kedah") })
  }

  @Test("keep Nyepi to Bali, and Tet's closures to parts of Vietnam")
  func areas() throws {
    #expect(try entries("Nyepi", "IDN", 2026).map(\.areas) == [["Bali"]])
    let tet = try entries("School holiday around Tet", "VNM", 2025)
    #expect(Set(tet.map(\.areas)).count == 3)
    let central = try #require(tet.first { $0.areas == ["Central Vietnam"] })
    #expect("\(central.days)" == "2025-01-24...2025-02-07")
  }

  @Test("let Thai teachers, but not students, travel over Songkran")
  func songkran() throws {
    #expect(try entries("Songkran", "THA", 2026).map(\.blocks) == [[.students]])
  }

  @Test("leave Indonesia's October and November open", arguments: 2024...2032)
  func indonesianAutumn(year: Int) throws {
    let first = try #require(Day(year: year, month: 10, day: 1))
    let last = try #require(Day(year: year, month: 11, day: 30))
    let entries = shippedCalendars(in: first...last, countries: ["IDN"])
    #expect(entries.allSatisfy { $0.country == "JPN" || $0.blocks.isEmpty })
  }

  @Test("let long vacations keep nobody")
  func closuresKeepNobody() throws {
    let entries = shippedCalendars(fiscalYear: 2026, countries: Self.countries)
    for entry in entries where entry.kind == .closure {
      #expect(entry.blocks.isEmpty && entry.avoids.isEmpty)
    }
  }
}
