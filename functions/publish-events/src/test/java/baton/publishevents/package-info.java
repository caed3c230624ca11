/// The table's stream through the real handler.
@NullMarked
package baton.publishevents;

import org.jspecify.annotations.NullMarked;
