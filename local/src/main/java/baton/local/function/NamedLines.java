package baton.local.function;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Puts the name of the function that prints a line before it: all functions share one process and one log here, and
/// in AWS each has its own. Used below a `PrintStream`, which lets one line through after the other.
final class NamedLines extends OutputStream {

  private final OutputStream out;
  private boolean atStart = true;

  NamedLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    if (atStart) {
      // A function's class loader bears its name, and its threads have it, also those that it starts itself.
      out.write((Thread.currentThread().getContextClassLoader().getName() + " ").getBytes(StandardCharsets.UTF_8));
    }
    out.write(b);
    atStart = b == '\n';
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
