package baton.inbox;

import baton.inbox.Entry.Move;
import baton.message.MessageKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A piece of what was said and done in a conversation.
///
/// @param entries the newest first
/// @param older from where on there is more
public record Timeline(List<Entry> entries, Optional<Before> older) {

  /// How far back it has been read. What was said and what was done are each in their own order, which two clocks cannot
  /// disturb; so each has its own mark.
  ///
  /// @param message the oldest that was shown
  /// @param version of the oldest event that was shown
  public record Before(Optional<MessageKey> message, OptionalLong version) {
    /// Nothing has been shown.
    public static final Before NOTHING_SHOWN = new Before(Optional.empty(), OptionalLong.empty());

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    /// The mark of that text, or none.
    public static Optional<Before> parse(String text) {
      String[] parts = text.split("\\|", -1);
      if (parts.length != 2) {
        return Optional.empty();
      }
      var message = MessageKey.parse(parts[0]);
      boolean sound = (message.isPresent() || parts[0].isEmpty())
          && (parts[1].isEmpty() || VERSION.matcher(parts[1]).matches());
      return sound
          ? Optional.of(new Before(
              message, parts[1].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[1]))))
          : Optional.empty();
    }

    /// As it stands in a cursor.
    @Override
    public String toString() {
      return message.map(MessageKey::toString).orElse("") + "|"
          + (version.isPresent() ? Long.toString(version.getAsLong()) : "");
    }
  }

  /// Both lists in the order of time, the newest first.
  ///
  /// @param said messages and remarks, the newest first, one more than are shown at most
  /// @param done likewise
  /// @param from where these lists begin
  public static Timeline merge(List<Entry> said, List<Move> done, Before from, int most) {
    var entries = new ArrayList<Entry>();
    int words = 0;
    int moves = 0;
    while (entries.size() < most && (words < said.size() || moves < done.size())) {
      boolean word = moves == done.size()
          || (words < said.size() && !said.get(words).at().isBefore(done.get(moves).at()));
      entries.add(word ? said.get(words++) : done.get(moves++));
    }
    boolean more = words < said.size() || moves < done.size();
    return new Timeline(
        List.copyOf(entries), more ? Optional.of(mark(said, words, done, moves, from)) : Optional.empty());
  }

  private static Before mark(List<Entry> said, int words, List<Move> done, int moves, Before from) {
    return new Before(
        words == 0 ? from.message() : Optional.of(keyOf(said.get(words - 1))),
        moves == 0 ? from.version() : OptionalLong.of(done.get(moves - 1).event().version()));
  }

  private static MessageKey keyOf(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.key();
      case Entry.Remark remark -> remark.key();
      case Move _ -> throw new IllegalArgumentException("a move has no message key");
    };
  }
}
