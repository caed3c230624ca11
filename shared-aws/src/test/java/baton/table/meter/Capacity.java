package baton.table.meter;

import baton.table.meter.TableShape.Index;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What DynamoDB charges, by the images of the items: the rules of docs/data-model.md, which were captured on AWS. No
/// emulator's own figures are right.
public record Capacity(TableShape shape) {
  private static final int WRITE_UNIT = 1024;
  private static final int READ_UNIT = 4096;

  /// A write that was made. Inside a transaction the table counts twice, its indexes do not.
  public Units write(
      Optional<Map<String, AttributeValue>> before, Optional<Map<String, AttributeValue>> after, boolean inTransaction) {
    int larger = Math.max(writeUnits(before), writeUnits(after));
    return Units.written(
        Math.max(1, larger) * (inTransaction ? 2 : 1),
        shape.indexes().stream().collect(Collectors.toMap(
            Index::name, index -> entry(index, before.flatMap(index::entry), after.flatMap(index::entry)))));
  }

  /// A write whose condition did not hold, or that was cancelled with its transaction. To tell the old item is free.
  public Units refused(Optional<Map<String, AttributeValue>> before, boolean inTransaction) {
    return Units.written(Math.max(1, writeUnits(before)) * (inTransaction ? 2 : 1), Map.of());
  }

  private static int entry(
      Index index, Optional<Map<String, AttributeValue>> before, Optional<Map<String, AttributeValue>> after) {
    if (before.equals(after)) {
      return 0;
    }
    boolean stays = before.isPresent() && after.isPresent()
        && place(index, before.get()).equals(place(index, after.get()));
    return stays ? Math.max(writeUnits(before), writeUnits(after)) : writeUnits(before) + writeUnits(after);
  }

  private static Map<String, AttributeValue> place(Index index, Map<String, AttributeValue> entry) {
    return Map.of(index.hash(), entry.get(index.hash()), index.range(), entry.get(index.range()));
  }

  private static int writeUnits(Optional<Map<String, AttributeValue>> item) {
    return item.map(ItemSize::of).map(bytes -> Math.ceilDiv(bytes, WRITE_UNIT)).orElse(0);
  }

  /// An item that was read by its key, or looked for.
  public Units get(Optional<Map<String, AttributeValue>> item, boolean consistent) {
    return read(item.map(ItemSize::of).orElse(0), consistent);
  }

  /// A page, by the bytes of all that was looked through for it.
  public Units page(int bytes, boolean consistent) {
    return read(bytes, consistent);
  }

  private static Units read(int bytes, boolean consistent) {
    return Units.read(Math.max(1, Math.ceilDiv(bytes, READ_UNIT)) * (consistent ? 2 : 1));
  }
}
