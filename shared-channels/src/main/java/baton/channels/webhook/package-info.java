/// Any system that signs its calls as Standard Webhooks describes.
@NullMarked
package baton.channels.webhook;

import org.jspecify.annotations.NullMarked;
