// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import ProgrammeFiles
internal import Synchronization
internal import Wording

/// Shows how far a run is: one line rewritten on a terminal, a line a second
/// elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
    var isOpen = false
  }

  private let console: Console
  private let isQuiet: Bool
  private let name: String?
  /// Progress is told on threads of their own, which know no language.
  private let language = Language.current
  private let state = Mutex(State())

  /// - Parameters:
  ///   - console: Where it is shown.
  ///   - isQuiet: Whether nothing is shown.
  ///   - name: What each line begins with; nothing where one thing is planned.
  init(on console: Console, isQuiet: Bool, name: String? = nil) {
    self.console = console
    self.isQuiet = isQuiet
    self.name = name
  }

  /// Shows a step unless another was shown a moment ago.
  func show(_ progress: DispatchProgress) {
    guard !isQuiet else { return }
    let pause: Duration = console.rewritesLines ? .milliseconds(100) : .seconds(1)
    state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.shownAt, now - last < pause { return }
      state.shownAt = now
      let text = language.spoken {
        let words = words(for: progress)
        return name.map { localized("\($0), \(words)") } ?? words
      }
      if console.rewritesLines {
        console.errors.write("\r\u{1B}[K" + text)
        state.isOpen = true
      } else {
        console.errors.line(text)
      }
    }
  }

  /// Takes the line away before other words are written.
  func finish() {
    state.withLock { state in
      if state.isOpen { console.errors.write("\r\u{1B}[K") }
      state.isOpen = false
    }
  }
}

/// A step of a run in words, such as `points: closing; 1,204 of at most 1,210`.
func words(for progress: DispatchProgress) -> String {
  let name = stepNames[progress.tier]?.description ?? progress.tier
  var facts = [localized("\(name): \(progress.step)")]
  switch (progress.value, progress.bound) {
  case (let value?, let bound?):
    facts.append(localized("value \(grouped(Int(value))), bound \(grouped(Int(bound)))"))
  case (let value?, nil): facts.append(localized("value \(grouped(Int(value)))"))
  case (nil, let bound?): facts.append(localized("bound \(grouped(Int(bound)))"))
  case (nil, nil): break
  }
  if progress.columns > 0 { facts.append(localized("\(grouped(progress.columns)) columns")) }
  return localized("\(facts.joined(separator: localized("; "))) (\(Int(progress.seconds)) s)")
}

/// What steps are called that are no goals.
private let stepNames: [String: Sentence] = [
  "preparing": "preparing", "diagnosis": "diagnosis", "people": "people", "seats": "seats",
  "seating": "seating", "sessions": "sessions", "weeks": "weeks", "partnerships": "partnerships",
  "extra-budget": "extra-budget",
]
