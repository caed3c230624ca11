/// Where messages come from and go to.
@NullMarked
package baton.channel;

import org.jspecify.annotations.NullMarked;
