// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import ProgrammeFiles
import Testing
import YearGenerator

@Suite("Generated schools that exchange teachers")
struct ExchangeDataTests {
  @Test("are as many as asked for, always the same, and leave the rest of the year alone")
  func counts() {
    let without = generateYear(applicants: 60, schools: 30, seed: 5)
    #expect(!without.exchange.isPlanned)
    let year = generateYear(applicants: 60, schools: 30, seed: 5, exchangeSchools: 50)
    #expect(year.exchange.inJapan.count == 50 && year.exchange.abroad.count == 50)
    #expect(year == generateYear(applicants: 60, schools: 30, seed: 5, exchangeSchools: 50))
    var bare = year
    bare.exchange = ExchangeData()
    #expect(bare == without)
  }

  @Test("are sorted, in ASEAN or in a prefecture, and marked as synthetic")
  func places() {
    let year = generateYear(applicants: 200, schools: 100, seed: 6, exchangeSchools: 120)
    let data = year.exchange
    #expect(data.schools.map(\.id) == data.schools.map(\.id).sorted())
    for school in data.schools {
      #expect(school.tags.contains("synthetic"))
      #expect(school.sends > 0 || school.hosts > 0)
      if let country = school.country {
        #expect(!["IND", "TWN", "CHN"].contains(year.countries[country].id))
      } else {
        #expect(!school.area.isEmpty)
      }
    }
    #expect(data.schools.contains { $0.sends == 0 } && data.schools.contains { $0.hosts == 0 })
    #expect(data.ties.values.contains { $0.balance != 0 })
    #expect(data.schools.contains { $0.lastHosted != nil })
  }
}
