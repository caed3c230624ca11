package baton.conversation;

import baton.testing.ConversationsContract;
import baton.testing.InMemoryInbox;
import baton.testing.InboxUnderTest;

class InMemoryConversationsTest extends ConversationsContract {
  @Override
  protected InboxUnderTest inbox() {
    return new InMemoryInbox();
  }
}
