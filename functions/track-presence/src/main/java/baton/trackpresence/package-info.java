/// Read marks and availability.
@NullMarked
package baton.trackpresence;

import org.jspecify.annotations.NullMarked;
