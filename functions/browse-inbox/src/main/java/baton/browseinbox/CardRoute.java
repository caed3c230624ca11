package baton.browseinbox;

import baton.contact.Contact;
import baton.http.Callers;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.http.Rows;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.inbox.Card;
import baton.inbox.Card.Control;
import baton.inbox.Card.PinLabel;
import baton.inbox.Rosters;
import baton.inbox.Rosters.Names;
import baton.inbox.Row;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/// `GET /contacts/{id}`: a contact's card.
final class CardRoute implements Route {
  private final Door door;
  private final Rosters rosters;

  CardRoute(Door door, Rosters rosters) {
    this.door = door;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    var id = Callers.id(request, "id", ContactId::new);
    return door.open(request, id.map(Door.Also::of).orElse(Door.Also.NOTHING), visitor -> id
        .flatMap(known -> Optional.ofNullable(visitor.loaded().contacts().get(known)))
        .flatMap(contact -> card(visitor, contact))
        .map(card -> Response.json(200, body(visitor, card).toString()).tagged(card.contact().version()))
        .orElseGet(() -> visitor.notFound("contact")));
  }

  private Optional<Card> card(Visitor visitor, Contact contact) {
    var theirs = door.load(visitor.request(), Door.Also.of(Set.copyOf(contact.conversations())));
    return Card.of(contact, visitor.agent(), theirs.conversations().values().stream().toList());
  }

  private ObjectNode body(Visitor visitor, Card card) {
    var json = Rows.of(card.contact());
    var named = new Named();
    card.contact().pinnedTo().ifPresent(named::agent);
    card.conversations().forEach(conversation -> named.row(Row.of(conversation)));
    var names = named.names(rosters, visitor.workspaceId());
    pin(json.putObject("pin"), card, names);
    card.control().ifPresent(control -> assignment(json.putObject("assignment"), control));
    var rows = json.putArray("conversations");
    card.conversations().forEach(conversation -> rows.add(Rows.of(conversation)));
    named.addTo(json, rosters, visitor.workspaceId());
    return json;
  }

  private static void pin(ObjectNode json, Card card, Names names) {
    card.contact().pinnedTo().ifPresent(owner ->
        json.put("owner", owner.value()).put("label", label(card, owner, names)));
    json.put("canPin", card.canPin()).put("canUnpin", card.canUnpin());
  }

  private static String label(Card card, AgentId owner, Names names) {
    String name = names.agents().getOrDefault(owner, owner.value());
    return switch (card.label()) {
      case PinLabel.DETACH -> "Detach (%s)".formatted(name);
      case PinLabel.PINNED -> "Pinned (%s)".formatted(name);
      case PinLabel.DETACH_FROM -> "Detach (assigned to %s)".formatted(name);
      case PinLabel.NONE -> "";
    };
  }

  private static void assignment(ObjectNode json, Control control) {
    json.put("conversation", control.conversation().id().value());
    control.conversation().holder().ifPresent(holder -> json.put("assignee", holder.value()));
    json.put("canAssignToMe", control.canAssignToMe()).put("canAssignOthers", control.canAssignOthers());
  }
}
