package baton.table;

import baton.administration.Versioned;
import baton.agent.Team;
import baton.id.TeamId;
import baton.table.Attributes.ItemType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a team is spelled. A dissolved one stays where teams are listed, because something may come back to its queue,
/// and is none otherwise.
final class TeamItem {
  private TeamItem() {}

  static Map<String, AttributeValue> write(Team team) {
    return Attributes.of(Keys.team(team.workspace(), team.id()), ItemType.TEAM)
        .put("name", team.name())
        .put("folder", Keys.teams(team.workspace()))
        .put("folderSort", team.id().value())
        .map();
  }

  static Map<String, AttributeValue> write(Versioned<Team> team) {
    return Attributes.of(write(team.value())).put("version", team.version()).map();
  }

  static Expression dissolve(Expression update) {
    return update.set("dissolved", true);
  }

  static Expression whenThere(Expression update) {
    return update.whenPresent("pk").whenAbsent("dissolved");
  }

  static boolean isThere(Map<String, AttributeValue> values) {
    return !Attributes.of(values).flag("dissolved");
  }

  static Versioned<Team> readVersioned(Map<String, AttributeValue> values) {
    return new Versioned<>(read(values), Attributes.of(values).number("version"));
  }

  static Team read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Team(new TeamId(item.text("folderSort")), Keys.workspaceOf(item.key().pk()), item.text("name"));
  }
}
