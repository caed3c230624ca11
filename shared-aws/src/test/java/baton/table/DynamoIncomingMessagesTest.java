package baton.table;

import baton.testing.InboxUnderTest;
import baton.testing.IncomingMessagesContract;

class DynamoIncomingMessagesTest extends IncomingMessagesContract {
  @Override
  protected InboxUnderTest inbox() {
    return new DynamoInbox(LocalTable.fresh());
  }
}
