package baton.faults;

import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.AgentId;
import baton.id.ConversationId;
import java.util.Optional;

/// Something that an agent does to a conversation, for the functions and for the rules alone.
///
/// @param to whom, where somebody gets it
record Move(Kind kind, String agent, Customer customer, String to) {

  /// What can be done.
  enum Kind {
    CLAIM, ASSIGN, REASSIGN, UNASSIGN, CLOSE, REOPEN, REPLY
  }

  ApiCall call() {
    String id = customer.conversation();
    return switch (kind) {
      case CLAIM -> ApiCall.claim(id, agent);
      case ASSIGN -> ApiCall.assign(id, agent, to);
      case REASSIGN -> ApiCall.reassign(id, agent, to);
      case UNASSIGN -> ApiCall.unassign(id, agent);
      case CLOSE -> ApiCall.close(id, agent);
      case REOPEN -> ApiCall.reopen(id, agent);
      case REPLY -> ApiCall.reply(id, agent, "hello");
    };
  }

  ConversationCommand command() {
    var id = new ConversationId(customer.conversation());
    var target = new ToAgent(new AgentId(to));
    return switch (kind) {
      case CLAIM -> new Claim(id);
      case ASSIGN -> new Assign(id, target, false);
      case REASSIGN -> new Reassign(id, Optional.empty(), target);
      case UNASSIGN -> new Unassign(id);
      case CLOSE -> new Close(id, Optional.empty(), false);
      case REOPEN -> new Reopen(id);
      case REPLY -> new ConversationCommand.Reply(id, "hello", false, Optional.empty(), false, Optional.empty());
    };
  }
}
