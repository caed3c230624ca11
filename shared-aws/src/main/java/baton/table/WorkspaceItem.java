package baton.table;

import baton.administration.Versioned;
import baton.table.Attributes.ItemType;
import baton.workspace.Workspace;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a workspace is spelled; ≤ 4 KB, so reading it is one unit.
final class WorkspaceItem {
  private WorkspaceItem() {}

  static Map<String, AttributeValue> write(Workspace workspace) {
    return Attributes.of(Keys.workspace(workspace.id()), ItemType.WORKSPACE)
        .put("name", workspace.name())
        .put("zone", workspace.zone().getId())
        .put("closeIdleAfterSeconds", workspace.closeIdleAfter().toSeconds())
        .put("salt", workspace.salt())
        .map();
  }

  static Map<String, AttributeValue> write(Versioned<Workspace> workspace) {
    return Attributes.of(write(workspace.value())).put("version", workspace.version()).map();
  }

  static Versioned<Workspace> readVersioned(Map<String, AttributeValue> values) {
    return new Versioned<>(read(values), Attributes.of(values).number("version"));
  }

  static Workspace read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Workspace(
        Keys.workspaceOf(item.key().pk()),
        item.text("name"),
        ZoneId.of(item.text("zone")),
        Duration.ofSeconds(item.number("closeIdleAfterSeconds")),
        item.text("salt"));
  }
}
