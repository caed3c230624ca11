/// Settings, agents, teams.
@NullMarked
package baton.manageworkspace;

import org.jspecify.annotations.NullMarked;
