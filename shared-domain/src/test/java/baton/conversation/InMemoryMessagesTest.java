package baton.conversation;

import baton.testing.InMemoryInbox;
import baton.testing.InboxUnderTest;
import baton.testing.IncomingMessagesContract;

class InMemoryMessagesTest extends IncomingMessagesContract {
  @Override
  protected InboxUnderTest inbox() {
    return new InMemoryInbox();
  }
}
