package baton.table.memory;

import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// What of each request this store understands; whatever else is set is a fault of the test, not passed over.
final class Supported {
  private Supported() {}

  static void only(SdkPojo request, String... members) {
    var known = Set.of(members);
    for (SdkField<?> field : request.sdkFields()) {
      Object value = field.getValueOrDefault(request);
      boolean isSet = value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
      if (isSet && !known.contains(field.memberName())) {
        throw new UnsupportedOperationException(
            "%s.%s is not known to the table in memory".formatted(
                request.getClass().getSimpleName(), field.memberName()));
      }
    }
  }
}
