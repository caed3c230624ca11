/// The wiring of tests.
@NullMarked
package baton.wiring;

import org.jspecify.annotations.NullMarked;
