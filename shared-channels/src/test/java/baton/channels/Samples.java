package baton.channels;

import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channel.Inbound;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The sample webhooks of all channels: bodies byte by byte, headers that prove them, and what they say.
public final class Samples {
  /// The moment at which all of them are fresh.
  public static final Instant NOW = Instant.ofEpochSecond(1_763_740_810);

  /// The phone number id that WhatsApp's samples are for.
  public static final String WHATSAPP_ACCOUNT = "100000000000001";

  /// What WhatsApp's handshake repeats.
  public static final String VERIFY_TOKEN = "test_verify_token";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  /// Every sample of every channel.
  public static Stream<Sample> all() {
    return Arrays.stream(ChannelKind.values()).flatMap(kind -> of(kind).stream());
  }

  /// The samples of one channel, in the order of its manifest.
  public static List<Sample> of(ChannelKind kind) {
    return manifest(kind).properties().stream().map(entry -> sample(kind, entry.getKey(), entry.getValue())).toList();
  }

  /// One of them, by the name of its file.
  public static Sample of(ChannelKind kind, String file) {
    return sample(kind, file, manifest(kind).required(file));
  }

  /// The channel that the samples of that kind are signed for.
  public static Channel channel(ChannelKind kind) {
    return channel(kind, new Secret(secret(kind), Optional.empty()));
  }

  /// The same channel with other secrets.
  public static Channel channel(ChannelKind kind, Secret... signing) {
    return new Channel(
        new ChannelId("ch-" + kind.word()),
        new WorkspaceId("w-1"),
        kind,
        "Support",
        kind == ChannelKind.WHATSAPP ? WHATSAPP_ACCOUNT : "",
        Optional.empty(),
        List.of(signing),
        kind == ChannelKind.WHATSAPP ? VERIFY_TOKEN : "",
        kind.takesReplies() ? "7001000001:test-token" : "",
        "0123456789abcdef0123456789abcdef");
  }

  /// The secret that the samples of that kind are signed with.
  public static String secret(ChannelKind kind) {
    return switch (kind) {
      case WHATSAPP -> "test_meta_app_secret_0123456789abcdef";
      case TELEGRAM -> "tg-webhook_SECRET-01";
      case WEBHOOK -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    };
  }

  /// What a sample says.
  public static List<Inbound> said(Sample sample) throws UnreadableBody {
    return said(sample.kind(), sample.request());
  }

  /// What a body says that comes without headers.
  public static List<Inbound> said(ChannelKind kind, byte[] body) throws UnreadableBody {
    return said(kind, WebhookRequest.of("POST", "", Map.of(), Map.of(), body));
  }

  private static List<Inbound> said(ChannelKind kind, WebhookRequest request) throws UnreadableBody {
    return ChannelAdapters.of(kind).parse(request, channel(kind)).stream().map(Piece::said).toList();
  }

  /// The known answers of signatures and handshakes.
  static JsonNode vectors() {
    return json(bytes("VECTORS.json"));
  }

  private static Sample sample(ChannelKind kind, String file, JsonNode entry) {
    Map<String, String> headers = new HashMap<>();
    entry.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    List<String> expect =
        StreamSupport.stream(entry.path("expect").spliterator(), false).map(JsonNode::asText).toList();
    return new Sample(kind, file, headers, bytes(kind.word() + "/" + file), expect);
  }

  private static JsonNode manifest(ChannelKind kind) {
    return json(bytes(kind.word() + "/_MANIFEST.json"));
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(String path) {
    try (InputStream file = Samples.class.getResourceAsStream("/channels/" + path)) {
      if (file == null) {
        throw new IllegalArgumentException("no such sample: " + path);
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
