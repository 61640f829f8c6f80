// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Wording

/// What the system says about one of its error codes.
///
/// - Parameter code: A value of `errno`.
/// - Returns: A phrase such as `permission denied`; in another language than English only
///   for what planners may meet.
func systemMessage(_ code: Int32) -> String {
  if Language.current != .english, let phrase = phrase(forCode: code) {
    return phrase.description
  }
  var buffer = [CChar](repeating: 0, count: 256)
  guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else {
    return localized("error \(code)")
  }
  let message = String(
    decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return message.prefix(1).lowercased() + message.dropFirst()
}

/// The system's words where another language has its own.
private func phrase(forCode code: Int32) -> Sentence? {
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
  case EMFILE: "too many open files"
  default: nil
  }
}
