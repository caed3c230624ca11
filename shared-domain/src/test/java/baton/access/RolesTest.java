package baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// product.md 3.1 as one table, written out a second time: a right that changes by accident fails here.
class RolesTest {
  private static final String TABLE = """
      permission                   super_admin  manager  operator  restricted_operator  observer
      conversation.view.own        ALL          ALL      ALL       ALL                  NONE
      conversation.view.unassigned ALL          ALL      TEAMS     NONE                 TEAMS
      conversation.view.group      ALL          ALL      TEAMS     NONE                 TEAMS
      conversation.view.all        ALL          ALL      NONE      NONE                 NONE
      conversation.take            ALL          ALL      TEAMS     NONE                 NONE
      conversation.reply           ALL          ALL      TEAMS     OWN                  NONE
      conversation.assign.others   ALL          ALL      TEAMS     NONE                 NONE
      conversation.assign.group    ALL          ALL      TEAMS     OWN                  NONE
      conversation.unassign        ALL          ALL      OWN       OWN                  NONE
      conversation.close           ALL          ALL      OWN       OWN                  NONE
      conversation.reopen          ALL          ALL      TEAMS     NONE                 NONE
      contact.pin.self             ALL          ALL      ALL       NONE                 NONE
      contact.unpin.self           ALL          ALL      ALL       NONE                 NONE
      contact.pin.others           ALL          ALL      NONE      NONE                 NONE
      contact.unpin.any            ALL          NONE     NONE      NONE                 NONE
      contact.blacklist            ALL          ALL      ALL       NONE                 NONE
      contact.blacklist.manage     ALL          ALL      NONE      NONE                 NONE
      audit.view                   ALL          ALL      NONE      NONE                 NONE
      settings.manage              ALL          NONE     NONE      NONE                 NONE
      agents.manage                ALL          NONE     NONE      NONE                 NONE
      groups.manage                ALL          NONE     NONE      NONE                 NONE
      channels.manage              ALL          NONE     NONE      NONE                 NONE
      """;

  @Test
  void each_role_reaches_as_far_as_the_table_says() {
    assertThat(asTable()).isEqualTo(expected());
  }

  @Test
  void the_rights_of_several_roles_add_up() {
    assertThat(Roles.reach(Set.of(Role.RESTRICTED_OPERATOR, Role.OBSERVER), Permission.VIEW_TEAM)).isEqualTo(Reach.TEAMS);
    assertThat(Roles.reach(Set.of(Role.RESTRICTED_OPERATOR, Role.OBSERVER), Permission.REPLY)).isEqualTo(Reach.OWN);
    assertThat(Roles.reach(Set.of(Role.OPERATOR, Role.MANAGER), Permission.CLOSE)).isEqualTo(Reach.ALL);
  }

  @Test
  void without_a_role_nothing_is_allowed() {
    assertThat(Permission.values()).allMatch(permission -> Roles.reach(Set.of(), permission) == Reach.NONE);
  }

  private static Map<String, Map<String, String>> asTable() {
    return Arrays.stream(Permission.values()).collect(Collectors.toMap(
        Permission::word,
        permission -> Arrays.stream(Role.values()).collect(Collectors.toMap(
            Role::word, role -> Roles.reach(Set.of(role), permission).name(), (a, _) -> a, TreeMap::new)),
        (a, _) -> a, TreeMap::new));
  }

  private static Map<String, Map<String, String>> expected() {
    var rows = TABLE.lines().map(line -> line.split(" +")).toList();
    var roles = rows.getFirst();
    var table = new TreeMap<String, Map<String, String>>();
    for (var row : rows.subList(1, rows.size())) {
      var cells = new TreeMap<String, String>();
      for (int i = 1; i < row.length; i++) {
        cells.put(roles[i], row[i]);
      }
      table.put(row[0], cells);
    }
    return table;
  }
}
