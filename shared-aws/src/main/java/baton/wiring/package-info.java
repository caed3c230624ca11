/// The composition root: the only reader of the environment.
@NullMarked
package baton.wiring;

import org.jspecify.annotations.NullMarked;
