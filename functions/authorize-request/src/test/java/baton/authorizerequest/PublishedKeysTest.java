package baton.authorizerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a server of keys on this machine.
class PublishedKeysTest {
  private static final JWK OLD = TestIssuer.of("old").jwk();
  private static final JWK NEW = TestIssuer.of("new").jwk();

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private int status = 200;
  private String body = new JWKSet(OLD).toString();
  private PublishedKeys keys;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/keys", this::answer);
    server.createContext("/silent", _ -> await());
    server.createContext("/dripping", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await();
    });
    server.start();
    keys = new PublishedKeys(url("/keys")::fetch, () -> now);
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void keys_are_fetched_once_and_remembered() {
    assertThat(asked).hasValue(0);
    assertThat(fitting("old")).containsExactly(OLD);
    assertThat(fitting("old")).containsExactly(OLD);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_new_key_is_known_with_its_first_token() {
    fitting("old");
    body = new JWKSet(List.of(OLD, NEW)).toString();
    now = now.plusSeconds(31);
    assertThat(fitting("new")).containsExactly(NEW);
    assertThat(fitting("old")).containsExactly(OLD);
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_withdrawn_key_is_forgotten_within_ten_minutes() {
    fitting("old");
    body = new JWKSet(NEW).toString();
    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(fitting("old")).containsExactly(OLD);
    now = now.plusMillis(1);
    assertThat(fitting("old")).isEmpty();
  }

  @Test
  void invented_names_of_keys_make_one_question_in_half_a_minute() {
    for (int i = 0; i < 100; i++) {
      assertThat(fitting("invented-" + i)).isEmpty();
    }
    assertThat(asked).hasValue(1);
    now = now.plusSeconds(30);
    fitting("invented");
    fitting("invented");
    assertThat(asked).hasValue(2);
  }

  @Test
  void while_the_issuer_is_down_its_keys_serve_for_an_hour() {
    fitting("old");
    status = 503;
    now = now.plus(Duration.ofMinutes(59));
    assertThat(fitting("old")).containsExactly(OLD);
    now = now.plus(Duration.ofMinutes(1));
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> fitting("old"));
  }

  @Test
  void an_issuer_that_never_answered_is_a_failure_and_no_refusal_and_is_asked_again_after_five_seconds() {
    status = 500;
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> fitting("old"));
    status = 200;
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> fitting("old"));
    assertThat(asked).hasValue(1);
    now = now.plusSeconds(5);
    assertThat(fitting("old")).containsExactly(OLD);
  }

  @Test
  void an_unknown_key_is_a_failure_while_the_issuer_cannot_say_whether_it_is_a_new_one() {
    fitting("old");
    status = 500;
    now = now.plusSeconds(31);
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> fitting("new"));
    assertThat(fitting("old")).containsExactly(OLD);
  }

  @Test
  @Timeout(30)
  void an_issuer_that_does_not_answer_in_time_is_left() {
    assertThat(KeySetUrl.of("https://login.example.com/keys").patience()).isEqualTo(Duration.ofSeconds(2));
    for (String path : List.of("/silent", "/dripping")) {
      var impatient = new KeySetUrl(url(path).url(), Duration.ofMillis(50));
      assertThatIOException().isThrownBy(impatient::fetch).withCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void an_answer_that_is_no_set_of_keys_is_a_failure() {
    for (String wrong : List.of("", "<html>", "{}", "[]", "{\"keys\":7}", "{\"keys\":[" + " ".repeat(300_000) + "]}")) {
      body = wrong;
      assertThatIOException().isThrownBy(() -> url("/keys").fetch());
    }
  }

  @Test
  void a_redirect_is_not_followed() {
    status = 302;
    assertThatIOException().isThrownBy(() -> url("/keys").fetch());
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_key_of_a_type_that_we_do_not_know_does_not_hide_the_others() throws IOException {
    body = "{\"keys\":[{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AA\"},%s]}".formatted(OLD);
    assertThat(url("/keys").fetch().getKeys()).containsExactly(OLD);
  }

  private List<JWK> fitting(String name) {
    return keys.fitting(new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID(name).build());
  }

  private KeySetUrl url(String path) {
    return new KeySetUrl(
        URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path)), Duration.ofSeconds(30));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "/keys");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
