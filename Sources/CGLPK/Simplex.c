// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits.h>
#include <math.h>
#include <string.h>

#include "Solving.h"

int musubi_glp_milliseconds(double seconds) {
  if (seconds <= 0) return 0;
  if (seconds >= 2000000) return INT_MAX;
  double milliseconds = ceil(seconds * 1000);
  return milliseconds < 1 ? 1 : (int)milliseconds;
}

// MARK: Bases

static int status_for(uint8_t place) {
  switch (place) {
    case MUSUBI_GLP_BASIC:
      return GLP_BS;
    case MUSUBI_GLP_AT_UPPER:
      return GLP_NU;
    case MUSUBI_GLP_FREE:
      return GLP_NF;
    case MUSUBI_GLP_FIXED:
      return GLP_NS;
    default:
      return GLP_NL;
  }
}

static uint8_t place_for(int status) {
  switch (status) {
    case GLP_BS:
      return MUSUBI_GLP_BASIC;
    case GLP_NU:
      return MUSUBI_GLP_AT_UPPER;
    case GLP_NF:
      return MUSUBI_GLP_FREE;
    case GLP_NS:
      return MUSUBI_GLP_FIXED;
    default:
      return MUSUBI_GLP_AT_LOWER;
  }
}

int musubi_glp_set_basis(musubi_glp *problem, const uint8_t *rows, const uint8_t *columns) {
  ENTER(problem);
  // GLPK itself replaces a status that the bounds do not allow.
  for (int i = 0; i < problem->rows; i++)
    glp_set_row_stat(problem->lp, i + 1, status_for(rows[i]));
  for (int j = 0; j < problem->columns; j++)
    glp_set_col_stat(problem->lp, j + 1, status_for(columns[j]));
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_get_basis(musubi_glp *problem, uint8_t *rows, uint8_t *columns) {
  ENTER(problem);
  for (int i = 0; i < problem->rows; i++)
    rows[i] = place_for(glp_get_row_stat(problem->lp, i + 1));
  for (int j = 0; j < problem->columns; j++)
    columns[j] = place_for(glp_get_col_stat(problem->lp, j + 1));
  return musubi_glp_end(MUSUBI_GLP_OK);
}

// A fresh basis. The triangular one needs at least one row and one column.
static void build(musubi_glp *problem, int advanced) {
  if (advanced && problem->rows > 0 && problem->columns > 0)
    glp_adv_basis(problem->lp, 0);
  else
    glp_std_basis(problem->lp);
}

int musubi_glp_build_basis(musubi_glp *problem, int advanced) {
  ENTER(problem);
  build(problem, advanced);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_scale(musubi_glp *problem, int on) {
  ENTER(problem);
  if (on && problem->rows > 0 && problem->columns > 0)
    glp_scale_prob(problem->lp, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP);
  else
    glp_unscale_prob(problem->lp);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

// MARK: The simplex method

// GLPK's simplex has no callback, so a watched solve runs in slices of
// iterations; slices of time would end elsewhere on another machine. Each slice
// starts from the basis the one before left; the price is a refactorization and
// a reset of the steepest-edge weights, so slices grow.
static const int64_t first_slice = 1000, longest_slice = 8000;

void musubi_glp_run_simplex(
    musubi_glp *problem, const musubi_glp_simplex_options *options,
    musubi_glp_simplex_result *result) {
  glp_prob *lp = problem->lp;
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.presolve = GLP_OFF;
  control.meth = options->method == MUSUBI_GLP_PRIMAL ? GLP_PRIMAL
                 : options->method == MUSUBI_GLP_DUAL ? GLP_DUAL
                                                      : GLP_DUALP;
  if (options->flip) control.r_test = GLP_RT_FLIP;
  if (options->tolerance > 0) control.tol_bnd = control.tol_dj = options->tolerance;

  double begun = musubi_glp_now();
  int64_t slice = first_slice;
  int iterations_before = glp_get_it_cnt(lp);
  int repairs = 0;
  memset(result, 0, sizeof *result);
  result->status = MUSUBI_GLP_STOPPED;
  for (;;) {
    double spent = musubi_glp_now() - begun;
    result->iterations = (int64_t)glp_get_it_cnt(lp) - iterations_before;
    if (options->watch) {
      musubi_glp_progress progress = {
          .seconds = spent, .bound = INFINITY, .iterations = result->iterations};
      if (options->watch(options->context, &progress)) {
        result->limit = MUSUBI_GLP_LIMIT_CANCELLED;
        return;
      }
    }
    double left = options->seconds < 0 ? INFINITY : options->seconds - spent;
    if (left <= 0) {
      result->limit = MUSUBI_GLP_LIMIT_TIME;
      return;
    }
    int64_t steps = options->watch ? slice : INT_MAX;
    if (options->iterations >= 0) {
      int64_t allowed = options->iterations - result->iterations;
      if (allowed <= 0) {
        result->limit = MUSUBI_GLP_LIMIT_WORK;
        return;
      }
      if (allowed < steps) steps = allowed;
    }
    control.it_lim = (int)steps;
    control.tm_lim = musubi_glp_milliseconds(left);
    result->code = glp_simplex(lp, &control);
    switch (result->code) {
      case 0: {
        result->iterations = (int64_t)glp_get_it_cnt(lp) - iterations_before;
        int status = glp_get_status(lp);
        if (status == GLP_OPT || status == GLP_NOFEAS || status == GLP_UNBND) {
          result->status = status == GLP_OPT      ? MUSUBI_GLP_OPTIMAL
                           : status == GLP_NOFEAS ? MUSUBI_GLP_INFEASIBLE
                                                  : MUSUBI_GLP_UNBOUNDED;
          return;
        }
        // The dual method found no dual feasible point: the primal decides
        // whether the program is unbounded or infeasible.
        if (control.meth == GLP_PRIMAL) {
          result->status = MUSUBI_GLP_TROUBLE;
          return;
        }
        control.meth = GLP_PRIMAL;
        control.r_test = GLP_RT_HAR;
        break;
      }
      case GLP_ETMLIM:
        break;
      case GLP_EITLIM:
        slice = slice * 2 < longest_slice ? slice * 2 : longest_slice;
        break;
      case GLP_EBOUND:
        result->status = MUSUBI_GLP_TROUBLE;
        return;
      default:
        // A bad basis, or a breakdown on the way: begin again from a fresh
        // basis, first the triangular one, then that of all rows.
        if (repairs == 2) {
          result->status = MUSUBI_GLP_TROUBLE;
          return;
        }
        build(problem, repairs == 0);
        repairs += 1;
        control.meth = GLP_PRIMAL;
        control.r_test = GLP_RT_HAR;
        break;
    }
  }
}

int musubi_glp_simplex(
    musubi_glp *problem, const musubi_glp_simplex_options *options,
    musubi_glp_simplex_result *result) {
  memset(result, 0, sizeof *result);
  ENTER(problem);
  musubi_glp_run_simplex(problem, options, result);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

// MARK: Answers

int musubi_glp_get_objective(musubi_glp *problem, double *objective) {
  ENTER(problem);
  *objective = glp_get_obj_val(problem->lp);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_get_columns(musubi_glp *problem, double *values, double *reduced_costs) {
  ENTER(problem);
  int count = problem->columns;
  if (values)
    for (int j = 0; j < count; j++) values[j] = glp_get_col_prim(problem->lp, j + 1);
  if (reduced_costs)
    for (int j = 0; j < count; j++) reduced_costs[j] = glp_get_col_dual(problem->lp, j + 1);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_get_rows(musubi_glp *problem, double *values, double *duals) {
  ENTER(problem);
  int count = problem->rows;
  if (values)
    for (int i = 0; i < count; i++) values[i] = glp_get_row_prim(problem->lp, i + 1);
  if (duals)
    for (int i = 0; i < count; i++) duals[i] = glp_get_row_dual(problem->lp, i + 1);
  return musubi_glp_end(MUSUBI_GLP_OK);
}
