/// Replying through the real handler.
@NullMarked
package baton.replytoconversation;

import org.jspecify.annotations.NullMarked;
