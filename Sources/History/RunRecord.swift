// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles

/// A run of a command, with all that is kept of it.
package struct RunRecord: Sendable {
  /// The command's name, such as `dispatch`.
  package var command: String
  /// The version of the program.
  package var version: String
  /// When the run began.
  package var began: Moment
  /// How long it took, in thousandths of a second.
  package var milliseconds: Int64
  /// Who ran it.
  package var person: String
  /// What the run told the shell.
  package var exitCode: Int32
  /// What it was asked: operands and options that were given, in the order of the help text.
  package var options: [RunOption] = []
  /// What it read.
  package var inputs: [RunInput] = []
  /// What it came to, goal by goal.
  package var goals: [RunGoal] = []
  /// The folders that it wrote, the plan's first.
  package var folders: [RunFolder] = []
  /// What was noted of it, the oldest first.
  package var notes: [RunNote] = []

  package init(
    command: String, version: String, began: Moment, milliseconds: Int64, person: String,
    exitCode: Int32
  ) {
    self.command = command
    self.version = version
    self.began = began
    self.milliseconds = milliseconds
    self.person = person
    self.exitCode = exitCode
  }
}

/// An operand such as `DIR`, or an option such as `--gap`, and its value; several values of
/// one are several of these.
package struct RunOption: Hashable, Sendable {
  package var name: String
  /// Empty for an option that takes none.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Something that a run read, and the digest of what stood in it.
package struct RunInput: Hashable, Sendable {
  package enum Role: String, Sendable {
    /// A file of the programme year, or a sheet of its workbook.
    case year
    /// A scenario.
    case scenario
    /// A folder that an earlier run wrote, given by an option such as `--baseline`.
    case plan
  }

  package var role: Role
  package var name: String
  /// SHA-256 in hexadecimal digits.
  package var digest: String

  package init(_ role: Role, name: String, digest: String) {
    self.role = role
    self.name = name
    self.digest = digest
  }
}

/// A goal's value and the bound that no plan exceeds.
package struct RunGoal: Hashable, Sendable {
  /// The stage of the plan of a year; empty for other plans.
  package var stage: String
  package var name: String
  package var value: Int64
  package var bound: Int64
  /// Whether both are shares, in hundredths of a per cent.
  package var isShare: Bool

  package init(stage: String, name: String, value: Int64, bound: Int64, isShare: Bool = false) {
    self.stage = stage
    self.name = name
    self.value = value
    self.bound = bound
    self.isShare = isShare
  }
}

/// A folder that a run wrote.
package struct RunFolder: Sendable {
  /// Where it was written.
  package var path: String
  package var files: [TextFile]

  package init(path: String, files: [TextFile]) {
    self.path = path
    self.files = files
  }
}

/// What somebody noted of a run.
package struct RunNote: Hashable, Sendable {
  package var written: Moment
  package var person: String
  package var text: String

  package init(written: Moment, person: String, text: String) {
    self.written = written
    self.person = person
    self.text = text
  }
}
