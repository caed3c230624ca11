package baton.suite.budget;

import baton.table.Keys;
import baton.table.meter.Measured;
import baton.table.meter.Units;

/// What an operation was measured to cost.
///
/// @param later of publishing its events and sending its replies
/// @param telling of telling agents
/// @param said what it sent to the outside
record Cost(int calls, int depth, Units units, Units later, Units telling, Said said) {

  /// What was sent to the outside.
  ///
  /// @param events published
  /// @param told events that were handed on to tell agents
  /// @param notices published
  /// @param replies sent
  record Said(int events, int told, int notices, int replies) {}

  static Cost of(Measured now, Measured later, Measured telling, Said said) {
    return new Cost(now.count(), now.depth(), now.units(), later.units(), telling.units(), said);
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
