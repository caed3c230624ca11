package baton.http;

import baton.id.AgentId;
import baton.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How far a list was read, as a word that clients hand back. It says no key, only a position; it is sealed with the
/// workspace's salt for one agent and one view, so that any other use of it is a mistake that is noticed.
///
/// @param workspace whose list it is
/// @param agent who reads it
public record Cursors(Workspace workspace, AgentId agent) {
  private static final int LONGEST = 512;
  private static final int SEAL = 24;

  /// The cursor of that place in that view.
  public String write(String view, Object place) {
    byte[] bytes = (seal(view, place.toString()) + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The place of the request's cursor; none where it has none.
  ///
  /// @throws Malformed when it is not one that this agent got for this view
  public <P> Optional<P> read(
      Request request, String parameter, String view, Function<String, Optional<P>> place) {
    return request.query(parameter).map(cursor -> {
      String text = decode(cursor);
      String position = text.length() > SEAL ? text.substring(SEAL) : "";
      boolean genuine = MessageDigest.isEqual(
          text.getBytes(StandardCharsets.UTF_8), (seal(view, position) + position).getBytes(StandardCharsets.UTF_8));
      return Optional.of(position).filter(_ -> genuine).flatMap(place).orElseThrow(Cursors::bad);
    });
  }

  private static String decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw bad();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      // The last character carries bits that decoding drops: only the one spelling counts.
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
        throw bad();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw bad();
    }
  }

  private String seal(String view, String position) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      byte[] key = ("cursor:" + workspace.salt()).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String sealed = String.join("\n", workspace.id().value(), agent.value(), view, position);
      return HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8)), 0, SEAL / 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static Malformed bad() {
    return Malformed.of("bad-cursor", "this cursor does not belong to this list; start again without one");
  }
}
