/// The people who answer, and the teams they stand in.
@NullMarked
package baton.agent;

import org.jspecify.annotations.NullMarked;
