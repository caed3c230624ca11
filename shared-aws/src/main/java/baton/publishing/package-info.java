/// The way out of the table: events to their topic, replies to their queue, notices to theirs.
@NullMarked
package baton.publishing;

import org.jspecify.annotations.NullMarked;
