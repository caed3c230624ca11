package baton.table;

import baton.access.Role;
import baton.administration.Administration;
import baton.administration.Edit;
import baton.administration.Tally;
import baton.administration.Versioned;
import baton.agent.Enrolled;
import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.IdSource;
import baton.message.Text;
import baton.table.Transactions.Ended;
import baton.workspace.Workspace;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The first step of all: a workspace, its super admin and their login. Everything after it goes through the API.
public final class Bootstrap {
  private final Table table;
  private final IdSource ids;
  private final InstantSource clock;

  /// Upon that table.
  public Bootstrap(Table table, IdSource ids, InstantSource clock) {
    this.table = table;
    this.ids = ids;
    this.clock = clock;
  }

  /// A salt for a new workspace: 128 random bits.
  public static String newSalt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /// Creates them, all or nothing.
  ///
  /// @param admin with the role of a super admin, and active
  /// @return whether it was created; false when there is such a workspace already, which is then left as it is
  public boolean create(Workspace workspace, Enrolled admin) {
    var agent = admin.agent();
    if (!agent.isActive() || !agent.roles().contains(Role.SUPER_ADMIN)) {
      throw new IllegalArgumentException("the first agent of a workspace must be an active super admin");
    }
    var parts = new ArrayList<TransactWriteItem>(List.of(
        table.putsNew(WorkspaceItem.write(new Versioned<>(workspace, 1))),
        table.putsNew(TallyItem.write(workspace.id(), new Versioned<>(new Tally(Set.of(agent.id()), 0), 1)))));
    var edit = new Edit(
        workspace.id(), clock.instant(), Edit.enrolling(admin), Optional.of(created(workspace)), Optional.empty());
    parts.addAll(EditParts.of(table, edit));
    return new Transactions(table.client()).write(parts, ids.next()) instanceof Ended.Committed;
  }

  private Event created(Workspace workspace) {
    return new Event(
        ids.next(), EventType.WORKSPACE_CHANGED, workspace.id(), Administration.LOG, Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), 0, 0, clock.instant(), Actor.system("bootstrap"), "added", "", 0, "", "",
        Map.of("name", Text.clip(workspace.name(), 200)));
  }
}
