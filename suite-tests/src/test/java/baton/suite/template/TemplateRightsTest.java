package baton.suite.template;

import static baton.suite.template.Statement.Call.of;
import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.Statement.Call;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// The roles of template.yaml, held against calls that must go through and calls that must not.
class TemplateRightsTest {

  private static final Template TEMPLATE = Template.read();
  private static final List<Statement> RIGHTS = Statement.of(TEMPLATE);

  private static final String WORKSPACE = "WS#acme";
  private static final String HEAD = "WS#acme#CONV#0123456789abcdef";
  private static final String LOG = "WS#acme#LOG#0123456789abcdef";
  private static final String CONTACT_LOG = "WS#acme#LOG#contact:0123456789abcdef";
  private static final String WORKSPACE_LOG = "WS#acme#LOG#workspace";
  private static final String CONTACT = "WS#acme#CONTACT#0123456789abcdef";
  private static final String AGENT = "WS#acme#AGENT#ana";
  private static final String DESK = "WS#acme#AGENT#ana#DESK";
  private static final String TEAM = "WS#acme#TEAM#sales";
  private static final String ONCE = "WS#acme#ONCE#ana";
  private static final String TOLD = "WS#acme#TOLD#0123456789abcdef-000001";
  private static final String CHANNEL = "CHANNEL#c1";
  private static final String AUDIENCE = "CHANNEL#c1#AUDIENCE";
  private static final String SENT = "CHANNEL#c1#SENT#ff";
  private static final String SEEN = "CHANNEL#c1#SEEN#ff";
  private static final String QUARANTINE = "CHANNEL#c1#QUARANTINE";
  private static final String LOGIN = "LOGIN#ff";

  static final List<Arguments> NEEDED = List.of(
      probe("authorize-request", of("GetItem", LOGIN)),
      probe("ingest-message", of("GetItem", CHANNEL)),
      probe("ingest-message", of("GetItem", SEEN)),
      probe("ingest-message", of("PutItem", HEAD)),
      probe("ingest-message", of("UpdateItem", HEAD)),
      probe("ingest-message", of("UpdateItem", SENT)),
      probe("ingest-message", of("PutItem", QUARANTINE)),
      probe("ingest-message", of("PutItem", SEEN)),
      probe("ingest-message", of("BatchGetItem", HEAD, CONTACT, WORKSPACE, AGENT)),
      probe("ingest-message", of("PutItem", HEAD, LOG, CONTACT).inATransaction()),
      probe("ingest-message", of("UpdateItem", HEAD, AGENT, CONTACT).inATransaction()),
      probe("assign-conversation", of("BatchGetItem", HEAD, AGENT, WORKSPACE, TEAM, ONCE)),
      probe("assign-conversation", of("PutItem", LOG, ONCE).inATransaction()),
      probe("assign-conversation", of("UpdateItem", HEAD, AGENT).inATransaction()),
      probe("reply-to-conversation", of("PutItem", HEAD, LOG, ONCE).inATransaction()),
      probe("pin-contact", of("PutItem", CONTACT_LOG, DESK, ONCE).inATransaction()),
      probe("pin-contact", of("DeleteItem", DESK).inATransaction()),
      probe("edit-contact", of("UpdateItem", CONTACT, HEAD, AGENT).inATransaction()),
      probe("track-presence", of("UpdateItem", HEAD).touching("pk", "sk", "unread", "readAt", "assignee", "lastKey", "lateKey",
          "version")),
      probe("track-presence", of("UpdateItem", AGENT).touching("pk", "sk", "availability", "account")),
      probe("browse-inbox", of("Query", HEAD)),
      probe("browse-inbox", of("Query", LOG)),
      probe("browse-inbox", of("Query", DESK)),
      probe("browse-inbox", of("Query", AUDIENCE)),
      probe("browse-inbox", of("Query", "WS#acme#ASSIGNED#ana").on("by-folder")),
      probe("manage-workspace", of("PutItem", AGENT, LOGIN, WORKSPACE_LOG, ONCE).inATransaction()),
      probe("manage-workspace", of("UpdateItem", WORKSPACE, LOGIN).inATransaction()),
      probe("manage-channels", of("PutItem", CHANNEL, WORKSPACE_LOG, ONCE).inATransaction()),
      probe("manage-channels", of("PutItem", AUDIENCE, DESK, WORKSPACE_LOG, ONCE).inATransaction()),
      probe("manage-channels", of("Query", QUARANTINE)),
      probe("publish-events", of("UpdateItem", LOG).touching("pk", "sk", "due", "dueAt")),
      probe("publish-events", of("UpdateItem", HEAD).touching("pk", "sk", "due", "dueAt")),
      probe("send-notifications", of("BatchGetItem", HEAD, AGENT, TOLD)),
      probe("send-notifications", of("Query", AUDIENCE)),
      probe("send-notifications", of("PutItem", TOLD)),
      probe("send-notifications", of("PutItem", DESK)),
      probe("send-notifications", of("PutItem", AUDIENCE)),
      probe("deliver-message", of("GetItem", CHANNEL)),
      probe("deliver-message", of("UpdateItem", SENT)),
      probe("sweep-conversations", of("Query", "DUE#0").on("by-due")),
      probe("sweep-conversations", of("UpdateItem", HEAD, AGENT).inATransaction()),
      probe("sweep-conversations", of("UpdateItem", LOG).touching("pk", "sk", "due", "dueAt")));

