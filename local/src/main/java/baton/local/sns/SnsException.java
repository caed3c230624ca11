package baton.local.sns;

/// A refusal of SNS, by its code in the query protocol.
final class SnsException extends RuntimeException {

  final String code;
  final int status;

  private SnsException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static SnsException notFound(String what) {
    return new SnsException(404, "NotFound", what + " does not exist");
  }

  static SnsException invalid(String message) {
    return new SnsException(400, "InvalidParameter", "Invalid parameter: " + message);
  }

  static SnsException unknownAction(String action) {
    return new SnsException(400, "InvalidAction", "The local run does not know the action " + action);
  }
}
