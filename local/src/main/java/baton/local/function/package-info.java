/// Runs the handlers of the template, as Lambda would, in a process of their own.
@NullMarked
package baton.local.function;

import org.jspecify.annotations.NullMarked;
