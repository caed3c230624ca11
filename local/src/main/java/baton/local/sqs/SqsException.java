package baton.local.sqs;

/// A refusal of SQS: the exception's name in the JSON protocol, and the older code that the SDK puts beside it.
final class SqsException extends RuntimeException {

  final String type;
  final String queryCode;

  SqsException(String type, String queryCode, String message) {
    super(message);
    this.type = type;
    this.queryCode = queryCode;
  }

  static SqsException unknownQueue() {
    return new SqsException("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }

  static SqsException invalid(String message) {
    return new SqsException("InvalidParameterValue", "InvalidParameterValue", message);
  }

  static SqsException missing(String message) {
    return new SqsException("MissingParameter", "MissingParameter", message);
  }
}
