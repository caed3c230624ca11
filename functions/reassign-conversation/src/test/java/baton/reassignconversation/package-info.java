/// Moving on and putting back through the real handler.
@NullMarked
package baton.reassignconversation;

import org.jspecify.annotations.NullMarked;
