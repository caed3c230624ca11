package baton.agent;

import baton.id.TeamId;
import baton.id.WorkspaceId;

/// Agents who share a queue.
public record Team(TeamId id, WorkspaceId workspace, String name) {}
