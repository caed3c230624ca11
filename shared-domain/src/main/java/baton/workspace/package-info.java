/// The company whose inbox it is, and the policies its settings resolve to.
@NullMarked
package baton.workspace;

import org.jspecify.annotations.NullMarked;
