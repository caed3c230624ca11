package baton.manageworkspace;

import baton.administration.Administration;
import baton.administration.AdministrationCommand.ChangeSettings;
import baton.administration.Records;
import baton.http.AdministrationRoute;
import baton.http.AdministrationRows;
import baton.http.Fields;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Request;
import baton.http.Route;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The workspace's own settings.
final class SettingsRoutes {
  private static final long YEAR = Duration.ofDays(366).toSeconds();

  private SettingsRoutes() {}

  static Route reading(Records records) {
    return new LookupRoute(records, (scene, _, _) ->
        Shown.json(AdministrationRows.settings(scene.workspace()), scene.workspace().version()));
  }

  static Route changing(Administration administration) {
    return new AdministrationRoute(administration, "workspace", request -> Optional.of(wish(request)));
  }

  /// What is absent stays.
  ///
  /// @param zone an IANA name: `Europe/Berlin`
  /// @param closeIdleAfterSeconds 0: never
  record SettingsBody(@Nullable String name, @Nullable String zone, @Nullable Long closeIdleAfterSeconds) {}

  private static ChangeSettings wish(Request request) {
    var body = request.body(SettingsBody.class);
    return new ChangeSettings(
        Fields.name("/name", body.name()),
        Fields.word("/zone", body.zone(), SettingsRoutes::zone),
        Fields.number("/closeIdleAfterSeconds", body.closeIdleAfterSeconds(), 0, YEAR).map(Duration::ofSeconds));
  }

  // Only names: an offset such as +02:00 would not know summer from winter.
  private static Optional<ZoneId> zone(String name) {
    try {
      return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