  static final List<Arguments> FORBIDDEN = List.of(
      probe("authorize-request", of("GetItem", WORKSPACE)),
      probe("authorize-request", of("PutItem", LOGIN)),
      probe("ingest-message", of("PutItem", LOG)),
      probe("ingest-message", of("UpdateItem", LOG).inATransaction()),
      probe("ingest-message", of("UpdateItem", CHANNEL)),
      probe("ingest-message", of("GetItem", QUARANTINE)),
      probe("ingest-message", of("BatchGetItem", HEAD, LOGIN)),
      probe("ingest-message", of("Query", HEAD)),
      probe("ingest-message", of("GetItem", HEAD)),
      probe("ingest-message", of("PutItem", SENT)),
      probe("assign-conversation", of("UpdateItem", HEAD)),
      probe("assign-conversation", of("UpdateItem", WORKSPACE).inATransaction()),
      probe("assign-conversation", of("UpdateItem", LOG).inATransaction()),
      probe("assign-conversation", of("GetItem", CHANNEL)),
      probe("assign-conversation", of("PutItem", HEAD).inATransaction()),
      probe("assign-conversation", of("Query", "WS#acme#ASSIGNED#ana").on("by-folder")),
      probe("close-conversation", of("DeleteItem", HEAD).inATransaction()),
      probe("pin-contact", of("PutItem", LOG).inATransaction()),
      probe("pin-contact", of("UpdateItem", HEAD).inATransaction()),
      probe("pin-contact", of("PutItem", AGENT).inATransaction()),
      probe("browse-inbox", of("GetItem", CHANNEL)),
      probe("track-presence", of("UpdateItem", HEAD).touching("pk", "sk", "assignee", "status")),
      probe("track-presence", of("UpdateItem", AGENT).touching("pk", "sk", "availability", "roles")),
      probe("browse-inbox", of("PutItem", HEAD)),
      probe("browse-inbox", of("GetItem", SENT)),
      probe("browse-inbox", of("GetItem", ONCE)),
      probe("browse-inbox", of("Scan")),
      probe("browse-inbox", of("Query", "DUE#0").on("by-due")),
      probe("manage-workspace", of("PutItem", LOG).inATransaction()),
      probe("manage-workspace", of("PutItem", CONTACT_LOG).inATransaction()),
      probe("manage-workspace", of("UpdateItem", HEAD).inATransaction()),
      probe("manage-workspace", of("GetItem", CHANNEL)),
      probe("manage-workspace", of("DeleteItem", WORKSPACE).inATransaction()),
      probe("manage-workspace", of("DeleteItem", AGENT).inATransaction()),
      probe("manage-channels", of("UpdateItem", WORKSPACE).inATransaction()),
      probe("manage-channels", of("UpdateItem", AGENT).inATransaction()),
      probe("manage-channels", of("PutItem", SENT).inATransaction()),
      probe("manage-channels", of("PutItem", LOG).inATransaction()),
      probe("publish-events", of("UpdateItem", LOG).touching("pk", "sk", "due", "actor")),
      probe("publish-events", of("UpdateItem", CONTACT).touching("pk", "sk", "due", "dueAt")),
      probe("publish-events", of("GetItem", HEAD)),
      probe("publish-events", of("DeleteItem", LOG)),
      probe("send-notifications", of("UpdateItem", HEAD)),
      probe("send-notifications", of("PutItem", SENT)),
      probe("send-notifications", of("GetItem", CHANNEL)),
      probe("send-notifications", of("PutItem", CHANNEL)),
      probe("send-notifications", of("PutItem", AGENT)),
      probe("deliver-message", of("GetItem", AGENT)),
      probe("deliver-message", of("GetItem", HEAD)),
      probe("deliver-message", of("PutItem", SENT)),
      probe("deliver-message", of("PutItem", CHANNEL)),
      probe("sweep-conversations", of("UpdateItem", LOG)),
      probe("sweep-conversations", of("UpdateItem", CONTACT).inATransaction()));

  @ParameterizedTest(name = "{0} may {1}")
  @FieldSource("NEEDED")
  void what_a_function_needs_is_allowed(String function, Call call) {
    assertThat(Statement.allowed(RIGHTS, id(function), call)).isTrue();
  }

  @ParameterizedTest(name = "{0} may not {1}")
  @FieldSource("FORBIDDEN")
  void what_is_not_a_functions_business_is_forbidden(String function, Call call) {
    assertThat(Statement.allowed(RIGHTS, id(function), call)).isFalse();
  }

  @Test
  void nobody_may_scan_or_act_without_a_key() {
    assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function ->
        assertThat(Stream.of("Scan", "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"))
            .noneMatch(action -> Statement.allowed(RIGHTS, function.id(), of(action).inATransaction())));
  }

  private static String id(String folder) {
    return TEMPLATE.functions().stream().filter(function -> function.folder().equals(folder)).findFirst().orElseThrow()
        .id();
  }

  private static Arguments probe(String function, Call call) {
    return Arguments.of(function, call);
  }
}
