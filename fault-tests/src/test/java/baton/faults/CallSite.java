package baton.faults;

import java.util.Comparator;

/// One call to the table: the n-th of its kind in a run. Calls at the same time are told apart by their kind.
///
/// @param operation as X-Amz-Target names it: `TransactWriteItems`
/// @param nth from 1
record CallSite(String operation, int nth) implements Comparable<CallSite> {
  private static final Comparator<CallSite> ORDER =
      Comparator.comparing(CallSite::operation).thenComparingInt(CallSite::nth);

  boolean isTransaction() {
    return operation.equals("TransactWriteItems");
  }

  boolean isSingleWrite() {
    return operation.equals("PutItem") || operation.equals("UpdateItem") || operation.equals("DeleteItem");
  }

  boolean isBatchRead() {
    return operation.equals("BatchGetItem");
  }

  @Override
  public int compareTo(CallSite other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return operation + "#" + nth;
  }
}
