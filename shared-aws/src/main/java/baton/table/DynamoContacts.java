package baton.table;

import baton.contact.Contacts;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [Contacts] upon the table.
public final class DynamoContacts implements Contacts {
  private final Table table;

  /// Upon that table.
  public DynamoContacts(Table table) {
    this.table = table;
  }

  @Override
  public void called(WorkspaceId workspace, ContactId id, ConversationId conversation, String channelName) {
    var key = Keys.contact(workspace, id);
    var found = table.read(key).map(ContactItem::read);
    if (found.isEmpty() || found.get().originalName().equals(channelName)) {
      return;
    }
    var after = found.get().called(channelName);
    try {
      table.update(key, new Expression()
          .setDifference(ContactItem.write(found.get()), ContactItem.write(after))
          .whenEqual("originalName", found.get().originalName()));
      table.update(Keys.head(workspace, conversation), new Expression()
          .set("contactName", after.name())
          .whenEqual("contactName", found.get().name()));
    } catch (ConditionalCheckFailedException | TransactionConflictException _) {
      // Somebody changed it at this moment. A name is no state: the next message brings it again.
    }
  }
}
