/// What all channels must do alike, and the samples that show it.
@NullMarked
package baton.channels;

import org.jspecify.annotations.NullMarked;
