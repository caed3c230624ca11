/// What every module's tests speak of: people, conversations and messages that read as data, the ports in memory, the
/// contracts that every adapter has to keep, and the invariants that no scenario may break.
@NullMarked
package baton.testing;

import org.jspecify.annotations.NullMarked;
