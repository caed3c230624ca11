/// From events to notices.
@NullMarked
package baton.sendnotifications;

import org.jspecify.annotations.NullMarked;
