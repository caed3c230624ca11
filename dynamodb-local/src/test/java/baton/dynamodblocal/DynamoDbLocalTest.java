package baton.dynamodblocal;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    assertThatThrownBy(() -> call(endpoint, "ListTables", "{}")).isInstanceOf(IOException.class);
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

  @Test
  void no_other_machine_can_reach_it() throws Exception {
    var outside = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress());
    // Whoever listens at every address also listens at that one; a machine without a network has no other.
    var others = Stream.concat(outside, Stream.of(InetAddress.getByName("127.0.0.2"))).toList();
    try (var database = DynamoDbLocal.start()) {
      for (var address : others) {
        try (var socket = new Socket()) {
          var there = new InetSocketAddress(address, database.endpoint().getPort());
          assertThatThrownBy(() -> socket.connect(there, 2000)).isInstanceOf(IOException.class);
        }
      }
      assertThat(database.endpoint().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void its_end_is_noticed() throws Exception {
    try (var database = DynamoDbLocal.start()) {
      assertThat(database.ended()).isNotDone();
      ProcessHandle.current().descendants()
          .filter(process -> process.info().arguments().map(List::of).orElse(List.of()).contains("-sharedDb"))
          .filter(process -> process.children().findAny().isEmpty())
          .forEach(ProcessHandle::destroyForcibly);
      database.ended().get(10, TimeUnit.SECONDS);
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
