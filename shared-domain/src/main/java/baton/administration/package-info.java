/// What administrators set up: settings, agents, teams, channels. One path carries every wish out, pure rules decide.
@NullMarked
package baton.administration;

import org.jspecify.annotations.NullMarked;
