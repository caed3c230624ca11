package baton.channel;

import java.util.Optional;

/// Who is at the other end of a conversation: a person, or a group chat.
///
/// @param id what the channel calls them, the same for ever (a WhatsApp user id, a Telegram chat id)
/// @param phone E.164 with `+`, where the channel gives one
/// @param name as the channel shows it, where it shows one
public record Peer(String id, Optional<String> phone, Optional<String> name) {
  /// Where a reply is sent: the phone where there is one, else the id.
  public String address() {
    return phone.orElse(id);
  }
}
