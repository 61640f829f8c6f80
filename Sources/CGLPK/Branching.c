// SPDX-License-Identifier: GPL-3.0-or-later
#include <float.h>
#include <math.h>
#include <string.h>

#include "Solving.h"

// What a running search remembers between two callbacks.
typedef struct {
  musubi_glp *problem;
  const musubi_glp_integer_options *options;
  const double *start;
  double begun;
  double next_watch;
  double bound;
  double improvement;  // relative, at which a subproblem is worth exploring
  int maximizing;
  int begun_search;
  int limit;
  int64_t nodes;
  int64_t iterations_before;
} search;

static double tighter(const search *self, double a, double b) {
  return self->maximizing ? fmin(a, b) : fmax(a, b);
}

// MARK: Points handed to GLPK

// Hands over what the caller knows: a value to beat, then a point.
//
// GLPK has no cutoff. It does have an incumbent, which it believes without
// checking the rows: a column of cost one, fixed at zero in every real point,
// is given the cutoff as its value. What is not better is pruned from then on,
// and the column's value tells whether a real point replaced it.
static void hand_over(search *self, glp_tree *tree) {
  const musubi_glp_integer_options *options = self->options;
  musubi_glp *problem = self->problem;
  int count = problem->columns;
  double *point = problem->values;
  if (options->has_cutoff) {
    memset(point, 0, (size_t)(count + 2) * sizeof *point);
    point[count + 1] = options->cutoff == 0 ? 1 : options->cutoff;
    glp_ios_heur_sol(tree, point);
  }
  if (self->start) {
    point[0] = 0;
    memcpy(point + 1, self->start, (size_t)count * sizeof *point);
    if (options->has_cutoff) point[count + 1] = 0;
    glp_ios_heur_sol(tree, point);
  }
}

// MARK: Watching

static void note_bound(search *self, glp_tree *tree) {
  int node = glp_ios_best_node(tree);
  if (node == 0) return;
  double bound = glp_ios_node_bound(tree, node);
  if (fabs(bound) < DBL_MAX) self->bound = tighter(self, self->bound, bound);
}

// Whether the best point is the stand-in for a cutoff.
static int is_stand_in(const search *self, glp_prob *mip) {
  return self->options->has_cutoff && glp_mip_col_val(mip, self->problem->columns + 1) != 0;
}

static int has_point(const search *self, glp_prob *mip) {
  int status = glp_mip_status(mip);
  return (status == GLP_FEAS || status == GLP_OPT) && !is_stand_in(self, mip);
}

static void observe(glp_tree *tree, void *info) {
  search *self = info;
  const musubi_glp_integer_options *options = self->options;
  if (!self->begun_search) {
    self->begun_search = 1;
    if (!options->presolve) hand_over(self, tree);
  }
  int open_nodes, made_nodes;
  glp_ios_tree_size(tree, &open_nodes, NULL, &made_nodes);
  self->nodes = made_nodes;
  double now = musubi_glp_now();
  if (options->seconds >= 0 && now - self->begun >= options->seconds)
    self->limit = MUSUBI_GLP_LIMIT_TIME;
  else if (options->nodes >= 0 && made_nodes > options->nodes)
    self->limit = MUSUBI_GLP_LIMIT_WORK;
  else if (options->work >= 0 &&
           made_nodes + glp_get_it_cnt(glp_ios_get_prob(tree)) - self->iterations_before >=
               options->work)
    self->limit = MUSUBI_GLP_LIMIT_WORK;
  if (options->watch && now >= self->next_watch) {
    note_bound(self, tree);
    glp_prob *mip = glp_ios_get_prob(tree);
    musubi_glp_progress progress = {
        .seconds = now - self->begun,
        .bound = self->bound,
        .nodes = made_nodes,
        .open_nodes = open_nodes,
        .iterations = glp_get_it_cnt(mip),
        .has_incumbent = has_point(self, mip),
    };
    if (progress.has_incumbent) progress.incumbent = glp_mip_obj_val(mip);
    if (options->watch(options->context, &progress)) self->limit = MUSUBI_GLP_LIMIT_CANCELLED;
    self->next_watch = now + options->interval;
  }
  if (self->limit) {
    note_bound(self, tree);
    glp_ios_terminate(tree);
  }
}

// MARK: The root

// Solves the relaxation from the current basis; false when that already says
// how the search ends.
static int solve_root(search *self, musubi_glp_integer_result *result) {
  const musubi_glp_integer_options *options = self->options;
  musubi_glp_simplex_options relaxation = {
      .method = MUSUBI_GLP_DUAL_THEN_PRIMAL,
      .iterations = options->work,
      .seconds = options->seconds,
      .watch = options->watch,
      .context = options->context,
  };
  musubi_glp_simplex_result root;
  musubi_glp_run_simplex(self->problem, &relaxation, &root);
  result->status = root.status == MUSUBI_GLP_UNBOUNDED ? MUSUBI_GLP_INFEASIBLE_OR_UNBOUNDED
                                                       : root.status;
  result->limit = root.limit;
  result->code = root.code;
  if (root.status != MUSUBI_GLP_OPTIMAL) return 0;
  self->bound = glp_get_obj_val(self->problem->lp);
  // GLPK drops a subproblem that promises less than this part of the best
  // value. Its own 1e-7 is more than a step of one from 10^7 on, and more than
  // a tenth of one from 10^6 on, where wrong optima are on record.
  self->improvement = fmax(1e-13, fmin(1e-7, 0.1 / (1 + fabs(self->bound))));
  return 1;
}

// MARK: The search

