// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "Guard.h"

// MARK: Checks

// Whether `lower ... upper` can be the bounds of anything.
static int sound(double lower, double upper) {
  return lower <= upper && lower < INFINITY && upper > -INFINITY;
}

// GLPK's name for a pair of bounds.
static int kind_of(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  return isinf(upper) ? GLP_LO : GLP_DB;
}

// Whether `first ..< first + count` lies in `0 ..< all`.
static int inside(int first, int count, int all) {
  return first >= 0 && count >= 0 && first <= all && count <= all - first;
}

// Whether all bounds are sound; says which is not.
static int check_bounds(
    const char *what, int first, int count, const double *lower, const double *upper) {
  for (int k = 0; k < count; k++)
    if (!sound(lower[k], upper[k]))
      return musubi_glp_refuse(
          "%s %d cannot lie between %g and %g", what, first + k, lower[k], upper[k]);
  return MUSUBI_GLP_OK;
}

static int check_costs(int first, int count, const double *costs) {
  for (int k = 0; k < count; k++)
    if (!isfinite(costs[k]))
      return musubi_glp_refuse("column %d has the cost %g", first + k, costs[k]);
  return MUSUBI_GLP_OK;
}

// Checks sparse vectors: starts that ascend, positions in `0 ..< all` and not
// named twice in one vector, finite values. Returns the longest length, or -1
// after ending the call.
static int check_sparse(
    musubi_glp *problem, const char *what, int first, int count, const int32_t *starts,
    const int32_t *positions, const double *values, int all, int *status) {
  int longest = 0;
  *status = MUSUBI_GLP_OK;
  for (int k = 0; k < count; k++) {
    int from = starts[k], to = starts[k + 1];
    if (from < 0 || to < from) {
      *status = musubi_glp_refuse("%s %d has a negative number of entries", what, first + k);
      return -1;
    }
    if (to - from > longest) longest = to - from;
  }
  if (longest > all) {
    *status = musubi_glp_refuse("a %s has more entries than there are places", what);
    return -1;
  }
  if (musubi_glp_make_room(problem, longest, all)) {
    *status = musubi_glp_end(MUSUBI_GLP_NO_MEMORY);
    return -1;
  }
  for (int k = 0; k < count; k++) {
    int64_t stamp = ++problem->stamp;
    for (int e = starts[k]; e < starts[k + 1]; e++) {
      int place = positions[e];
      if (place < 0 || place >= all) {
        *status = musubi_glp_refuse(
            "%s %d names place %d of %d", what, first + k, place, all);
        return -1;
      }
      if (problem->stamps[place] == stamp) {
        *status = musubi_glp_refuse("%s %d names place %d twice", what, first + k, place);
        return -1;
      }
      problem->stamps[place] = stamp;
      if (!isfinite(values[e])) {
        *status = musubi_glp_refuse(
            "%s %d has the coefficient %g", what, first + k, values[e]);
        return -1;
      }
    }
  }
  return longest;
}

// Copies one sparse vector into the one-based scratch; returns its length.
static int unpack(
    musubi_glp *problem, int from, int to, const int32_t *positions, const double *values) {
  int length = 0;
  for (int e = from; e < to; e++) {
    if (values[e] == 0) continue;
    length += 1;
    problem->indices[length] = positions[e] + 1;
    problem->values[length] = values[e];
  }
  return length;
}

// MARK: Rows and columns

