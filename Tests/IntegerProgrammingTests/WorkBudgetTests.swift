// SPDX-License-Identifier: GPL-3.0-or-later
import IntegerProgramming
import Testing

@Suite("A budget of work")
struct WorkBudgetTests {
  @Test("counts what is spent, and never less than nothing is left")
  func counts() {
    let budget = WorkBudget(limit: 10)
    budget.spend(4)
    #expect(budget.left == 6 && !budget.isSpent)
    budget.spend(9)
    #expect(budget.left == 0 && budget.isSpent && budget.spent == 13)
    #expect(WorkBudget(limit: -3).isSpent)
  }

  @Test("a part is spent of the whole, and ends with it")
  func parts() {
    let whole = WorkBudget(limit: 100)
    let part = whole.part(0.4)
    part.spend(30)
    #expect(part.left == 10 && whole.left == 70)
    whole.spend(65)
    #expect(part.left == 5)
    whole.spend(5)
    #expect(part.isSpent)
  }

  @Test("what is apart knows nothing of the others")
  func apart() {
    let whole = WorkBudget(limit: 100)
    let one = whole.apart(0.5)
    let other = whole.apart(0.5)
    one.spend(50)
    #expect(one.isSpent && other.left == 50 && whole.left == 100)
    whole.spend(one.spent + other.spent)
    #expect(whole.left == 50)
  }
}
