package baton.agent;

/// Whom an identity provider calls what: the `iss` and `sub` of a token.
public record Login(String issuer, String subject) {}
