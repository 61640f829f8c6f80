// SPDX-License-Identifier: GPL-3.0-or-later
// The page from top to bottom.
"use strict";

// MARK: Overview

const keyFigures = {
  dispatch(stage) {
    const { filled, places, applicants } = stage.facts;
    return [card(say("card.places"), filled, places, say("card.applicants", { applicants: numeral(applicants) }))];
  },
  training(stage) {
    const sessions = recordsOf(stage, "sessions");
    return [card(say("card.trained"), sum(sessions, "people"), null,
      say("card.sessions", { sessions: numeral(sessions.length) }))];
  },
  returnees(stage) {
    const [held, unmet] = [recordsOf(stage, "held"), recordsOf(stage, "unmet")];
    const people = new Set(recordsOf(stage, "participations").map((row) => row.returnee)).size;
    return [card(say("card.activities"), held.length, held.length + unmet.length,
      say("card.returnees", { returnees: numeral(people), reach: numeral(sum(held, "reach")) }))];
  },
  exchange(stage) {
    const visits = recordsOf(stage, "visits");
    return [card(say("card.partnerships"), recordsOf(stage, "partnerships").length, null,
      say("card.visits", {
        toJapan: numeral(visits.filter((visit) => visit.direction === "to-japan").length),
        fromJapan: numeral(visits.filter((visit) => visit.direction === "from-japan").length),
      }))];
  },
  decade(stage) {
    const years = recordsOf(stage, "reach");
    const people = years.length ? years[years.length - 1].people_so_far : 0;
    const cards = [card(say("card.decade"), people, stage.facts.target,
      years.length ? say("card.years", { from: years[0].year, to: years[years.length - 1].year }) : null)];
    const aims = stage.facts.aims.filter((aim) => aim.wished > 0)
      .sort((one, other) => one.points * other.wished - other.points * one.wished);
    if (aims.length) {
      cards.push(make("li", { class: "card" }, make("h3", {}, say("card.aims")),
        make("p", { class: "figure" }, percent(aims[0].points / aims[0].wished)),
        make("p", {}, say("card.aimsMore", { aim: named("aim", aims[0].aim) }))));
    }
    return cards;
  },
};

function overview() {
  const cards = report.stages.flatMap((stage) => keyFigures[stage.problem](stage));
  if (report.reach) {
    cards.push(card(say("card.reach"), report.reach.people, null,
      say("card.reachMore", { taught: numeral(report.reach.taught), met: numeral(report.reach.met) })));
  }
  const dispatch = stageOf("dispatch");
  if (dispatch) cards.push(evennessCard(dispatch.facts));
  const invalid = report.stages.filter((stage) => !stage.verification.valid);
  return part("overview", say("overview.title"),
    invalid.map((stage) => findings(stage, "notice")),
    report.scenarios.length
      ? make("p", { class: "lead" }, say("overview.scenarios", { scenarios: report.scenarios.join(", ") })) : null,
    report.notes.length
      ? make("div", { class: "notice fair" }, report.notes.map((note) => make("p", {}, phrase(note)))) : null,
    make("ul", { class: "cards" }, cards),
    stageTable());
}

function evennessCard(facts) {
  const { blocking, evenness } = facts;
  return make("li", { class: "card" }, make("h3", {}, say("card.evenness")),
    make("p", { class: "figure" }, numeral(evenness.countries, 2), " ",
      make("small", {}, say("card.evennessAreas", { areas: numeral(evenness.areas, 2) }))),
    make("p", {}, blocking === null ? say("card.blockingUnknown")
      : blocking === 0 ? say("card.stable") : say("card.blocking", { pairs: numeral(blocking) })));
}

/** What checking a plan found, sentence by sentence. */
function findings(stage, kind) {
  return make("div", { class: kind, role: "alert" },
    make("p", {}, make("strong", {}, say("overview.invalid", { problem: say(`problem.${stage.problem}`) }))),
    make("div", {}, stage.sentences.slice(0, 12).map((sentence) => make("p", {}, phrase(sentence)))));
}

