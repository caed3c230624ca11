/// Close, and begin again.
@NullMarked
package baton.closeconversation;

import org.jspecify.annotations.NullMarked;
