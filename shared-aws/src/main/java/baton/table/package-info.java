/// The one table: its keys in [Keys], each item type spelled in one `…Item`, and the ports upon it.
@NullMarked
package baton.table;

import org.jspecify.annotations.NullMarked;
