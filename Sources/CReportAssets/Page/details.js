// SPDX-License-Identifier: GPL-3.0-or-later
// All that the plan says about one row: in a dialogue, with the command that explains it.
"use strict";

const criteria = ["country-wish", "interview", "skill-match", "communicator", "school-need",
  "regional-ties", "remote-experience", "continuity", "preference"];

/** What `musubi explain` is asked about a row, by the row's table: a kind and its columns. */
const askedAbout = {
  dispatch: {
    placements: ["applicant", "applicant"], unplaced: ["applicant", "applicant"],
    people: ["applicant", "applicant"], "blocking-pairs": ["applicant", "applicant"],
    "empty-posts": ["school", "school"], schools: ["school", "school"],
    cohorts: ["cohort", "cohort"], reserves: ["post", "post"],
  },
  training: {
    sessions: ["session", "course", "site", "start"], waiting: ["delegation", "delegation"],
    delegates: ["delegation", "delegation"],
  },
  returnees: {
    people: ["returnee", "returnee"], participations: ["returnee", "returnee"],
    held: ["activity", "activity"], unmet: ["activity", "activity"],
  },
  exchange: {
    schools: ["school", "school"], unpartnered: ["school", "school"],
    partnerships: ["school", "japan"], visits: ["school", "guest"],
  },
  decade: { units: ["line", "line"], reach: ["year", "year"] },
};

