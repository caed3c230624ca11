package baton.local;

import baton.dynamodblocal.DynamoDbLocal;
import baton.local.function.FunctionHost;
import baton.local.function.Invocation;
import baton.local.gateway.HttpGateway;
import baton.local.sns.LocalSns;
import baton.local.source.AsyncInvocations;
import baton.local.source.Gate;
import baton.local.source.TableEndpoint;
import baton.local.sqs.LocalSqs;
import baton.local.sqs.MessageQueue;
import baton.local.template.Arns;
import baton.local.template.EventSource.Route;
import baton.local.template.EventSource.Schedule;
import baton.local.template.LocalAccount;
import baton.local.template.Template;
import baton.local.template.TemplateException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Baton on this machine: all that the template says, on free ports, until it is closed.
public final class LocalBaton implements AutoCloseable {

  /// The logical id of the topic whose messages are kept as notices.
  public static final String NOTICES_TOPIC = "AssigneeNotifications";

  private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
  private static final Duration ASYNC_PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

  private final Parts parts;
  private final Options options;
  private final Clock clock = Clock.systemUTC();
  private final Notices notices = new Notices();
  private final CompletableFuture<String> breakdown = new CompletableFuture<>();
  private final Map<String, Gate> gates = new TreeMap<>();
  private final LocalIssuer issuer;
  private final ChannelReceiver channels;
  private final LocalSqs sqs;
  private final LocalSns sns;
  private final DynamoDbLocal database;
  private final Template template;
  private final LocalAccount account;
  private final FunctionHost functions;
  private final HttpGateway gateway;
  private volatile boolean closing;

  /// Starts everything; when something does not start, what did is ended again.
  public static LocalBaton start(Options options) throws InterruptedException {
    var parts = new Parts();
    try {
      return new LocalBaton(options, parts);
    } catch (RuntimeException | InterruptedException e) {
      parts.close();
      throw e;
    }
  }

  private LocalBaton(Options options, Parts parts) throws InterruptedException {
    this.options = options;
    this.parts = parts;
    parts.add(RunFolder.hold(options.dataDir().orElse(options.runDir())));
    this.issuer = options.dataDir().map(LocalIssuer::keptIn).orElseGet(LocalIssuer::create);
    this.channels = parts.add(ChannelReceiver.start(clock));
    this.sqs = parts.add(LocalSqs.start(clock, kept("queues.json")));
    this.account = LocalAccount.at(sqs.endpoint());
    this.template = Template.read(options.template(), parameters(), account);
    template.functions().forEach(function -> gates.put(function.name(), new Gate()));
    this.functions = new FunctionHost(template.functions(), functionLog());
    this.gateway = parts.add(startGateway()); // early, so that a taken port is told at once; 503 until functions run
    this.database = parts.add(options.dataDir().map(dir -> DynamoDbLocal.start(dir.resolve("dynamodb")))
        .orElseGet(DynamoDbLocal::start));
    database.ended().thenRun(this::databaseEnded);
    var tables = parts.add(new TableEndpoint(database.endpoint()));
    parts.add(functions);
    var async = parts.add(new AsyncInvocations(functions, gates::get, this::setAside, clock, ASYNC_PAUSE));
    this.sns = parts.add(LocalSns.start(sqs, (arn, event) -> async.accept(template.function(Arns.function(arn)), event),
        RETRY_PAUSE, clock));
    createResources(tables);
    startFunctions();
    parts.add(() -> async.settle(LAST_ANSWERS)); // closed when nothing new comes in any more
    kept("async.json").ifPresent(file -> async.keepIn(file, template::function));
    new EventSources(template, account.region(), tables, sqs, sns, functions, async, gates, options.dataDir(), clock,
        RETRY_PAUSE)
        .start(parts);
    parts.add(gateway); // the first to close
  }

  /// The address of the HTTP API.
  public URI url() {
    return gateway.uri();
  }

  /// The SDK's own settings by which any AWS client reaches this run.
  public Map<String, String> environment() {
    return FunctionEnvironment.clients(account.region(), database.endpoint(), sns.endpoint(), sqs.endpoint());
  }

  /// Where DynamoDB answers.
  public URI dynamoDb() {
    return database.endpoint();
  }

  /// What was read out of the template: names of tables, topics and queues, environment of the functions.
  public Template template() {
    return template;
  }

