package baton.channel;

import java.time.Instant;

/// A webhook's body that was signed, but of which nothing could be made.
public record Quarantined(String id, String why, Instant receivedAt, String body) {}
