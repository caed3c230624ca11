/// Channels, their secrets, their followers, their quarantine.
@NullMarked
package baton.managechannels;

import org.jspecify.annotations.NullMarked;
