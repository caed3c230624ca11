/// Pinning through the real handler.
@NullMarked
package baton.pincontact;

import org.jspecify.annotations.NullMarked;
