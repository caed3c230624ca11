/// An SNS endpoint on this machine.
@NullMarked
package baton.local.sns;

import org.jspecify.annotations.NullMarked;
