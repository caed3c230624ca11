package baton.agent;

import baton.id.AgentId;
import baton.id.WorkspaceId;

/// That somebody whom an issuer of tokens vouches for is this agent of this workspace.
///
/// @param active whether the person may come in by it
public record Login(WorkspaceId workspace, AgentId agent, boolean active) {}
