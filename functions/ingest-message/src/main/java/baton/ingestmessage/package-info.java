/// Webhooks in: what customers write, and how our messages fare.
@NullMarked
package baton.ingestmessage;

import org.jspecify.annotations.NullMarked;
