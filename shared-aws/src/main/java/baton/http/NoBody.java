package baton.http;

/// The body of a request that says everything by its path: nothing, or an empty object.
public record NoBody() {}
