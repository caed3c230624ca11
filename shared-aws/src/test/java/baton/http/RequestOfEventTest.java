package baton.http;

import static org.assertj.core.api.Assertions.assertThat;

import baton.wire.Json;
import org.junit.jupiter.api.Test;

class RequestOfEventTest {

  @Test
  void headers_that_differ_in_case_only_are_one_whose_values_are_joined_as_the_gateway_joins_them() {
    var request = Request.of(Json.read("""
        {"headers":{"X-Signature":"one","x-signature":"two","Accept":"*/*"}}"""));
    assertThat(request.header("X-SIGNATURE")).contains("one,two");
    assertThat(request.header("accept")).contains("*/*");
  }

  @Test
  void the_public_address_is_the_one_that_was_called_with_its_query_undecoded() {
    var request = Request.of(Json.read("""
        {"rawPath":"/webhooks/ch-1","rawQueryString":"tenant=t%201&a=%2B&a=",
         "requestContext":{"domainName":"hooks.acme.example","http":{"method":"POST"}}}"""));
    assertThat(request.url()).isEqualTo("https://hooks.acme.example/webhooks/ch-1?tenant=t%201&a=%2B&a=");
    var without = Request.of(Json.read("""
        {"rawPath":"/webhooks/ch-1","requestContext":{"domainName":"hooks.acme.example"}}"""));
    assertThat(without.url()).isEqualTo("https://hooks.acme.example/webhooks/ch-1");
  }
}
