/// Tie a contact to their agent, and untie them.
@NullMarked
package baton.pincontact;

import org.jspecify.annotations.NullMarked;
