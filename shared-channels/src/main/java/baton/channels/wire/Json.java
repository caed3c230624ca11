package baton.channels.wire;

import baton.channels.UnreadableBody;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads and writes the JSON of providers.
public final class Json {
  /// As deep as a body may nest. The deepest that a provider documents has 12 levels.
  public static final int DEPTH = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// The object that a webhook's body is.
  public static Part read(byte[] body) throws UnreadableBody {
    try {
      JsonNode node = MAPPER.readTree(utf8(body));
      if (node instanceof ObjectNode object && !object.isEmpty()) {
        return new Part(object);
      }
      throw new UnreadableBody("The body is JSON, but no object that says anything.");
    } catch (JsonProcessingException broken) {
      throw new UnreadableBody("The body is not JSON: " + broken.getOriginalMessage());
    }
  }

  /// The object of a provider's answer; an empty one when the answer is none.
  public static Part lenient(String answer) {
    try {
      return new Part(MAPPER.readTree(answer));
    } catch (JsonProcessingException _) {
      return new Part(MAPPER.createObjectNode());
    }
  }

  /// A new object to be filled.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  // Jackson would guess at UTF-16 and let overlong forms pass: what is not UTF-8 is refused before it sees it.
  private static String utf8(byte[] body) throws UnreadableBody {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw new UnreadableBody("The body is not UTF-8.");
    }
  }
}
