/// Baton on one machine: reads template.yaml and runs the real handlers. Nothing else knows of it.
@NullMarked
package baton.local;

import org.jspecify.annotations.NullMarked;
