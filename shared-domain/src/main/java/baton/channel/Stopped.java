package baton.channel;

import java.time.Instant;

/// A provider takes nothing more by a channel until somebody sees to it.
///
/// @param code the provider's, for the reason
public record Stopped(String code, Instant at) {}
