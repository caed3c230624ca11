package baton.conversation;

/// What the client was told.
///
/// @param status of HTTP
/// @param version of the row, for `ETag`
/// @param body JSON, ≤ 700 B
public record Answer(int status, long version, String body) {}
