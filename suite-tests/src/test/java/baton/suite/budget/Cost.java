package baton.suite.budget;

import baton.table.Keys;
import baton.table.meter.Measured;
import baton.table.meter.Units;

/// What an operation was measured to cost.
///
/// @param later of publishing its events and sending its replies
/// @param notices of telling agents
record Cost(int calls, int depth, Units units, Units later, Units notices) {

  static Cost of(Measured now, Measured later, Measured notices) {
    return new Cost(now.count(), now.depth(), now.units(), later.units(), notices.units());
  }

  int byFolder() {
    return units.index(Keys.BY_FOLDER);
  }

  int byTime() {
    return units.index(Keys.BY_TIME);
  }

  int byDue() {
    return units.index(Keys.BY_DUE);
  }
}
