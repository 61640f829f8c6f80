// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingFiles
internal import Testing
internal import Wording

@Suite struct FileFaultTests {
  @Test("says the line, the word and what was expected")
  func words() {
    let fault = FileFault(line: 3, token: "x", expected: "a whole number")
    #expect(fault.description == "line 3: \"x\" is there; expected a whole number.")
  }
}