static void set_control(glp_iocp *control, search *self) {
  const musubi_glp_integer_options *options = self->options;
  glp_init_iocp(control);
  control->msg_lev = GLP_MSG_OFF;
  control->presolve = options->presolve ? GLP_ON : GLP_OFF;
  control->gmi_cuts = options->cuts & MUSUBI_GLP_CUTS_GOMORY ? GLP_ON : GLP_OFF;
  control->mir_cuts = options->cuts & MUSUBI_GLP_CUTS_ROUNDING ? GLP_ON : GLP_OFF;
  control->cov_cuts = options->cuts & MUSUBI_GLP_CUTS_COVER ? GLP_ON : GLP_OFF;
  control->clq_cuts = options->cuts & MUSUBI_GLP_CUTS_CLIQUE ? GLP_ON : GLP_OFF;
  if (options->branching >= 1 && options->branching <= 5) control->br_tech = options->branching;
  if (options->backtracking >= 1 && options->backtracking <= 4)
    control->bt_tech = options->backtracking;
  control->sr_heur = options->rounding_heuristic ? GLP_ON : GLP_OFF;
  control->fp_heur = options->feasibility_pump ? GLP_ON : GLP_OFF;
  control->flip = options->flip ? GLP_ON : GLP_OFF;
  if (options->gap > 0) control->mip_gap = options->gap;
  if (options->integrality_tolerance > 0) control->tol_int = options->integrality_tolerance;
  control->tol_obj =
      options->objective_tolerance > 0 ? options->objective_tolerance : self->improvement;
  if (options->seconds >= 0)
    control->tm_lim =
        musubi_glp_milliseconds(options->seconds - (musubi_glp_now() - self->begun));
  control->cb_func = observe;
  control->cb_info = self;
}

static void read_result(search *self, int code, musubi_glp_integer_result *result) {
  glp_prob *lp = self->problem->lp;
  result->code = code;
  result->nodes = self->nodes;
  result->has_point = has_point(self, lp);
  if (result->has_point) result->objective = glp_mip_obj_val(lp);
  result->status = MUSUBI_GLP_STOPPED;
  switch (code) {
    case 0:
      result->status = result->has_point ? MUSUBI_GLP_OPTIMAL : MUSUBI_GLP_INFEASIBLE;
      if (result->has_point) self->bound = result->objective;
      break;
    case GLP_ENOPFS:
      result->status = MUSUBI_GLP_INFEASIBLE;
      break;
    case GLP_ENODFS:
      result->status = MUSUBI_GLP_INFEASIBLE_OR_UNBOUNDED;
      break;
    case GLP_ETMLIM:
      result->limit = MUSUBI_GLP_LIMIT_TIME;
      break;
    case GLP_ESTOP:
      result->limit = self->limit;
      break;
    case GLP_EMIPGAP: {
      // GLPK's own test, turned round.
      double best = glp_mip_obj_val(lp);
      double gap = self->options->gap * (fabs(best) + DBL_EPSILON);
      self->bound = tighter(self, self->bound, self->maximizing ? best + gap : best - gap);
      result->limit = MUSUBI_GLP_LIMIT_GAP;
      break;
    }
    default:
      result->status = MUSUBI_GLP_TROUBLE;
      break;
  }
  result->bound = self->bound;
}

// Adds the column that stands in for a cutoff.
static void add_stand_in(musubi_glp *problem, double cutoff) {
  int column = glp_add_cols(problem->lp, 1);
  glp_set_col_bnds(problem->lp, column, GLP_FX, 0, 0);
  if (cutoff != 0) glp_set_obj_coef(problem->lp, column, 1);
  if (cutoff == floor(cutoff)) glp_set_col_kind(problem->lp, column, GLP_IV);
}

int musubi_glp_integer(
    musubi_glp *problem, const musubi_glp_integer_options *options, const double *start,
    musubi_glp_integer_result *result, double *point) {
  memset(result, 0, sizeof *result);
  ENTER(problem);
  if (options->presolve && (start || options->has_cutoff))
    return musubi_glp_refuse("a start or a cutoff cannot be told to the presolver");
  if (options->has_cutoff && !isfinite(options->cutoff))
    return musubi_glp_refuse("the cutoff is %g", options->cutoff);
  if (start)
    for (int j = 0; j < problem->columns; j++)
      if (!isfinite(start[j]))
        return musubi_glp_refuse("the start gives column %d the value %g", j, start[j]);
  if (musubi_glp_make_room(problem, problem->columns + 1, 0))
    return musubi_glp_end(MUSUBI_GLP_NO_MEMORY);

  glp_prob *lp = problem->lp;
  search self = {
      .problem = problem, .options = options, .start = start, .begun = musubi_glp_now()};
  self.maximizing = glp_get_obj_dir(lp) == GLP_MAX;
  self.iterations_before = glp_get_it_cnt(lp);
  self.bound = self.maximizing ? INFINITY : -INFINITY;
  self.next_watch = self.begun;
  self.improvement = 1e-9;
  if (options->has_cutoff) add_stand_in(problem, options->cutoff);
  if (options->presolve || solve_root(&self, result)) {
    glp_iocp control;
    set_control(&control, &self);
    read_result(&self, glp_intopt(lp, &control), result);
    if (result->has_point)
      for (int j = 0; j < problem->columns; j++) point[j] = glp_mip_col_val(lp, j + 1);
  } else {
    result->bound = self.bound;
  }
  result->work = self.nodes + glp_get_it_cnt(lp) - self.iterations_before;
  if (options->has_cutoff) {
    problem->indices[1] = problem->columns + 1;
    glp_del_cols(lp, 1, problem->indices);
  }
  return musubi_glp_end(MUSUBI_GLP_OK);
}
