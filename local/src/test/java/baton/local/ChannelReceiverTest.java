package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelReceiverTest {

  private static final String WHATSAPP =
      "{\"messaging_product\":\"whatsapp\",\"to\":\"+15550100\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}";

  private final ChannelReceiver channels = ChannelReceiver.start(new MovableClock());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    channels.close();
  }

  @Test
  void whatsapp_answers_with_an_id_of_its_own() throws Exception {
    var reply = new ObjectMapper().readTree(post("/v25.0/123/messages", WHATSAPP).body());

    assertThat(reply.path("messaging_product").asText()).isEqualTo("whatsapp");
    assertThat(reply.path("contacts").path(0).path("input").asText()).isEqualTo("+15550100");
    assertThat(reply.path("contacts").path(0).path("wa_id").asText()).isEqualTo("15550100");
    assertThat(reply.path("messages").path(0).path("id").asText()).startsWith("wamid.")
        .isEqualTo(channels.log().getFirst().providerId());
    assertThat(channels.log()).singleElement().returns("whatsapp", r -> r.channel()).returns("123", r -> r.account())
        .returns("+15550100", r -> r.recipient()).returns("hi", r -> r.text());
  }

  @Test
  void telegram_numbers_its_messages() throws Exception {
    var reply = new ObjectMapper()
        .readTree(post("/bot12:ab/sendMessage", "{\"chat_id\":\"77\",\"text\":\"hi\"}").body());

    assertThat(reply.path("ok").asBoolean()).isTrue();
    assertThat(reply.path("result").path("message_id").asLong()).isPositive();
    assertThat(reply.path("result").path("chat").path("id").asLong()).isEqualTo(77);
    assertThat(reply.path("result").path("text").asText()).isEqualTo("hi");
  }

  @Test
  void it_fails_as_often_as_it_is_told_and_logs_only_what_arrived() throws Exception {
    post("/fail", "{\"times\":2,\"status\":500,\"body\":{\"error\":\"busy\"}}");

    assertThat(post("/v25.0/123/messages", WHATSAPP).statusCode()).isEqualTo(500);
    assertThat(post("/v25.0/123/messages", WHATSAPP).body()).isEqualTo("{\"error\":\"busy\"}");
    assertThat(post("/v25.0/123/messages", WHATSAPP).statusCode()).isEqualTo(200);
    assertThat(channels.log()).hasSize(1);
    var log = new ObjectMapper().readTree(send(HttpRequest.newBuilder(channels.url().resolve("/log"))).body());
    assertThat(log).hasSize(1);
    assertThat(log.path(0).path("text").asText()).isEqualTo("hi");
    assertThat(log.path(0).path("at").asText()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @Test
  void whatsapp_wants_a_token() throws Exception {
    assertThat(send(HttpRequest.newBuilder(channels.url().resolve("/v25.0/123/messages"))
        .POST(BodyPublishers.ofString(WHATSAPP))).statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(channels.url().resolve(path)).header("Authorization", "Bearer t")
        .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
