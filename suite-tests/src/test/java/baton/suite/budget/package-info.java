/// What every operation costs, held against its budget.
@NullMarked
package baton.suite.budget;

import org.jspecify.annotations.NullMarked;
