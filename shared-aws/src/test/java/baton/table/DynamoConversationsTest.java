package baton.table;

import baton.testing.ConversationsContract;
import baton.testing.InboxUnderTest;

class DynamoConversationsTest extends ConversationsContract {
  @Override
  protected InboxUnderTest inbox() {
    return new DynamoInbox(LocalTable.fresh());
  }
}
