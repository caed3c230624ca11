package baton.table.memory;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// What DynamoDB says of a request that is wrong in itself.
final class Invalid {
  private Invalid() {}

  static DynamoDbException request(String message) {
    return (DynamoDbException) DynamoDbException.builder()
        .message(message)
        .statusCode(400)
        .awsErrorDetails(details("ValidationException", message))
        .build();
  }

  static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder().serviceName("DynamoDb").errorCode(code).errorMessage(message).build();
  }
}
