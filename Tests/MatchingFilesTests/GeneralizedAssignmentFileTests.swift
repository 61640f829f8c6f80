// SPDX-License-Identifier: GPL-3.0-or-later

internal import MatchingCore
internal import MatchingFiles
internal import Testing

@Suite("Generalized assignment files")
struct GeneralizedAssignmentFileTests {
  private func read(_ text: String) throws(FileFault) -> [GeneralizedAssignment] {
    try ORLibraryGeneralizedAssignment.read(Array(text.utf8), sense: .minimize)
  }

  @Test("of one problem and of several are told apart")
  func layouts() throws {
    let one = try read("2 1\n5\n6\n1\n2\n3\n4\n")
    #expect(one.count == 1)
    #expect(one[0].agentCount == 2 && one[0].taskCount == 1)
    #expect(one[0].cost(agent: 1, task: 0) == 6 && one[0].weight(agent: 1, task: 0) == 2)
    #expect(one[0].capacity(agent: 1) == 4)
    let two = try read("2\n1 1 5 1 3\n1 2 5 6 1 2 3\n")
    #expect(two.map(\.taskCount) == [1, 2])
  }

  @Test(
    "that are wrong say where",
    arguments: [
      ("", "line 1: expected the number of problems, or of agents."),
      ("1\n1 1 5 x 3\n", "line 2: \"x\" is there; expected the weight of agent 1"),
      ("1\n1 2 5 6 1 2\n", "expected the capacity of agent 1 of problem 1"),
      ("1\n1 1 5 1 -3\n", "line 2: \"-3\" is there; expected the capacity of agent 1"),
      ("1\n1 1 5 1 3 9\n", "\"9\" is there; expected the end of the file after 1 problems"),
    ])
  func faults(text: String, words: String) {
    let fault = #expect(throws: FileFault.self) { try read(text) }
    #expect(fault?.description.contains(words) ?? false, "\(fault?.description ?? "")")
  }

  @Test("of solutions number agents from 1")
  func solution() throws {
    let problem = try read("2 1\n5\n6\n9\n2\n3\n4\n")[0]
    let solution = try #require(problem.solve().solution)
    #expect(ORLibraryGeneralizedAssignment.text(of: solution) == "6\n2\n")
  }
}
