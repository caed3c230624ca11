/// Claiming and assigning through the real handler.
@NullMarked
package baton.assignconversation;

import org.jspecify.annotations.NullMarked;
