package baton.table.memory;

/// Where an item stands within its partition, of the table or of an index: by the sort key, and in an index by the
/// item's own key among those that share it. Text is in the order of its UTF-8 bytes, as DynamoDB has it.
record Place(String range, String pk, String sk) implements Comparable<Place> {
  // Greater than any text that a key begins with.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  static Place before(String range) {
    return new Place(range, "", "");
  }

  static Place after(String range) {
    return new Place(range, LAST, LAST);
  }

  static Place afterAllThatBeginWith(String prefix) {
    return after(prefix + LAST);
  }

  @Override
  public int compareTo(Place other) {
    int order = compare(range, other.range);
    if (order == 0) {
      order = compare(pk, other.pk);
    }
    return order == 0 ? compare(sk, other.sk) : order;
  }

  static int compare(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean beyond = Character.isSurrogate(a);
        return beyond == Character.isSurrogate(b) ? a - b : beyond ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }
}
