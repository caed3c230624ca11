package baton.channel;

import baton.id.ContactId;
import baton.id.ConversationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// From a person on a channel to our ids: computed, so nothing needs to be looked up, and keyed by the workspace's salt,
/// so nobody can enumerate phone numbers from an id.
public final class Identity {
  private Identity() {}

  /// The one conversation of this person and this channel account.
  public static ConversationId conversation(Channel channel, Peer peer) {
    return new ConversationId(keyed(channel.salt(), channel.id() + "|" + peer.id()));
  }

  /// The contact: the same on two channels that both give their phone number.
  public static ContactId contact(Channel channel, Peer peer) {
    String space = peer.phone().isPresent() ? "phone" : channel.kind().word() + ":" + account(channel);
    return new ContactId(keyed(channel.salt(), space + "|" + peer.phone().orElse(peer.id())));
  }

  // Two systems that name no account may number their people alike: each is a space of its own.
  private static String account(Channel channel) {
    return channel.account().isBlank() ? channel.id().value() : channel.account();
  }

  private static String keyed(String salt, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
