/// What all channels read and prove with: JSON of strangers, keyed hashes.
@NullMarked
package baton.channels.wire;

import org.jspecify.annotations.NullMarked;
