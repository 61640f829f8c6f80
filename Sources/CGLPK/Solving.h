// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef MUSUBI_SOLVING_H
#define MUSUBI_SOLVING_H

#include "Guard.h"

// GLPK's form of a time limit; what is endless stays endless.
int musubi_glp_milliseconds(double seconds);

// Runs the simplex method inside a call that is already guarded.
void musubi_glp_run_simplex(
    musubi_glp *problem, const musubi_glp_simplex_options *options,
    musubi_glp_simplex_result *result);

#endif
