/// Claim, and assign to an agent or a team.
@NullMarked
package baton.assignconversation;

import org.jspecify.annotations.NullMarked;
