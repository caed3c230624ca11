/// The customers.
@NullMarked
package baton.contact;

import org.jspecify.annotations.NullMarked;
