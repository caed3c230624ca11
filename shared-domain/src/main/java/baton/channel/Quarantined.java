package baton.channel;

import java.time.Instant;

/// A webhook's body that was signed, or a part of one, of which nothing could be made, or not all.
///
/// @param body as it came; empty where it was for another account
public record Quarantined(String id, String why, Instant receivedAt, String body) {}
