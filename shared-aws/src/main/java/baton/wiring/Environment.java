package baton.wiring;

import baton.channel.ChannelKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What the template tells a function. The only reader of the environment.
public record Environment(Map<String, String> variables) {

  /// This process's.
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /// The table's name.
  public String table() {
    return get("TABLE_NAME");
  }

  /// The ARN of the topic of events.
  public String eventsTopic() {
    return get("CONVERSATION_EVENTS_TOPIC");
  }

  /// The ARN of the topic of notices.
  public String noticesTopic() {
    return get("ASSIGNEE_NOTIFICATIONS_TOPIC");
  }

  /// The URL of the queue of outgoing messages.
  public String outboundQueue() {
    return get("OUTBOUND_QUEUE_URL");
  }

  /// The issuers whose tokens are believed, as JSON.
  public String trustedIssuers() {
    return get("TRUSTED_ISSUERS");
  }

  /// Where that kind of channel's API is (`WHATSAPP_API`), if not where its provider has it.
  public Optional<URI> channelApi(ChannelKind kind) {
    return Optional.ofNullable(variables.get(kind.name() + "_API")).filter(url -> !url.isBlank()).map(URI::create);
  }

  /// The function's own name, for its log.
  public String function() {
    return variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "baton");
  }

  /// The milliseconds that one call to AWS may take, its repetitions included: so many that whoever asks is told to
  /// come again before the function's own time is out.
  public long callTimeoutMillis() {
    return Long.parseLong(variables.getOrDefault("CALL_TIMEOUT_MS", "1200"));
  }

  /// For how long something is tried again after a lost race, before whoever asks is told to come again.
  public Duration retryFor() {
    return Duration.ofMillis(Long.parseLong(variables.getOrDefault("RETRY_FOR_MS", "2000")));
  }

  private String get(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment lacks " + name + ", which the template must set");
    }
    return value;
  }
}
