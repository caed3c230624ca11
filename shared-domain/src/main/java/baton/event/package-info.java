/// What has happened, as it is logged and published.
@NullMarked
package baton.event;

import org.jspecify.annotations.NullMarked;
