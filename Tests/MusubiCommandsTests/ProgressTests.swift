// SPDX-License-Identifier: GPL-3.0-or-later
import Engine
import Testing
import Wording

@testable import MusubiCommands

@Suite struct ProgressTests {
  @Test("a step says tier, step, numbers and time")
  func text() {
    #expect(
      words(
        for: DispatchProgress(
          tier: "points", step: "closing", value: 12_345, bound: 12_400, columns: 1_000,
          seconds: 2.9))
        == "points: closing; value 12,345, bound 12,400; 1,000 columns (2 s)")
    #expect(
      words(for: DispatchProgress(tier: "preparing", step: "reading")) == "preparing: reading (0 s)"
    )
  }

  @Test("elsewhere than on a terminal only so many lines are written")
  func throttling() {
    let errors = Collector()
    let console = Console(
      output: OutputChannel { _ in }, errors: OutputChannel { errors.add($0) })
    let line = ProgressLine(on: console, isQuiet: false)
    for _ in 0..<100 { line.show(DispatchProgress(tier: "filled", step: "closing")) }
    line.finish()
    #expect(errors.text == "filled: closing (0 s)\n")
  }

  @Test("on a terminal one line is rewritten and taken away")
  func rewriting() {
    let errors = Collector()
    let console = Console(
      output: OutputChannel { _ in }, errors: OutputChannel { errors.add($0) },
      rewritesLines: true)
    let line = ProgressLine(on: console, isQuiet: false)
    line.show(DispatchProgress(tier: "filled", step: "closing"))
    line.finish()
    line.finish()
    #expect(errors.text == "\r\u{1B}[Kfilled: closing (0 s)\r\u{1B}[K")
  }

  @Test("quiet is quiet")
  func quiet() {
    let errors = Collector()
    let console = Console(
      output: OutputChannel { _ in }, errors: OutputChannel { errors.add($0) },
      rewritesLines: true)
    let line = ProgressLine(on: console, isQuiet: true)
    line.show(DispatchProgress(tier: "filled", step: "closing"))
    line.finish()
    #expect(errors.text == "")
  }
}
