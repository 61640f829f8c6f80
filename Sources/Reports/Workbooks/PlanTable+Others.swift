// SPDX-License-Identifier: GPL-3.0-or-later

internal import Workbooks

extension PlanTable {
  /// Tables of trainings.
  static let training = [
    PlanTable(
      "sessions.csv", "The sessions that take place",
      [
        words("course", "The course"), words("site", "The house"), days("start", "First day"),
        days("end", "Last day"), numbers("people", "People, leaders included", colouring: .bars),
        numbers("women", "Women among them"), numbers("men", "Men among them"),
        words("countries", "Where they come from"), words("levels", "Their levels of Japanese"),
        numbers("classes", "Language classes at a time"),
        numbers("single_rooms", "Rooms for one"), numbers("twin_rooms", "Rooms for two"),
        numbers("cost_thousand_jpy", "Cost in thousand yen"),
      ]),
    PlanTable(
      "delegates.csv", "Who joins which session",
      [
        words("delegation", "The delegation, where the row is one's"),
        words("cohort", "The cohort of partners, where the row is one's"),
        words("course", "The course"), words("site", "The house"), days("start", "First day"),
        days("end", "Last day"), numbers("people", "People"), numbers("women", "Women among them"),
        numbers("men", "Men among them"), words("country", "The country's code"),
        words("school", "The delegation's school"),
        words("pinned", "Whether a planner has put it there"),
      ]),
    PlanTable(
      "rooms.csv", "Who has which room",
      [
        words("site", "The house"), words("room", "The room"), days("from", "First night"),
        days("to", "Last night"), words("course", "The course"),
        days("start", "First day of the session"), words("sex", "Women or men"),
        words("role", "Teachers, students, leaders or partners"),
        words("occupants", "Who has the room, by group and number"),
      ]),
    PlanTable(
      "waiting.csv", "Which delegations do not train, and why",
      [
        words("delegation", "The delegation"), words("school", "Its school"),
        words("country", "The country's code"), words("kind", "Teachers or students"),
        numbers("people", "People"), words("reasons", "Why, in a sentence"),
      ]),
  ]

  /// Tables of returned partners' activities.
  static let returnees = [
    PlanTable(
      "participations.csv", "Who takes part in which activity",
      [
        words("activity", "The activity's identifier"),
        words("returnee", "The returnee's identifier"), words("name", "The returnee's name"),
        words("activity_name", "The activity's name"), days("from", "First day"),
        days("to", "Last day"), numbers("km", "The way there, in kilometres"),
        numbers("cost_thousand_jpy", "Travel, in thousand yen"),
        words("leader", "Whether the person can lead"),
      ]),
    PlanTable(
      "held.csv", "Which activities take place",
      [
        words("activity", "The activity's identifier"), words("name", "Its name"),
        words("kind", "What it is"), words("prefecture", "Where it is"), days("from", "First day"),
        days("to", "Last day"), numbers("people", "Returnees who take part", colouring: .bars),
        numbers("seats_min", "Fewest it needs"), numbers("seats_max", "Most it takes"),
        numbers("leaders", "How many of them can lead"),
        numbers("reach", "People whom it reaches"),
        numbers("cost_thousand_jpy", "Travel, in thousand yen"),
        words("returnees", "Who takes part"),
      ]),
    PlanTable(
      "people.csv", "What each returnee does",
      [
        words("returnee", "The returnee's identifier"), words("name", "The returnee's name"),
        words("prefecture", "Where they live"),
        numbers("activities", "Activities in the year", colouring: .bars),
        numbers("quarter_1", "Those of April to June"),
        numbers("quarter_2", "Those of July to September"),
        numbers("quarter_3", "Those of October to December"),
        numbers("quarter_4", "Those of January to March"),
        numbers("km", "Their ways, in kilometres"),
        numbers("cost_thousand_jpy", "Travel, in thousand yen"),
        words("list", "The activities"),
      ]),
    PlanTable(
      "unmet.csv", "Which activities do not take place, and why",
      [
        words("activity", "The activity's identifier"), words("name", "Its name"),
        words("kind", "What it is"), words("prefecture", "Where it is"), days("from", "First day"),
        numbers("seats_min", "Fewest it needs"),
        numbers("possible", "Returnees who could take part"),
        numbers("reach", "People whom it would reach"), words("reason", "Why, in a sentence"),
      ]),
  ]

