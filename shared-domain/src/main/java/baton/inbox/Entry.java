package baton.inbox;

import baton.event.Event;
import baton.message.Content.Attachment;
import baton.message.Delivery;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing on a conversation's timeline.
public sealed interface Entry {
  /// When it was, by the clock that counts for the timeline.
  Instant at();

  /// Something that was said.
  ///
  /// @param kind what sort of content it is: `text`, `image`, `text:reply`
  /// @param author the agent who wrote a reply; who wrote in a group chat
  /// @param delivery how a reply is doing
  /// @param providerId what the channel calls it: it is quoted by that
  /// @param quotes the message it answers, as the channel calls it
  record Message(
      MessageKey key,
      boolean ours,
      String kind,
      String text,
      List<Attachment> attachments,
      Optional<String> author,
      Instant receivedAt,
      Optional<Delivery> delivery,
      Optional<String> providerId,
      Optional<String> quotes)
      implements Entry {
    @Override
    public Instant at() {
      return key.at();
    }
  }

  /// Something about a message: an edit, a reaction.
  ///
  /// @param remark what sort: `edit`, `reaction:add`
  /// @param target the message it is about, as the channel calls it
  record Remark(
      MessageKey key,
      boolean ours,
      String remark,
      Optional<String> target,
      String kind,
      String text,
      List<Attachment> attachments,
      Instant receivedAt,
      Optional<String> providerId)
      implements Entry {
    @Override
    public Instant at() {
      return key.at();
    }
  }

  /// Something that was done.
  record Move(Event event) implements Entry {
    @Override
    public Instant at() {
      return event.occurredAt();
    }
  }
}
