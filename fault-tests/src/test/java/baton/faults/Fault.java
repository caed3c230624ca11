package baton.faults;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What goes wrong at a call.
///
/// @param always at this call and at all later ones of its operation, so that repeating does not help
record Fault(Kind kind, boolean always) {
  static final boolean LONG = Boolean.getBoolean("baton.long");

  /// The ways in which a call goes wrong.
  enum Kind {
    /// A stale connection: nothing was sent.
    RESET_BEFORE,
    /// It was done; the answer was lost.
    TIMEOUT_AFTER_COMMIT,
    THROTTLE,
    ISE_500_BEFORE,
    /// It was done; the answer is a failure of the service.
    ISE_500_AFTER_COMMIT,
    /// Another transaction is at the item, by the last of a transaction's reasons or by a single write's exception.
    TX_CONFLICT,
    /// The same by the first of the reasons.
    TX_CONFLICT_AT_FIRST,
    /// The first try is still running.
    TX_IN_PROGRESS,
    /// The table did not get round to it.
    UNPROCESSED,
    CRASH_BEFORE,
    CRASH_AFTER_COMMIT;

    boolean isCrash() {
      return this == CRASH_BEFORE || this == CRASH_AFTER_COMMIT;
    }

    private boolean isTelling(CallSite site) {
      return switch (this) {
        case THROTTLE, UNPROCESSED, TX_CONFLICT -> true;
        case TIMEOUT_AFTER_COMMIT, ISE_500_AFTER_COMMIT -> !site.isBatchRead();
        case RESET_BEFORE, ISE_500_BEFORE, TX_CONFLICT_AT_FIRST, TX_IN_PROGRESS, CRASH_BEFORE, CRASH_AFTER_COMMIT ->
            false;
      };
    }

    private boolean fits(CallSite site) {
      return switch (this) {
        case TX_CONFLICT -> site.isTransaction() || site.isSingleWrite();
        case TX_CONFLICT_AT_FIRST, TX_IN_PROGRESS -> site.isTransaction();
        case UNPROCESSED -> site.isBatchRead();
        // A read leaves nothing behind: what goes wrong after it is what goes wrong before it.
        case TIMEOUT_AFTER_COMMIT, ISE_500_AFTER_COMMIT, CRASH_AFTER_COMMIT ->
            site.isTransaction() || site.isSingleWrite();
        case RESET_BEFORE, THROTTLE, ISE_500_BEFORE, CRASH_BEFORE -> true;
      };
    }
  }

  static Fault once(Kind kind) {
    return new Fault(kind, false);
  }

  /// Everything that can go wrong there, once and, where a process survives it, every time. Without `-Dbaton.long=true`
  /// what fails every time leaves out the kinds that the code cannot tell from another one.
  static List<Fault> at(CallSite site) {
    var faults = new ArrayList<Fault>();
    for (var kind : kinds(site)) {
      faults.add(once(kind));
      if (!kind.isCrash() && (LONG || kind.isTelling(site))) {
        faults.add(new Fault(kind, true));
      }
    }
    return faults;
  }

  static Set<Kind> kinds(CallSite site) {
    var kinds = EnumSet.allOf(Kind.class);
    kinds.removeIf(kind -> !kind.fits(site));
    return kinds;
  }

  @Override
  public String toString() {
    return kind + (always ? " always" : "");
  }
}
