/// Blocking through the real handler.
@NullMarked
package baton.editcontact;

import org.jspecify.annotations.NullMarked;