  /// Tables of the exchange of teachers.
  static let exchange = [
    PlanTable(
      "partnerships.csv", "Which schools exchange teachers",
      [
        words("japan", "The school in Japan"), words("abroad", "The school abroad"),
        days("to_japan", "First day of the visit to Japan; empty without one"),
        days("from_japan", "First day of the visit from Japan; empty without one"),
        words("japan_name", "The name of the school in Japan"),
        words("prefecture", "Where it is"), words("abroad_name", "The name of the school abroad"),
        words("country", "Its country"), words("area", "Its area"),
        words("level", "Primary or secondary"),
      ]),
    PlanTable(
      "visits.csv", "Who visits whom, by day",
      [
        words("direction", "To Japan or from Japan"), days("from", "First day"),
        days("to", "Last day"), words("guest", "The school that travels"),
        words("guest_name", "Its name"), words("guest_country", "Its country"),
        words("host", "The school that hosts"), words("host_name", "Its name"),
        words("host_country", "Its country"), words("host_area", "Its prefecture or area"),
        words("role", "Who travels"), numbers("teachers", "How many travel", colouring: .bars),
        words("pays_back", "Whether the visit pays back one of earlier years"),
      ]),
    PlanTable(
      "groups.csv", "Who travels together",
      [
        days("from", "First day"), days("to", "Last day"),
        words("direction", "To Japan or from Japan"), words("country", "The country abroad"),
        words("role", "Who travels"), numbers("schools", "Schools"),
        numbers("teachers", "Teachers", colouring: .bars), words("areas", "Where they are hosted"),
      ]),
    PlanTable(
      "schools.csv", "Every school, with its partners",
      [
        words("school", "The school's identifier"), words("name", "Its name"),
        words("country", "Its country"), words("area", "Its prefecture or area"),
        words("level", "Primary or secondary"),
        numbers("partners_max", "Most partners it can have"),
        words("partners", "Its partners"), words("sends_on", "First days of visits it makes"),
        words("hosts_on", "First days of visits it hosts"),
        words("wish", "Which of its wishes is met, 1 for the first"),
      ]),
    PlanTable(
      "unpartnered.csv", "Which schools have no partner, and why",
      [
        words("school", "The school's identifier"), words("name", "Its name"),
        words("country", "Its country"), words("area", "Its prefecture or area"),
        words("level", "Primary or secondary"),
        numbers("possible", "Schools that could be its partner"),
        words("reason", "Why, in a sentence"),
      ]),
    PlanTable(
      "debts.csv", "Who owes whom visits",
      [
        words("japan", "The school in Japan"), words("abroad", "The school abroad"),
        numbers("owed_before", "Visits owed before the year"),
        numbers("owed_after", "Visits owed after it"), words("owes", "The school that owes them"),
      ]),
    PlanTable(
      "ties.csv", "The ties of the next year",
      [
        words("japan", "The school in Japan"), words("abroad", "The school abroad"),
        numbers("strength", "How strong the tie is, 0 to 100"),
        numbers("to_japan", "Visits to Japan so far"),
        numbers("from_japan", "Visits from Japan so far"),
      ]),
  ]

  /// Tables of ten years.
  static let decade = [
    PlanTable(
      "units.csv", "How much of each line there is in each year",
      [
        words("line", "The programme line"),
        WorkbookColumn("year", .number(), note: "The fiscal year."),
        numbers("units", "Units", colouring: .bars), words("unit", "What a unit is"),
        numbers("people", "People reached"), numbers("cost_thousand_jpy", "Cost in thousand yen"),
        words("earned", "Whether the year is over, so that this is what it was"),
        words("name", "The line's name"),
      ]),
    PlanTable(
      "reach.csv", "What each year brings",
      [
        WorkbookColumn("year", .number(), note: "The fiscal year."),
        numbers("people", "People reached in the year"),
        numbers("people_so_far", "People reached up to its end", colouring: .bars),
        numbers("cost_thousand_jpy", "Cost in thousand yen"),
        numbers("budget_thousand_jpy", "Budget in thousand yen"),
        numbers(
          "people_over_all_years_if_lost", "People reached in all years if this one is lost"),
        numbers("extra_budget_thousand_jpy", "What the target needs beyond the budget"),
      ]),
    PlanTable(
      "backtest.csv", "What the estimates say of years that are over",
      [
        words("line", "The programme line"), words("years", "The years that are compared"),
        numbers("units", "Units in these years"),
        numbers("people_estimated", "People that the estimate gives"),
        numbers("people_reached", "People who were counted"),
        numbers("difference_percent", "By how many per cent the estimate is off"),
      ]),
  ]
}
