/// What the template must have, and that each of those checks would notice its absence.
@NullMarked
package baton.suite.template;

import org.jspecify.annotations.NullMarked;
