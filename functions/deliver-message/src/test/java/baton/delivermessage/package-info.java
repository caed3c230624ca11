/// The queue of replies through the real handler.
@NullMarked
package baton.delivermessage;

import org.jspecify.annotations.NullMarked;
