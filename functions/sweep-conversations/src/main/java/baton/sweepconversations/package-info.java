/// The clean-up: what lies still is closed, what was never published is published.
@NullMarked
package baton.sweepconversations;

import org.jspecify.annotations.NullMarked;
