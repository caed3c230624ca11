/// A conversation and the rules of who answers it: start at `ConversationCommands`.
@NullMarked
package baton.conversation;

import org.jspecify.annotations.NullMarked;
