package baton.table;

import baton.access.Role;
import baton.administration.Versioned;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How an agent is spelled.
final class AgentItem {
  private AgentItem() {}

  static Map<String, AttributeValue> write(Agent agent) {
    return Attributes.of(Keys.agent(agent.workspace(), agent.id()), ItemType.AGENT)
        .put("name", agent.name())
        .put("email", agent.email())
        .put("account", agent.account().word())
        .put("roles", agent.roles().stream().map(Role::word).sorted().toList())
        .put("teams", agent.teams().stream().map(TeamId::value).sorted().toList())
        .put("availability", agent.availability().word())
        .put("capacity", agent.capacity())
        .put("open", agent.open())
        // Who is gone leaves the list, and costs nobody anything any more; their name is still found by their id.
        .put("folder", Optional.of(Keys.agents(agent.workspace())).filter(_ -> agent.account() != Account.DELETED))
        .put("folderSort", agent.id().value())
        .map();
  }

  static Map<String, AttributeValue> write(Versioned<Enrolled> enrolled) {
    var item = Attributes.of(write(enrolled.value().agent())).put("version", enrolled.version());
    enrolled.value().login()
        .ifPresent(login -> item.put("loginIssuer", login.issuer()).put("loginSubject", login.subject()));
    return item.map();
  }

  static Versioned<Enrolled> readVersioned(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var login = item.optional("loginIssuer").map(issuer -> new LoginName(issuer, item.text("loginSubject")));
    return new Versioned<>(new Enrolled(read(values), login), item.number("version"));
  }

  static Agent read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Agent(
        new AgentId(item.text("folderSort")),
        Keys.workspaceOf(item.key().pk()),
        item.text("name"),
        item.text("email"),
        Account.of(item.text("account")).orElseThrow(),
        item.texts("roles").stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet()),
        item.texts("teams").stream().map(TeamId::new).collect(Collectors.toSet()),
        Availability.of(item.text("availability")).orElseThrow(),
        (int) item.number("capacity"),
        (int) item.number("open"));
  }
}
