/// The topic of events through the real handler.
@NullMarked
package baton.sendnotifications;

import org.jspecify.annotations.NullMarked;
