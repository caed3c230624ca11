/// Reassign what somebody has, and return it to the queue.
@NullMarked
package baton.reassignconversation;

import org.jspecify.annotations.NullMarked;
