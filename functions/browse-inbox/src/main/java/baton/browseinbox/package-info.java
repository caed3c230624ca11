/// Everything that is only looked at: a class for each route. Nothing here writes.
@NullMarked
package baton.browseinbox;

import org.jspecify.annotations.NullMarked;
