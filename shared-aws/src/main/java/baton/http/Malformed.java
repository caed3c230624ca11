package baton.http;

import java.util.List;

/// A request that is not what its route takes; it has changed nothing.
public final class Malformed extends RuntimeException {
  private final int status;
  private final String slug;
  private final transient List<Fault> faults;

  /// One thing that is wrong.
  ///
  /// @param pointer where, as a JSON pointer into the body, or the name of a header or parameter
  public record Fault(String pointer, String detail) {}

  private Malformed(int status, String slug, String detail, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.faults = faults;
  }

  /// 400: this is wrong, there.
  public static Malformed at(String pointer, String detail) {
    return new Malformed(400, "malformed", detail, List.of(new Fault(pointer, detail)));
  }

  /// 400 of a stable type of its own.
  public static Malformed of(String slug, String detail) {
    return new Malformed(400, slug, detail, List.of());
  }

  /// 413.
  public static Malformed tooLarge(int most) {
    return new Malformed(413, "too-large", "the body may have at most " + most + " bytes", List.of());
  }

  /// 415.
  static Malformed notJsonType(String contentType) {
    String instead = contentType.isEmpty() ? "" : ", not " + contentType;
    return new Malformed(415, "unsupported-media-type", "application/json is expected" + instead, List.of());
  }

  /// 401: it does not come from whom it seems to come from.
  public static Malformed forged() {
    return new Malformed(401, "bad-signature", "the signature does not match", List.of());
  }

  /// 401: nobody vouches for the caller.
  static Malformed nobody() {
    return new Malformed(401, "unauthenticated", "no authorizer has named the caller", List.of());
  }

  int status() {
    return status;
  }

  String slug() {
    return slug;
  }

  List<Fault> faults() {
    return faults;
  }
}
