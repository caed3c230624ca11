package baton.wiring;

import baton.conversation.Attempts;
import baton.id.WorkspaceId;
import baton.table.Key;
import baton.table.Keys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A transport that answers every call of AWS with 200 and one small workspace, for priming only.
final class CannedAnswers implements SdkHttpClient {
  private static final Key WORKSPACE = Keys.workspace(new WorkspaceId("primed"));
  private static final String ANSWER = """
      {"Responses":{"primed":[{"pk":{"S":"%s"},"sk":{"S":"%s"},"name":{"S":"primed"},"zone":{"S":"UTC"},
       "closeIdleAfterSeconds":{"N":"0"},"salt":{"S":"00"}}]},"UnprocessedKeys":{},"Items":[],"Count":0}
      """.formatted(WORKSPACE.pk(), WORKSPACE.sk());

  static Wiring wiring() {
    var attempts = new Attempts(
        1, Duration.ZERO, Duration.ZERO, Duration.ZERO, InstantSource.system(), _ -> 0, _ -> { });
    return new Wiring(environment(), new Primed(), InstantSource.system(), Wiring.ulids(), attempts);
  }

  private static Environment environment() {
    return new Environment(Map.of(
        "TABLE_NAME", "primed", "CONVERSATION_EVENTS_TOPIC", "primed", "ASSIGNEE_NOTIFICATIONS_TOPIC", "primed",
        "OUTBOUND_QUEUE_URL", "primed", "TRUSTED_ISSUERS", "[]"));
  }

  private static final class Primed implements Wiring.Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return DynamoDbClient.builder()
          .httpClient(new CannedAnswers())
          .region(Region.US_EAST_1)
          .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("primed", "primed")))
          .build();
    }

    @Override
    public SnsClient sns() {
      throw new IllegalStateException("no route publishes");
    }

    @Override
    public SqsClient sqs() {
      throw new IllegalStateException("no route sends");
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
            .response(SdkHttpFullResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {
        // there is nothing to break off
      }
    };
  }

  @Override
  public void close() {
    // nothing is open
  }
}
