/// Reads template.yaml: the one truth about what runs, and how it is joined.
@NullMarked
package baton.local.template;

import org.jspecify.annotations.NullMarked;
