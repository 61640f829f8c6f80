// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization
internal import Wording

/// Works on a range in consecutive pieces on several threads.
///
/// - Parameters:
///   - range: What is cut into pieces.
///   - threads: Pieces at most, each on a thread of its own; at least 1.
///   - work: Depends on its piece alone.
/// - Returns: The results in the order of the pieces, so that what is put
///   together from them does not depend on the number of threads.
package func inParallel<Result: Sendable>(
  _ range: Range<Int>, threads: Int, _ work: @Sendable (Range<Int>) -> Result
) -> [Result] {
  let pieces = max(1, min(threads, range.count))
  if pieces == 1 { return [work(range)] }
  let results = Mutex([Result?](repeating: nil, count: pieces))
  let language = Language.current
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    let first = range.lowerBound + range.count * piece / pieces
    let end = range.lowerBound + range.count * (piece + 1) / pieces
    let result = language.spoken { work(first..<end) }
    results.withLock { $0[piece] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
