package baton.table;

import baton.contact.Contacts;
import baton.conversation.Unavailable;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/// [Contacts] upon the table.
public final class DynamoContacts implements Contacts {
  private final Table table;

  /// Upon that table.
  public DynamoContacts(Table table) {
    this.table = table;
  }

  @Override
  public void called(WorkspaceId workspace, ContactId id, ConversationId conversation, String channelName) {
    var contactKey = Keys.contact(workspace, id);
    var headKey = Keys.head(workspace, conversation);
    try {
      var found = table.read(List.of(contactKey, headKey));
      if (!found.containsKey(contactKey) || !found.containsKey(headKey)) {
        return;
      }
      var before = ContactItem.read(found.get(contactKey));
      var after = before.called(channelName);
      if (!after.equals(before)) {
        table.update(contactKey, new Expression()
            .setDifference(ContactItem.write(before), ContactItem.write(after))
            .whenEqual("originalName", before.originalName()));
      }
      String shown = Attributes.of(found.get(headKey)).text("contactName");
      if (!after.name().equals(shown)) {
        table.update(headKey, new Expression().set("contactName", after.name()).whenEqual("contactName", shown));
      }
    } catch (SdkException | Unavailable _) {
      // Somebody changed it at this moment, or the table does not answer. A name is no state, and the message is kept:
      // the next one finds what is still missing.
    }
  }
}
