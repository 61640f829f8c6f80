// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKBackend
import IntegerProgramming
import Testing

/// Model files mean to other solvers what the program means to ours.
@Suite("Model files")
struct ModelFileTests {
  enum Format: String, CaseIterable {
    case mps, lp
  }

  /// A solver that reads model files, if it is installed.
  enum Reader: String, CaseIterable {
    case glpsol, cbc

    var path: String? {
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/\(rawValue)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The minimum of a model file, or nil if the solver finds none.
    func minimum(of file: URL, _ format: Format) throws -> Double? {
      let answer = file.appendingPathExtension("answer")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(path))
      process.arguments =
        switch self {
        case .glpsol:
          [format == .mps ? "--freemps" : "--lp", file.path, "--nointopt", "-o", answer.path]
            .filter { $0 != "--nointopt" }
        case .cbc: [file.path, "solve", "solution", answer.path]
        }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard let text = try? String(contentsOf: answer, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n")
      switch self {
      case .glpsol:
        guard
          lines.contains(where: { $0.hasPrefix("Status:") && $0.contains("OPTIMAL") }),
          let line = lines.first(where: { $0.hasPrefix("Objective:") }),
          let value = line.split(separator: "=").last?.split(separator: " ").first
        else { return nil }
        return Double(value)
      case .cbc:
        guard let line = lines.first, line.hasPrefix("Optimal") else { return nil }
        return line.split(separator: " ").last.flatMap { Double($0) }
      }
    }
  }

  static func write(
    _ program: IntegerProgram, _ tier: Tier?, _ format: Format, origins: Bool = false
  ) -> String {
    var text = ""
    switch format {
    case .mps: program.writeMPS(tier: tier, includesOrigins: origins, to: &text)
    case .lp: program.writeLP(tier: tier, includesOrigins: origins, to: &text)
    }
    return text
  }

  @Test(
    "have the same optimum for other solvers", arguments: Reader.allCases, Format.allCases)
  func agreeWithReaders(reader: Reader, format: Format) throws {
    guard reader.path != nil else { return }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("model-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for seed in UInt64(0)..<40 {
      var generator = SplitMix64(seed: seed)
      var (program, tier) = randomProgram(&generator)
      if seed % 10 == 3 {
        program.setBounds(of: IntegerProgram.Column(index: 0), lower: 2, upper: 1)
      }
      if seed % 10 == 4 {
        program.addRow(terms: [], lower: -1, upper: 1)
        program.addRow(terms: [], lower: nil, upper: nil)
      }
      if seed % 10 == 5 {
        let free = program.addColumn(lower: nil, upper: nil)
        program.addColumn(lower: 3, upper: nil)
        let below = program.addColumn(lower: nil, upper: -2)
        program.addRow(terms: [free * 2, below * 1], lower: 5, upper: 5)
      }
      if seed % 10 == 6 { program.addColumn(in: 0...1, isInteger: false) }
      let file = folder.appendingPathComponent("\(seed).\(format)")
      let text = Self.write(program, tier, format, origins: seed.isMultiple(of: 2))
      try text.write(to: file, atomically: false, encoding: .utf8)
      let sign: Double = tier.sense == .maximize ? -1 : 1
      let ours = try GLPKSolver().solve(program, tier: tier).assignment
      let theirs = try reader.minimum(of: file, format)
      #expect(
        theirs.map { ($0 * sign).rounded() } == ours.map { Double($0.objective) },
        "seed \(seed)\n\(text)")
    }
  }

  @Test("name everything once, in plain letters, whatever it is called")
  func names() throws {
    var program = IntegerProgram()
    let wishes = [
      "", "x", "x", "x", "x", "x", "x y", "x_y", "三国 太郎", "三国 花子", "free", "Inf", "e5", "3rd",
      ".5", "obj", "constant", "c1", "x.2", String(repeating: "long", count: 100),
      String(repeating: "long", count: 100) + "er", "a\nb", "st", "+", "-", "e",
    ]
    let columns = wishes.map { program.addColumn(named: $0, in: 0...1) }
    for wish in wishes {
      program.addRow(
        named: wish, terms: columns.map { $0 * 1 }, lower: 1, upper: 5,
        origin: Origin(rule: "housing", subjects: ["a\nb", "S017"]))
    }
    let tier = Tier(name: "a\nb", sense: .maximize, terms: [columns[0] * 3], constant: 7)
    for format in Format.allCases {
      let text = Self.write(program, tier, format, origins: true)
      let bodies = text.split(separator: "\n").filter { !"*\\".contains($0.prefix(1)) }
      #expect(bodies.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } && $0.utf8.count < 4000 })
      #expect(text.contains("housing | a b | S017"))
      let folder = FileManager.default.temporaryDirectory
      let file = folder.appendingPathComponent("names-\(UUID().uuidString).\(format)")
      try text.write(to: file, atomically: false, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      for reader in Reader.allCases where reader.path != nil {
        #expect(try reader.minimum(of: file, format) == -10, "\(reader) \(format)\n\(text)")
      }
    }
  }

  @Test("of programs without columns, rows or tier can be read")
  func emptyPrograms() throws {
    let empty = IntegerProgram()
    var rowless = IntegerProgram()
    let column = rowless.addColumn(in: -3...4)
    let tier = Tier(name: "t", sense: .minimize, terms: [column * 2])
    for format in Format.allCases {
      for (program, tier, expected) in [
        (empty, nil, 0.0), (rowless, nil, 0), (rowless, tier, -6),
      ] {
        let file = FileManager.default.temporaryDirectory
          .appendingPathComponent("empty-\(UUID().uuidString).\(format)")
        let text = Self.write(program, tier, format)
        try text.write(to: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        if Reader.cbc.path != nil {
          #expect(try Reader.cbc.minimum(of: file, format) == expected, "\(format)\n\(text)")
        }
      }
    }
  }
}
