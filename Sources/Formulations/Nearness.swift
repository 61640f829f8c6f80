// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of the goal that stays near to another plan of a year.
package let nameOfNearness = "changes"
