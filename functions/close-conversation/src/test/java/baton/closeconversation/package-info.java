/// Closing and reopening through the real handler.
@NullMarked
package baton.closeconversation;

import org.jspecify.annotations.NullMarked;
