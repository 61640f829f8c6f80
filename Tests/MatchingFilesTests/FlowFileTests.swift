// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import MatchingCore
internal import MatchingFiles
internal import Testing

@Suite struct FlowFileTests {
  private let sample = """
    c a remark
    p min 4 5
    n 1 4
    n 4 -4
    a 1 2 0 4 2
    a 1 3 0 2 2
    a 2 3 0 2 1
    a 2 4 1 3 3
    a 3 4 0 -1 1
    """

  @Test("reads a network and writes its flow")
  func roundTrip() throws {
    let network = try DIMACSFlow.read(Array(sample.utf8))
    #expect(network.supplies == [4, 0, 0, -4])
    #expect(network.lower(of: 3) == 1)
    #expect(network.capacities == [4, 2, 2, 3, FlowNetwork.unlimited])
    guard case .optimal(let solution) = network.cheapestFlow() else {
      Issue.record("A flow exists.")
      return
    }
    let lines = String(decoding: DIMACSFlow.write(solution, of: network), as: UTF8.self)
    #expect(lines.hasPrefix("s \(solution.cost)\nf 1 2 2\nf 1 3 2\n"))
  }

  @Test(
    "says the line, the word and what should stand there",
    arguments: [
      ("p asn 1 0", 1, "asn"), ("a 1 2 0 1 1", 1, nil), ("p min 2 1\na 1 3 0 1 1", 2, "3"),
      ("p min 2 1\nn 1 1\nn 1 1", 3, "1"), ("p min 2 1\na 1 2 2 1 1", 2, "1"),
      ("p min 2 1\na 1 2 0 1", 2, nil), ("p min 2 1\na 1 2 0 1 1 7", 2, "7"),
      ("p min 2 1\nx", 2, nil), ("p min 2 1\n\na 1 2 0 1 9999999999999", 3, "9999999999999"),
      ("", nil, nil), ("p min 2 2\na 1 2 0 1 1", nil, nil),
      ("p min 2 1\np min 2 1", 2, nil), ("p min 0 1\na 1 1 0 1 1", 2, nil),
    ] as [(String, Int?, String?)])
  func faults(_ text: String, _ line: Int?, _ token: String?) {
    do {
      _ = try DIMACSFlow.read(Array(text.utf8))
      Issue.record("It should not be read.")
    } catch {
      #expect(error.line == line && error.token == token, "\(error)")
    }
  }

  @Test(
    "finds the published optimum",
    arguments: [
      ("sample.dmx", 9), ("netgen_8_08a.min", 142_274_536), ("netgen_8_13a.min", 1_184_953_451),
    ])
  func published(_ name: String, _ optimum: Int) throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let file = here.appending(path: "../../../shared/datasets/mcf/\(name)")
    guard let data = try? Data(contentsOf: file) else {
      print("Skipped: \(file.path) is not there.")
      return
    }
    let network = try DIMACSFlow.read(Array(data))
    guard case .optimal(let solution) = network.cheapestFlow() else {
      Issue.record("A flow exists.")
      return
    }
    #expect(solution.cost == optimum)
  }
}
