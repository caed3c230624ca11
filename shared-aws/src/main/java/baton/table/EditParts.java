package baton.table;

import baton.administration.Edit;
import baton.administration.Edit.AgentGone;
import baton.administration.Edit.AgentPart;
import baton.administration.Edit.AvailabilityPart;
import baton.administration.Edit.ChannelPart;
import baton.administration.Edit.LoginGone;
import baton.administration.Edit.LoginPart;
import baton.administration.Edit.LoginSwitch;
import baton.administration.Edit.MemberGone;
import baton.administration.Edit.MemberPart;
import baton.administration.Edit.Part;
import baton.administration.Edit.SettingsPart;
import baton.administration.Edit.SubscriptionGone;
import baton.administration.Edit.SubscriptionPart;
import baton.administration.Edit.TallyPart;
import baton.administration.Edit.TeamGone;
import baton.administration.Edit.TeamPart;
import baton.administration.Versioned;
import baton.agent.Login;
import baton.id.TeamId;
import baton.table.Attributes.ItemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// An edit as the parts of one transaction.
final class EditParts {
  private final Table table;
  private final Edit edit;
  private final List<TransactWriteItem> parts = new ArrayList<>();

  private EditParts(Table table, Edit edit) {
    this.table = table;
    this.edit = edit;
  }

  static List<TransactWriteItem> of(Table table, Edit edit) {
    var it = new EditParts(table, edit);
    edit.parts().forEach(it::part);
    edit.event().ifPresent(event -> it.parts.add(table.putsNew(EventItem.write(event))));
    edit.remembered().ifPresent(
        remembered -> it.parts.add(OnceItem.part(table, edit.workspace(), remembered, edit.at())));
    return it.parts;
  }

  private void part(Part part) {
    var workspace = edit.workspace();
    switch (part) {
      case SettingsPart(var before, var after) ->
          item(Optional.of(WorkspaceItem.write(before)), WorkspaceItem.write(before.next(after)), before.version());
      case TallyPart(var before, var after) -> item(
          Optional.of(TallyItem.write(workspace, before)).filter(_ -> before.version() > 0),
          TallyItem.write(workspace, before.next(after)), before.version());
      case AgentPart(var before, var after) -> item(
          before.map(AgentItem::write), AgentItem.write(next(before, after)), version(before));
      case AgentGone(var before, var after) -> parts.add(table.updates(
          Keys.agent(workspace, after.agent().id()),
          whenVersion(
              new Expression().setDifference(AgentItem.write(before), AgentItem.write(before.next(after))),
              before.version())
              .whenEqual("open", AttributeValue.fromN(Integer.toString(before.value().agent().open())))));
      case AvailabilityPart(var agent, var availability) ->
          parts.add(table.updates(Keys.agent(workspace, agent), DynamoPresence.declared(availability)));
      case LoginPart(var login, var agent, var active) -> {
        var unlessAnothers = new Expression();
        unlessAnothers.when("attribute_not_exists(%s) OR %s = %s".formatted(
            unlessAnothers.name("pk"), unlessAnothers.name("agent"), unlessAnothers.value(agent.value())));
        parts.add(table.puts(
            LoginItem.write(login.issuer(), login.subject(), new Login(workspace, agent, active, edit.at())),
            unlessAnothers));
      }
      case LoginSwitch(var login, var agent, var active) -> parts.add(table.updates(
          Keys.login(login.issuer(), login.subject(), workspace),
          new Expression().set("active", active).whenEqual("agent", agent.value())));
      case LoginGone(var login, var _) -> parts.add(table.deletes(Keys.login(login.issuer(), login.subject(), workspace)));
      case TeamPart(var before, var after) -> item(
          before.map(TeamItem::write), TeamItem.write(next(before, after)), version(before));
      case TeamGone(var before) -> parts.add(table.updates(
          Keys.team(workspace, before.value().id()),
          whenVersion(TeamItem.dissolve(new Expression()).countInTransaction("version"), before.version())));
      case MemberPart(var team, var agent, var counted) -> {
        parts.add(table.putsNew(Attributes.of(Keys.member(workspace, team, agent), ItemType.OTHER).map()));
        count(team, counted);
      }
      case MemberGone(var team, var agent, var counted) -> {
        parts.add(table.deletes(Keys.member(workspace, team, agent)));
        count(team, counted);
      }
      case ChannelPart(var before, var after) -> item(
          before.map(ChannelItem::write), ChannelItem.write(next(before, after)), version(before));
      case SubscriptionPart(var channel, var agent) -> {
        parts.add(table.putsNew(Attributes.of(Keys.subscriber(channel, agent), ItemType.OTHER).map()));
        parts.add(table.putsNew(Attributes.of(Keys.subscription(workspace, agent, channel), ItemType.OTHER).map()));
      }
      case SubscriptionGone(var channel, var agent) -> {
        parts.add(table.deletes(Keys.subscriber(channel, agent)));
        parts.add(table.deletes(Keys.subscription(workspace, agent, channel)));
      }
    }
  }

  private void item(
      Optional<Map<String, AttributeValue>> before, Map<String, AttributeValue> after, long version) {
    parts.add(before.isEmpty()
        ? table.putsNew(after)
        : table.updates(Key.of(after), whenVersion(new Expression().setDifference(before.get(), after), version)));
  }

  private static <T> Versioned<T> next(Optional<Versioned<T>> before, T after) {
    return before.map(was -> was.next(after)).orElseGet(() -> new Versioned<>(after, 1));
  }

  private static long version(Optional<? extends Versioned<?>> before) {
    return before.map(Versioned::version).orElse(0L);
  }

  // An item that was never changed by hand may bear no version.
  private static Expression whenVersion(Expression expression, long version) {
    return version == 0
        ? expression.whenPresent("pk").whenAbsent("version")
        : expression.whenEqual("version", AttributeValue.fromN(Long.toString(version)));
  }

  // Whoever comes or goes makes a team's removal, decided on before, lose its race.
  private void count(TeamId team, boolean counted) {
    if (counted) {
      parts.add(table.updates(
          Keys.team(edit.workspace(), team), TeamItem.whenThere(new Expression().countInTransaction("version"))));
    }
  }
}
