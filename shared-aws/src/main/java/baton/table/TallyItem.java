package baton.table;

import baton.administration.Tally;
import baton.administration.Versioned;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a workspace's tally is spelled.
final class TallyItem {
  private TallyItem() {}

  static Map<String, AttributeValue> write(WorkspaceId workspace, Versioned<Tally> tally) {
    return Attributes.of(Keys.tally(workspace), ItemType.OTHER)
        .put("superAdmins", tally.value().superAdmins().stream().map(AgentId::value).sorted().toList())
        .put("teams", tally.value().teams())
        .put("version", tally.version())
        .map();
  }

  static Versioned<Tally> read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Versioned<>(
        new Tally(
            item.texts("superAdmins").stream().map(AgentId::new).collect(Collectors.toSet()),
            (int) item.number("teams")),
        item.number("version"));
  }
}
