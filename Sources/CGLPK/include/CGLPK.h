// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guard around GLPK. GLPK reports misuse and failed assertions by
// aborting the process; every function here turns that into a return value.
//
// Rules the guard keeps:
// - A problem belongs to the thread that made it. Any other thread is refused.
// - A crash ends GLPK's environment of the thread, and with it every problem
//   of that thread: they are dead from then on, and say so. The next problem
//   made on the thread works.
// - A call made from inside a watch function is refused.
// - Nothing reaches the terminal; the last text is kept as the message.
//
// Positions are zero-based here. An infinite bound is no bound.
#ifndef MUSUBI_CGLPK_H
#define MUSUBI_CGLPK_H

#include <stdint.h>

// What became of a call.
#define MUSUBI_GLP_OK 0
#define MUSUBI_GLP_CRASHED 1       // GLPK aborted during this call; see the message
#define MUSUBI_GLP_DEAD 2          // the problem was lost in an earlier crash
#define MUSUBI_GLP_WRONG_THREAD 3  // the problem belongs to another thread
#define MUSUBI_GLP_NESTED 4        // called from inside a watch function
#define MUSUBI_GLP_BAD_ARGUMENT 5  // refused before GLPK saw it; see the message
#define MUSUBI_GLP_NO_MEMORY 6     // nothing was changed

// What is known about a linear program or an integer program.
#define MUSUBI_GLP_OPTIMAL 0
#define MUSUBI_GLP_INFEASIBLE 1
#define MUSUBI_GLP_UNBOUNDED 2
#define MUSUBI_GLP_INFEASIBLE_OR_UNBOUNDED 3
#define MUSUBI_GLP_STOPPED 4
#define MUSUBI_GLP_TROUBLE 5  // GLPK gave up; `code` says how

// Why a search stopped.
#define MUSUBI_GLP_LIMIT_NONE 0
#define MUSUBI_GLP_LIMIT_TIME 1
#define MUSUBI_GLP_LIMIT_CANCELLED 2
#define MUSUBI_GLP_LIMIT_WORK 3
#define MUSUBI_GLP_LIMIT_GAP 4

// Simplex methods.
#define MUSUBI_GLP_PRIMAL 0
#define MUSUBI_GLP_DUAL 1
#define MUSUBI_GLP_DUAL_THEN_PRIMAL 2

// Places a row or column can have in a basis.
#define MUSUBI_GLP_BASIC 0
#define MUSUBI_GLP_AT_LOWER 1
#define MUSUBI_GLP_AT_UPPER 2
#define MUSUBI_GLP_FREE 3
#define MUSUBI_GLP_FIXED 4

// Families of cutting planes, to be combined.
#define MUSUBI_GLP_CUTS_GOMORY 1
#define MUSUBI_GLP_CUTS_ROUNDING 2
#define MUSUBI_GLP_CUTS_COVER 4
#define MUSUBI_GLP_CUTS_CLIQUE 8

// A linear or integer program that lives in GLPK.
typedef struct musubi_glp musubi_glp;

// What a running search tells its watcher.
typedef struct {
  double seconds;      // since the search began
  double incumbent;    // objective of the best point; meaningless without one
  double bound;        // proven bound of the objective; infinite when unknown
  int64_t nodes;       // subproblems made so far
  int64_t open_nodes;  // subproblems still to explore
  int64_t iterations;  // simplex iterations
  int has_incumbent;
} musubi_glp_progress;

// Called now and then by a running search; nonzero ends the search. It has to
// return normally and must not call any function of this header.
typedef int (*musubi_glp_watch)(void *context, const musubi_glp_progress *progress);

typedef struct {
  int method;
  int flip;            // long-step ratio test in the dual method
  int64_t iterations;  // limit; negative: none
  double seconds;      // limit; negative: none
  double tolerance;    // primal and dual feasibility; not positive: GLPK's own
  musubi_glp_watch watch;  // may be null
  void *context;
} musubi_glp_simplex_options;

typedef struct {
  int status;
  int limit;
  int code;  // GLPK's own return code, for messages
  int64_t iterations;
} musubi_glp_simplex_result;

