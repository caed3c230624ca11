package baton.table;

import baton.agent.Login;
import baton.agent.Membership;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How it is spelled that a login is an agent's.
final class LoginItem {
  private LoginItem() {}

  static Map<String, AttributeValue> write(WorkspaceId workspace, Login login, AgentId agent, boolean active) {
    return Attributes.of(Keys.login(login.issuer(), login.subject(), workspace), ItemType.OTHER)
        .put("agent", agent.value())
        .put("active", active)
        .map();
  }

  static Membership read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Membership(new WorkspaceId(item.key().sk()), new AgentId(item.text("agent")), item.flag("active"));
  }

  static AgentId agent(Map<String, AttributeValue> values) {
    return new AgentId(Attributes.of(values).text("agent"));
  }
}
