package baton.table;

import baton.contact.Contact;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a contact is spelled.
final class ContactItem {
  private ContactItem() {}

  static Map<String, AttributeValue> write(Contact contact) {
    return Attributes.of(Keys.contact(contact.workspace(), contact.id()), ItemType.CONTACT)
        .put("contact", contact.id().value())
        .put("name", contact.name())
        .put("originalName", contact.originalName())
        .put("phone", contact.phone())
        .put("pinnedTo", contact.pinnedTo())
        .putTime("pinnedAt", contact.pinnedAt())
        .put("blocked", contact.blocked())
        .put("conversations", contact.conversations())
        .put("version", contact.version())
        .map();
  }

  static Contact read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Contact(
        new ContactId(item.text("contact")),
        Keys.workspaceOf(item.key().pk()),
        item.text("name"),
        item.text("originalName"),
        item.text("phone"),
        item.optional("pinnedTo").map(AgentId::new),
        item.optionalTime("pinnedAt"),
        item.flag("blocked"),
        item.texts("conversations").stream().map(ConversationId::new).toList(),
        item.number("version"));
  }
}
