package baton.inbox;

import baton.access.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The lists that agents work in.
public enum Folder {
  /// What waits and nobody has; who has waited longest comes first.
  UNASSIGNED(Permission.VIEW_UNASSIGNED),
  /// What the agent has; the latest activity comes first.
  MINE(Permission.VIEW_OWN),
  /// What the agent had when it was closed; the last closed comes first.
  CLOSED(Permission.VIEW_OWN),
  /// Everything but what is blocked, whoever has it; the newest episode comes first.
  ALL(Permission.VIEW_ALL),
  /// Of blocked contacts.
  BLOCKED(Permission.MANAGE_BLOCKED);

  private final Permission permission;

  Folder(Permission permission) {
    this.permission = permission;
  }

  /// What an agent must hold to look into it.
  public Permission permission() {
    return permission;
  }

  /// The word in requests: `unassigned`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The folder of that word, or none.
  public static Optional<Folder> of(String word) {
    return Arrays.stream(values()).filter(folder -> folder.word().equals(word)).findFirst();
  }

  /// The time that a row shows here: of the last message; in Unassigned and Closed, since when it is that.
  public Instant timeOf(Row row) {
    return switch (this) {
      case UNASSIGNED, CLOSED -> row.statusSince();
      case MINE, ALL, BLOCKED -> row.lastAt();
    };
  }
}
