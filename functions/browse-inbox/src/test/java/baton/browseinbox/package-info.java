/// Tests of what agents look at.
@NullMarked
package baton.browseinbox;

import org.jspecify.annotations.NullMarked;
