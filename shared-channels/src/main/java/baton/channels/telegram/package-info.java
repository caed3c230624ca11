/// Telegram Bot API.
@NullMarked
package baton.channels.telegram;

import org.jspecify.annotations.NullMarked;