/** A word for a shell. */
function quoted(word) {
  return /^[\w./:+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/** What is explained about a row: a kind and an identifier; nothing where nothing is. */
function subjectOf(stage, table, record) {
  let asked = (askedAbout[stage.problem] || {})[table.name];
  if (asked && table.name === "delegates" && !record.delegation) asked = ["cohort", "cohort"];
  if (!asked) return null;
  const [kind, ...columns] = asked;
  return { kind, identifier: columns.map((column) => String(record[column])).join("/") };
}

/** The command that explains a row; nothing where no command does. */
function explainCommand(stage, table, record) {
  const subject = subjectOf(stage, table, record);
  if (!subject) return null;
  const { kind, identifier } = subject;
  const dispatch = stage.problem === "training" && report.stages.find((other) => other.problem === "dispatch");
  return ["musubi", "explain", report.folder, stage.folder, kind, identifier,
    ...(dispatch ? ["--dispatch", dispatch.folder] : [])].map(quoted).join(" ");
}

/** Shows a row of a table in the dialogue. */
function showDetail(stage, table, row) {
  const record = Object.fromEntries(table.columns.map((column, index) => [column.name, row[index]]));
  const reading = record.name ? readingsOf(stage, table) : null;
  const dialog = document.getElementById("detail");
  const close = make("button", { type: "button", click: () => dialog.close() }, say("detail.close"));
  const known = table.columns.filter((column) => record[column.name] !== "" && !criteria.includes(column.name));
  const placement = placementOf(stage, table, record);
  const command = explainCommand(stage, table, record);
  dialog.replaceChildren(
    ...[
      make("header", {},
        make("h2", { id: "detail-title" },
          [record[table.columns[0].name], nameWithReading(record.name, reading && reading(row))].filter((text) => text).join("  ")),
        close),
      make("dl", {}, known.map((column) => [
        make("dt", { title: noteOf(column) }, titleOf(column, table)),
        make("dd", {}, shownCell(column, record[column.name])),
      ]).flat()),
      ...(placement ? [criteriaOf(placement), schoolsOf(stage, placement), neighboursOf(stage, placement)] : []),
      alternativesOf(stage, table, record),
      ...(command ? [make("h3", {}, say("detail.explain")), commandBox(command)] : []),
    ].filter((part) => part)
  );
  dialog.showModal();
}

/** The alternatives that were solved for a row, where the report was given them. */
function alternativesOf(stage, table, record) {
  const subject = subjectOf(stage, table, record);
  const problemOf = (found) => found.problem || ("groups" in found ? "training" : "dispatch");
  const found = subject && report.explanations.find((other) => problemOf(other) === stage.problem &&
    other.kind === subject.kind && other.subject === subject.identifier);
  if (!found) return null;
  const where = (alternative) => {
    const { forced, post, cohort, session } = alternative;
    if (forced) {
      return Object.entries(forced)
        .map(([key, value]) => `${titleOf({ name: key })}: ${named("value", String(value))}`).join(", ");
    }
    if (session !== undefined) return session === null ? say("detail.notThere") : Object.values(session).join(", ");
    const who = alternative.applicant && alternative.applicant !== found.subject ? `${alternative.applicant}: ` : "";
    return who + [post, cohort].filter((text) => text && text !== found.subject).join(", ");
  };
  const losses = (alternative) => alternative.losses
    .map((loss, index) => (loss ? `${named("goal", found.best[index].name)} ${tierNumber(found.best[index], loss)}` : null))
    .filter((text) => text).join(", ") || say("detail.noLoss");
  if (!found.alternatives.length) {
    return make("div", {}, make("h3", {}, say("detail.alternatives")), make("p", {}, say("detail.noAlternative")));
  }
  return make("div", {}, make("h3", {}, say("detail.alternatives")),
    plainTable(say("detail.alternatives"), [say("detail.where"), say("detail.loss"), say("whatif.moves")],
      found.alternatives.map((alternative) => [where(alternative), losses(alternative),
        alternative.moves ? movesOf(alternative) : "–"])));
}

/** The placement that a row is about, in a dispatch. */
function placementOf(stage, table, record) {
  if (stage.problem !== "dispatch") return null;
  if (table.name === "placements") return record;
  if (table.name !== "people" || record.outcome !== "placed") return null;
  return recordsOf(stage, "placements").find((other) => other.applicant === record.applicant);
}

function criteriaOf(placement) {
  const rows = criteria.filter((key) => typeof placement[key] === "number");
  return make("div", {}, make("h3", {}, say("detail.criteria")),
    make("table", { class: "bars" }, make("caption", { class: "unseen" }, say("detail.criteria")),
      make("tbody", {}, rows.map((key) => {
        const bar = make("span", {});
        bar.style.width = `${Math.max(0, Math.min(100, placement[key]))}%`;
        return make("tr", {}, make("th", { scope: "row" }, say(`column.${key}`)),
          make("td", { class: "number" }, numeral(placement[key])),
          make("td", {}, make("div", { class: "meter", "aria-hidden": "true" }, bar)));
      }))));
}

function schoolsOf(stage, placement) {
  const wanted = new Set(String(placement.schools).split(";"));
  const schools = recordsOf(stage, "schools").filter((school) => wanted.has(school.school));
  if (!schools.length) return null;
  return make("div", {}, make("h3", {}, say("detail.schools")),
    make("ul", {}, schools.map((school) =>
      make("li", {}, [school.name || school.school, school.city, countryName(school.country)]
        .filter((text) => text).join(language === "ja" ? "、" : ", ")))));
}

/** The partners of the same cohort who live nearest, with how far that is. */
function neighboursOf(stage, placement) {
  const places = new Map(stage.facts.posts.map((post) => [post.school, [post.longitude, post.latitude]]));
  const home = places.get(placement.base);
  if (!home) return null;
  const others = recordsOf(stage, "placements")
    .filter((other) => other.cohort === placement.cohort && other.applicant !== placement.applicant &&
      places.has(other.base))
    .map((other) => ({ other, km: d3.geoDistance(home, places.get(other.base)) * 6371.0088 }))
    .sort((one, two) => one.km - two.km).slice(0, 5);
  if (!others.length) return null;
  return make("div", {}, make("h3", {}, say("detail.neighbours")),
    make("ul", {}, others.map(({ other, km }) =>
      make("li", {}, say("detail.neighbour", {
        applicant: other.applicant, name: nameWithReading(other.name, other.kana), city: other.city, km: numeral(km, 0),
      })))));
}

/** A command with a button that copies it. */
function commandBox(command) {
  const code = make("code", {}, command);
  const copy = make("button", {
    type: "button",
    click: async () => {
      try {
        await navigator.clipboard.writeText(command);
        copy.textContent = say("detail.copied");
      } catch {
        // Where the clipboard is closed to the page the text is at least selected.
        window.getSelection().selectAllChildren(code);
      }
    },
  }, say("detail.copy"));
  return make("div", { class: "command" }, code, copy);
}
