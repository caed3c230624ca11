package baton.local;

/// A text as a shell takes it for one word, whatever is in it.
final class ShellWord {

  private ShellWord() {}

  static String of(String text) {
    return text.matches("[A-Za-z0-9_./:=@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
