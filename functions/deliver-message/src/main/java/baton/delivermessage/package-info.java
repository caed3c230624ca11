/// Replies out: to the channel's API.
@NullMarked
package baton.delivermessage;

import org.jspecify.annotations.NullMarked;
