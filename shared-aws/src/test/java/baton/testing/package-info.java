/// What the tests of all functions share: a world to act in, and the events that Lambda would hand over.
@NullMarked
package baton.testing;

import org.jspecify.annotations.NullMarked;
