/// Block a contact, and unblock them.
@NullMarked
package baton.editcontact;

import org.jspecify.annotations.NullMarked;
