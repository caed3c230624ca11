/// The clean-up through the real handler.
@NullMarked
package baton.sweepconversations;

import org.jspecify.annotations.NullMarked;
