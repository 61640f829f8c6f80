// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("A ledger from year to year")
struct LedgerCommandTests {
  /// A year with one place, three equal schools, and a course for one teacher.
  private func write(_ year: Int, in scratch: Scratch) throws {
    let files = [
      "programme.json5": """
      {title: "Turns", fiscal_year: \(year), rules: [{rule: "companions", off: true}],
       training: {rules: [{rule: "host-school", off: true}]}}

      """,
      "countries.csv": "country,language\nTHA,th\n",
      "cohorts.csv": """
      cohort,country,places,dispatch_start,dispatch_end
      Thailand,THA,1,\(year)-05-18,\(year + 1)-03-12

      """,
      "schools.csv": """
      school,country,city,latitude,longitude,learners,japanese_hours,japanese_teachers
      S1,THA,Chiang Mai,18.79,98.98,100,10,2
      S2,THA,Hat Yai,7.01,100.47,100,10,2
      S3,THA,Khon Kaen,16.44,102.83,100,10,2

      """,
      "applicants.csv": """
      applicant,sex,birth_date,languages,interview_score
      A1,F,1995-01-01,en:4,80
      A2,M,1995-01-01,en:4,70

      """,
      "sites.csv": "site,beds,classrooms,lecturers\nKansai,20,4,ja:4;th:2\n",
      "courses.csv": """
      course,kind,days,size_max,sessions_max
      Partners,partners,12,10,
      Teachers,teachers,12,1,1

      """,
      "delegations.csv": """
      delegation,school,kind,women,people
      D1,S1,teachers,1,T1
      D2,S2,teachers,1,
      D3,S3,teachers,1,

      """,
    ]
    try FileManager.default.createDirectory(
      atPath: scratch("\(year)"), withIntermediateDirectories: true)
    for (name, text) in files { try scratch.write(text, to: "\(year)/\(name)") }
  }

  @Test("over three years each school hosts once, and nobody is invited twice")
  func turns() throws {
    let scratch = try Scratch()
    var (hosts, invited): ([Substring], [Substring]) = ([], [])
    for year in 2026...2028 {
      try write(year, in: scratch)
      if year > 2026 {
        try scratch.write(
          try scratch.text(of: "plan\(year - 1)/ledger.csv"), to: "\(year)/ledger.csv")
      }
      let made = run("plan", scratch("\(year)"), "-o", scratch("plan\(year)"), "--quiet")
      #expect(made.code == .done, "\(made.errors)")
      #expect(run("verify", scratch("\(year)"), scratch("plan\(year)")).code == .done)
      let rows = try scratch.text(of: "plan\(year)/ledger.csv").split(separator: "\n")
      for row in rows where row.hasPrefix("\(year),") {
        let cells = row.split(separator: ",")
        if cells[1] == "hosted" { hosts.append(cells[2]) }
        if cells[1] == "invited" { invited.append(cells[2]) }
      }
      // Nothing of earlier years is lost.
      #expect(rows.count { $0.hasPrefix("2026,") } == 9)
    }
    #expect(hosts.count == 3 && Set(hosts) == ["S1", "S2", "S3"])
    #expect(invited.count == 3 && Set(invited) == ["D1", "D2", "D3"])
    let last = try scratch.text(of: "plan2028/ledger.csv")
    #expect(last.contains("2028,school-waited,\(hosts[0]),1"))
  }

  @Test("somebody who came is not invited with another delegation")
  func people() throws {
    let scratch = try Scratch()
    try write(2027, in: scratch)
    try scratch.write(
      "year,entry,id\n2026,person-invited,T1\n2026,invited,D9\n", to: "2027/ledger.csv")
    let made = run("plan", scratch("2027"), "-o", scratch("plan"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    #expect(
      try scratch.text(of: "plan/training/waiting.csv").split(separator: "\n").contains {
        $0.hasPrefix("D1,") && $0.contains("invited-once")
      })
  }
}
