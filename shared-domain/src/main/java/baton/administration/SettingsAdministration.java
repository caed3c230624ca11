package baton.administration;

import baton.administration.AdministrationCommand.ChangeSettings;
import baton.administration.Edit.SettingsPart;
import baton.administration.Said.Changes;
import baton.workspace.Workspace;
import java.util.List;

/// The rules for a workspace's settings.
final class SettingsAdministration {
  private SettingsAdministration() {}

  static Verdict decide(ChangeSettings wish, Scene scene) {
    var before = scene.workspace().value();
    var after = new Workspace(
        before.id(), wish.name().orElse(before.name()), wish.zone().orElse(before.zone()),
        wish.closeIdleAfter().orElse(before.closeIdleAfter()), before.salt());
    if (after.equals(before)) {
      return new Verdict.Unchanged(new Subject.Settings(scene.workspace()));
    }
    var changes = new Changes()
        .field("name", before.name(), after.name())
        .field("zone", before.zone(), after.zone())
        .field("closeIdleAfterSeconds", before.closeIdleAfter().toSeconds(), after.closeIdleAfter().toSeconds());
    return Verdict.changed(
        List.of(new SettingsPart(scene.workspace(), after)), Said.ofWorkspace("changed", changes),
        new Subject.Settings(scene.workspace().next(after)));
  }
}
