package baton.channels.telegram;

import baton.channel.Inbound;
import baton.channel.Inbound.Remark;
import baton.channel.Peer;
import baton.channels.wire.Attachments;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A `message` of Telegram: what somebody wrote, or a word of Telegram's own in the same shape.
final class TelegramMessage {
  private static final Optional<String> BOT = Optional.empty();

  // Written by Telegram, not by anybody.
  private static final List<String> SERVICE =
      List.of(
          "new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed", "new_chat_title",
          "new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created",
          "channel_chat_created", "message_auto_delete_timer_changed", "pinned_message", "successful_payment",
          "refunded_payment", "users_shared", "user_shared", "chat_shared", "gift", "unique_gift", "gift_upgrade_sent",
          "connected_website", "write_access_allowed", "proximity_alert_triggered", "boost_added",
          "chat_background_set", "checklist_tasks_done", "checklist_tasks_added", "direct_message_price_changed",
          "paid_message_price_changed", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
          "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden", "giveaway_created",
          "giveaway", "giveaway_winners", "giveaway_completed", "suggested_post_approved",
          "suggested_post_approval_failed", "suggested_post_declined", "suggested_post_paid",
          "suggested_post_refunded", "video_chat_scheduled", "video_chat_started", "video_chat_ended",
          "video_chat_participants_invited");

  private TelegramMessage() {}

  static Inbound read(Part part) {
    Chat chat = Chat.of(part);
    String id = chat.message(part.requireNumber("message_id"));
    Optional<Attachment> moved =
        part.integer("migrate_to_chat_id").map(to -> Attachments.of("chat", String.valueOf(to), "goes on as"))
            .or(() -> part.integer("migrate_from_chat_id")
                .map(from -> Attachments.of("chat", String.valueOf(from), "was before")));
    if (moved.isPresent()) {
      return remark(part, chat, id, "system:chat_migrated",
          new Content(Content.Kind.TEXT, Set.of(), "", List.of(moved.get())));
    }
    Optional<String> service = SERVICE.stream().filter(part::has).findFirst();
    if (service.isPresent()) {
      return remark(part, chat, id, "system:" + service.get(), Content.text(""));
    }
    Content content = TelegramContent.of(part);
    return byBusiness(part, chat)
        ? remark(part, chat, id, "echo:" + content.word(), content)
        : new Inbound.Message(
            BOT, id, part.seconds("date"), peer(part, chat), author(part), content, quoted(part, chat));
  }

  static Inbound edit(Part part, long update) {
    Chat chat = Chat.of(part);
    String target = chat.message(part.requireNumber("message_id"));
    return new Remark(
        BOT,
        target + ":edit:" + update,
        part.seconds("edit_date").or(() -> part.seconds("date")),
        Optional.of(peer(part, chat)),
        "edit",
        Optional.of(target),
        TelegramContent.of(part));
  }

  // A business connection shows both sides of a chat: what the other person did not write, the business did.
  private static boolean byBusiness(Part part, Chat chat) {
    return chat.business().isPresent()
        && (part.has("sender_business_bot")
            || part.at("from").integer("id").filter(from -> from != chat.number()).isPresent());
  }

  private static Inbound remark(Part part, Chat chat, String id, String kind, Content content) {
    return new Remark(
        BOT, id, part.seconds("date"), Optional.of(peer(part, chat)), kind, Optional.empty(), content);
  }

  private static Peer peer(Part part, Chat chat) {
    return TelegramPeople.chat(chat, part.at("chat"));
  }

  private static Optional<Peer> author(Part part) {
    return TelegramPeople.group(part.at("chat")) ? TelegramPeople.author(part) : Optional.empty();
  }

  private static Optional<String> quoted(Part part, Chat chat) {
    return TelegramContent.quotes(part)
        ? part.at("reply_to_message").integer("message_id").map(chat::message)
        : Optional.empty();
  }
}