function stageTable() {
  const rows = report.stages.map((stage) => [
    make("a", { href: `#${stage.problem}` }, say(`problem.${stage.problem}`)),
    validity(stage), stage.verification.valid ? goodness(stage) : "–", certificateWords(stage),
    make("code", {}, stage.folder),
  ]);
  for (const stage of report.without) {
    rows.push([say(`problem.${stage.problem}`), chip("fair", named("state", stage.status)), "–", "–", "–"]);
  }
  return plainTable(say("overview.stages"),
    ["stage", "checked", "goodness", "proof", "folder"].map((key) => say(`overview.${key}`)), rows);
}

function certificateWords(stage) {
  const certified = stage.verification.tiers.filter((tier) => Number.isInteger(tier.certified));
  if (!certified.length) return say("overview.solver");
  return say("overview.certified", { goals: numeral(certified.length), all: numeral(stage.verification.tiers.length) });
}

// MARK: Reach, rules, scenarios

function reachPart() {
  const { lines, aims } = report.reach;
  const bars = lines.filter((line) => line.people > 0)
    .sort((one, other) => other.people - one.people || (one.line < other.line ? -1 : 1))
    .map((line) => ({
      label: line.line, value: line.people, text: numeral(line.people),
      cells: [line.line, ...["people", "units", "taught", "met", "later"].map((key) => numeral(line[key]))],
    }));
  return part("reach", say("reach.title", { year: report.fiscal_year }),
    make("p", { class: "lead" }, say("reach.lead")),
    make("div", { class: "figures" },
      lyingBars(say("reach.lines"), say("reach.linesNote"), bars,
        ["line", "people", "units", "taught", "met", "later"].map((key) => say(`reach.${key}`))),
      lyingBars(say("reach.aims"), say("reach.aimsNote"), aims.map((aim) => ({
        label: named("aim", aim.aim), value: aim.points, text: numeral(aim.points),
        cells: [named("aim", aim.aim), numeral(aim.points)],
      })), [say("decade.aim"), say("decade.points")])));
}

function rulesPart() {
  return part("rules", say("rules.title"), make("p", { class: "lead" }, say("rules.lead")),
    report.stages.map((stage) => {
      const rows = stage.verification.rules.filter((rule) => rule.strictness !== "off").map((rule) => {
        const units = d3.sum(rule.violations, (violation) => violation.units);
        const binding = stage.binding && stage.binding[rule.id.split(":")[0]];
        const [name, ...rest] = rule.id.split(":");
        return [
          [named("rule", name), ...rest].join(language === "ja" ? "：" : ": "),
          say(`rules.${rule.strictness}`), numeral(rule.checked),
          units === 0 ? say("rules.kept") : violations(rule, units),
          binding ? say("rules.places", { places: numeral(binding) }) : "–",
        ];
      });
      return [make("h3", {}, say(`problem.${stage.problem}`)),
        plainTable(say(`problem.${stage.problem}`),
          ["rule", "strictness", "checked", "violations", "binding"].map((key) => say(`rules.${key}`)), rows, [2])];
    }));
}

function violations(rule, units) {
  const most = 20;
  return make("details", {},
    make("summary", { class: rule.strictness === "hard" ? "worse" : null },
      say("rules.broken", { units: numeral(units) })),
    make("ul", {},
      rule.violations.slice(0, most).map((violation) => make("li", {}, phrase(violation.sentence)))),
    rule.violations.length > most
      ? make("p", {}, say("rules.more", { count: numeral(rule.violations.length - most) })) : null);
}

function scenariosPart() {
  return part("scenarios", say("whatif.title"), make("p", { class: "lead" }, say("whatif.lead")),
    report.comparisons.map(comparison));
}

function comparison(compared) {
  const { base } = compared;
  const keys = Object.keys(base).filter((key) => typeof base[key] === "number" && key !== "gap");
  const change = (now, before, show) => {
    const step = now - before;
    if (step === 0) return show(now);
    return [show(now), " ", make("small", {}, `(${step < 0 ? "−" : "+"}${show(Math.abs(step))})`)];
  };
  const rows = [base, ...compared.scenarios].map((scenario) => [
    scenario === base ? say("whatif.base") : scenario.name,
    named("state", scenario.status),
    ...keys.map((key) => (typeof scenario[key] === "number" ? change(scenario[key], base[key], numeral) : "–")),
    ...base.tiers.map((before) => {
      const tier = scenario.tiers.find((other) => other.name === before.name);
      return tier ? change(tier.value, before.value, (value) => tierNumber(before, value)) : "–";
    }),
    scenario.moves ? movesOf(scenario) : "–",
  ]);
  const titles = [say("whatif.scenario"), say("whatif.status"), ...keys.map((key) => named("figure", key)),
    ...base.tiers.map((tier) => named("goal", tier.name)), say("whatif.moves")];
  return make("div", {}, make("h3", {}, say(`problem.${compared.problem}`)),
    plainTable(say("whatif.title"), titles, rows, d3.range(2, titles.length - 1)),
    compared.prices ? prices(compared) : null);
}

