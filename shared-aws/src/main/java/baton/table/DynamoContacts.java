package baton.table;

import baton.contact.Contacts;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    var head = Keys.head(workspace, conversation);
    var found = table.read(List.of(key, head));
    if (!found.containsKey(key)) {
      return;
    }
    var before = ContactItem.read(found.get(key));
    var after = before.called(channelName);
    try {
      if (!after.equals(before)) {
        table.update(key, new Expression()
            .setDifference(ContactItem.write(before), ContactItem.write(after))
            .whenEqual("originalName", before.originalName()));
      }
      // Whichever of a contact's conversations hears of the name first, each shows it with its own next message.
      show(head, Optional.ofNullable(found.get(head)), after.name());
    } catch (ConditionalCheckFailedException | TransactionConflictException _) {
      // Somebody changed it at this moment. A name is no state: the next message brings it again.
    }
  }

  private void show(Key head, Optional<Map<String, AttributeValue>> found, String name) {
    var shown = found.map(item -> Attributes.of(item).text("contactName"));
    if (shown.isPresent() && !shown.get().equals(name)) {
      table.update(head, new Expression()
          .set("contactName", name)
          .whenEqual("contactName", shown.get()));
    }
  }
}
