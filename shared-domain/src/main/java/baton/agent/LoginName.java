package baton.agent;

/// What an issuer of tokens calls somebody: the `iss` and `sub` of their tokens.
public record LoginName(String issuer, String subject) {}
