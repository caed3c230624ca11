package baton.table;

import baton.testing.ContactsContract;
import baton.testing.InboxUnderTest;

class DynamoContactsTest extends ContactsContract {
  @Override
  protected InboxUnderTest inbox() {
    return new DynamoInbox(LocalTable.fresh());
  }
}
