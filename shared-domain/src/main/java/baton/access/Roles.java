package baton.access;

import static baton.access.Reach.ALL;
import static baton.access.Reach.NONE;
import static baton.access.Reach.OWN;
import static baton.access.Reach.TEAMS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The one table of who may do what. Custom roles will replace its rows per workspace; nothing else will change.
final class Roles {
  private static final Map<Permission, Map<Role, Reach>> TABLE = new EnumMap<>(Permission.class);

  static {
    //                               super  manager operator restricted observer
    row(Permission.VIEW_OWN,         ALL,   ALL,    ALL,     ALL,       NONE);
    row(Permission.VIEW_UNASSIGNED,  ALL,   ALL,    TEAMS,   NONE,      TEAMS);
    row(Permission.VIEW_TEAM,        ALL,   ALL,    TEAMS,   NONE,      TEAMS);
    row(Permission.VIEW_ALL,         ALL,   ALL,    NONE,    NONE,      NONE);
    row(Permission.TAKE,             ALL,   ALL,    TEAMS,   NONE,      NONE);
    row(Permission.REPLY,            ALL,   ALL,    TEAMS,   OWN,       NONE);
    row(Permission.ASSIGN_OTHERS,    ALL,   ALL,    TEAMS,   NONE,      NONE);
    row(Permission.ASSIGN_TEAM,      ALL,   ALL,    TEAMS,   OWN,       NONE);
    row(Permission.UNASSIGN,         ALL,   ALL,    OWN,     OWN,       NONE);
    row(Permission.CLOSE,            ALL,   ALL,    OWN,     OWN,       NONE);
    row(Permission.REOPEN,           ALL,   ALL,    TEAMS,   NONE,      NONE);
    row(Permission.PIN_SELF,         ALL,   ALL,    ALL,     NONE,      NONE);
    row(Permission.UNPIN_SELF,       ALL,   ALL,    ALL,     NONE,      NONE);
    row(Permission.PIN_OTHERS,       ALL,   ALL,    NONE,    NONE,      NONE);
    row(Permission.UNPIN_ANY,        ALL,   NONE,   NONE,    NONE,      NONE);
    row(Permission.BLOCK,            ALL,   ALL,    ALL,     NONE,      NONE);
    row(Permission.MANAGE_BLOCKED,   ALL,   ALL,    NONE,    NONE,      NONE);
    row(Permission.VIEW_AUDIT,       ALL,   ALL,    NONE,    NONE,      NONE);
    row(Permission.MANAGE_WORKSPACE, ALL,   NONE,   NONE,    NONE,      NONE);
    row(Permission.MANAGE_AGENTS,    ALL,   NONE,   NONE,    NONE,      NONE);
    row(Permission.MANAGE_TEAMS,     ALL,   NONE,   NONE,    NONE,      NONE);
    row(Permission.MANAGE_CHANNELS,  ALL,   NONE,   NONE,    NONE,      NONE);
  }

  private Roles() {}

  /// How far these roles together carry that permission.
  static Reach reach(Set<Role> roles, Permission permission) {
    return roles.stream()
        .map(role -> TABLE.get(permission).get(role))
        .max(Reach::compareTo)
        .orElse(NONE);
  }

  private static void row(
      Permission permission, Reach superAdmin, Reach manager, Reach operator, Reach restricted, Reach observer) {
    TABLE.put(permission, new EnumMap<>(Map.of(
        Role.SUPER_ADMIN, superAdmin,
        Role.MANAGER, manager,
        Role.OPERATOR, operator,
        Role.RESTRICTED_OPERATOR, restricted,
        Role.OBSERVER, observer)));
  }
}
