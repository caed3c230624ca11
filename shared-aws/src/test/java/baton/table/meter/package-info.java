/// What the table's requests cost: sizes, capacity rules, and the meter that applies them.
@NullMarked
package baton.table.meter;

import org.jspecify.annotations.NullMarked;
