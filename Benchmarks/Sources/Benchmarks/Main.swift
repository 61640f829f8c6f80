// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

let help = """
  Measures Musubi and its matching core against their peers, in one run and on the
  same files.

  Benchmarks [--short] [--group NAME]... [--filter TEXT] [--limit SECONDS]
             [--public FOLDER] [--list]
  Benchmarks solve METHOD [ARGUMENT]... FILE

    --short           only what continuous integration runs
    --group NAME      only this part of the table; may be repeated
    --filter TEXT     only cases whose name contains the text
    --limit SECONDS   for each contestant of a dispatch; without it 600, short 4
    --public FOLDER   also public instances from this folder
    --list            name the cases and run none

  Ends with 1 when a value is wrong, never because of a time.
  """

/// What the command line asks for.
struct Request {
  var isShort = false
  var groups: [String] = []
  var filter: String?
  var limit: Double?
  var publicFolder: URL?
  var isListing = false

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--short": isShort = true
      case "--list": isListing = true
      case "--group":
        guard let name = rest.popFirst() else { return nil }
        groups.append(name)
      case "--filter":
        guard let text = rest.popFirst() else { return nil }
        filter = text
      case "--limit":
        guard let number = rest.popFirst().flatMap(Double.init), number > 0 else { return nil }
        limit = number
      case "--public":
        guard let path = rest.popFirst() else { return nil }
        publicFolder = URL(filePath: path)
      default: return nil
      }
    }
  }

  var cases: [BenchmarkCase] {
    let limit = limit ?? DispatchGroup.limit(isShort: isShort)
    return Registry.cases(publicFolder: publicFolder, limit: limit).filter { one in
      (!isShort || one.isShort) && (groups.isEmpty || groups.contains(one.group))
        && (filter.map { one.name.contains($0) } ?? true)
    }
  }
}

func solve(_ arguments: [String]) throws -> Int32 {
  guard let method = arguments.first, let driver = Registry.drivers[method] else {
    FileHandle.standardError.write(Data("No such method; try --help.\n".utf8))
    return 64
  }
  var answer = try driver(Array(arguments.dropFirst()))
  answer.peakBytes = answer.peakBytes ?? ProcessFigures.peakBytes
  say(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  return 0
}

func run(_ request: Request) throws -> Int32 {
  var results: [CaseResult] = []
  for one in request.cases {
    if request.isListing {
      say(one.name)
      continue
    }
    let result = try one.run()
    results.append(result)
    say(Table.row(result))
    for complaint in result.complaints { say("  WRONG: \(complaint)") }
  }
  var groups: [String] = []
  for result in results where !groups.contains(result.group) { groups.append(result.group) }
  for group in groups { say(Table.summary(of: group, results.filter { $0.group == group })) }
  for line in Growth.lines(results) { say(line) }
  let wrong = results.filter { !$0.complaints.isEmpty }.count
  if !request.isListing { say("\(results.count - wrong) passed, \(wrong) failed") }
  return wrong == 0 ? 0 : 1
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Tells of a run that lasts, beside the table.
func note(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}

func status() throws -> Int32 {
  let arguments = Array(CommandLine.arguments.dropFirst())
  if arguments.first == "solve" { return try solve(Array(arguments.dropFirst())) }
  guard let request = Request(arguments) else {
    say(help)
    return arguments.contains("--help") ? 0 : 64
  }
  return try run(request)
}

@main
struct Main {
  static func main() throws {
    exit(try status())
  }
}
