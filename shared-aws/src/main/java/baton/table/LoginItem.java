package baton.table;

import baton.agent.Login;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a login is spelled. The issuer's name for the person stands in the key only, as a hash.
final class LoginItem {
  private LoginItem() {}

  static Map<String, AttributeValue> write(String issuer, String subject, Login login) {
    return Attributes.of(Keys.login(issuer, subject, login.workspace()), ItemType.OTHER)
        .put("agent", login.agent().value())
        .put("active", login.active())
        .put("since", login.since())
        .map();
  }

  static Login read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Login(
        new WorkspaceId(item.key().sk()), new AgentId(item.text("agent")), item.flag("active"), item.time("since"));
  }
}
