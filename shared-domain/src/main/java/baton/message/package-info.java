/// What is said: content, delivery, the keys that order a timeline.
@NullMarked
package baton.message;

import org.jspecify.annotations.NullMarked;
