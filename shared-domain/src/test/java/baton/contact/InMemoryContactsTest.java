package baton.contact;

import baton.testing.ContactsContract;
import baton.testing.InMemoryInbox;
import baton.testing.InboxUnderTest;

class InMemoryContactsTest extends ContactsContract {
  @Override
  protected InboxUnderTest inbox() {
    return new InMemoryInbox();
  }
}
