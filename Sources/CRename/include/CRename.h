// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CRENAME_H
#define CRENAME_H

/// Renames, failing with EEXIST when something already bears the new name.
///
/// Returns 0 or an errno; ENOSYS or EINVAL where the system cannot do it.
int crename_without_replacing(const char *from, const char *to);

/// Lets two existing paths trade places in one step.
///
/// Returns 0 or an errno; ENOSYS or EINVAL where the system cannot do it.
int crename_exchanging(const char *one, const char *other);

#endif
