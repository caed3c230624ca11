/// What the domain must know of the channels: how a webhook proves itself and what it says, how a reply is sent.
@NullMarked
package baton.channels;

import org.jspecify.annotations.NullMarked;
