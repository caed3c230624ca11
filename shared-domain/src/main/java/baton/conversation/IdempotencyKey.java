package baton.conversation;

/// The client's name for one request.
///
/// @param key as the client sent it
/// @param requestHash of method, path and body: the same key with another request is a mistake of the client's
public record IdempotencyKey(String key, String requestHash) {}