function movesOf(scenario) {
  if (!scenario.moves.length) return say("whatif.nobody");
  const place = (where) => (where === null || where === undefined ? say("whatif.nowhere")
    : typeof where === "object" ? Object.values(where).filter((text) => text !== null).join(", ") : String(where));
  return make("details", {},
    make("summary", {}, say(scenario.fewest_moves === false ? "whatif.atMost" : "whatif.count",
      { count: numeral(scenario.moves.length) })),
    make("ul", {}, scenario.moves.map((move) => {
      const { from, to, ...who } = move;
      const name = Object.values(who).map((text) => String(phrase(text))).join(" ");
      return make("li", {}, say("whatif.move", { who: name, from: place(from), to: place(to) }));
    })));
}

function prices(compared) {
  const { base } = compared;
  const rows = compared.prices.filter((price) => price.better).map((price) => [
    phrase(price.words),
    base.tiers.map((before) => {
      const tier = price.tiers.find((other) => other.name === before.name);
      if (!tier || tier.value === before.value) return null;
      const step = tier.value - before.value;
      return `${named("goal", before.name)} ${step < 0 ? "−" : "+"}${tierNumber(before, Math.abs(step))}`;
    }).filter((text) => text).join(", ") || say("whatif.shares"),
    make("div", {}, price.limits.map((limit) =>
      make("div", {}, `${limit.path}: ${numeral(limit.from)} → ${numeral(limit.to)}`))),
  ]);
  if (!rows.length) return make("p", {}, say("whatif.noPrice"));
  return make("div", {}, make("h3", {}, say("whatif.prices")),
    plainTable(say("whatif.prices"), ["wider", "gains", "setting"].map((key) => say(`whatif.${key}`)), rows));
}

// MARK: The whole page

/** Shows the page in a language, with the tables open that were open. */
function show(chosen) {
  closeAfterPrint();
  const open = [...document.querySelectorAll("details.table[open]")].map((details) => details.dataset.table);
  language = chosen;
  drawings.length = 0;
  document.documentElement.lang = language;
  document.title = `${report.programme} – Musubi`;
  document.getElementById("title").textContent = report.programme;
  document.getElementById("subtitle").textContent = say("page.subtitle", { year: report.fiscal_year });
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = say(element.dataset.words);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  const dispatch = stageOf("dispatch");
  const parts = [
    overview(),
    dispatch && dispatch.facts.posts.length ? part("map", say("map.heading"), mapOf(dispatch.facts)) : null,
    ...report.stages.map(stagePart),
    report.reach ? reachPart() : null,
    report.comparisons.length ? scenariosPart() : null,
    rulesPart(),
  ].filter((content) => content);
  document.getElementById("main").replaceChildren(...parts);
  document.getElementById("contents").replaceChildren(...parts.map((section) =>
    make("li", {}, make("a", { href: `#${section.id}` }, section.querySelector("h2").textContent))));
  for (const name of open) {
    const details = document.querySelector(`details.table[data-table="${CSS.escape(name)}"]`);
    if (details) details.open = true;
  }
  drawAll();
}

document.querySelectorAll("[data-language]").forEach((button) =>
  button.addEventListener("click", () => {
    show(button.dataset.language);
    document.getElementById("announcement").textContent = say("page.switched");
  }));
document.getElementById("print").addEventListener("click", () => window.print());
window.addEventListener("beforeprint", openForPrint);
window.addEventListener("afterprint", closeAfterPrint);
let waiting = null;
window.addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(drawAll, 150);
});
$.fn.dataTable.ext.errMode = "throw";
show(language);
