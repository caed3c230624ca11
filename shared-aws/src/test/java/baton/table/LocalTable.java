package baton.table;

import baton.dynamodblocal.DynamoDbLocal;
import baton.table.meter.TableShape;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// Tables of DynamoDB Local with the keys, indexes and stream of template.yaml. The database is started once for all
/// tests of a JVM and ends with it; `fresh()` gives each test class a table of its own.
public final class LocalTable {
  private static final AtomicInteger TABLES = new AtomicInteger();

  private LocalTable() {}

  private static final class Database {
    static final DynamoDbLocal RUNNING = DynamoDbLocal.start();
    static final DynamoDbClient CLIENT = client();
  }

  /// Where DynamoDB Local answers.
  public static URI endpoint() {
    return Database.RUNNING.endpoint();
  }

  /// A new, empty table.
  public static Table fresh() {
    String name = "baton-" + TABLES.incrementAndGet();
    create(Database.CLIENT, name);
    return new Table(Database.CLIENT, name);
  }

  /// The same table through a client that these interceptors look into: a meter, a failure.
  public static Table through(Table table, ExecutionInterceptor... interceptors) {
    return new Table(client(interceptors), table.name());
  }

  /// A client of DynamoDB Local, with time enough for many callers at once.
  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(30)).socketTimeout(Duration.ofSeconds(60)).build())
        .overrideConfiguration(ClientOverrideConfiguration.builder()
            .executionInterceptors(Arrays.asList(interceptors))
            .build())
        .build();
  }

  private static void create(DynamoDbClient client, String name) {
    client.createTable(table -> table.tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
        .attributeDefinitions(
            Stream.of("pk", "sk", "folder", "folderSort", "period", "periodSort", "due", "dueAt")
                .map(attribute -> AttributeDefinition.builder()
                    .attributeName(attribute).attributeType(ScalarAttributeType.S).build())
                .toList())
        .keySchema(keys("pk", "sk"))
        .globalSecondaryIndexes(TableShape.ofTemplate().indexes().stream().map(LocalTable::index).toList()));
  }

  private static GlobalSecondaryIndex index(TableShape.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.hash(), index.range()))
        .projection(projection(index.included()))
        .build();
  }

  private static Projection projection(Set<String> included) {
    return included.isEmpty()
        ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
        : Projection.builder().projectionType(ProjectionType.INCLUDE).nonKeyAttributes(included).build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }
}
