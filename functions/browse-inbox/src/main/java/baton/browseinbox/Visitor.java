package baton.browseinbox;

import baton.access.Access;
import baton.access.Permission;
import baton.agent.Agent;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Rejection;
import baton.http.Problem;
import baton.http.Request;
import baton.http.Response;
import baton.id.WorkspaceId;
import baton.workspace.Workspace;

/// An active agent who looks at something.
record Visitor(Request request, Workspace workspace, Agent agent, Loaded loaded) {
  WorkspaceId workspaceId() {
    return workspace.id();
  }

  boolean holds(Permission permission) {
    return Access.holds(agent, permission);
  }

  /// It does not exist, or not for them: the same answer.
  Response notFound(String what) {
    return refused(new Rejection.NotFound(what));
  }

  Response refused(Rejection rejection) {
    return Problem.of(rejection, request.id());
  }
}
