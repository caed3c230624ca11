/// Webhooks through the real handler, into a real table.
@NullMarked
package baton.ingestmessage;

import org.jspecify.annotations.NullMarked;
