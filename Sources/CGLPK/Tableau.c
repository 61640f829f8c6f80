// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "Guard.h"

// Whether the basis is factorized; a basis that cannot be is refused.
static int is_factorized(musubi_glp *problem) {
  return glp_bf_exists(problem->lp) || glp_factorize(problem->lp) == 0;
}

int musubi_glp_get_heads(musubi_glp *problem, int32_t *heads) {
  ENTER(problem);
  if (!is_factorized(problem)) return musubi_glp_refuse("the basis is singular");
  for (int i = 0; i < problem->rows; i++) heads[i] = glp_get_bhead(problem->lp, i + 1) - 1;
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_get_inverse_row(musubi_glp *problem, int position, double *multipliers) {
  ENTER(problem);
  if (musubi_glp_make_room(problem, problem->rows + 1, 0))
    return musubi_glp_end(MUSUBI_GLP_NO_MEMORY);
  if (position < 0 || position >= problem->rows)
    return musubi_glp_refuse("a basis of %d has no position %d", problem->rows, position);
  if (!is_factorized(problem)) return musubi_glp_refuse("the basis is singular");
  // One-based, as GLPK has it.
  memset(problem->values, 0, sizeof(double) * (size_t)(problem->rows + 1));
  problem->values[position + 1] = 1;
  glp_btran(problem->lp, problem->values);
  memcpy(multipliers, problem->values + 1, sizeof(double) * (size_t)problem->rows);
  return musubi_glp_end(MUSUBI_GLP_OK);
}
