/// From the table's stream to the topic and the queue.
@NullMarked
package baton.publishevents;

import org.jspecify.annotations.NullMarked;
