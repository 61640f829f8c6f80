// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import MatchingCore
internal import MatchingFiles
internal import Testing
internal import Wording

@Suite struct AssignmentFileTests {
  @Test("reads a full matrix")
  func dense() throws {
    let file = try ORLibraryAssignment.read(Array("2\n 1 -2\n3\n4\n".utf8))
    #expect(file.size == 2 && file.costs == [1, -2, 3, 4])
  }

  @Test("says which cost is missing, wrong or too many")
  func denseFaults() {
    let cases: [(String, FileFault)] = [
      ("", FileFault(line: 1, token: nil, expected: "the number of rows,")),
      (
        "2\n1 2\n3",
        FileFault(line: 3, token: nil, expected: "the cost of row 2, column 2,")
      ),
      (
        "1\nx",
        FileFault(
          line: 2, token: "x",
          expected: "the cost of row 1, column 1, from \(-(1 << 40)) to \(1 << 40)")
      ),
      (
        "1\n5\n6",
        FileFault(line: 3, token: "6", expected: "the end of the file after 1 × 1 costs")
      ),
    ]
    for (text, fault) in cases {
      #expect(throws: fault) { try ORLibraryAssignment.read(Array(text.utf8)) }
    }
  }

  @Test("reads a sparse file and says which row is none")
  func sparse() throws {
    let file = try ORLibraryAssignment.readSparse(Array("2\n1 2 7\n2 1 8\n".utf8))
    #expect(file.rows == 2 && file.columns == 2)
    #expect(file.arcs.map(\.cost) == [7, 8] && file.arcs.map(\.column) == [1, 0])
    #expect(throws: FileFault(line: 2, token: "3", expected: "a row from 1 to 2")) {
      try ORLibraryAssignment.readSparse(Array("2\n3 1 1\n".utf8))
    }
  }

  @Test("reads a DIMACS file")
  func dimacs() throws {
    let text = "c x\np asn 5 3\nn 1\nn 4\na 1 2 5\na 1 3 6\na 4 5 -7\n"
    let file = try DIMACSAssignment.read(Array(text.utf8))
    #expect(file.rows == 2 && file.columns == 3)
    #expect(
      file.arcs == [
        .init(row: 0, column: 0, cost: 5), .init(row: 0, column: 1, cost: 6),
        .init(row: 1, column: 2, cost: -7),
      ])
  }

  @Test("says what is wrong with a DIMACS file")
  func dimacsFaults() {
    let cases: [(String, FileFault)] = [
      ("c x\n", FileFault(line: nil, token: nil, expected: "a line \"p asn nodes arcs\"")),
      ("p max 2 1\n", FileFault(line: 1, token: "max", expected: "asn")),
      ("q\n", FileFault(line: 1, token: nil, expected: "c, p, n or a at the start of the line")),
      ("n 1\n", FileFault(line: 1, token: nil, expected: "a p line before n lines")),
      (
        "p asn 2 1\nn 1\na 2 1 3\n",
        FileFault(line: 3, token: "2", expected: "a tail that an n line names")
      ),
      (
        "p asn 2 1\nn 1\na 1 2\n",
        FileFault(line: 3, token: nil, expected: "the cost of an arc")
      ),
      (
        "p asn 2 2\nn 1\na 1 2 3\n",
        FileFault(line: nil, token: nil, expected: "2 a lines; there are 1")
      ),
      (
        "p asn 2 1\nn 1\na 1 2 3 4\n",
        FileFault(line: 3, token: "4", expected: "the end of the line")
      ),
    ]
    for (text, fault) in cases {
      #expect(throws: fault) { try DIMACSAssignment.read(Array(text.utf8)) }
    }
  }

  @Test(
    "finds the proven values of public matrices", arguments: [(100, 305), (200, 475), (300, 626)])
  func published(size: Int, optimum: Int64) throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let file = here.appending(path: "../../../shared/datasets/lap/assign\(size).txt")
    guard let data = try? Data(contentsOf: file.standardizedFileURL) else {
      print("Skipped: \(file.standardizedFileURL.path) is absent.")
      return
    }
    let matrix = try ORLibraryAssignment.read(Array(data))
    guard case .optimal(let found) = try matrix.problem().solved() else {
      Issue.record("infeasible")
      return
    }
    #expect(found.value == optimum && found.gap == 0)
  }
}
