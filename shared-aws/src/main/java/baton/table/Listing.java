package baton.table;

import org.jspecify.annotations.Nullable;

/// What can be read in order, and by which attributes: the table itself and its indexes.
enum Listing {
  TABLE(null, "pk", "sk"),
  BY_FOLDER(Keys.BY_FOLDER, "folder", "folderSort"),
  BY_TIME(Keys.BY_TIME, "period", "periodSort");

  private final @Nullable String index;
  private final String partition;
  private final String sort;

  Listing(@Nullable String index, String partition, String sort) {
    this.index = index;
    this.partition = partition;
    this.sort = sort;
  }

  /// None for the table itself.
  @Nullable String index() {
    return index;
  }

  String partition() {
    return partition;
  }

  String sort() {
    return sort;
  }
}
