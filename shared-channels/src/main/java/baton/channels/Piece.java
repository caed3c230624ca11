package baton.channels;

import baton.channel.Inbound;
import baton.channels.wire.Part;

/// One part of a webhook's body, and what it says.
public record Piece(Inbound said, Part part) {
  /// The part as JSON, for people to look at where it says more than could be understood.
  public String raw() {
    return part.json().toString();
  }
}
