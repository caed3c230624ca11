package baton.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The notices so far; whoever listens misses none, however late they come.
final class Notices {

  private final List<Notice> all = new ArrayList<>();
  private final List<Consumer<Notice>> listeners = new ArrayList<>();

  synchronized void add(Notice notice) {
    all.add(notice);
    listeners.forEach(listener -> listener.accept(notice));
  }

  synchronized void tell(Consumer<Notice> listener) {
    all.forEach(listener);
    listeners.add(listener);
  }

  synchronized List<Notice> all() {
    return List.copyOf(all);
  }
}
