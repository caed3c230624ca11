package baton.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SDK's clients. Endpoints, region and credentials come from the SDK's own settings, so nothing here knows where it
/// runs.
final class AwsClients implements Wiring.Clients {
  private static final int TRIES = 3;

  private final SdkHttpClient http = UrlConnectionHttpClient.builder().build();
  private final Duration callTimeout;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable SnsClient sns;
  private @Nullable SqsClient sqs;

  AwsClients(Environment environment) {
    callTimeout = Duration.ofMillis(environment.callTimeoutMillis());
  }

  @Override
  public synchronized DynamoDbClient dynamoDb() {
    if (dynamoDb == null) {
      dynamoDb = built(DynamoDbClient.builder()).build();
    }
    return dynamoDb;
  }

  @Override
  public synchronized SnsClient sns() {
    if (sns == null) {
      sns = built(SnsClient.builder()).build();
    }
    return sns;
  }

  @Override
  public synchronized SqsClient sqs() {
    if (sqs == null) {
      sqs = built(SqsClient.builder()).build();
    }
    return sqs;
  }

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B built(B builder) {
    return builder
        .httpClient(http)
        .defaultsMode(DefaultsMode.IN_REGION)
        .overrideConfiguration(ClientOverrideConfiguration.builder()
            .apiCallTimeout(callTimeout)
            .apiCallAttemptTimeout(callTimeout.dividedBy(TRIES))
            .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(TRIES).build())
            .build());
  }
}
