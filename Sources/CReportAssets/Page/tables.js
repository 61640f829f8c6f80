// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's tables, to search, sort and filter; DataTables shows a page of rows at a time.
"use strict";

/** Columns that are left to a row's details, so that a table fits a screen. */
const leftToDetails = {
  placements: ["country-wish", "interview", "skill-match", "communicator", "school-need",
    "regional-ties", "remote-experience", "continuity", "preference", "kana", "schools", "base",
    "guarded"],
  unplaced: ["rules"],
  "empty-posts": ["rules", "eligible_unplaced", "priority"],
  people: ["kana", "quarter_1", "quarter_2", "quarter_3", "quarter_4"],
  delegates: ["women", "men", "pinned", "end"],
  sessions: ["women", "men", "levels", "classes"],
  visits: ["guest", "host", "pays_back"],
  partnerships: ["japan", "abroad"],
  held: ["seats_min", "seats_max", "returnees"],
  schools: ["partners_max"],
};

/** The most different words for which a column is filtered by choosing one. */
const mostChoices = 30;

/** Text as DataTables may put it into a page. */
function escaped(text) {
  return String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** What a reader sees of a cell. */
function shownCell(column, value) {
  if (value === "") return "";
  if (column.kind === "number" && typeof value === "number") return numeral(value, 3);
  if (column.kind === "day") return dayInWords(value);
  switch (column.wording) {
    case "country": return countryName(value);
    case "countries": return String(value).split(";").map(countryName).join(language === "ja" ? "、" : ", ");
    case "word": return named("value", value);
    case "sentence": return phrase(value);
    default: break;
  }
  return String(value).replace(/;/g, "; ").replace(/; {2}/g, "; ");
}

/** A column's title in the reader's language, as a table has it. */
function titleOf(column, table = null) {
  const own = `column.${table ? table.name : ""}.${column.name}`;
  if (hasWords(own)) return say(own);
  if (column.name.startsWith("lost_")) {
    return say("column.lost_", { goal: named("goal", column.name.slice(5).replace(/_/g, "-")) });
  }
  if (hasWords(`column.${column.name}`)) return say(`column.${column.name}`);
  return named("goal", column.name);
}

/** What a column means, in the reader's language. */
function noteOf(column) {
  return column.note && column.note[language === "ja" ? 1 : 0];
}

/** What a table is called. */
function tableTitle(table) {
  return named("table", table.name);
}

/** A table of the plan, closed until it is asked for. */
function planTable(stage, table, isOpen = false) {
  const holder = make("div", {});
  const fillOnce = () => {
    if (!holder.firstChild) fill(holder, stage, table);
  };
  const details = make(
    "details",
    {
      class: "table",
      "data-table": `${stage.problem}/${table.name}`,
      toggle: () => {
        if (details.open) fillOnce();
      },
    },
    make("summary", {}, tableTitle(table),
      make("span", { class: "count" }, say("table.rows", { rows: numeral(table.rows.length) }))),
    holder
  );
  details.open = isOpen;
  fillers.set(details, fillOnce);
  return details;
}

/** What fills each table that is closed still. */
const fillers = new WeakMap();

/** The most rows that are printed of a table that is closed on the screen. */
const mostPrinted = 50;

/** Opens all tables for print; those that were open are printed with the rows in sight. */
function openForPrint() {
  closeAfterPrint();
  for (const details of document.querySelectorAll("details.table")) {
    const wasOpen = details.open;
    details.open = true;
    fillers.get(details)();
    const view = $(details.querySelector("table")).DataTable();
    const length = view.page.len();
    if (!wasOpen && length !== mostPrinted) view.page.len(mostPrinted).draw(false);
    const { start, end, recordsDisplay } = view.page.info();
    const rest = recordsDisplay - (end - start);
    const line = rest > 0
      ? make("p", { class: "printed" }, say("table.more", { rows: numeral(rest) })) : null;
    if (line) details.append(line);
    printed.push(() => {
      if (line) line.remove();
      if (view.page.len() !== length) view.page.len(length).draw(false);
      details.open = wasOpen;
    });
  }
}

/** What makes the tables again as they were before print. */
const printed = [];

/** Closes what was opened for print. */
function closeAfterPrint() {
  for (const undo of printed.splice(0)) undo();
}

/** Shows a table in its place. */
function fill(holder, stage, table) {
  const hidden = new Set(leftToDetails[table.name] || []);
  const isShown = (index) => !hidden.has(table.columns[index].name);
  const node = make(
    "table",
    {},
    make("caption", {}, named("meaning", table.name)),
    make("thead", {}, make("tr", {}, table.columns.map((column) =>
      make("th", { scope: "col", title: noteOf(column) }, titleOf(column, table))))),
    make("tbody", {})
  );
  holder.replaceChildren(node);
  const view = $(node).DataTable({
    data: table.rows,
    // Columns that are left to the details are searched all the same.
    columns: table.columns.map((_, index) => ({ ...dataTablesColumn(stage, table, index), visible: isShown(index) })),
    autoWidth: false,
    deferRender: true,
    dom: '<"filters">f<"scroll"t>ilp',
    lengthMenu: [25, 50, 100, 500],
    order: [],
    orderClasses: false,
    pageLength: 25,
    pagingType: "simple_numbers",
    searchDelay: table.rows.length > 20000 ? 350 : null,
    language: dataTablesWords(),
  });
  const wrapper = node.closest(".dataTables_wrapper");
  const scroll = wrapper.querySelector(".scroll");
  scroll.setAttribute("tabindex", "0");
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", tableTitle(table));
  addFilters(wrapper.querySelector(".filters"), view, table, isShown);
  node.addEventListener("click", (event) => {
    const button = event.target.closest("button.open");
    if (button) showDetail(stage, table, view.row(button.closest("tr")).data());
  });
}

/** How names in a table are read: of its own column, or of the table of all people. */
function readingsOf(stage, table) {
  const own = columnsOf(table);
  if ("kana" in own) return (row) => row[own.kana];
  const people = tableOf(stage, "people");
  if (!people || !("kana" in columnsOf(people)) || !("applicant" in own)) return null;
  const { applicant, kana } = columnsOf(people);
  const readings = new Map(people.rows.map((row) => [row[applicant], row[kana]]));
  return (row) => readings.get(row[own.applicant]);
}

function dataTablesColumn(stage, table, index) {
  const column = table.columns[index];
  const isNumber = column.kind === "number" || column.kind === "year";
  const reading = language === "ja" && column.name === "name" ? readingsOf(stage, table) : null;
  // Short words stay on one line.
  const isShort = table.rows.slice(0, 300).every((row) => String(phrase(row[index])).length <= 22);
  const long = column.wording === "sentence" && !isShort;
  return {
    data: index,
    type: isNumber ? "num" : "string",
    className: isNumber ? "number" : column.kind === "day" ? "date" : long ? "sentence" : isShort ? "short" : "",
    render: (value, purpose, row) => {
      // A day sorts as it is written in the plan, a number as a number, a name as it is read.
      if (purpose === "sort" || purpose === "type") {
        const read = reading && reading(row);
        return read ? readingOrder(read) : phrase(value);
      }
      const text = escaped(shownCell(column, value));
      if (reading && reading(row)) {
        const read = escaped(reading(row));
        return purpose === "display" ? `${text} <small class="reading">${read}</small>` : `${text} ${read}`;
      }
      if (purpose !== "display") return text;
      if (index === 0) return `<button type="button" class="open">${text || "–"}</button>`;
      // What has no Japanese is in the language of the plan's files, or a planner's.
      return column.wording === "sentence" && language !== "en" && typeof value === "string" && /^[ -~]+$/.test(value)
        ? `<span lang="en">${text}</span>` : text;
    },
  };
}

/** A list to choose from for each column that holds few different words. */
function addFilters(holder, view, table, isShown) {
  const boxes = [];
  table.columns.forEach((column, index) => {
    if (boxes.length === 5 || index === 0 || !isShown(index) || column.kind !== "text") return;
    const choices = new Map();
    for (const row of table.rows) {
      const choice = phrase(row[index]);
      if (choice !== "") choices.set(choice, (choices.get(choice) || 0) + 1);
      if (choices.size > mostChoices) return;
    }
    if (choices.size < 2 || choices.size > table.rows.length / 2) return;
    const select = make(
      "select",
      {
        "data-column": column.name,
        change: () => {
          const wanted = select.value === "" ? "" : escaped(shownCell(column, select.value));
          // A search sees text in which entities are resolved.
          const text = new DOMParser().parseFromString(wanted, "text/html").body.textContent;
          view.column(index).search(text && `^${$.fn.dataTable.util.escapeRegex(text)}$`, true, false).draw();
        },
      },
      make("option", { value: "" }, say("table.all")),
      [...choices.keys()].sort().map((choice) =>
        make("option", { value: choice }, `${shownCell(column, choice)} (${numeral(choices.get(choice))})`))
    );
    boxes.push(make("label", {}, titleOf(column, table), select));
  });
  holder.replaceChildren(...boxes);
}

function dataTablesWords() {
  const words = (key) => escaped(say(`table.${key}`)).replace(/&#95;/g, "_");
  return {
    emptyTable: words("empty"),
    info: words("info"),
    infoEmpty: words("empty"),
    infoFiltered: words("filtered"),
    lengthMenu: words("length"),
    search: words("search"),
    zeroRecords: words("nothing"),
    thousands: ",",
    paginate: { previous: words("previous"), next: words("next"), first: "", last: "" },
    aria: { sortAscending: words("ascending"), sortDescending: words("descending") },
  };
}
