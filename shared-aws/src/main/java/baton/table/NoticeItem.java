package baton.table;

import baton.notice.Notice;
import baton.wire.NoticeJson;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a notice is spelled: under its agent, under its channel, and inside a kept decision.
final class NoticeItem {
  private NoticeItem() {}

  static Map<String, AttributeValue> write(Key key, Notice notice) {
    return Attributes.of(key, Attributes.ItemType.OTHER)
        .put("notice", NoticeJson.write(notice))
        .put("shared", notice.shared())
        .map();
  }

  static Notice read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return NoticeJson.read(item.text("notice"), item.flag("shared"));
  }
}
