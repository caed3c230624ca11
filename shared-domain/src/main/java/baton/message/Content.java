package baton.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a message says.
///
/// @param traits in the order of their declaration, so that a kind is always written the same way
/// @param text the text or caption; well-formed Unicode, empty where there is none, and of a very long one the beginning
public record Content(Kind kind, Set<Trait> traits, String text, List<Attachment> attachments) {

  /// What sort of content it is.
  public enum Kind { TEXT, IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER, LOCATION, CONTACT, CONTACTS, INTERACTIVE, BUTTON, ORDER, MIXED, UNSUPPORTED }

  /// What is special about it.
  public enum Trait { VOICE, ALBUM, BUTTON_REPLY, LIST_REPLY, COMMAND, GROUP, REPLY, FORWARDED, CLIPPED }

  /// A file or thing that came with it; bytes are never held here.
  ///
  /// @param type a MIME type, or the channel's own word
  /// @param reference the provider's id of the file, or its address there
  /// @param name the file's name, or what the thing is called
  public record Attachment(String type, String reference, String name) {}

  public Content {
    String whole = Text.wellFormed(text);
    text = Text.clip(whole, TEXT_BYTES);
    traits = text.length() == whole.length() ? Set.copyOf(traits) : with(traits, Trait.CLIPPED);
    attachments = List.copyOf(attachments);
  }

  /// Plain text.
  public static Content text(String text) {
    return new Content(Kind.TEXT, Set.of(), text, List.of());
  }

  /// Whether it holds all that was said: the rest must be kept elsewhere.
  public boolean isWhole() {
    return kind != Kind.UNSUPPORTED && !traits.contains(Trait.CLIPPED);
  }

  private static Set<Trait> with(Set<Trait> traits, Trait another) {
    return Stream.concat(traits.stream(), Stream.of(another)).collect(Collectors.toUnmodifiableSet());
  }

  /// The neutral word: `text`, `text:reply`, `audio:voice`.
  public String word() {
    return Stream.concat(Stream.of(kind.name()), traits.stream().sorted().map(Enum::name))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(":"));
  }

  /// One line for a list of conversations: the text, or what it is when there is none.
  public String preview() {
    String line = text.isBlank() ? "[" + kind.name().toLowerCase(Locale.ROOT) + "]" : text.strip();
    return Text.clip(Text.singleLine(line), PREVIEW_BYTES);
  }

  /// As many bytes as a text may have: a table's item must hold it.
  public static final int TEXT_BYTES = 65_536;

  // With the rest of a head this keeps an item under 1 KB, which is one write unit.
  private static final int PREVIEW_BYTES = 120;
}
