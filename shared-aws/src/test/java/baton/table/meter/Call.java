package baton.table.meter;

import java.util.List;
import java.util.Set;

/// One call of the table.
///
/// @param function whose call it was
/// @param began its place among the beginnings and ends of all calls
/// @param ended likewise
/// @param accesses what it asked IAM for: for a transaction, each part
public record Call(String function, String operation, int began, int ended, Units units, List<Access> accesses) {

  /// What IAM is asked.
  ///
  /// @param action `PutItem`, also of a part of a transaction
  /// @param index the index's name; empty for the table itself
  /// @param keys the partitions
  /// @param attributes all that an update names, its key's too
  /// @param returned what an update asks to be told
  public record Access(
      String action, String index, List<String> keys, boolean inTransaction, Set<String> attributes, String returned) {}
}