int musubi_glp_add_rows(
    musubi_glp *problem, int count, const double *lower, const double *upper) {
  ENTER(problem);
  if (count < 0 || count > 100000000 - problem->rows)
    return musubi_glp_refuse("%d rows cannot be added", count);
  int status = check_bounds("row", problem->rows, count, lower, upper);
  if (status) return status;
  if (count == 0) return musubi_glp_end(MUSUBI_GLP_OK);
  int first = glp_add_rows(problem->lp, count);
  for (int k = 0; k < count; k++)
    glp_set_row_bnds(problem->lp, first + k, kind_of(lower[k], upper[k]), lower[k], upper[k]);
  problem->rows += count;
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_add_columns(
    musubi_glp *problem, int count, const double *costs, const double *lower,
    const double *upper, const uint8_t *integer, const int32_t *starts, const int32_t *rows,
    const double *values) {
  ENTER(problem);
  int before = problem->columns;
  if (count < 0 || count > 100000000 - before)
    return musubi_glp_refuse("%d columns cannot be added", count);
  int status = check_bounds("column", before, count, lower, upper);
  if (status) return status;
  status = check_costs(before, count, costs);
  if (status) return status;
  for (int k = 0; k < count; k++)
    if (integer[k] && ((isfinite(lower[k]) && lower[k] != floor(lower[k])) ||
                       (isfinite(upper[k]) && upper[k] != floor(upper[k]))))
      return musubi_glp_refuse("integer column %d has a fractional bound", before + k);
  check_sparse(
      problem, "column", before, count, starts, rows, values, problem->rows, &status);
  if (status) return status;
  if (count == 0) return musubi_glp_end(MUSUBI_GLP_OK);
  glp_prob *lp = problem->lp;
  int first = glp_add_cols(lp, count);
  for (int k = 0; k < count; k++) {
    int column = first + k;
    glp_set_col_bnds(lp, column, kind_of(lower[k], upper[k]), lower[k], upper[k]);
    if (costs[k] != 0) glp_set_obj_coef(lp, column, costs[k]);
    if (integer[k]) glp_set_col_kind(lp, column, GLP_IV);
    int length = unpack(problem, starts[k], starts[k + 1], rows, values);
    if (length > 0) glp_set_mat_col(lp, column, length, problem->indices, problem->values);
  }
  problem->columns += count;
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_set_rows(
    musubi_glp *problem, int first, int count, const int32_t *starts, const int32_t *columns,
    const double *values) {
  ENTER(problem);
  if (!inside(first, count, problem->rows))
    return musubi_glp_refuse(
        "rows %d to %d are not all among the %d rows", first, first + count - 1, problem->rows);
  int status;
  check_sparse(
      problem, "row", first, count, starts, columns, values, problem->columns, &status);
  if (status) return status;
  for (int k = 0; k < count; k++) {
    int length = unpack(problem, starts[k], starts[k + 1], columns, values);
    glp_set_mat_row(problem->lp, first + k + 1, length, problem->indices, problem->values);
  }
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_set_costs(musubi_glp *problem, int first, int count, const double *costs) {
  ENTER(problem);
  if (!inside(first, count, problem->columns))
    return musubi_glp_refuse(
        "costs %d to %d do not belong to the %d columns", first, first + count - 1,
        problem->columns);
  int status = check_costs(first, count, costs);
  if (status) return status;
  for (int k = 0; k < count; k++) glp_set_obj_coef(problem->lp, first + k + 1, costs[k]);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_set_integer(musubi_glp *problem, int first, int count, const uint8_t *integer) {
  ENTER(problem);
  if (!inside(first, count, problem->columns))
    return musubi_glp_refuse(
        "kinds %d to %d do not belong to the %d columns", first, first + count - 1,
        problem->columns);
  for (int k = 0; k < count; k++)
    glp_set_col_kind(problem->lp, first + k + 1, integer[k] ? GLP_IV : GLP_CV);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_set_column_bounds(
    musubi_glp *problem, int first, int count, const double *lower, const double *upper) {
  ENTER(problem);
  if (!inside(first, count, problem->columns))
    return musubi_glp_refuse(
        "columns %d to %d are not all among the %d columns", first, first + count - 1,
        problem->columns);
  int status = check_bounds("column", first, count, lower, upper);
  if (status) return status;
  for (int k = 0; k < count; k++)
    glp_set_col_bnds(
        problem->lp, first + k + 1, kind_of(lower[k], upper[k]), lower[k], upper[k]);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_set_row_bounds(
    musubi_glp *problem, int first, int count, const double *lower, const double *upper) {
  ENTER(problem);
  if (!inside(first, count, problem->rows))
    return musubi_glp_refuse(
        "rows %d to %d are not all among the %d rows", first, first + count - 1, problem->rows);
  int status = check_bounds("row", first, count, lower, upper);
  if (status) return status;
  for (int k = 0; k < count; k++)
    glp_set_row_bnds(
        problem->lp, first + k + 1, kind_of(lower[k], upper[k]), lower[k], upper[k]);
  return musubi_glp_end(MUSUBI_GLP_OK);
}

// Copies positions to be removed into the scratch; ends the call on a fault.
static int unpack_removal(
    musubi_glp *problem, const char *what, int count, const int32_t *positions, int all) {
  if (count < 0 || count > all)
    return musubi_glp_refuse("%d of %d %ss cannot be removed", count, all, what);
  if (musubi_glp_make_room(problem, count, all)) return musubi_glp_end(MUSUBI_GLP_NO_MEMORY);
  int64_t stamp = ++problem->stamp;
  for (int k = 0; k < count; k++) {
    int place = positions[k];
    if (place < 0 || place >= all)
      return musubi_glp_refuse("there is no %s %d to remove among %d", what, place, all);
    if (problem->stamps[place] == stamp)
      return musubi_glp_refuse("%s %d is to be removed twice", what, place);
    problem->stamps[place] = stamp;
    problem->indices[k + 1] = place + 1;
  }
  return MUSUBI_GLP_OK;
}

int musubi_glp_remove_rows(musubi_glp *problem, int count, const int32_t *rows) {
  ENTER(problem);
  int status = unpack_removal(problem, "row", count, rows, problem->rows);
  if (status) return status;
  if (count > 0) glp_del_rows(problem->lp, count, problem->indices);
  problem->rows -= count;
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_remove_columns(musubi_glp *problem, int count, const int32_t *columns) {
  ENTER(problem);
  int status = unpack_removal(problem, "column", count, columns, problem->columns);
  if (status) return status;
  if (count > 0) glp_del_cols(problem->lp, count, problem->indices);
  problem->columns -= count;
  return musubi_glp_end(MUSUBI_GLP_OK);
}
