// SPDX-License-Identifier: GPL-3.0-or-later
internal import Synchronization

/// A language Musubi speaks.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"

  /// What was chosen for the whole program.
  private static let chosen = Mutex<Language>(.english)

  /// What was chosen for the work under way; before the program's.
  @TaskLocal private static var scoped: Language?

  /// The language of sentences that are made now.
  public static var current: Language { scoped ?? chosen.withLock { $0 } }

  /// Chooses the language of the whole program, all its threads included.
  public static func choose(_ language: Language) {
    chosen.withLock { $0 = language }
  }

  /// Speaks this language while some work is done on this thread.
  ///
  /// What is the same on every machine, such as a plan's files, is made in English whatever the
  /// reader speaks.
  public func spoken<Result, Failure: Error>(
    during work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = Self.$scoped.withValue(self) {
      do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// The variables of a POSIX environment that say the language of messages; of them the first
  /// that is set and not empty counts.
  public static let localeVariables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// The language that a POSIX locale asks for: Japanese for one such as `ja_JP.UTF-8`, English
  /// for every other.
  ///
  /// - Parameter variables: The environment, or what it has of ``localeVariables``.
  public init(locale variables: [String: String]) {
    let name =
      Self.localeVariables.lazy
      .compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    let tongue = name.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    self = Language(rawValue: String(tongue)) ?? .english
  }
}
