// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import History

@Suite struct MomentTests {
  @Test("moments are shown in universal time")
  func words() {
    let moment = Moment(seconds: 1_774_986_661)
    #expect(moment.iso == "2026-03-31T19:51:01Z")
    #expect(moment.words == "2026-03-31 19:51")
    #expect(Moment(seconds: 0).iso == "1970-01-01T00:00:00Z")
  }

  @Test("what no clock shows is shown as the nearest that one does")
  func extremes() {
    #expect(Moment(seconds: .min).iso == "1970-01-01T00:00:00Z")
    #expect(Moment(seconds: .max).iso == "9999-12-31T23:59:59Z")
  }
}
