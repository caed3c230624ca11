/// An agent's reply.
@NullMarked
package baton.replytoconversation;

import org.jspecify.annotations.NullMarked;