typedef struct {
  int presolve;
  int cuts;
  int branching;     // GLPK's number, 1...5; 0: GLPK's own choice
  int backtracking;  // GLPK's number, 1...4; 0: GLPK's own choice
  int rounding_heuristic;
  int feasibility_pump;
  int flip;
  double gap;                    // relative gap at which to stop; 0: proof
  double integrality_tolerance;  // not positive: GLPK's own
  double objective_tolerance;    // not positive: a tenth of a step of one
  double seconds;                // limit; negative: none
  int64_t nodes;                 // limit; negative: none
  int64_t work;                  // limit of nodes and simplex iterations; negative: none
  int has_cutoff;                // not with presolve
  double cutoff;                 // only strictly better points are wanted
  double interval;               // least seconds between two calls of the watch
  musubi_glp_watch watch;        // may be null
  void *context;
} musubi_glp_integer_options;

typedef struct {
  int status;
  int limit;
  int code;
  int has_point;
  double objective;
  double bound;  // infinite when unknown
  int64_t nodes;
  int64_t work;  // nodes and simplex iterations
} musubi_glp_integer_result;

// MARK: Life

int musubi_glp_create(int maximizing, musubi_glp **problem);
// Whether calls on this problem would be accepted here and now.
int musubi_glp_check(const musubi_glp *problem);
// Frees a problem. On a foreign thread, from inside a watch function, or after
// a crash, GLPK's own memory is left alone; it goes when the thread ends.
void musubi_glp_release(musubi_glp *problem);
// Text of the last crash or refusal on this thread. Valid until the next call.
const char *musubi_glp_message(void);
// Ends this thread's GLPK environment; all its problems are dead afterwards.
int musubi_glp_forget(void);
// Makes GLPK abort in a known way, so that the guard can be tested:
// 0 adds no rows, 1 names a row too long, 2 deletes twice, 3 loads a duplicate,
// 4 reads out of range, 5 passes a bad parameter.
int musubi_glp_provoke(musubi_glp *problem, int kind);

// MARK: Building

int musubi_glp_add_rows(
    musubi_glp *problem, int count, const double *lower, const double *upper);
int musubi_glp_add_columns(
    musubi_glp *problem, int count, const double *costs, const double *lower,
    const double *upper, const uint8_t *integer, const int32_t *starts, const int32_t *rows,
    const double *values);
int musubi_glp_set_rows(
    musubi_glp *problem, int first, int count, const int32_t *starts, const int32_t *columns,
    const double *values);
int musubi_glp_set_costs(musubi_glp *problem, int first, int count, const double *costs);
int musubi_glp_set_integer(musubi_glp *problem, int first, int count, const uint8_t *integer);
int musubi_glp_set_column_bounds(
    musubi_glp *problem, int first, int count, const double *lower, const double *upper);
int musubi_glp_set_row_bounds(
    musubi_glp *problem, int first, int count, const double *lower, const double *upper);
int musubi_glp_remove_rows(musubi_glp *problem, int count, const int32_t *rows);
int musubi_glp_remove_columns(musubi_glp *problem, int count, const int32_t *columns);

// MARK: Linear programs

int musubi_glp_set_basis(musubi_glp *problem, const uint8_t *rows, const uint8_t *columns);
int musubi_glp_get_basis(musubi_glp *problem, uint8_t *rows, uint8_t *columns);
// Starts from scratch: all rows basic, or GLPK's triangular basis.
int musubi_glp_build_basis(musubi_glp *problem, int advanced);
// Chooses scale factors, or takes them off.
int musubi_glp_scale(musubi_glp *problem, int on);
int musubi_glp_simplex(
    musubi_glp *problem, const musubi_glp_simplex_options *options,
    musubi_glp_simplex_result *result);
int musubi_glp_get_objective(musubi_glp *problem, double *objective);
// Either array may be null.
int musubi_glp_get_columns(musubi_glp *problem, double *values, double *reduced_costs);
int musubi_glp_get_rows(musubi_glp *problem, double *values, double *duals);

// MARK: The basis's inverse

// Which row (0 ..< rows) or column (rows + column) stands at each position of
// the basis; room for one number per row.
int musubi_glp_get_heads(musubi_glp *problem, int32_t *heads);
// A row of the inverse of the basis: multipliers of the equations row - its
// terms = 0; room for one number per row.
int musubi_glp_get_inverse_row(musubi_glp *problem, int position, double *multipliers);

// MARK: Integer programs

// Without the presolver, the root is solved from the current basis first.
// `start` has one value per column, or is null; not with the presolver.
// `point` has room for one value per column; it is filled if there is a point.
int musubi_glp_integer(
    musubi_glp *problem, const musubi_glp_integer_options *options, const double *start,
    musubi_glp_integer_result *result, double *point);

#endif
