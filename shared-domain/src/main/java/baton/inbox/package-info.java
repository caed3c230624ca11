/// What agents look at: folders, rows, timelines, counters.
@NullMarked
package baton.inbox;

import org.jspecify.annotations.NullMarked;
