// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// What the operating system says about one of its error codes.
///
/// English is the system's own, whatever locale it has; other languages have their words for
/// what planners may meet, and quote the system for the rest.
public struct SystemError: Worded, CustomStringConvertible {
  private let code: Int32
  private let isInSentence: Bool

  /// Takes a value of `errno`.
  ///
  /// - Parameters:
  ///   - code: The value.
  ///   - isInSentence: Whether English begins with a small letter, as in `permission denied`.
  public init(_ code: Int32, isInSentence: Bool = false) {
    self.code = code
    self.isInSentence = isInSentence
  }

  public func words(in language: Language) -> String {
    let phrase: Sentence
    switch language {
    case .english: return english
    case .japanese: phrase = Self.phrase(for: code) ?? "error of the system: \(english)"
    }
    return phrase.words(in: language)
  }

  /// Its words in the language spoken now.
  public var description: String { words(in: .current) }

  private var english: String {
    var buffer = [CChar](repeating: 0, count: 256)
    // The system writes at most as much as the buffer holds, with a 0 at its end.
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let message = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return isInSentence ? message.prefix(1).lowercased() + message.dropFirst() : message
  }

  /// The words of the catalogue; nothing for what planners do not meet.
  private static func phrase(for code: Int32) -> Sentence? {
    switch code {
    case EACCES: "permission denied"
    case EPERM: "operation not permitted"
    case ENOENT: "no such file or directory"
    case ENOTDIR: "not a directory"
    case EISDIR: "is a directory"
    case EEXIST: "file exists"
    case ENAMETOOLONG: "file name too long"
    case ENOSPC: "no space left on device"
    case EDQUOT: "disk quota exceeded"
    case EFBIG: "file too large"
    case EROFS: "read-only file system"
    case EBUSY: "device or resource busy"
    case EIO: "input/output error"
    case ELOOP: "too many levels of symbolic links"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "not enough memory"
    case ENOTEMPTY: "directory not empty"
    case EXDEV: "invalid cross-device link"
    default: nil
    }
  }
}
