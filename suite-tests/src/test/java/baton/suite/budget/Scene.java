package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.conversation.IncomingMessage;
import baton.id.AgentId;
import baton.message.Content;
import baton.message.MessageKey;
import baton.table.Filler;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.Invocation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// One operation and what comes before it, with a customer of its own, whom nobody knew.
final class Scene {
  private final Bench bench;
  private final Functions functions;
  private final String phone;
  private final Peer customer;
  private int messages;
  private String lastId = "";
  private String made = "";

  Scene(Bench bench, Functions functions, String phone) {
    this.bench = bench;
    this.functions = functions;
    this.phone = phone;
    this.customer = new Peer(phone, Optional.of("+" + phone), Optional.empty());
  }

  // ---- the customer -------------------------------------------------------------------------------------------

  /// Writes, by the provider's clock now.
  Scene writes() {
    return writesAt(bench.now());
  }

  /// Writes, by the provider's clock then.
  Scene writesAt(Instant at) {
    lastId = nextId();
    return send(WhatsApp.OURS.text(phone, lastId, at));
  }

  /// Writes, and the provider does not say when.
  Scene writesSometime() {
    return send(WhatsApp.OURS.textWithoutATime(phone, nextId()));
  }

  /// Sends what nobody knows yet.
  Scene sendsAHologram() {
    return send(WhatsApp.OURS.hologram(phone, nextId(), bench.now()));
  }

  /// The last message is delivered again.
  Scene writesAgain(Instant at) {
    return send(WhatsApp.OURS.text(phone, lastId, at));
  }

  private String nextId() {
    return "wamid.HBgMNDkxNTExMjM0NTY3FQIAEhg%020d".formatted(++messages);
  }

  /// Writes to Acme's second number.
  Scene writesToTheOther() {
    return send(WhatsApp.SECOND.text(phone, nextId(), bench.now()));
  }

  Scene callsThemselves(String name) {
    return send(WhatsApp.OURS.text(phone, nextId(), bench.now(), name));
  }

  Scene reacts() {
    return send(WhatsApp.OURS.reaction(phone, "wamid.reaction", lastId, bench.now()));
  }

  /// The provider says how the last reply fares.
  Scene receipt(String status) {
    return receipt(bench.channelApi().lastId(), status);
  }

  /// So many messages stand on their timeline already.
  Scene hasSaid(int many) {
    bench.fill(IntStream.range(0, many).mapToObj(i -> Filler.message(IncomingMessage.of(
        Acme.CHANNEL, said(i), MessageKey.incoming(said(i).sentAt().orElseThrow(), said(i).providerId()), Acme.NINE))));
    return this;
  }

  private Inbound.Message said(int number) {
    return new Inbound.Message(
        Optional.of(Acme.CHANNEL.account()), "wamid.%048d".formatted(number),
        Optional.of(Acme.NINE.minusSeconds(100_000L - number)), customer, Optional.empty(),
        Content.text(WhatsApp.TEXT), Optional.empty());
  }

  Scene receipt(String id, String status) {
    return send(WhatsApp.OURS.receipt(phone, id, status, bench.now()));
  }

  Scene isOfAnotherAccount() {
    return send(WhatsApp.OURS.ofAnotherAccount(phone, "wamid.other", bench.now()));
  }

  /// The instance knows its channels.
  Scene warm() {
    return send(WhatsApp.OURS.handshake()).send(WhatsApp.SECOND.handshake());
  }

  // ---- agents -------------------------------------------------------------------------------------------------

  Scene claims(AgentId agent) {
    return send(conversation("claim", "{}").as(Acme.WORKSPACE.value(), agent.value()));
  }

  Scene assigns(AgentId by, String body) {
    return send(conversation("assign", body).as(Acme.WORKSPACE.value(), by.value()));
  }

  Scene replies(AgentId agent) {
    return send(conversation("messages", "{\"text\":\"%s\"}".formatted(WhatsApp.TEXT))
        .as(Acme.WORKSPACE.value(), agent.value()));
  }

  Scene closes(AgentId agent) {
    return send(conversation("close", "{}").as(Acme.WORKSPACE.value(), agent.value()));
  }

  Scene pins(AgentId agent) {
    return send(contact("PUT", "pin").as(Acme.WORKSPACE.value(), agent.value()));
  }

  Scene blocks(AgentId agent) {
    return send(contact("PUT", "block").as(Acme.WORKSPACE.value(), agent.value()));
  }

  /// The gateway asks whose request it is.
  Scene asksWho(AgentId agent, Map<String, Object> claims) {
    var all = new HashMap<>(claims);
    all.put("exp", Date.from(bench.now().plus(Duration.ofHours(1))));
    all.put("iat", Date.from(bench.now()));
    String token = Acme.ISSUER.token(agent.value(), all, Duration.ofHours(1));
    var call = HttpCall.to("GET /me").header("authorization", "Bearer " + token);
    var answer = Invocation.of(functions.named("AuthorizeRequestFunction"), call.event());
    assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
    return this;
  }

  /// `POST /conversations/{id}/…` of the customer's conversation.
  HttpCall conversation(String verb, String body) {
    return HttpCall.to("POST /conversations/{id}/" + verb).path("id", id()).body(body);
  }

  /// `… /contacts/{id}/…` of the customer.
  HttpCall contact(String method, String verb) {
    return HttpCall.to(method + " /contacts/{id}/" + verb)
        .path("id", Identity.contact(Acme.CHANNEL, customer)).body("{}");
  }

  String id() {
    return Identity.conversation(Acme.CHANNEL, customer).value();
  }

  String contactId() {
    return Identity.contact(Acme.CHANNEL, customer).value();
  }

  Scene send(HttpCall call) {
    var reply = answer(call);
    assertThat(reply.status()).as(reply.body()).isBetween(200, 204);
    return this;
  }

  /// It is refused so.
  Scene refused(HttpCall call, String how) {
    assertThat(answer(call).said()).isEqualTo(how);
    return this;
  }

  /// It makes something, which is [#made()] then.
  Scene makes(HttpCall call) {
    made = answer(call).text("id");
    assertThat(made).isNotEmpty();
    return this;
  }

  /// The id of what was made last.
  String made() {
    return made;
  }

  HttpReply answer(HttpCall call) {
    return call.through(functions.behind(call.event().path("routeKey").asText()));
  }

  // ---- what happens by itself ---------------------------------------------------------------------------------

  /// All that was written is published, sent and told.
  Scene settles() {
    bench.settle(functions);
    return this;
  }

  /// The stream hands over what was written; what is published stays where it is.
  Scene publishes() {
    functions.sns().take();
    bench.publish(functions);
    return this;
  }

  /// Agents are told of what was published.
  Scene tells() {
    bench.tell(functions);
    return this;
  }

  /// The topic hands the same event over again afterwards.
  Scene tellsTwice() {
    bench.tellTwice(functions);
    return this;
  }

  /// The stream loses what was written.
  Scene loses() {
    bench.lose();
    return this;
  }

  /// The queue hands over the replies that were sent, or given up.
  Scene delivers(String queueArn) {
    bench.deliver(functions, queueArn);
    return this;
  }

  Scene sweeps() {
    var swept = Invocation.of(
        functions.named("SweepConversationsFunction"), JsonNodeFactory.instance.objectNode().put("sweep", "due"));
    assertThat(swept.path("failed").asInt()).isZero();
    return this;
  }

  Scene channelSays(ChannelApi.Mood mood) {
    bench.channelApi().says(mood);
    return this;
  }

  Scene later(Duration by) {
    bench.later(by);
    return this;
  }

  Instant now() {
    return bench.now();
  }
}
