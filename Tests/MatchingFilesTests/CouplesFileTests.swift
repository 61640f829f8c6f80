// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import Testing
internal import Wording

@Suite struct CouplesFileTests {
  private let text = """
    # the example of the documentation
    r 7 10 11
    c 0 2 1 10 11 (11 11 -1 10)

    p 11 2 (7 1) 2
    p 10 1 2 7
    """

  @Test("reads persons, couples, places, quotas and ties")
  func reading() throws {
    let file = try CouplesFile(reading: Array(text.utf8))
    #expect(file.personIDs == [1, 2, 7])
    #expect(file.placeIDs == [10, 11])
    #expect(file.plain == nil)
    let market = file.market
    #expect(market.quotas == [1, 2])
    #expect(market.agentCount == 2 && market.coupleCount == 1)
    // Agent 1 is the couple of persons 2 and 1, in this order; place 10 does
    // not accept person 1, so the last pair falls away.
    #expect(market.firstPersons == [2, 1] && market.secondPersons == [-1, 0])
    #expect(market.entryFirsts[market.entries(of: 1)] == [0, 1])
    #expect(market.entrySeconds[market.entries(of: 1)] == [1, 1])
    #expect(market.entryRanks[market.entries(of: 1)] == [0, 1])
    let found = market.repaired(stability: .responsive)
    #expect(found.isStable)
    #expect(
      file.solution(found.placeOfPerson, isStable: true, comment: "stable")
        == "# stable\nm 1\nr 1 11\nr 2 10\nr 7 11\n")
  }

  @Test("a file without couples can be matched by deferred acceptance")
  func plain() throws {
    let file = try CouplesFile(reading: Array("r 1 5\nr 0 5\np 5 1 0 1\n".utf8))
    #expect(file.plain?.personOptimal().placeOfPerson == [0, -1])
  }

  @Test(
    "faults are told with line and word",
    arguments: [
      ("x 1", 1, "x", "r, c, p or #"),
      ("r 1 5\np 5 one 1", 2, "one", "a number of seats from 0 to 2147483647"),
      ("r 1 6\np 5 1 1", 1, "6", "the number of a place that has a line"),
      ("r 1 5\np 5 1 2", 2, "2", "the number of a person that has a line"),
      ("r 1 5 5\np 5 1 1", 1, "5", "each number once in a list"),
      ("r 1 5\nr 1 5\np 5 1 1", 2, "1", "each person in one line"),
      ("p 5 1\np 5 1", 2, "5", "each place in one line"),
      ("c 0 1 1 5 5\np 5 2 1", 1, "1", "each person in one line"),
      ("c 0 1 2 5\np 5 2 1 2", 1, nil, "pairs of places, an even count of numbers"),
      ("c 0 1 2 5 7\np 5 2 1 2", 1, "7", "the number of a place that has a line"),
      ("c 0 1 2 -1 -1\np 5 2 1 2", 1, "-1 -1", "a place for one of the two"),
      ("r 1 (5\np 5 1 1", 1, nil, "a bracket that closes"),
      ("r 1 5)\np 5 1 1", 1, "5)", "a number, or a bracket that opens"),
      ("r 1 -1\np 5 1 1", 1, "-1", "a number from 0"),
    ] as [(String, Int, String?, Sentence)])
  func faults(text: String, line: Int, token: String?, expected: Sentence) {
    #expect(throws: FileFault(line: line, token: token, expected: expected)) {
      try CouplesFile(reading: Array(text.utf8))
    }
  }
}
