package baton.notice;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;

import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.AgentId;
import baton.message.MessageKey;
import baton.notice.Recipients.Situation;
import baton.testing.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of the events of a desk, as Kim's conversation stands by then. Ana, Bo and Cy signed up for its channel.
record Ears(Desk desk) {
  static final List<String> SUBSCRIBERS = List.of("ana", "bo", "cy");

  /// Each at a moment of its own: events of one decision are the only ones that share theirs.
  ///
  /// @return its last event
  Event happens(Runnable what) {
    desk.later(Duration.ofSeconds(1));
    what.run();
    return desk.log().getLast();
  }

  /// What is said of all that it led to.
  List<String> toldOf(Runnable what) {
    int before = desk.log().size();
    happens(what);
    return desk.log().stream().skip(before).flatMap(event -> words(event).stream()).toList();
  }

  /// What is said of an event by now: `taken → bo cy`.
  List<String> words(Event event) {
    return words(notices(event, Optional.of(desk.kims())));
  }

  List<Notice> notices(Event event) {
    return notices(event, Optional.of(desk.kims()));
  }

  /// What is said of the last that happened to Kim.
  List<String> wordsOfTheContact() {
    return words(notices(desk.everything().logOf(desk.kim()).getLast(), Optional.empty()));
  }

  private List<Notice> notices(Event event, Optional<Conversation> now) {
    var agents = desk.everything().agents();
    Map<AgentId, Agent> named = Recipients.named(event, now).stream()
        .collect(Collectors.toMap(each -> each, agents::get));
    List<Agent> asked = now.filter(known -> Recipients.asksSubscribers(event, known, named)).isPresent()
        ? SUBSCRIBERS.stream().map(AgentId::new).map(agents::get).toList()
        : List.of();
    return Recipients.decide(new Situation(event, now, asked, named));
  }

  private static List<String> words(List<Notice> notices) {
    return notices.stream()
        .map(notice -> notice.kind().word() + " → "
            + notice.recipients().stream().map(AgentId::value).collect(Collectors.joining(" ")))
        .toList();
  }

  /// The event of the newest message, which came now.
  Event received() {
    return received(desk.timeline().getLast(), desk.now());
  }

  /// The event of that message, which came then.
  Event received(MessageKey key, Instant at) {
    var core = desk.kims().core();
    return new Event(KIMS + "-" + key, EventType.MESSAGE_RECEIVED, core.workspace(), KIMS.value(), Optional.of(KIMS),
        Optional.of(KIMS_ID), Optional.of(core.channel()), Optional.empty(), 0, 0, at, Actor.contact(KIMS_ID), "", "",
        0, "", "", Map.of("message", key.toString()));
  }
}