  /// Signs the tokens that the authorizer trusts.
  public LocalIssuer issuer() {
    return issuer;
  }

  /// The customers' side.
  public ChannelReceiver channels() {
    return channels;
  }

  /// The queue with a logical id of the template.
  public MessageQueue queue(String id) {
    return template.queues().stream().filter(queue -> queue.id().equals(id)).findFirst()
        .map(queue -> sqs.queue(queue.name()))
        .orElseThrow(() -> new TemplateException("the template has no queue " + id));
  }

  /// What was published for assignees so far, in this order.
  public List<Notice> notices() {
    return notices.all();
  }

  /// Is told of each notice as it is published, and first of those that were published already.
  public void onNotice(Consumer<Notice> listener) {
    notices.tell(listener);
  }

  /// Done, with the reason, when it cannot go on; never when it is closed.
  public CompletableFuture<String> breakdown() {
    return breakdown;
  }

  /// Where data are kept, if they are.
  public Optional<Path> dataDir() {
    return options.dataDir();
  }

  /// Runs a function's schedule now, and waits for its answer.
  public Invocation tick(String function) throws InterruptedException {
    var schedule = template.eventSources().stream()
        .filter(source -> source instanceof Schedule && source.function().equals(function)).map(Schedule.class::cast)
        .findFirst()
        .orElseThrow(() -> new TemplateException(function + " has no schedule"));
    return functions.invoke(function, EventSources.input(schedule).toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Stops what makes a function run, but for requests; returns when nothing of it is under way any more. What comes in
  /// waits.
  public void pause(String function) throws InterruptedException {
    gate(function).shut();
  }

  /// Lets it run again.
  public void resume(String function) {
    gate(function).open();
  }

  /// Kills the process of all functions, as a power cut would.
  public void killFunctions() {
    functions.kill();
  }

  /// Starts it again.
  public void restartFunctions() {
    functions.restart();
  }

  /// Where the functions' output goes.
  public Path functionLog() {
    return options.functionLog();
  }

  @Override
  public void close() {
    closing = true;
    parts.close();
  }

  private Map<String, String> parameters() {
    var parameters = new TreeMap<String, String>();
    parameters.put("WhatsAppApi", channels.url().toString());
    parameters.put("TelegramApi", channels.url().toString());
    parameters.put("TrustedIssuers", JsonNodeFactory.instance.arrayNode().add(issuer.trust("*")).toString());
    parameters.putAll(options.parameters());
    return parameters;
  }

  private void databaseEnded() {
    if (!closing) {
      breakdown.complete("the database's process has ended: start again");
    }
  }

  private Optional<Path> kept(String file) {
    return options.dataDir().map(dir -> dir.resolve(file));
  }

  private void startFunctions() {
    try {
      Files.createDirectories(options.runDir());
      Files.deleteIfExists(functionLog());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    functions.onDeath(exit -> {
      System.err.printf("The functions' process has ended (exit code %d): it is started again.%n", exit);
      try {
        functions.restart();
      } catch (RuntimeException e) {
        breakdown.complete("The functions do not start again: " + e.getMessage());
      }
    });
    functions.start(FunctionEnvironment.of(template.functions(), environment(), options.runDir().toAbsolutePath()));
  }

  private void createResources(TableEndpoint tables) throws InterruptedException {
    for (var table : template.tables()) {
      new LocalTable(tables, table).create();
    }
    template.queues().forEach(queue -> sqs.create(queue.name(), queue.attributes()));
    template.topics().forEach(topic -> sns.create(topic.arn()));
    var noticesTopic = template.topic(NOTICES_TOPIC).arn();
    sns.onPublish(notification -> {
      if (notification.topicArn().equals(noticesTopic)) {
        notices.add(Notice.of(notification));
      }
    });
  }

  private HttpGateway startGateway() {
    var api = template.api().orElseThrow(() -> new TemplateException("the template has no HTTP API"));
    var routes = template.eventSources().stream().filter(Route.class::isInstance).map(Route.class::cast).toList();
    return HttpGateway.start(api, routes, functions, clock, options.port());
  }

  private void setAside(String queueArn, String body) {
    sqs.byArn(queueArn).send(body, JsonNodeFactory.instance.objectNode());
  }

  private Gate gate(String function) {
    return gates.get(template.function(function).name());
  }
}
