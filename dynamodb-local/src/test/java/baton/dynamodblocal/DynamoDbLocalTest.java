package baton.dynamodblocal;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {

  private static final String A_TABLE = """
      {"TableName":"kept","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
       "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}""";

  @Test
  void it_answers_until_it_is_closed() throws Exception {
    URI endpoint;
    try (var database = DynamoDbLocal.start()) {
      endpoint = database.endpoint();
      assertThat(call(endpoint, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
    }
    assertThatThrownBy(() -> call(endpoint, "ListTables", "{}")).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_data_folder_keeps_its_tables(@TempDir Path data) throws Exception {
    try (var database = DynamoDbLocal.start(data)) {
      call(database.endpoint(), "CreateTable", A_TABLE);
    }
    try (var database = DynamoDbLocal.start(data)) {
      assertThat(call(database.endpoint(), "ListTables", "{}")).isEqualTo("{\"TableNames\":[\"kept\"]}");
    }
  }

  private static String call(URI endpoint, String operation, String body) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(endpoint)
          .header("X-Amz-Target", "DynamoDB_20120810." + operation)
          .header("Content-Type", "application/x-amz-json-1.0")
          .header("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
              + " SignedHeaders=host, Signature=none")
          .POST(BodyPublishers.ofString(body)).build();
      return client.send(request, ofString()).body();
    }
  }
}
