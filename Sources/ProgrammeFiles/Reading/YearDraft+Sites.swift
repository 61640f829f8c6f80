// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Rooms for two without their beds, and bookings that end before they begin.
  mutating func checkSites() {
    for read in sites where read.has("twin_rooms", "beds") {
      checkTwinRooms(sources.sites, line: read.line, read.row.twinRooms, beds: read.row.beds)
    }
    for read in bookings {
      checkOrder(
        sources.siteBookings, read, from: ("from", read.row.from), to: ("to", read.row.to))
      guard read.has("twin_rooms") else { continue }
      if read.has("beds") {
        checkTwinRooms(
          sources.siteBookings, line: read.line, read.row.twinRooms, beds: read.row.beds)
      }
      guard read.has("site"), sites.indices.contains(read.row.site),
        sites[read.row.site].has("twin_rooms")
      else { continue }
      let site = sites[read.row.site].row
      if read.row.twinRooms > site.twinRooms {
        faults.report(
          sources.siteBookings.fault(
            line: read.line, column: "twin_rooms", value: String(read.row.twinRooms),
            "is more than \(site.id) has", expected: "at most its twin_rooms, \(site.twinRooms)",
            hint: .didYouMean(String(site.twinRooms)), kind: "more rooms than the site"))
      }
    }
  }

  private mutating func checkTwinRooms(
    _ source: TableSource, line: Int, _ twinRooms: Int, beds: Int
  ) {
    guard 2 * twinRooms > beds else { return }
    faults.report(
      source.fault(
        line: line, column: "twin_rooms", value: String(twinRooms),
        "needs \(grouped(2 * twinRooms)) beds, and there are \(grouped(beds))",
        expected: "at most half of beds", hint: .didYouMean(String(beds / 2)),
        kind: "rooms without beds", and: ["beds"]))
  }
}
